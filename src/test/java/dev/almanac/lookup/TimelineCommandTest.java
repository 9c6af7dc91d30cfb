package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineCommandTest {
    private static final Timeline TIMELINE =
            timelineOf("1850/..", "1867-03-30", "1867-10-18", "1945-04-25", "1972-05-26", "../1890");

    private static Reply ask(Timeline timeline, Map<String, String> options) {
        Question question = Question.of("timeline");
        // In one order: a map's own is another in each run.
        for (Map.Entry<String, String> option : new TreeMap<>(options).entrySet()) {
            question = question.with(option.getKey(), option.getValue());
        }
        return new Commands(
                        List.of(new TimelineCommand(
                                timeline, new PreparedSearch(timeline), new Pictures(timeline), Examples.of(timeline))),
                        new Random(1))
                .answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    @Test
    void drawsTheYearsAskedFor() {
        Years years = new Years(1867, 1945);

        assertEquals(
                Reply.of("1867–1945", List.of())
                        .withPicture(new Pictures(TIMELINE)
                                .ofSpan(
                                        "/timeline from:1867 to:1945",
                                        "1867–1945",
                                        "3 events of US-Russian relations",
                                        years,
                                        null,
                                        TIMELINE.events().subList(2, 5)))
                        .withNotice("3 events of US-Russian relations.")
                        .withChoices(List.of(new Choice(
                                "Read about these years", Question.of("year").with("year", "1867-1945")))),
                ask(TIMELINE, Map.of("from", "1945", "to", "1867")));
    }

    @Test
    void drawsAllYearsThatEventsBeginInWhereNoneAreNamed() {
        Reply reply = ask(TIMELINE, Map.of());

        assertEquals("1850–1972", reply.heading());
        assertEquals(
                "A line of time, 1850–1972: 5 events of US-Russian relations. By kind: Treaty 5.",
                reply.picture().orElseThrow().alt());
    }

    @Test
    void drawsWhatASearchFindsAndOffersToReadIt() {
        Reply reply = ask(TIMELINE, Map.of("words", "Title 1867", "category", "treaty"));

        assertEquals("1867", reply.heading());
        assertEquals("2 events of US-Russian relations, Treaty, with title 1867.", reply.notice());
        assertEquals(
                List.of(new Choice(
                        "Read about them",
                        Question.of("search").with("words", "title 1867").with("category", "treaty"))),
                reply.choices());
    }

    @Test
    void drawsThePlateOfADayWithTheRoundestAnniversaryFirst() {
        Timeline timeline = timelineOf("1866-11-24", "1926-11-24", "1930-11-24");

        assertEquals(
                Reply.of("24 November", List.of())
                        .withPicture(new Pictures(timeline)
                                .ofDay(
                                        MonthDay.of(11, 24),
                                        List.of(
                                                new Mark(Events.at("1926-11-24"), 1926),
                                                new Mark(Events.at("1866-11-24"), 1866),
                                                new Mark(Events.at("1930-11-24"), 1930))))
                        .withChoices(List.of(new Choice(
                                "Read about this day", Question.of("onthisday").with("date", "2026-11-24")))),
                ask(timeline, Map.of("day", "2026-11-24")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from|1700|to|1710|This timeline of US-Russian relations has nothing to draw from 1700 to 1710.",
                "words|banana|category|space|This timeline of US-Russian relations has nothing to draw with banana, Space."
            })
    void saysWhereThereIsNothingToDraw(String one, String first, String other, String second, String notice) {
        assertEquals(
                Reply.of("A line of time", List.of()).withNotice(notice),
                ask(TIMELINE, Map.of(one, first, other, second)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from|banana|“banana” isn't a year I know. Try from:1867 to:1870 or from:1860s.",
                "words|?!|“?!” has no word to search for. Try /search title.",
                "day|2026-02-30|“2026-02-30” isn't a day I know. Try /onthisday month:March day:30."
            })
    void refusesWhatItCannotRead(String option, String typed, String message) {
        assertEquals(Reply.mistake(message), ask(TIMELINE, Map.of(option, typed)));
    }
}
