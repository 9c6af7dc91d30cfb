package dev.almanac.terminal;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import dev.almanac.commands.BadRequest;
import dev.almanac.commands.Choice;
import dev.almanac.commands.Command;
import dev.almanac.commands.Commands;
import dev.almanac.commands.EventCard;
import dev.almanac.commands.EventCommand;
import dev.almanac.commands.OnThisDayCommand;
import dev.almanac.commands.Option;
import dev.almanac.commands.Question;
import dev.almanac.commands.Reply;
import dev.almanac.commands.Request;
import dev.almanac.commands.Section;
import dev.almanac.commands.Usage;
import dev.almanac.commands.YearCommand;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultParser;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1867", "1914/1917", "1903-11-25");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T22:30:00Z"), ZoneId.of("Europe/Moscow"));

    /** A command with subcommands. */
    private static final class Daily implements Command {
        @Override
        public Usage usage() {
            Usage plain = Usage.of("daily", "Posts", "/daily set");
            return new Usage(
                    plain.name(),
                    plain.description(),
                    plain.example(),
                    List.of(),
                    List.of(
                            Usage.of("set", "Set it up", "/daily set", Option.text("zone", "A zone")),
                            Usage.of("list", "List them", "/daily list")),
                    plain.audience(),
                    plain.fronts(),
                    false);
        }

        @Override
        public Reply answer(Request request) {
            return Reply.of(request.question().toString(), List.of());
        }
    }

    private static Commands commands() {
        return new Commands(
                List.of(
                        new OnThisDayCommand(TIMELINE),
                        new YearCommand(TIMELINE),
                        new EventCommand(TIMELINE),
                        new Daily()),
                new Random(1));
    }

    private static Question parse(String line) {
        return new TypedLine(commands()).parse(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/year 1867|/year year:1867",
                "/YEAR  1867 |/year year:1867",
                "/year year:1867 page:2|/year year:1867 page:2",
                "/year 44 BC|/year year:44 BC",
                "/onthisday july 4|/onthisday month:july day:4",
                "/onthisday day:4 july|/onthisday day:4 month:july",
                "/onthisday month:February day:28|/onthisday month:February day:28",
                "/onthisday|/onthisday",
                "/event sale of alaska|/event event:sale of alaska",
                "/event event:sale of alaska|/event event:sale of alaska",
                "1867|/year year:1867",
                "44 BC|/year year:44 BC",
                "7 November|/onthisday month:7 day:November",
                "29 february|/onthisday month:29 day:february",
                "/daily set Europe/Moscow|/daily set zone:Europe/Moscow",
                "/daily LIST|/daily list",
            })
    void readsALineAsAQuestion(String line, String question) {
        assertEquals(question, parse(line).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|“banana” is no command. Try /year 1867, /onthisday march 30 or /random; /help lists all.",
                "/banana 3|There is no command /banana here. /help lists all.",
                "/|There is no command / here. /help lists all.",
                "/daily list now|/daily list takes nothing behind it. Try just /daily list.",
                "/daily nothing|/daily is followed by one of set, list.",
                "/daily|/daily is followed by one of set, list.",
            })
    void refusesALineThatNamesNoCommandAndSaysWhatWorks(String line, String message) {
        assertEquals(message, assertThrows(BadRequest.class, () -> parse(line)).getMessage());
    }

    @Test
    void takesTodayFromTheClockInItsZone() {
        assertEquals(
                "Today, 25 November 2026 (Europe/Moscow)",
                new Chat(commands(), CLOCK).answer("/onthisday").heading());
    }

    @Test
    void takesTheNumberOfAChoiceOfTheLastReplyEvenAfterAMistake() {
        Chat chat = new Chat(commands(), CLOCK);

        assertEquals(
                List.of("1914 →"),
                chat.answer("/year 1903").choices().stream()
                        .map(Choice::label)
                        .toList()
                        .subList(1, 2));
        assertEquals(Reply.Kind.MISTAKE, chat.answer("banana").kind());
        assertEquals("1914", chat.answer("2").heading());
        assertEquals("30", chat.answer("30").heading());
    }

    private static String piped(String lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            Commands commands = commands();
            new Terminal(commands, new Chat(commands, CLOCK), Map.of(), out)
                    .answerAll(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void answersAPipeWithoutPromptOrColours() throws IOException {
        assertEquals("""
                1867

                30 March 1867
                Title of 1867-03-30
                  Text of 1867-03-30.
                  Treaty · Almanac Press: A Small Almanac <https://example.org/almanac>

                1867
                Title of 1867
                  Text of 1867.
                  Treaty · Almanac Press: A Small Almanac <https://example.org/almanac>

                1  1903 →

                “год” is no command. Try /year 1867, /onthisday march 30 or /random; /help lists
                all.
                """, piped("/year 1867\n\nгод\n/quit\n/year 1903\n"));
    }

    @Test
    void aQuestionAskedOnceIsAnsweredWithTheLinesToTypeNext() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Commands commands = commands();
        new Terminal(
                        commands,
                        new Chat(commands, CLOCK),
                        Map.of("NO_COLOR", "1"),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .ask("/year 1903");

        assertTrue(bytes.toString(StandardCharsets.UTF_8)
                .endsWith("\n← 1867: /year year:1867\n1914 →: /year year:1914\n"));
    }

    private static final EventCard LONG_CARD = new EventCard(
            "x",
            "159 years ago",
            "30 March 1867",
            "18 March",
            "date in doubt",
            "A title of several words that has to be broken somewhere",
            "Some words, a veryveryveryveryveryverylongword, 条約と中国 and 😀.",
            "A note.",
            List.of(new Category("treaty", "Treaty", 0)),
            List.of(new EventCard.SourceLine("A source", "")));

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 33, 80, 500})
    void noLineIsWiderThanTheTerminal(int columns) {
        String text = new ReplyText(Style.PLAIN, columns)
                .of(Reply.of("A heading", List.of(LONG_CARD)), (number, choice) -> "");
        int widest = Math.max(20, Math.min(96, columns));

        assertEquals(
                List.of(),
                text.lines()
                        .filter(line -> line.codePoints()
                                        .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                                        .sum()
                                > widest)
                        .toList());
        assertEquals(
                "Aheading30March1867(18MarchOldStyle)·159yearsago·dateindoubtAtitleofseveralwordsthathastobebroken"
                        + "somewhereSomewords,averyveryveryveryveryverylongword,条約と中国and😀.Note:Anote.Treaty·Asource",
                text.replaceAll("\\s", ""));
    }

    @Test
    void controlCharactersAndMarksThatTurnTheWritingReachNoTerminal() {
        Reply reply = Reply.ofSections("\u001B[31mred", List.of(new Section("a\u0007b", "c\u202Ed\u2066e\r\nf")));

        assertEquals("""
                \uFFFD[31mred

                a\uFFFDb
                  c\uFFFDd\uFFFDe\uFFFD
                  f
                """, new ReplyText(Style.PLAIN, 80).of(reply, (number, choice) -> ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ye|/onthisday /year /event /daily /quit",
                "/year 191|AD-191 1910-1919 1914",
                "/event 1867-0|1867-03-30",
                "/onthisday ma|january february march april may june july august september october november december",
                "/onthisday march 3|",
                "/nothing x|",
            })
    void completesCommandsAndWhatTheirOptionsOffer(String line, @Nullable String offered) {
        List<Candidate> candidates = new ArrayList<>();
        new LineCompleter(commands())
                .complete(mock(LineReader.class), new DefaultParser().parse(line, line.length()), candidates);

        assertEquals(
                offered == null ? "" : offered,
                candidates.stream()
                        .map(candidate -> candidate.value().replace(' ', '-'))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void coloursOnlyDressTheSameWords() {
        Reply reply = Reply.of("Heading", List.of(LONG_CARD)).withNotice("Notice");
        String plain = new ReplyText(Style.PLAIN, 80).of(reply, (number, choice) -> "");
        String coloured = new ReplyText(Style.COLOURED, 80).of(reply, (number, choice) -> "");

        assertFalse(plain.contains("\u001B"));
        assertTrue(coloured.contains("\u001B[1;36mHeading"));
        assertEquals(plain, coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }
}
