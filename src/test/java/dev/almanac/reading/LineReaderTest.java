package dev.almanac.reading;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.RealCommands;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Form;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {
    /** Of the years that end in 67, 1867 has three events, 1967 two; of the sixties, those of the twentieth century have most. */
    private static final Timeline TIMELINE = timelineOf(
            "-0043-03-15",
            "1850",
            "1860/1865",
            "1867",
            "1867-03-30",
            "1867-05",
            "1904-02-08/1904-02-09",
            "1904-05-28",
            "1912-01-02",
            "1926-11-24",
            "1942-07-04",
            "1961-04-12",
            "1962-10",
            "1967-01-27",
            "1967-06-23",
            "1968-07-01",
            "1969-07-20");

    private static final Commands COMMANDS = RealCommands.over(TIMELINE);
    private static final LineReader READER = new LineReader(COMMANDS, TIMELINE, false);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private static Question read(String line) {
        return READER.read(line, TUESDAY, Locale.UK);
    }

    /** What is answered: the resolved question where it can be known, else the question as it was read, or what is wrong with it. */
    private static String asked(String line, LocalDate today, Locale language) {
        List<String> resolved = new ArrayList<>();
        try {
            Question question = READER.read(line, today, language);
            Request request = new Request(question, today, ZoneId.of("Europe/Moscow"), "here");
            Request inLanguage =
                    new Request(question, today, request.zone(), "here", request.asker(), language, Optional.empty());
            Reply reply = COMMANDS.answer(inLanguage, new Form<Reply>() {
                @Override
                public Reply of(Reply said) {
                    return said;
                }

                @Override
                public Optional<Reply> kept(Question asked) {
                    resolved.add(asked.toString());
                    return Optional.empty();
                }
            });
            return reply.kind() == Reply.Kind.MISTAKE
                    ? reply.notice()
                    : resolved.isEmpty() ? question.toString() : resolved.get(0);
        } catch (BadRequest mistake) {
            return mistake.reply().notice();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "lines.csv", delimiter = '|', quoteCharacter = '~')
    void readsALineAsWhatALibrarianWouldTakeItFor(String line, String asked) {
        assertEquals(asked, asked(line, TUESDAY, Locale.UK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4/12|/onthisday date:2026-04-12 typed:4/12",
                "04/07/1942|/onthisday date:2026-04-07 first:1942 typed:04/07/1942",
                "13/12|/onthisday date:2026-12-13",
                "4.12.|/onthisday date:2026-12-04",
                "04-12|/onthisday date:2026-04-12 typed:04-12",
            })
    void takesTheFirstNumberForTheMonthWhereAmericansRead(String line, String asked) {
        assertEquals(asked, asked(line, TUESDAY, Locale.US));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-31|this week|/onthisday date:2026-W53",
                "2027-01-03|this week|/onthisday date:2026-W53",
                "2027-01-04|this week|/onthisday date:2027-W01",
                "2026-12-31|tomorrow|/onthisday date:2027-01-01 zone:Europe/Moscow typed:tomorrow",
                "2027-01-01|yesterday|/onthisday date:2026-12-31 zone:Europe/Moscow typed:yesterday",
                "2026-12-31|next month|/onthisday date:2026-01",
                "2028-02-28|tomorrow|/onthisday date:2028-02-29 zone:Europe/Moscow typed:tomorrow",
                "2028-02-29|today|/onthisday date:2028-02-29 zone:Europe/Moscow",
                "2028-02-29|today in 1967|February 1967 had no day 29. Try 28 February 1967.",
            })
    void knowsWhichDayItIs(LocalDate today, String line, String asked) {
        assertEquals(asked, asked(line, today, Locale.UK));
    }

    @Test
    void offersTheNearestOfWhatIsMisspelt() {
        Reply reply = COMMANDS.answer(new Request(read("12 Aprli"), TUESDAY, ZoneId.of("UTC"), "here"));

        assertEquals("“Aprli” isn't a month I know. Try /onthisday month:April day:12.", reply.notice());
        assertEquals(
                List.of(new Choice("12 April", Question.of("onthisday").with("date", "2026-04-12"))), reply.choices());
    }

    @Test
    void offersBothWhereADayStandsBesideWords() {
        BadRequest mistake = assertThrows(BadRequest.class, () -> read("Gagarin on 12 April"));

        assertEquals(
                List.of(
                        new Choice("Search for Gagarin", Question.of("search").with("words", "Gagarin")),
                        new Choice("12 April", Question.of("onthisday").with("month", "12 April"))),
                mistake.reply().choices());
    }
}
