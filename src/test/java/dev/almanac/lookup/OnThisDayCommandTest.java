package dev.almanac.lookup;

import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static dev.almanac.timeline.Events.timelineOf;
import static dev.almanac.timeline.Events.weighing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnThisDayCommandTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static Reply ask(Timeline timeline, LocalDate today, String... options) {
        Question question = Question.of("onthisday");
        for (int i = 0; i < options.length; i += 2) {
            question = question.with(options[i], options[i + 1]);
        }
        Commands commands = new Commands(List.of(new OnThisDayCommand(timeline, Examples.of(timeline))), new Random(1));
        return commands.answer(new Request(question, today, MOSCOW, "here"));
    }

    private static List<String> labels(Reply reply) {
        return reply.cards().stream()
                .map(card -> card.date() + ": " + card.label())
                .toList();
    }

    private static List<String> dates(Reply reply) {
        return reply.lines().stream().map(EventLine::date).toList();
    }

    @Test
    void answersForTodayAndNamesTheZone() {
        Reply reply = ask(timelineOf("1867-11-24"), TODAY);

        assertEquals("Today, 24 November", reply.heading());
        assertEquals(List.of(new Section("", "The day is that of the time zone Europe/Moscow.")), reply.sections());
        assertEquals(reply, ask(timelineOf("1867-11-24"), TODAY, "month", "today"));
        assertEquals(List.of("24 November 1867: 159 years ago"), labels(reply));
    }

    @ParameterizedTest
    @CsvSource({
        "july, 4",
        "4, July",
        "7, 4",
        "JUL, 4th",
        "jul., 04",
        "July, '4,'",
        "30, 3",
        "'march 30', ''",
        "'', '30 March'"
    })
    void readsADayInWhicheverWayItIsTyped(String month, String day) {
        String heading = ask(timelineOf("1900-07-04", "1900-03-30"), TODAY, "month", month, "day", day)
                .heading();

        assertEquals(month.contains("30") || day.contains("30") ? "30 March" : "4 July", heading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "april|banana|April has no day “banana”. Try /onthisday month:April day:28.",
                "banana|''|“banana” isn't a month I know. Try /onthisday month:January day:1.",
                "13|''|“13” isn't a month I know. Try /onthisday month:January day:1.",
                "ma|1|“ma” isn't a month I know. Try /onthisday month:January day:1.",
                "''|5|Day 5 of which month? Try /onthisday month:January day:1.",
            })
    void refusesWhatIsNoDayAndSaysWhatWorks(String month, String day, String message) {
        assertEquals(Reply.mistake(message), ask(timelineOf("1867"), TODAY, "month", month, "day", day));
    }

    @ParameterizedTest
    @CsvSource({"february, 30, 28", "april, 31, 30", "april, 0, 30"})
    void offersTheNearestDayWhereAMonthHasNoSuchDay(String month, String day, String works) {
        String name = month.substring(0, 1).toUpperCase(Locale.ENGLISH) + month.substring(1);
        Reply mistake = ask(timelineOf("1867"), TODAY, "month", month, "day", day);

        assertEquals(
                name + " has no day " + day + ". Try /onthisday month:" + name + " day:" + works + ".",
                mistake.notice());
        assertEquals(
                List.of(works + " " + name),
                mistake.choices().stream().map(Choice::label).toList());
    }

    @Test
    void tellsTheDayOfTheYearThatIsNamedFirst() {
        Timeline timeline = timelineOf("1826-07-04", "1942-07-04", "1942-07", "1942-07-05");

        Reply reply = ask(timeline, TODAY, "month", "4 July 1942");

        assertEquals("4 July 1942", reply.heading());
        assertEquals(List.of("4 July 1942: 84 years ago", "4 July 1826: 200 years ago"), labels(reply));
        assertEquals(
                List.of("All of July 1942", "All of 1942", "← 5 July", "As a picture"),
                reply.choices().stream().map(Choice::label).toList());
    }

    @Test
    void saysSoWhereOnlyOtherYearsHaveThatDay() {
        assertEquals(
                "This timeline of US-Russian relations has nothing on 4 July 1943; this happened on that day in other years.",
                ask(timelineOf("1942-07-04"), TODAY, "month", "July", "day", "4, 1943")
                        .notice());
    }

    @Test
    void tellsAWeekDayByDayOverNewYear() {
        Reply reply = ask(
                timelineOf("1900-01-01", "1900-12-31", "1900-01-04"), LocalDate.of(2026, 12, 31), "month", "this week");

        assertEquals("Monday to Sunday, 28 December 2026 – 3 January 2027", reply.heading());
        assertEquals(List.of("31 December 1900: 126 years ago", "1 January 1900: 127 years ago"), labels(reply));
        assertEquals(
                List.of("/onthisday date:2026-W52", "/onthisday date:2027-W01"),
                reply.choices().stream()
                        .map(choice -> choice.question().toString())
                        .toList());
    }

    @Test
    void callsTomorrowTomorrow() {
        Reply reply = ask(timelineOf("1867-11-25"), TODAY, "month", "tomorrow");

        assertEquals("Tomorrow, 25 November", reply.heading());
        assertEquals(List.of(new Section("", "The day is that of the time zone Europe/Moscow.")), reply.sections());
    }

    @Test
    void saysWhichNumberItTookForTheMonthAndOffersTheOther() {
        Reply reply = ask(timelineOf("1867-12-04"), TODAY, "month", "4/12");

        assertEquals("4 December", reply.heading());
        assertEquals("“4/12” is read as 4 December.", reply.notice());
        assertEquals(
                List.of(new Choice("12 April", Question.of("onthisday").with("date", "2026-04-12"))),
                reply.choices().stream()
                        .filter(choice -> choice.label().equals("12 April"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13",
                "2026-W54",
                "2026-W00",
                "2026-04-00",
                "0000-01-01",
                "30 March",
                "2026-03-30x"
            })
    void refusesAForgedDateKindly(String date) {
        assertEquals(
                Reply.mistake("“" + date + "” isn't a day I know. Try /onthisday month:January day:1."),
                ask(timelineOf("1867"), TODAY, "date", date));
    }

    @Test
    void countsTheYearsFromTheYearThatIsAskedFor() {
        Timeline timeline = timelineOf("1867-03-30", "2026-03-30", "2027-03-30");

        assertEquals(
                List.of("30 March 1867: 159 years ago", "30 March 2026: this year", "30 March 2027: in 1 year"),
                labels(ask(timeline, TODAY, "month", "3", "day", "30")));
        assertEquals(
                "30 March 1867: 150 years ago",
                labels(ask(timeline, TODAY, "date", "2017-03-30")).get(0));
    }

    @Test
    void namesNoNeighbourTwiceNorItself() {
        assertEquals(
                List.of(new Choice("As a picture", Question.of("timeline").with("day", "2026-03-30"))),
                ask(timelineOf("1900-03-30"), TODAY, "month", "3", "day", "30").choices());
        assertEquals(
                List.of("← 30 March"),
                ask(timelineOf("1900-03-30"), TODAY, "month", "4", "day", "1").choices().stream()
                        .map(Choice::label)
                        .toList());
    }

    @Test
    void saysSoWhereAWholeTimelineHasNoDay() {
        assertEquals(
                Reply.of("1 April", List.of())
                        .withNotice("This timeline of US-Russian relations has nothing on 1 April."),
                ask(timelineOf("1867"), TODAY, "month", "4", "day", "1"));
    }

    @Test
    void leadsFromMonthToMonthOverNewYear() {
        assertEquals(
                Reply.of("December", List.of())
                        .withNotice("This timeline of US-Russian relations has nothing in December.")
                        .withChoices(List.of(
                                new Choice(
                                        "← November", Question.of("onthisday").with("date", "2026-11")),
                                new Choice("January →", Question.of("onthisday").with("date", "2027-01")))),
                ask(timelineOf("1867"), TODAY, "month", "december"));
    }

    @Test
    void showsAnEmptyLeapDayAsAnyOther() {
        Reply reply = ask(timelineOf("1900-02-28", "1900-03-01"), TODAY, "month", "2", "day", "29");

        assertEquals(
                "This timeline of US-Russian relations has nothing on 29 February. Nearest: 28 February and 1 March.",
                reply.notice());
    }

    @Test
    void putsRoundAnniversariesFirstThenTheOldest() {
        Timeline timeline =
                timelineOf("1800-03-30", "1976-03-30", "2001-03-30", "1826-03-30", "1926-03-30", "1901-03-30");

        assertEquals(
                List.of("30 March 1826: 200 years ago", "30 March 1926: 100 years ago", "30 March 1976: 50 years ago"),
                labels(ask(timeline, TODAY, "month", "3", "day", "30")));
        assertEquals(
                List.of("30 March 1901", "30 March 2001", "30 March 1800"),
                dates(ask(timeline, TODAY, "month", "3", "day", "30")));
    }

    @Test
    void putsWhatWeighsMoreFirst() {
        Timeline timeline = timeline(
                weighing(1, "1926-03-30"),
                weighing(2, "1901-03-30"),
                weighing(2, "1916-03-30"),
                weighing(3, "1999-03-30"));

        Reply reply = ask(timeline, TODAY, "month", "3", "day", "30");
        assertEquals(
                List.of("30 March 1999: 27 years ago", "30 March 1901: 125 years ago", "30 March 1916: 110 years ago"),
                labels(reply));
        assertEquals(List.of("30 March 1926"), dates(reply));
    }

    @Test
    void listsTheLaterOnesOfADay() {
        Timeline timeline = timeline(IntStream.range(0, 30)
                .mapToObj(i -> named("e" + i, (1901 + i) + "-03-30"))
                .toArray(HistoryEvent[]::new));
        Question question = Question.of("onthisday").with("date", "2025-03-30");

        Reply first = ask(timeline, TODAY, "date", "2025-03-30");
        assertEquals(3, first.cards().size());
        assertEquals(20, first.lines().size());
        assertEquals(new Pages(1, 2), first.pages());
        assertEquals(Optional.of(question), first.paged());
        Reply second = new Commands(List.of(new OnThisDayCommand(timeline, Examples.of(timeline))), new Random(1))
                .answer(new Request(question.onPage(2), TODAY, MOSCOW, "here"));
        assertEquals(List.of(), second.cards());
        assertEquals(7, second.lines().size());
        assertEquals(
                30,
                Stream.of(
                                first.cards().stream().map(EventCard::id),
                                first.lines().stream().map(EventLine::id),
                                second.lines().stream().map(EventLine::id))
                        .flatMap(ids -> ids)
                        .distinct()
                        .count());
    }

    @Test
    void saysThatADayHasMoreThanItLists() {
        Timeline timeline = timeline(IntStream.range(0, 204)
                .mapToObj(i -> named("e" + i, "1901-03-30"))
                .toArray(HistoryEvent[]::new));

        Reply reply = ask(timeline, TODAY, "date", "2025-03-30");
        assertEquals("204 events. The first 203 are shown; /search finds the others.", reply.notice());
        assertEquals(new Pages(1, 10), reply.pages());
    }

    @Test
    void narrowsAMonthToItsThirdsAndThoseToTheirDays() {
        Timeline timeline = timeline(Stream.concat(
                        IntStream.range(0, 201).mapToObj(i -> named("e" + i, "1901-02-0" + (1 + i % 2))),
                        Stream.of(named("last", "1904-02-29"), named("none", "1901-02")))
                .toArray(HistoryEvent[]::new));
        Question february = Question.of("onthisday").with("date", "2026-02");

        Reply month = ask(timeline, TODAY, "month", "february");
        assertEquals("203 events, too many for a list. Choose a part of them.", month.notice());
        assertEquals(
                List.of(
                        new Choice("1–10 February (201 events)", february.with("days", "1-10")),
                        new Choice("21–29 February (1 event)", february.with("days", "21-31")),
                        new Choice("February, day not known (1 event)", february.with("days", "0-0"))),
                month.narrower());
        Reply third = ask(timeline, TODAY, "date", "2026-02", "days", "1-10");
        assertEquals(
                List.of(
                        new Choice(
                                "1 February (101 events)",
                                Question.of("onthisday").with("date", "2026-02-01")),
                        new Choice(
                                "2 February (100 events)",
                                Question.of("onthisday").with("date", "2026-02-02"))),
                third.narrower());
        assertEquals(List.of(new Choice("All of February", february)), third.choices());
        assertEquals(
                List.of("February 1901: day not known"),
                labels(ask(timeline, TODAY, "date", "2026-02", "days", "0-0")));
        assertEquals(
                Reply.mistake("“x” aren't days of a month. Try just /onthisday."),
                ask(timeline, TODAY, "date", "2026-02", "days", "x"));
    }

    @Test
    void saysWhetherASpanBeganOrEnded() {
        Timeline timeline = timelineOf("1904-02-08/1904-02-09");

        assertEquals(
                List.of(
                        List.of("8–9 February 1904: began 122 years ago"),
                        List.of("8–9 February 1904: ended 122 years ago")),
                List.of(
                        labels(ask(timeline, TODAY, "month", "2", "day", "8")),
                        labels(ask(timeline, TODAY, "month", "2", "day", "9"))));
    }

    @Test
    void showsTheLeapDayOn28FebruaryOfCommonYearsAndSaysSo() {
        Timeline timeline = timelineOf("1980-02-29", "1901-02-28");

        Reply common = ask(timeline, TODAY, "month", "2", "day", "28");
        assertEquals(
                List.of("28 February 1901: 125 years ago", "29 February 1980: 29 February, 46 years ago"),
                labels(common));
        assertEquals("2026 has no 29 February: its events are shown with those of the 28th.", common.notice());
        assertEquals(
                List.of("28 February 1901: 127 years ago"),
                labels(ask(timeline, LocalDate.of(2028, 2, 28), "month", "2", "day", "28")));
        assertEquals(
                List.of("29 February 1980: 46 years ago"), labels(ask(timeline, TODAY, "month", "2", "day", "29")));
        assertEquals(
                List.of(new Choice("As a picture", PictureQuestion.of(LocalDate.of(2024, 2, 29)))),
                ask(timeline, TODAY, "month", "2", "day", "29").choices().stream()
                        .filter(choice -> choice.label().equals("As a picture"))
                        .toList());
    }

    @Test
    void showsWhatIsNearOnAnEmptyDay() {
        Reply reply = ask(timelineOf("1900-06-30", "1900-07-03", "1878-07/1878-08"), TODAY, "month", "7", "day", "1");

        assertEquals(
                "This timeline of US-Russian relations has nothing on 1 July. Nearest: 30 June and 3 July.",
                reply.notice());
        assertEquals(
                List.of(
                        "30 June 1900: nearest day before",
                        "3 July 1900: nearest day after",
                        "July–August 1878: in July, day not known"),
                labels(reply));
    }

    @Test
    void listsAMonthDayByDay() {
        Timeline timeline = timelineOf("1900-03-30", "1950-03-01", "1901-03-02", "1902-03-03", "1903-03-04", "1867-03");

        Reply reply = ask(timeline, TODAY, "month", "march");
        assertEquals("March", reply.heading());
        assertEquals("6 events.", reply.notice());
        assertEquals(Pages.ONE, reply.pages());
        assertEquals(
                List.of("1 March 1950", "2 March 1901", "3 March 1902", "4 March 1903", "30 March 1900", "March 1867"),
                dates(reply));
        assertEquals(
                List.of("1 April 1900: 126 years ago", "April 1867: day not known"),
                labels(ask(timelineOf("1900-04-01", "1867-04"), TODAY, "month", "april")));
    }

    @Test
    void leadsToTheNeighbouringDaysWithTheYearThatTheyHaveThen() {
        Timeline timeline = timelineOf("1900-01-02", "1900-12-30", "1901-12-20");

        assertEquals(
                List.of(
                        new Choice("← 20 December", Question.of("onthisday").with("date", "2026-12-20")),
                        new Choice("2 January →", Question.of("onthisday").with("date", "2027-01-02")),
                        new Choice("As a picture", Question.of("timeline").with("day", "2026-12-30"))),
                ask(timeline, TODAY, "month", "12", "day", "30").choices());
    }

    @Test
    void whatIsResolvedHoldsTheFullDateAndStaysAsItIs() {
        OnThisDayCommand command = new OnThisDayCommand(timelineOf("1867"), Examples.of(timelineOf("1867")));
        Request asked = new Request(Question.of("onthisday"), TODAY, MOSCOW, "here");

        Question resolved = command.resolve(asked);
        assertEquals(Question.of("onthisday").with("date", "2026-11-24").with("zone", "Europe/Moscow"), resolved);
        assertEquals(resolved, command.resolve(new Request(resolved, TODAY.plusYears(1), ZoneId.of("UTC"), "there")));
    }
}
