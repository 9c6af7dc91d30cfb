package dev.almanac.discord;

import dev.almanac.discord.message.Answers.Answer;
import java.io.IOException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.internal.interactions.InteractionHookImpl;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.restaction.interactions.ReplyCallbackActionImpl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.ByteString;

/**
 * The first answer to an interaction, whose message is JSON already. JDA would set the message once more from its components, write it for
 * each sending, and have Discord send it back to build it again, which nobody here looks at. Without {@code with_response} Discord says
 * only that it has it: https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
 */
final class FirstAnswer extends ReplyCallbackActionImpl {
    private final ByteString message;

    private FirstAnswer(InteractionHookImpl hook, ByteString message) {
        super(hook);
        this.message = message;
    }

    /**
     * An answer that is yet to be queued. One with a picture goes JDA's way, because its file is sent beside the JSON.
     *
     * @param isPrivate whether only the asker is to see it
     */
    static ReplyCallbackAction to(IReplyCallback event, Answer answer, boolean isPrivate) {
        return answer.hasPicture()
                ? event.reply(answer.message()).setEphemeral(isPrivate)
                : new FirstAnswer((InteractionHookImpl) event.getHook(), answer.json(isPrivate));
    }

    @Override
    protected RequestBody finalizeData() {
        return new Body(message);
    }

    /** Where nobody waits for it, no thread is woken to hear that Discord has it. */
    @Override
    protected void handleSuccess(Response response, Request<InteractionHook> request) {
        if (request.getOnSuccess().equals(RestAction.getDefaultSuccess())) {
            interaction.releaseHook(true);
        } else {
            super.handleSuccess(response, request);
        }
    }

    @Override
    protected Route.CompiledRoute finalizeRoute() {
        return Route.Interactions.CALLBACK.compile(interaction.getId(), interaction.getToken());
    }

    /** The message within an answer: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object */
    private static final class Body extends RequestBody {
        private static final ByteString BEGIN =
                ByteString.encodeUtf8("{\"type\":" + ResponseType.CHANNEL_MESSAGE_WITH_SOURCE.getRaw() + ",\"data\":");
        private static final ByteString END = ByteString.encodeUtf8("}");

        private final ByteString message;

        Body(ByteString message) {
            this.message = message;
        }

        @Override
        public MediaType contentType() {
            return Requester.MEDIA_TYPE_JSON;
        }

        @Override
        public long contentLength() {
            return (long) BEGIN.size() + message.size() + END.size();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(BEGIN).write(message).write(END);
        }
    }
}
