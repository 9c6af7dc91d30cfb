package dev.almanac.chat;

import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.almanac.lookup.AboutCommand;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class CommandsTest {
    private static final Timeline TIMELINE = timeline(named("alaska", "1867-03-30"), named("ice", "1853"));

    private static final Commands COMMANDS = new Commands(
            List.of(
                    new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                    new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                    new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE)),
                    new RandomCommand(TIMELINE, new Random(1), Examples.of(TIMELINE)),
                    new AboutCommand(TIMELINE, "1.2.3")),
            new Random(1));

    private static Request request(Question question) {
        return new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here");
    }

    private static Request byAnna(Question question) {
        return new Request(
                question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here", new Asker(7, 5, 1, Asker.Rights.NONE));
    }

    private static Reply ask(String command, String... options) {
        return COMMANDS.answer(request(question(command, options)));
    }

    private static Question question(String command, String... options) {
        Question question = Question.of(command);
        for (int i = 0; i < options.length; i += 2) {
            question = question.with(options[i], options[i + 1]);
        }
        return question;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decade|year|1867|There is no command /decade here. /help lists them all.",
                "year|week|3|/year has no option “week”. Try /year 1853.",
                "year|year|' '|/year needs year: A year, years or a decade: 1853, 1853-1856, 1850s. Try /year 1853.",
                "year|year|1111111111 2222222222 3333333333 4444444444 5555555555 6666666666|“1111111111 222222222…” is too "
                        + "long for year: at most 60 characters. Try /year 1853.",
            })
    void refusesAQuestionThatCannotBeAskedAndSaysWhatWorks(
            String command, String option, String value, String message) {
        assertEquals(Reply.mistake(message), ask(command, option, value));
    }

    @Test
    void refusesTwoCommandsOfOneName() {
        Command year = new YearCommand(TIMELINE, Examples.of(TIMELINE));

        assertThrows(IllegalArgumentException.class, () -> new Commands(List.of(year, year), new Random(1)));
    }

    @Test
    void takesAsManyCharactersAsTheOptionSaysAndNoMore() {
        assertEquals(
                List.of(
                        "No event has “" + "a".repeat(200) + "”. Try /event with another word, or /random.",
                        "“" + "a".repeat(20) + "…” is too long for event: at most 200 characters. Try /event title.",
                        "“" + "1".repeat(20) + "…” is too long for year: at most 60 characters. Try /year 1853."),
                List.of(
                        ask("event", "event", "a".repeat(200)).notice(),
                        ask("event", "event", "a".repeat(201)).notice(),
                        ask("year", "year", "1".repeat(61)).notice()));
    }

    @Test
    void offersNothingForWhatIsTooLongOrUnknown() {
        assertEquals(List.of(), COMMANDS.complete("event", "event", "a".repeat(201)));
        assertEquals(List.of(), COMMANDS.complete("event", "year", "ice"));
        assertEquals(List.of(), COMMANDS.complete("nothing", "event", "a"));
        assertEquals(List.of(new Suggestion("1853 · Title of ice", "ice")), COMMANDS.complete("event", "event", "ice"));
    }

    @Test
    void takesAChoiceByItsNameOrItsValue() {
        assertEquals(ask("onthisday", "month", "3"), ask("onthisday", "month", "MARCH"));
    }

    @Test
    void aFailureIsLoggedOnceAndItsReferenceShown() {
        Command broken = new Command() {
            @Override
            public Usage usage() {
                return Usage.of("broken", "Fails", "/broken");
            }

            @Override
            public Reply answer(Request request) {
                throw new IllegalStateException("as always");
            }
        };
        Commands commands = new Commands(List.of(broken), new Random(1));

        assertIsLoggedOnceWithItsReference(() -> commands.answer(request(Question.of("broken"))));
    }

    @Test
    void tellsItsWatchWhatEachAnswerWasAndNothingThatWasTyped() {
        List<String> told = new ArrayList<>();
        Commands commands = new Commands(
                List.of(
                        new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                        new RandomCommand(TIMELINE, new Random(1), Examples.of(TIMELINE))),
                new Random(1),
                (command, outcome, took) -> told.add(command + " " + outcome + (took.isNegative() ? " before" : "")));
        Form<Reply> keeping = new Form<>() {
            @Override
            public Reply of(Reply reply) {
                if (reply.heading().equals("1853")) {
                    throw new IllegalStateException("too long");
                }
                return reply;
            }

            @Override
            public Optional<Reply> kept(Question resolved) {
                return resolved.equals(question("year", "year", "1867")) && !told.isEmpty()
                        ? Optional.of(Reply.of("1867", List.of()))
                        : Optional.empty();
            }
        };

        commands.answer(byAnna(question("year", "year", "1867")), keeping);
        commands.answer(byAnna(question("year", "year", "1867")), keeping);
        commands.answer(byAnna(question("year", "year", "secret")), keeping);
        commands.answer(byAnna(question("year", "year", "1853")), keeping);
        commands.answer(byAnna(question("random")), keeping);
        commands.answer(byAnna(question("secret set")), keeping);

        assertEquals(
                List.of("year ANSWER", "year KEPT", "year MISTAKE", "year FAILURE", "random ANSWER", "unknown MISTAKE"),
                told);

        commands.answer(request(question("year", "year", "1867")), keeping);
        assertEquals(6, told.size(), "Nobody has asked: a front was warming up.");
    }

    @Test
    void aFailureOfTheFormIsLoggedOnceAndItsReferenceShown() {
        assertIsLoggedOnceWithItsReference(() -> COMMANDS.answer(request(question("year", "year", "1867")), reply -> {
            if (reply.kind() != Reply.Kind.FAILURE) {
                throw new IllegalArgumentException("too long");
            }
            return reply;
        }));
    }

    private static void assertIsLoggedOnceWithItsReference(Supplier<Reply> asking) {
        Logger logger = (Logger) LoggerFactory.getLogger(Commands.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);

        Reply reply = asking.get();

        logger.detachAppender(lines);
        logger.setAdditive(true);
        assertEquals(Reply.Kind.FAILURE, reply.kind());
        assertEquals(1, lines.list.size());
        String logged = lines.list.get(0).getFormattedMessage();
        String reference = logged.replaceAll(".*reference ([0-9a-f]{4});.*", "$1");
        assertTrue(reply.notice().contains("reference " + reference + "."), reply.notice() + logged);
    }

    /** What the answer to a question is kept under. */
    private static Optional<Question> keptUnder(String command, String... options) {
        List<Question> kept = new ArrayList<>();
        COMMANDS.answer(request(question(command, options)), new Form<Reply>() {
            @Override
            public Reply of(Reply reply) {
                return reply;
            }

            @Override
            public void keep(Question resolved, Reply answer) {
                kept.add(resolved);
            }
        });
        return kept.stream().findFirst();
    }

    /** Counts how often it resolves, and repeats what it resolved as answer and choice. */
    private static final class Counting implements Command {
        private int resolved;

        @Override
        public Usage usage() {
            return Usage.of("count", "Counts", "/count", Option.carried("number"));
        }

        @Override
        public Question resolve(Request request) {
            return request.question().with("number", String.valueOf(++resolved));
        }

        @Override
        public Reply answer(Request request) {
            return Reply.of(request.option("number").orElse(""), List.of())
                    .withChoices(List.of(new Choice("Again", request.question())));
        }
    }

    @Test
    void aQuestionIsResolvedOnceAndTheSameIsAnsweredKeptAndCarried() {
        List<Object> seen = new ArrayList<>();
        new Commands(List.of(new Counting()), new Random(1)).answer(request(Question.of("count")), new Form<Reply>() {
            @Override
            public Reply of(Reply reply) {
                seen.add(reply.heading());
                seen.add(reply.choices().get(0).question());
                return reply;
            }

            @Override
            public void keep(Question resolved, Reply answer) {
                seen.add(resolved);
            }
        });

        assertEquals(List.of("1", question("count", "number", "1"), question("count", "number", "1")), seen);
    }

    @Test
    void anAnswerMayBeKeptUnderItsResolvedQuestionButNotAboutNorRandom() {
        assertEquals(
                List.of(
                        Optional.of(question("year", "year", "1860-1869")),
                        Optional.of(question("event", "event", "alaska")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(
                        keptUnder("year", "year", "1860s"),
                        keptUnder("event", "event", "title alaska"),
                        keptUnder("about"),
                        keptUnder("random"),
                        keptUnder("year", "year", "banana")));
    }
}
