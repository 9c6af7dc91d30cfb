package dev.almanac.discord.message;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Form;
import dev.almanac.chat.Picture;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage.Answering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okio.ByteString;

/** Requests in, messages out; what may be kept is formatted once. */
public final class Answers {
    /** Limits of https://discord.com/developers/docs/interactions/application-commands#autocomplete. */
    private static final int MOST_CHOICES = 25;

    private static final int LONGEST_CHOICE = 100;

    private final Commands commands;
    private final ReplyMessage replyMessage;
    private final KeptMessages kept;

    public Answers(Commands commands, ReplyMessage replyMessage, KeptMessages kept) {
        this.commands = commands;
        this.replyMessage = replyMessage;
        this.kept = kept;
    }

    /**
     * A message ready to send, and what sort of answer it is.
     *
     * @param written its JSON, where that was written before; else empty
     * @param refusal why the message of the true answer can't be built, where this tells of a failure in its place; else empty
     */
    public record Answer(MessageCreateData message, Optional<ByteString> written, Reply.Kind kind, String refusal) {
        /** One that wasn't sent before. */
        Answer(MessageCreateData message, Reply.Kind kind, String refusal) {
            this(message, Optional.empty(), kind, refusal);
        }

        public boolean isPrivate() {
            return kind != Reply.Kind.ANSWER;
        }

        /**
         * Whether it takes the place of the message whose button was pressed; otherwise it is a message of its own. With a picture
         * it always is, so that no message with a picture is ever edited.
         */
        public boolean turns(ButtonId pressed, boolean byAsker) {
            return pressed.turns() && byAsker && !kind.isRefusal() && !hasPicture();
        }

        /**
         * Whether only the presser sees it as a message of its own: all but what is asked for everyone, and a picture that the asker
         * asks for.
         */
        public boolean isPrivate(ButtonId pressed, boolean byAsker) {
            return isPrivate() || !(pressed.isForEveryone() || (pressed.turns() && byAsker && hasPicture()));
        }

        /**
         * The message as JSON in UTF-8. Files are none of it.
         *
         * @param isPrivate whether only the asker is to see it
         */
        public ByteString json(boolean isPrivate) {
            if (!isPrivate && written.isPresent()) {
                return written.get();
            }
            DataObject data = message.toData();
            int flags = data.getInt("flags") | (isPrivate ? Message.MessageFlag.EPHEMERAL.getValue() : 0);
            return ByteString.of(data.put("flags", flags).toJson());
        }

        /** Whether a file comes with it. */
        public boolean hasPicture() {
            return !message.getAllDistinctFiles().isEmpty();
        }
    }

    /** Whether the answer may take longer than Discord waits. */
    public boolean isDeferred(Question question) {
        return is(Answering.DEFERRED, question.command());
    }

    /** Whether the answer to a command, or what is offered for it, takes some work. */
    public boolean isSearched(String command) {
        return is(Answering.SEARCHED, command);
    }

    private boolean is(Answering answering, String command) {
        return commands.usage(command)
                .filter(usage -> usage.answering() == answering)
                .isPresent();
    }

    /** The answer to a request; never throws for what a command does, or for a message that can't be built. */
    public Answer to(Request request) {
        return commands.answer(request, new Messages());
    }

    /** Replies as messages, kept in the one language there is. One with a picture is set anew for each sending. */
    private final class Messages implements Form<Answer> {
        private String refusal = "";
        private Optional<Reply> pictured = Optional.empty();

        @Override
        public Answer of(Reply reply) {
            try {
                pictured = Optional.of(reply).filter(one -> one.picture().isPresent());
                return new Answer(replyMessage.of(reply), reply.kind(), refusal);
            } catch (RuntimeException refused) {
                refusal = String.valueOf(refused.getMessage());
                throw refused;
            }
        }

        @Override
        public Optional<Answer> kept(Question resolved) {
            return kept.get(resolved, Locale.ENGLISH)
                    .map(ready -> new Answer(ready.message().get(), ready.json(), Reply.Kind.ANSWER, ""));
        }

        @Override
        public void keep(Question resolved, Answer answer) {
            pictured.ifPresentOrElse(
                    reply -> kept.keepAnew(resolved, Locale.ENGLISH, () -> replyMessage.of(reply), size(reply)),
                    () -> kept.keep(resolved, Locale.ENGLISH, answer.message(), answer.json(false)));
        }

        private static int size(Reply reply) {
            return reply.picture().map(Picture::size).orElse(0);
        }
    }

    /** The answer for the asker alone, with a button that shows it to everyone. */
    public Answer toBeShown(Request request) {
        Answer answer = to(request);
        if (answer.isPrivate()) {
            return answer;
        }
        Button everyone = Button.primary(
                new ButtonId(ButtonId.Action.SHOW_TO_ALL, request.question()).written(commands), "Show to everyone");
        MessageCreateBuilder message = MessageCreateBuilder.from(answer.message());
        List<MessageTopLevelComponent> components = new ArrayList<>(message.getComponents());
        components.add(ActionRow.of(everyone));
        return new Answer(message.setComponents(components).build(), answer.kind(), "");
    }

    /** A message to whoever asked something that can't be read. */
    public Answer toMistake(String text) {
        return new Messages().of(Reply.mistake(text));
    }

    /** A message to whoever pressed a button that {@link ButtonId} can't read. */
    public Answer toUnknownButton() {
        String text = "This button is from another version of the bot, which no longer knows what it meant. "
                + "Ask again: /help lists what you can ask.";
        return new Messages().of(Reply.mistake(text));
    }

    /** A message to whoever typed a line that can't be read. */
    public Answer toMistake(BadRequest mistake) {
        return new Messages().of(mistake.reply());
    }

    /** A message to whoever asks when too many others do. */
    public Answer toOneTooMany() {
        return new Messages().of(Reply.mistake("Too many people are searching right now. Try again in a moment."));
    }

    /** A message to whoever has had so many answers within a minute that the next one has to wait. */
    public Answer toOneWhoHasHad(int most, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        String text =
                "You've had " + most + " answers within a minute. That is all that one person gets, so that nobody else"
                        + " has to wait. Go on in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return new Messages().of(Reply.mistake(text));
    }

    /** What to offer for a half-typed option, as much of it as Discord takes. */
    public List<Suggestion> completions(String command, String option, String typed) {
        return commands.complete(command, option, typed).stream()
                .filter(suggestion -> suggestion.value().length() <= LONGEST_CHOICE)
                .limit(MOST_CHOICES)
                .map(suggestion -> new Suggestion(PlainText.cut(suggestion.name(), LONGEST_CHOICE), suggestion.value()))
                .toList();
    }
}
