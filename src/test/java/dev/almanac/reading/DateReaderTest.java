package dev.almanac.reading;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.almanac.RealCommands;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.reading.DateReader.Read;
import dev.almanac.reading.Reading.About;
import dev.almanac.reading.Reading.After;
import dev.almanac.reading.Reading.Before;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InWeek;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.reading.Reading.Nearby;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.OnDay;
import dev.almanac.reading.Reading.Since;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1967", "1967-06", "1812");
    private static final DateReader READER = new DateReader(TIMELINE);
    private static final Commands COMMANDS = RealCommands.over(TIMELINE);
    private static final LineReader LINES = new LineReader(COMMANDS, TIMELINE, false);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private static Optional<Read> read(String text) {
        return READER.read(text, TUESDAY, Locale.UK);
    }

    @Test
    void tellsTheReadingWithTheMostEventsFirstAndTheOthersAfterIt() {
        assertEquals(
                Optional.of(new Read(List.of(year(1967), year(1867), year(67)), "67")), read("What happened in 67?"));
    }

    private static Reading year(int year) {
        return new InYears(Years.of(year));
    }

    @Test
    void takesTheLatestYearOfBeforeWhereTheTimelineHasNone() {
        assertEquals(Optional.of(new Read(List.of(year(1999), year(99)), "'99")), read("'99"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "banana",
                "1867 banana",
                "-44",
                "99:99",
                "19:45",
                "$2000",
                "€ 1,867",
                "1,867",
                "1867m",
                "R2D2",
                "9999999999",
                "0th century",
                "100th century",
                "June banana",
                "Mars",
                "mai",
                "8.30",
                "1.2.3.4.5"
            })
    void findsNoDateInWhatIsNone(String text) {
        assertEquals(Optional.empty(), read(text));
    }

    @Provide
    Arbitrary<Reading> readings() {
        Arbitrary<Integer> years = Arbitraries.integers().between(Years.EARLIEST + 10, Years.LATEST - 10);
        Arbitrary<LocalDate> dates = Combinators.combine(
                        years, Arbitraries.integers().between(1, 365))
                .as(LocalDate::ofYearDay);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(years, Arbitraries.integers().between(0, 3000))
                        .as((first, more) -> new InYears(new Years(first, Math.min(Years.LATEST, first + more)))),
                years.map(About::new),
                years.map(Before::new),
                years.map(After::new),
                years.map(Since::new),
                Combinators.combine(
                                dates.map(YearMonth::from),
                                Arbitraries.integers().between(0, 30))
                        .as((month, more) -> new InMonths(month, month.plusMonths(more))),
                dates.map(OnDate::new),
                Arbitraries.integers()
                        .between(1, 366)
                        .map(day -> new OnDay(MonthDay.from(LocalDate.ofYearDay(2024, day)))),
                Arbitraries.of(Month.values()).map(InMonth::new),
                Arbitraries.integers()
                        .between(0, 9000)
                        .map(weeks -> new InWeek(TUESDAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(weeks - 4000))),
                Arbitraries.of("yesterday", "today", "tomorrow")
                        .map(called -> new Nearby(
                                called,
                                TUESDAY.plusDays(List.of("yesterday", "today", "tomorrow")
                                                .indexOf(called)
                                        - 1)))));
    }

    @Property
    void readsWhatItWritesAsTheSame(@ForAll("readings") Reading reading) {
        assertEquals(Optional.of(List.of(reading)), read(reading.written()).map(Read::readings));
    }

    @Property
    void readsTheSameWithPunctuationAndBlanksAround(@ForAll("readings") Reading reading) {
        List<Reading> read = List.of(reading);
        String written = reading.written();
        for (String around :
                List.of("“%s”", " %s! ", "%s?", "(%s)", "\u00A0%s\u200B…", "what happened, %s?", "%s, please")) {
            assertEquals(Optional.of(read), read(around.replace("%s", written)).map(Read::readings), around);
        }
    }

    @Property
    void readsTheSameInAnyCaseWithAnyDash(@ForAll("readings") Reading reading) {
        String written = reading.written();
        for (String same : List.of(
                written.toUpperCase(Locale.ENGLISH),
                written.toLowerCase(Locale.ENGLISH),
                written.replace('-', '–'),
                written.replace('-', '−'),
                written.replace(' ', '\u00A0'))) {
            assertEquals(Optional.of(List.of(reading)), read(same).map(Read::readings), same);
        }
    }

    @Property
    void readsAnythingAsALineOrRefusesItKindly(@ForAll String typed) {
        survives(typed);
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        return Arbitraries.of(
                        "1867", "67", "0", "31", "99999", "-", "–", "/", ".", ":", "'", "bc", "AD", "the", "of",
                        "century", "th", "s", "xx", "May", "march", "июля", "c.", "before", "from", "to", "between",
                        "and", "early", "twenty", "first", "sixties", "this", "week", "ago", "years", "today", "in",
                        "W53", "page:2", "|", "\uD83D", "1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .flatMap(words -> Arbitraries.of("", " ").map(glue -> String.join(glue, words)));
    }

    @Property(tries = 3000)
    void readsWhatIsNearlyADateOrRefusesItKindly(@ForAll("nearlyDates") String typed) {
        survives(typed);
        survives("/year " + typed);
        survives("/onthisday " + typed);
    }

    private static void survives(String typed) {
        try {
            Question question = LINES.read(typed, TUESDAY, Locale.US);
            // What is searched is read by another package, and not as fast.
            if (!question.command().equals("search")) {
                Reply reply = COMMANDS.answer(new Request(question, TUESDAY, ZoneOffset.UTC, "here"));
                assertNotEquals(Reply.Kind.FAILURE, reply.kind(), typed);
            }
        } catch (BadRequest mistake) {
            assertFalse(mistake.reply().notice().isEmpty(), typed);
        }
    }
}
