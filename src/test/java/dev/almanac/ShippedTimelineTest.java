package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.commands.Commands;
import dev.almanac.commands.Question;
import dev.almanac.commands.Reply;
import dev.almanac.commands.Request;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineFile;
import dev.almanac.timeline.TimelineHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What must hold of the timeline that we ship. */
class ShippedTimelineTest {
    private static final TimelineFile FILE = new TimelineFile(Path.of("events.json"));
    private static final Timeline TIMELINE = FILE.read().timeline().orElseThrow();

    /** Every exact day that the seed prints, New Style; the wrong and doubtful ones as our notes correct them. */
    private static final List<String> SEED_DAYS = List.of(
            "1808-09-08",
            "1809-06-27",
            "1809-11-05",
            "1810-06-26",
            "1813-03-11",
            "1821-09-16",
            "1821-09-25",
            "1823-12-02",
            "1881-03-13",
            "1903-04-19",
            "1904-02-08",
            "1904-02-09",
            "1905-01-22",
            "1911-12-13",
            "1911-12-17",
            "1911-12-19",
            "1911-12-21",
            "1913-01-01",
            "1917-03-15",
            "1917-04-02",
            "1917-04-06",
            "1918-01-08",
            "1918-03-03",
            "1919-09-14",
            "1933-11-16",
            "1939-08-23",
            "1941-06-22",
            "1941-06-24",
            "1941-10-01",
            "1941-11-07",
            "1941-12-07",
            "1941-12-11",
            "1944-06-02",
            "1944-09-18",
            "1945-05-08",
            "1945-08-06",
            "1945-08-09",
            "1945-08-14",
            "1945-09-02");

