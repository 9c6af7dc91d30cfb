package dev.almanac.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.commands.Commands;
import dev.almanac.commands.Question;
import dev.almanac.commands.Request;
import dev.almanac.commands.Suggestion;
import dev.almanac.commands.Usage;
import dev.almanac.discord.Answers.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The very bodies that Discord would get, as JSON, for a front that shows them without Discord. Any number of threads may
 * ask at once.
 */
public final class MessageBodies {
    /** Discord gives each command an id; here the first gets this one, in its order of magnitude. */
    private static final long FIRST_COMMAND_ID = 1_400_000_000_000_000_001L;

    private final ObjectMapper json = new ObjectMapper();
    private final Commands commands;
    private final Answers answers;

    /**
     * What would be sent.
     *
     * @param message as in Create Message, https://discord.com/developers/docs/resources/message#create-message
     * @param isPrivate whether only the asker would see it
     * @param turns whether it takes the place of the message whose button was pressed
     * @param problems what Discord would refuse in it; empty when it would be sent
     */
    public record Body(JsonNode message, boolean isPrivate, boolean turns, List<String> problems) {
        public Body {
            problems = List.copyOf(problems);
        }
    }

    /** @param kept the same that {@code /about} tells the figures of */
    public MessageBodies(Commands commands, KeptMessages kept) {
        this.commands = commands;
        this.answers = new Answers(commands, new ReplyMessage(commands, this::mention), kept);
    }

    private String mention(String name) {
        List<String> names = commands.usages().stream().map(Usage::name).toList();
        return names.contains(name)
                ? "</" + name + ":" + (FIRST_COMMAND_ID + names.indexOf(name)) + ">"
                : Markdown.plain("/" + name);
    }

    /** The answer to a command. */
    public Body to(Request request) {
        return body(answers.to(request, Locale.ENGLISH), false, false);
    }

    /**
     * The answer to a button below a message that the presser asked for.
     *
     * @param customId what the button carries
     * @param request makes a request of the presser's from what the button asks
     */
    public Body toButton(String customId, Function<Question, Request> request) {
        Optional<ButtonId> pressed = ButtonId.parse(customId, commands);
        if (pressed.isEmpty()) {
            return body(answers.toUnknownButton(), false, true);
        }
        Answer answer = answers.to(request.apply(pressed.get().question()), Locale.ENGLISH);
        return body(answer, pressed.get().turns(answer, true), true);
    }

    /** What Discord would offer for a half-typed option. */
    public List<Suggestion> completions(String command, String option, String typed) {
        return answers.completions(command, option, typed);
    }

    private Body body(Answer answer, boolean turns, boolean pressed) {
        try {
            JsonNode message = json.readTree(answer.message().toData().toString());
            return new Body(message, answer.isPrivate() || (pressed && !turns), turns, MessageLimits.problems(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JDA wrote what is no JSON", e);
        }
    }
}
