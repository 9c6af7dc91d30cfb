package dev.almanac.terminal;

import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Reply;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.YearCommand;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Timeline TIMELINE =
            timeline(named("alaska", "1867-03-30"), named("ides", "-0043-03-15"), named("flight", "1903-12-17"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private Timeline timeline = TIMELINE;
    private TimelineState state = new TimelineState("events.json", 1, CLOCK.instant(), 0, List.of());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private Terminal terminal(Map<String, String> environment) {
        return terminal(environment, printed);
    }

    private Terminal terminal(Map<String, String> environment, OutputStream printed) {
        Commands commands = new Commands(
                List.of(
                        new YearCommand(timeline, Examples.of(timeline)),
                        new EventCommand(timeline, new PreparedSearch(timeline), Examples.of(timeline))),
                new Random(1));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        TerminalEdition edition = new TerminalEdition(commands, new LineReader(commands, timeline, false));
        return new Terminal(
                () -> edition, () -> state, new Chat(() -> edition, CLOCK, Locale.ENGLISH), environment, out);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String piped(String lines) throws IOException {
        terminal(Map.of()).answerAll(bytes(lines));
        return printed();
    }

    /** What is printed to someone who types these keys at a terminal and is then gone. */
    private String talked(String keys, int columns, Map<String, String> environment) throws IOException {
        try (ExternalTerminal keyboard = new ExternalTerminal(
                "test", "xterm", bytes(keys), OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
            keyboard.setSize(Size.of(columns, 40));
            terminal(environment).talk("Welcome.", keyboard);
        }
        return printed();
    }

    /** What is printed to someone who types as they see, and is then gone. */
    private String talked(Typist typist, Size size, Map<String, String> environment) throws IOException {
        try (ExternalTerminal keyboard =
                        new ExternalTerminal("test", "xterm", typist.keys(), typist.screen(), StandardCharsets.UTF_8);
                typist) {
            keyboard.setSize(size);
            terminal(environment, typist.screenAnd(printed)).talk("Welcome.", keyboard);
        }
        return printed();
    }

    /** The headings of the replies to someone who types these keys. */
    private List<String> headings(String keys) throws IOException {
        return talked(keys, 80, Map.of("NO_COLOR", "1"))
                .lines()
                .filter(line -> line.matches("\\d+( BC)?|Title of ides|“.*"))
                .toList();
    }

    @Test
    void answersAPipeWithoutPromptOrColoursUntilToldToQuit() throws IOException {
        assertEquals("""
                1867

                30 March 1867
                Title of alaska
                  Text of alaska.
                  Treaty · A Small Almanac <https://example.org/almanac>

                1  ← 44 BC
                2  1903 →

                “год” isn't a command I know. Try /year 44 BC; /help lists them all.
                """, piped("/year 1867\n\nгод\n/quit\n/year 1903\n"));
    }

    @Test
    void readsAPipeThatBeginsWithAByteOrderMarkAndEndsWithoutALineFeed() throws IOException {
        String plain = piped("/year 1700\n2\n");
        printed.reset();

        assertEquals(plain, piped("\uFEFF/year 1700\r\n2"));
        assertTrue(plain.contains("\n1867\n"), plain);
    }

    @Test
    void aQuestionAskedOnceIsAnsweredWithTheLinesToTypeNext() {
        Reply reply = terminal(Map.of("NO_COLOR", "1")).ask("/year 1867");

        assertEquals("1867", reply.heading());
        assertTrue(printed().endsWith("\n← 44 BC: /year year:44 BC\n1903 →: /year year:1903\n"), printed());
    }

    @Test
    void tellsBetweenTwoLinesWhatBecameOfTheFile() throws IOException {
        state = state.refused(List.of("events.json:3:1: ends too early"));

        String talk = talked("/year 1867\r/year 1867\r", 80, Map.of("NO_COLOR", "1"));

        assertEquals(
                List.of(
                        "events.json can't be used as it is now; the timeline of before, with 1 event, stays in use. "
                                + "Mend the file and save it.",
                        "events.json:3:1: ends too early"),
                talk.lines().filter(line -> line.startsWith("events.json")).toList());
    }

    @Test
    void talksInColourAtTheWidthOfTheTerminal() throws IOException {
        String talk = talked("/year 1867\r", 30, Map.of());

        assertTrue(talk.startsWith("Welcome.\n\u001B[1;36m1867\u001B[0m\n"), talk);
        assertTrue(talk.contains("Treaty · A Small Almanac\u001B[0m\n"), talk);
    }

    @Test
    void usesNoColoursWhereTheyAreNotWanted() throws IOException {
        assertFalse(talked("/year 1867\r", 80, Map.of("NO_COLOR", "1")).contains("\u001B"));
        assertFalse(talked("/year 1867\r", 80, Map.of("TERM", "dumb")).contains("\u001B"));
    }

    @Test
    void pressesAChoiceByItsNumberAndRepeatsALineOfTheHistory() throws IOException {
        assertEquals(List.of("1867", "1903", "1867"), headings("/year 1867\r2\r\u001BOA\u001BOA\r"));
    }

    @Test
    void completesAnEventByAnyWordOfItsTitleAndAYearWithItsBlank() throws IOException {
        assertEquals(List.of("Title of ides", "44 BC", "Title of ides"), headings("/event title ides\t\r/year 44\t\r"));
    }

    @Test
    void takesQuotationMarksAndBackslashesAsTheyAre() throws IOException {
        assertEquals(
                List.of("“it's \\ \"” isn't a command I know. Try /year 44 BC; /help lists them all."),
                headings("it's \\ \"\r"));
    }

    @Test
    void leavesWhenToldToAndWhenTheInputEnds() throws IOException {
        assertEquals(List.of("1867"), headings("/year 1867\r/quit\r/year 1903\r"));
        printed.reset();
        assertEquals("Welcome.\n\n", talked("\u0004/year 1867\r", 80, Map.of()));
    }

    @Test
    void ctrlCClearsATypedLineAndLeavesOnAnEmptyOne() throws IOException {
        Typist typist = new Typist()
                .sees("> ")
                .types("/year 17")
                .sees("7")
                .types("\u0003")
                .sees("> ")
                .types("/year 1867\r")
                .sees("> ")
                .types("\u0003")
                .sees("> ")
                .types("/year 1903\r");

        String talk = talked(typist, Size.of(80, 40), Map.of("NO_COLOR", "1"));

        assertTrue(talk.startsWith("Welcome.\n1867\n"), talk);
        assertTrue(talk.endsWith("\n2  1903 →\n\n"), talk);
    }

    @Test
    void linksTitlesOfSourcesInATerminalThatHasHyperlinksAndNeverInAPipe() throws IOException {
        Map<String, String> gnome = Map.of("NO_COLOR", "1", "TERM", "xterm-256color", "VTE_VERSION", "7600");

        String talk = talked("/year 1867\r", 80, gnome);

        assertTrue(
                talk.contains(
                        "Treaty · \u001B]8;id=source;https://example.org/almanac\u001B\\A Small Almanac\u001B]8;;\u001B\\\n"),
                talk);
        printed.reset();
        terminal(gnome).answerAll(bytes("/year 1867\n"));
        assertTrue(printed().contains("Treaty · A Small Almanac <https://example.org/almanac>\n"), printed());
        printed.reset();
        terminal(gnome).ask("/year 1867");
        assertTrue(printed().contains("Treaty · A Small Almanac <https://example.org/almanac>\n"), printed());
    }

    private static final String MORE = "— more: Enter, q ends —";
    private static final String WIPED = "\r" + " ".repeat(MORE.length()) + "\r";

    @Test
    void stopsALongAnswerWhereTheScreenIsFullUntilEnterIsPressed() throws IOException {
        Typist typist = new Typist()
                .sees("> ")
                .types("/year 1867\r")
                .types("x\r") // the first key is none of those asked for
                .types("\r")
                .sees("> ");

        assertEquals(
                """
                Welcome.
                1867

                30 March 1867
                Title of alaska
                %s  Text of alaska.
                  Treaty · A Small Almanac <https://example.org/almanac>

                1  ← 44 BC
                %s2  1903 →

                """.formatted(MORE + WIPED, MORE + WIPED), talked(typist, Size.of(80, 6), Map.of("NO_COLOR", "1")));
    }

    @Test
    void endsALongAnswerOnQOrCtrlCAndGoesOnTalking() throws IOException {
        for (String key : List.of("q", "\u0003")) {
            printed.reset();
            Typist typist = new Typist()
                    .sees("> ")
                    .types("/year 1867\r")
                    .sees(MORE)
                    .types(key)
                    .sees("> ")
                    .types("2\r")
                    .sees(MORE)
                    .types(key)
                    .sees("> ");

            assertEquals(
                    "Welcome.\n1867\n\n30 March 1867\nTitle of alaska\n" + MORE + WIPED
                            + "1903\n\n17 December 1903\nTitle of flight\n" + MORE + WIPED + "\n",
                    talked(typist, Size.of(80, 6), Map.of("NO_COLOR", "1")));
        }
    }

    @Test
    void countsTheRowsThatAnAddressTakesAndNoneForColours() throws IOException {
        assertFalse(talked(new Typist().types("/year 1867\r"), Size.of(30, 13), Map.of())
                .contains(MORE));
        printed.reset();
        assertTrue(talked(new Typist().types("/year 1867\r"), Size.of(30, 12), Map.of())
                .contains(MORE));
    }

    @Test
    void saysAboveWhatCompletionOffersHowManyItLeavesOut() throws IOException {
        timeline = timelineOf(
                IntStream.rangeClosed(1801, 1831).mapToObj(String::valueOf).toArray(String[]::new));
        Typist typist = new Typist()
                .sees("> ")
                .types("/event title\t")
                .sees("The first 25 … and 6 more")
                .types("\u0015/year 1831\r")
                .sees("> ");

        String talk = talked(typist, Size.of(80, 40), Map.of("NO_COLOR", "1"));

        assertTrue(talk.startsWith("Welcome.\n1831\n"), talk);
    }
}
