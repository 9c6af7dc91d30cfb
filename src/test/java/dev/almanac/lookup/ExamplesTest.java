package dev.almanac.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.RealCommands;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.reading.LineReader;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import dev.almanac.timeline.Years;
import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Category GAME = new Category("game", "Game", 0x274690);
    private static final TimelineHead HEAD = new TimelineHead(
            "History of chess", "Who played whom.", "en", "CC0-1.0", List.of(), List.of(GAME), List.of(), List.of());
    private static final Timeline CHESS = new Timeline(
            HEAD,
            List.of(
                    game("first-title", "1886-03-29", "Wilhelm Steinitz beats Johannes Zukertort", "Wilhelm Steinitz"),
                    game("deep-blue", "1997-05-11", "Deep Blue beats the champion in New York"),
                    game("london", "1851", "Adolf Anderssen wins at London", "Adolf Anderssen")));
    private static final Timeline NOTHING = new Timeline(HEAD, List.of());

    private static HistoryEvent game(String id, String date, String title, String... people) {
        return new HistoryEvent(
                id,
                HistoricalDate.parse(date),
                "",
                null,
                title,
                "It was a game.",
                "",
                List.of(GAME),
                List.of(people),
                List.of(),
                null,
                false,
                Confidence.UNVERIFIED,
                List.of(),
                List.of());
    }

    private static Timeline shipped() {
        return new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    }

    static Stream<Timeline> timelinesWithEvents() {
        return Stream.of(
                shipped(),
                CHESS,
                Events.timelineOf("-0043-03-15", "-0040"),
                Events.timelineOf("1800"),
                Events.timelineOf("-0001-03"),
                Events.timelineOf("0867-06-18"),
                Events.timelineOf("9998-12-31"),
                Events.timelineOf("1850/.."));
    }

    /** Each line that usages and refusals name. */
    private static List<String> lines(Timeline timeline) {
        Examples examples = Examples.of(timeline);
        return Stream.of(
                        RealCommands.list(timeline).stream()
                                .map(command -> command.usage().example()),
                        each(examples.everyYear()),
                        each(examples.everySearch()),
                        each(examples.scopes()).map(scope -> "/random " + scope))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private static Stream<String> each(String choice) {
        return Arrays.stream(choice.split(", | or "));
    }

    private static Reply ask(Timeline timeline, String line) {
        Commands commands = RealCommands.over(timeline);
        LocalDate today = LocalDate.of(2026, 11, 24);
        Question question = new LineReader(commands, timeline, false).read(line, today, Locale.ENGLISH);
        return commands.answer(new Request(question, today, ZoneOffset.UTC, "here"));
    }

    @ParameterizedTest
    @MethodSource("timelinesWithEvents")
    void areAllAnsweredWithEvents(Timeline timeline) {
        for (String line : lines(timeline)) {
            Reply reply = ask(timeline, line);
            boolean ofYears =
                    line.matches("/(year|random).*") && timeline.years().isPresent();
            boolean ofWords = line.matches("/(search|event).*");

            assertEquals(Reply.Kind.ANSWER, reply.kind(), line + ": " + reply.notice());
            assertTrue(
                    !(ofYears || ofWords)
                            || !reply.cards().isEmpty()
                            || !reply.lines().isEmpty()
                            || !reply.narrower().isEmpty(),
                    line + ": " + reply);
        }
    }

    @Test
    void takeTheShippedTimelineByItsTurningPoints() {
        assertEquals(
                new Examples(
                        new Years(1867, 1870),
                        Optional.empty(),
                        MonthDay.of(3, 30),
                        "alaska",
                        List.of("gagarin", "\"yuri gagarin\"", "gagarin 1961")),
                Examples.of(shipped()));
    }

    @Test
    void speakOfChessInATimelineOfChess() {
        assertEquals(
                List.of(
                        "/onthisday month:March day:29",
                        "/year 1851",
                        "/search anderssen",
                        "/timeline from:1851 to:1854",
                        "/random",
                        "/quiz",
                        "/event london",
                        "/about",
                        "/help",
                        "/year 1851-1854",
                        "/year 1850s",
                        "/search \"adolf anderssen\"",
                        "/random from:1851 to:1854",
                        "/random from:1850s"),
                lines(CHESS));
    }

    @Test
    void areOfNobodyElseInAnEmptyTimeline() {
        assertEquals(
                List.of(
                        "/onthisday month:January day:1",
                        "/year 1900",
                        "/search chess",
                        "/timeline from:1900 to:1903",
                        "/random",
                        "/quiz",
                        "/event chess",
                        "/about",
                        "/help",
                        "/year 1900-1903",
                        "/random from:1900 to:1903"),
                lines(NOTHING));
        for (String line : lines(NOTHING)) {
            boolean named = line.startsWith("/event");
            assertEquals(
                    named ? Reply.Kind.MISTAKE : Reply.Kind.ANSWER,
                    ask(NOTHING, line).kind(),
                    line);
        }
    }

    @Test
    void standInDescriptionsOfOptionsToo() {
        assertEquals(
                List.of(
                        "A year, years or a decade: 1851, 1851-1854, 1850s",
                        "Only events from this year on, like 1851",
                        "Only events up to this year, like 1854"),
                RealCommands.over(CHESS).usages().stream()
                        .map(Usage::options)
                        .flatMap(List::stream)
                        .map(Option::description)
                        .filter(description -> description.matches(".*\\d{4}.*"))
                        .distinct()
                        .toList());
    }

    @Test
    void leaveOutWhatIsSensitiveWhileThereIsAnythingElse() {
        HistoryEvent plain = game("plain", "1900-01-02", "A plain game");
        HistoryEvent sad = new HistoryEvent(
                "sad",
                HistoricalDate.parse("1899-01-01"),
                "",
                null,
                "A sad game",
                "It was sad.",
                "",
                List.of(GAME),
                List.of(),
                List.of(),
                null,
                true,
                Confidence.UNVERIFIED,
                List.of(),
                List.of());

        assertEquals(
                "1900", Examples.of(new Timeline(HEAD, List.of(sad, plain))).first());
        assertEquals("1899", Examples.of(new Timeline(HEAD, List.of(sad))).first());
    }
}
