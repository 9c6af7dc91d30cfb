package dev.almanac.terminal;

import dev.almanac.chat.Asker;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Form;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One conversation in a terminal: a typed line in, a text out. Keeps the last reply's lines and choices, for their numbers. */
public final class Chat {
    private static final String CONVERSATION = "terminal";

    private final Supplier<TerminalEdition> editions;
    private final Clock clock;
    private final Locale language;
    private List<Choice> choices = List.of();

    /**
     * A conversation that begins.
     *
     * @param editions what is in use; each line is answered with one of them
     * @param clock in the zone of whoever sits at the terminal
     * @param language that they read
     */
    public Chat(Supplier<TerminalEdition> editions, Clock clock, Locale language) {
        this.editions = editions;
        this.clock = clock;
        this.language = language;
    }

    /** Whether this line asks to leave. */
    static boolean leaves(String line) {
        return List.of("/quit", "/exit", "quit", "exit", "q", "/q", "bye")
                .contains(line.strip().toLowerCase(Locale.ROOT));
    }

    /** A reply as it was said. */
    record Said<T>(Reply reply, T form) {}

    /** Answers a typed line, in the form of a reply. */
    public Reply answer(String line) {
        return answer(line, reply -> reply).reply();
    }

    /** Answers a typed line in some form; never throws for a mistake or a failure, which are replies as well. */
    <T> Said<T> answer(String line, Form<T> form) {
        Said<T> said = said(line, reply -> new Said<>(reply, form.of(reply)));
        // After a mistake that offers nothing, the numbers of before still count.
        choices = said.reply().kind() == Reply.Kind.MISTAKE
                        && said.reply().choices().isEmpty()
                ? choices
                : Stream.concat(said.reply().openings().stream(), said.reply().choices().stream())
                        .toList();
        return said;
    }

    private <T> Said<T> said(String line, Form<Said<T>> form) {
        TerminalEdition edition = editions.get();
        LocalDate today = LocalDate.now(clock);
        Question question;
        try {
            question = chosen(line).orElseGet(() -> edition.lines().read(line, today, language));
        } catch (BadRequest mistake) {
            return form.of(mistake.reply());
        }
        Request request =
                new Request(question, today, clock.getZone(), CONVERSATION, Asker.NOBODY, language, Optional.empty());
        return edition.commands().answer(request, form);
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
