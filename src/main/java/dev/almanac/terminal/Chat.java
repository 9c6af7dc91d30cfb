package dev.almanac.terminal;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One conversation in a terminal: a typed line in, a text out. Keeps the last reply, for the numbers of its choices. */
public final class Chat {
    private static final String CONVERSATION = "terminal";

    private final Commands commands;
    private final Clock clock;
    private final TypedLine typedLine;
    private List<Choice> choices = List.of();

    /** @param clock in the zone of whoever sits at the terminal */
    public Chat(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
        this.typedLine = new TypedLine(commands);
    }

    /** Whether this line asks to leave. */
    static boolean leaves(String line) {
        return List.of("/quit", "/exit", "quit", "exit").contains(line.strip().toLowerCase(Locale.ROOT));
    }

    /** Answers a command line; never throws for a mistake, which is a reply as well. */
    public Reply answer(String line) {
        Reply reply = reply(line);
        choices = reply.kind() == Reply.Kind.MISTAKE ? choices : reply.choices();
        return reply;
    }

    private Reply reply(String line) {
        try {
            Question question = chosen(line).orElseGet(() -> typedLine.parse(line));
            return commands.answer(new Request(question, LocalDate.now(clock), clock.getZone(), CONVERSATION));
        } catch (BadRequest mistake) {
            return Reply.mistake(String.valueOf(mistake.getMessage()));
        }
    }

    private Optional<Question> chosen(String line) {
        String typed = line.strip();
        if (!typed.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= choices.size()
                ? Optional.of(choices.get(number - 1).question())
                : Optional.empty();
    }
}