    private static Map<String, CSVRecord> rows() throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setPath(Path.of("editorial/facts.csv"))
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())
                .get()) {
            Map<String, CSVRecord> rows = new HashMap<>();
            for (CSVRecord row : parser) {
                assertEquals(null, rows.put(row.get("id"), row), row.get("id"));
            }
            return rows;
        }
    }

    private static String words(HistoryEvent event) {
        return String.join(" · ", event.title(), event.text(), event.note());
    }

    @Test
    void hasNoProblemAndIsInCanonicalOrderAndLayout() {
        assertEquals(List.of(), FILE.check());
    }

    @Test
    void tellsEachOfThe85EntriesOfTheSeed() {
        Set<String> entries = TIMELINE.events().stream()
                .flatMap(event -> event.facts().stream())
                .filter(fact -> fact.startsWith("s"))
                .map(fact -> fact.substring(0, 3))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                IntStream.rangeClosed(1, 85)
                        .mapToObj("s%02d"::formatted)
                        .collect(Collectors.toCollection(TreeSet::new)),
                entries);
    }

    @Test
    void keepsEveryExactDayOfTheSeed() {
        Set<String> days = TIMELINE.events().stream()
                .flatMap(event -> event.date().days().stream())
                .map(LocalDate::toString)
                .collect(Collectors.toSet());
        String all = TIMELINE.events().stream().map(ShippedTimelineTest::words).collect(Collectors.joining("\n"));

        assertEquals(
                List.of(), SEED_DAYS.stream().filter(day -> !days.contains(day)).toList());
        assertEquals(
                List.of(),
                Stream.of(
                                "30 June 1942",
                                "20 September 1945",
                                "31 August 1808",
                                "8 March 1813",
                                "17 November",
                                "2 March")
                        .filter(day -> !all.contains(day))
                        .toList());
    }

    @Test
    void copiesNoTwelveWordsOfTheSeed() throws IOException {
        SeedRuns runs = new SeedRuns();
        TimelineHead head = TIMELINE.head();

        assertTrue(runs.size() > 6000);
        assertEquals(List.of(), runs.in(head.title() + " · " + head.description()));
        assertEquals(
                List.of(),
                TIMELINE.events().stream()
                        .flatMap(event -> Stream.of(event.title(), event.text(), event.note()))
                        .flatMap(text -> runs.in(text).stream())
                        .toList());
    }

    @Test
    void usesEachRowOnceAndEachSourceItDefines() throws IOException {
        List<String> used = TIMELINE.events().stream()
                .flatMap(event -> event.facts().stream())
                .toList();
        Set<String> cited = TIMELINE.events().stream()
                .flatMap(event -> event.sources().stream())
                .map(citation -> citation.source().id())
                .collect(Collectors.toSet());

        assertEquals(rows().keySet(), new HashSet<>(used));
        assertEquals(used.size(), new HashSet<>(used).size());
        assertEquals(cited, TIMELINE.head().sources().stream().map(Source::id).collect(Collectors.toSet()));
        assertTrue(TIMELINE.events().stream().noneMatch(event -> event.facts().isEmpty()));
    }

    @Test
    void writesEachEventAtItsLength() {
        assertEquals(
                List.of(),
                TIMELINE.events().stream()
                        .filter(event -> {
                            int words = event.text().split("\\s+").length;
                            return words < 15 || words > 90;
                        })
                        .map(HistoryEvent::id)
                        .toList());
    }

    @Test
    void namesASourceForWhateverIsNotUnverified() {
        assertEquals(
                List.of(),
                TIMELINE.events().stream()
                        .filter(event -> event.sources().isEmpty() != (event.confidence() == Confidence.UNVERIFIED))
                        .map(HistoryEvent::id)
                        .toList());
    }

    @Test
    void everyEventIsShownByEveryCommandThatFindsIt() {
        Commands commands = AllCommands.over(TIMELINE, new Random(1), "test", List::of, List.of());
        List<String> missing = new ArrayList<>();
        for (HistoryEvent event : TIMELINE.events()) {
            List<Question> questions =
                    new ArrayList<>(List.of(Question.of("event").with("event", event.id())));
            if (!event.date().isOpen()) {
                questions.add(Question.of("year")
                        .with("year", String.valueOf(event.date().firstDay().getYear())));
                questions.add(Question.of("year")
                        .with("year", String.valueOf(event.date().lastDay().getYear())));
            }
            event.date()
                    .days()
                    .forEach(day -> questions.add(Question.of("onthisday")
                            .with("month", String.valueOf(day.getMonthValue()))
                            .with("day", String.valueOf(day.getDayOfMonth()))));
            questions.stream()
                    .filter(question -> !isShown(commands, question, event))
                    .forEach(question -> missing.add(event.id() + " by " + question));
        }

        assertEquals(List.of(), missing);
    }

    private static boolean isShown(Commands commands, Question question, HistoryEvent event) {
        Reply first = answer(commands, question);
        return IntStream.rangeClosed(1, first.pages().count())
                .mapToObj(page -> answer(commands, question.onPage(page)))
                .flatMap(reply -> reply.cards().stream())
                .anyMatch(card -> card.id().equals(event.id()) && card.title().equals(event.title()));
    }

    private static Reply answer(Commands commands, Question question) {
        return commands.answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "test"));
    }

    @Test
    void noTwoEventsOfOneDateTellTheSame() {
        List<String> alike = new ArrayList<>();
        TIMELINE.events()
                .forEach(one -> TIMELINE.events().stream()
                        .filter(other -> one.compareTo(other) < 0 && one.date().equals(other.date()))
                        .filter(other -> share(one, other) > 0.6)
                        .forEach(other -> alike.add(one.id() + " and " + other.id())));

        assertEquals(List.of(), alike);
    }

    private static double share(HistoryEvent one, HistoryEvent other) {
        Set<String> words = new HashSet<>(Arrays.asList(one.text().split("\\W+")));
        Set<String> common = new HashSet<>(words);
        common.retainAll(Arrays.asList(other.text().split("\\W+")));
        return (double) common.size() / words.size();
    }
}
