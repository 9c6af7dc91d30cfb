package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timeline;
import static dev.almanac.timeline.Events.titled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuizCommandTest {
    private static final HistoryEvent SALE = titled("sale", "1867-03-30", "Alaska is sold");
    private static final HistoryEvent MOON = titled("moon", "1969-07-20", "People walk\non the Moon");
    private static final Question PLAIN = Question.of("quiz");
    private static final Question PAIR =
            PLAIN.with("pair", EventKey.of("sale") + EventKey.of("moon").toString());

    private static Reply ask(Timeline timeline, Question question, int seed) {
        return new Commands(List.of(new QuizCommand(timeline, new Random(seed), Examples.of(timeline))), new Random(1))
                .answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    private static Reply ask(Question question) {
        return ask(timeline(SALE, MOON), question, 1);
    }

    @Test
    void asksWhichOfTwoTitlesCameFirst() {
        assertEquals(
                Reply.ofSections(
                                "Which came first?",
                                List.of(
                                        new Section("1", "Alaska is sold"),
                                        new Section("2", "People walk on the Moon")))
                        .withChoices(List.of(
                                new Choice("First", PAIR.with("answer", "1")),
                                new Choice("Second", PAIR.with("answer", "2")))),
                ask(PAIR));
    }

    @Test
    void saysWhoIsRightWithBothDatesAndOffersAnother() {
        Question first = PAIR.with("answer", "1");

        assertEquals(
                Reply.of("Right!", List.of())
                        .withLines(List.of(EventLine.of(SALE), EventLine.of(MOON)))
                        .withChoices(List.of(new Choice("Another", PLAIN)))
                        .onPage(Pages.ONE, first),
                ask(first));
        assertEquals(
                "No, the other one came first.", ask(PAIR.with("answer", "2")).heading());
    }

    @Test
    void anotherKeepsToTheSameYearsAndCategory() {
        Question narrow = PAIR.with("category", "treaty").with("from", "1800");

        assertEquals(
                List.of(new Choice("Another", PLAIN.with("category", "treaty").with("from", "1800"))),
                ask(narrow.with("answer", "1")).choices());
        assertEquals(
                "This timeline of US-Russian relations has no two events that match and can be told apart. Try fewer"
                        + " conditions, or just /quiz.",
                ask(PLAIN.with("from", "1868")).notice());
    }

    @Test
    void eitherMayBeAskedFirst() {
        assertEquals(
                Set.of("Alaska is sold", "People walk on the Moon"),
                IntStream.range(0, 20)
                        .mapToObj(seed -> ask(timeline(SALE, MOON), PLAIN, seed)
                                .sections()
                                .get(0)
                                .spans()
                                .get(0)
                                .value())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "1969-07, Somebody says so",
        "1969, Somebody says so",
        "1960/1970, Somebody says so",
        "1950/.., Somebody says so",
        "../1950, Somebody says so",
        "1950?, Somebody says so",
        "1950~, Somebody says so",
        "1950, The treaty of 1832 ends",
        "1950, The 1860s are remembered",
        "1950, The May uprising is remembered",
        "1950, The nineteenth century is remembered",
        "1950, The year 44 BC is remembered",
    })
    void neverAsksWhatCannotBeToldOrWhatItsTitleTells(String date, String title) {
        Timeline timeline = timeline(MOON, titled("other", date, title));

        for (int seed = 0; seed < 20; seed++) {
            assertEquals(List.of(), ask(timeline, PLAIN, seed).sections(), title);
        }
    }

    @Test
    void neverPlaysWithWhatIsSensitive() {
        HistoryEvent plain = titled("famine", "1921", "A famine begins");
        HistoryEvent sensitive = new HistoryEvent(
                plain.id(),
                plain.date(),
                "",
                null,
                plain.title(),
                plain.text(),
                "",
                plain.categories(),
                List.of(),
                List.of(),
                null,
                true,
                plain.confidence(),
                plain.sources(),
                List.of());

        assertEquals(2, ask(timeline(MOON, plain), PLAIN, 1).sections().size());
        assertEquals(List.of(), ask(timeline(MOON, sensitive), PLAIN, 1).sections());
    }

    @Test
    void findsTheOnlyTwoThatCanBeToldApart() {
        HistoryEvent[] events = IntStream.range(0, 2000)
                .mapToObj(i -> titled("e" + i, i == 0 ? "1850" : "1851", i < 2 ? "It happens" : "It happens in 1851"))
                .toArray(HistoryEvent[]::new);

        for (int seed = 0; seed < 5; seed++) {
            assertEquals(2, ask(timeline(events), PLAIN, seed).sections().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"x", "e3a5aywm", "e3a5aywme3a5aywm", "aaaaaaaabbbbbbbb"})
    void refusesAPairThatThereIsNotKindly(String pair) {
        assertEquals(
                Reply.mistake("The timeline has changed, and these two can't be compared any more. Try /quiz."),
                ask(PLAIN.with("pair", pair)));
        assertEquals(Reply.mistake("“3” is neither 1 nor 2. Try /quiz."), ask(PAIR.with("answer", "3")));
    }
}
