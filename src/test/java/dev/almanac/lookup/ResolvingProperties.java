package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.RealCommands;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Command;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Resolving what is resolved changes nothing, whichever command it is, on whichever day, in whichever zone. */
class ResolvingProperties {
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1868", "-0043-03-15");
    private static final List<Command> COMMANDS = RealCommands.list(TIMELINE);
    private static final List<String> TYPED = List.of(
            "",
            "1867",
            "1860s",
            "1917-1914",
            "44 BC",
            "49-44 BC",
            "july",
            "7",
            "4th",
            "29 february",
            "treaty",
            "2026-03-30",
            "2026-02",
            "Europe/Moscow",
            "-1",
            "title 1868");

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(COMMANDS)
                .map(Command::usage)
                .flatMap(usage -> Arbitraries.of(TYPED)
                        .list()
                        .ofSize(usage.options().size())
                        .map(values -> {
                            Question question = Question.of(usage.name());
                            for (int i = 0; i < values.size(); i++) {
                                question = question.with(usage.options().get(i).name(), values.get(i));
                            }
                            return question;
                        }));
    }

    /** The command of a question, which may be resolved to the question of another one. */
    private static Command command(Question question) {
        return COMMANDS.stream()
                .filter(one -> one.usage().name().equals(question.command()))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 5000)
    void resolvingAgainChangesNothing(@ForAll("questions") Question question) {
        Question resolved = question;
        try {
            resolved = command(question)
                    .resolve(new Request(question, LocalDate.of(2026, 11, 24), ZoneId.of("Europe/Moscow"), "here"));
        } catch (BadRequest | java.util.NoSuchElementException unreadable) {
            Assume.that(false);
        }

        assertEquals(
                resolved,
                command(resolved).resolve(new Request(resolved, LocalDate.of(2027, 1, 1), ZoneOffset.UTC, "there")));
    }
}
