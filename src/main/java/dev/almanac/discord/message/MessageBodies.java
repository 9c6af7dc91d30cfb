package dev.almanac.discord.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.daily.Post;
import dev.almanac.discord.message.Answers.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * The very bodies that Discord would get, as JSON, for a front that shows them without Discord. Any number of threads may
 * ask at once.
 */
public final class MessageBodies {
    /** Discord gives each command an id; here the first gets this one, in its order of magnitude. */
    private static final long FIRST_COMMAND_ID = 1_400_000_000_000_000_001L;

    private static final String PNG = "data:image/png;base64,";

    private final ObjectMapper json = new ObjectMapper();
    private final Commands commands;
    private final ReplyMessage replyMessage;
    private final Answers answers;

    /**
     * What would be sent.
     *
     * @param message as in Create Message, https://discord.com/developers/docs/resources/message#create-message
     * @param isPrivate whether only the asker would see it
     * @param turns whether it takes the place of the message whose button was pressed
     * @param files what is sent with it, by name, as {@code data:} addresses
     * @param problems what Discord would refuse, in it or in the answer whose failure it tells of; empty when all would be sent
     */
    public record Body(
            JsonNode message, boolean isPrivate, boolean turns, Map<String, String> files, List<String> problems) {
        public Body {
            files = Map.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /** @param kept answers that are ready to be shown */
    public MessageBodies(Commands commands, KeptMessages kept) {
        this.commands = commands;
        this.replyMessage = new ReplyMessage(commands, this::mention);
        this.answers = new Answers(commands, replyMessage, kept);
    }

    private String mention(String name) {
        int place = commands.usages().stream().map(Usage::name).toList().indexOf(name.replaceFirst(" .*", ""));
        return place < 0 ? Markdown.plain("/" + name) : "</" + name + ":" + (FIRST_COMMAND_ID + place) + ">";
    }

    /** The answer to a command. */
    public Body to(Request request) {
        return answer(request, null);
    }

    /**
     * The answer to a button below a message that the presser asked for.
     *
     * @param customId what the button carries
     * @param request makes a request of the presser's from what the button asks
     */
    public Body toButton(String customId, Function<Question, Request> request) {
        return toPress(ButtonId.parse(customId, commands), request);
    }

    /**
     * The answer to what was chosen in a menu, as {@link #toButton}.
     *
     * @param values of the options that were chosen
     */
    public Body toMenu(String customId, List<String> values, Function<Question, Request> request) {
        return toPress(ButtonId.chosen(customId, values, commands), request);
    }

    private Body toPress(Optional<ButtonId> pressed, Function<Question, Request> request) {
        return pressed.map(button -> answer(request.apply(button.question()), button))
                .orElseGet(() -> body(answers.toUnknownButton().message(), true, false, ""));
    }

    /** What is said to whoever typed a line that can't be read. */
    public Body of(BadRequest mistake) {
        return body(answers.toMistake(mistake).message(), true, false, "");
    }

    /** The message of a post. */
    public Body of(Post post) {
        return body(replyMessage.of(post), false, false, "");
    }

    /** What Discord would offer for a half-typed option. */
    public List<Suggestion> completions(String command, String option, String typed) {
        return answers.completions(command, option, typed);
    }

    private Body answer(Request request, @Nullable ButtonId pressed) {
        Answer answer = answers.to(request);
        boolean turns = pressed != null && answer.turns(pressed, true);
        return body(
                answer.message(),
                pressed == null ? answer.isPrivate() : !turns && answer.isPrivate(pressed, true),
                turns,
                answer.refusal());
    }

    private Body body(MessageCreateData created, boolean isPrivate, boolean turns, String refusal) {
        try {
            JsonNode message = json.readTree(created.toData().toString());
            List<String> problems = refusal.isEmpty() ? MessageLimits.problems(message) : List.of(refusal);
            return new Body(message, isPrivate, turns, files(created), problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JDA wrote something that isn't JSON", e);
        }
    }

    private static Map<String, String> files(MessageCreateData created) {
        Map<String, String> files = new HashMap<>();
        for (FileUpload file : created.getAllDistinctFiles()) {
            try (InputStream data = file.getData()) {
                files.put(file.getName(), PNG + Base64.getEncoder().encodeToString(data.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("memory can't be read", e);
            }
        }
        return files;
    }
}
