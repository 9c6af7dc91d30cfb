package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.FurtherReading;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import dev.almanac.timeline.file.TimelineFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the timeline that we ship. */
class ShippedTimelineTest {
    private static final TimelineFile FILE = new TimelineFile(Path.of("events.json"));
    private static final Timeline TIMELINE = FILE.read().timeline().orElseThrow();
    private static final Editorial EDITORIAL = Editorial.read();

    @Test
    void hasNoProblemAndIsInCanonicalOrderAndLayout() {
        assertEquals(List.of(), FILE.check());
        assertEquals(List.of(), FILE.remarks(LocalDate.of(2026, 11, 28)));
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
                        .mapToObj(entry -> String.format(Locale.ROOT, "s%02d", entry))
                        .collect(Collectors.toCollection(TreeSet::new)),
                entries);
    }

    @Test
    void usesEachRowOnceAndEachSourceItDefines() {
        List<String> used = TIMELINE.events().stream()
                .flatMap(event -> event.facts().stream())
                .toList();
        Set<String> cited = TIMELINE.events().stream()
                .flatMap(event -> event.sources().stream())
                .map(citation -> citation.source().id())
                .collect(Collectors.toSet());

        assertEquals(EDITORIAL.rows().keySet(), new HashSet<>(used));
        assertEquals(used.size(), new HashSet<>(used).size());
        assertEquals(cited, TIMELINE.head().sources().stream().map(Source::id).collect(Collectors.toSet()));
        assertTrue(TIMELINE.events().stream().noneMatch(event -> event.facts().isEmpty()));
    }

    /** Links and buttons name events for ever. */
    @Test
    void keepsTheIdOfEachEventThatWasPublished() {
        List<String> ids = TIMELINE.events().stream()
                .flatMap(event -> Stream.concat(Stream.of(event.id()), event.formerly().stream()))
                .sorted()
                .toList();

        assertEquals(ids, EDITORIAL.publishedIds());
        assertEquals(
                List.of(),
                EDITORIAL.publishedIds().stream()
                        .filter(id -> TIMELINE.byId(id).isEmpty())
                        .toList());
    }

    @Test
    void linksOnlyTheHostsThatAreListed() {
        TimelineHead head = TIMELINE.head();
        Set<String> linked = Stream.of(
                        head.furtherReading().stream().map(FurtherReading::url),
                        head.sources().stream().map(Source::url),
                        TIMELINE.events().stream()
                                .flatMap(event -> event.sources().stream())
                                .map(Citation::url))
                .flatMap(urls -> urls)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url).getHost())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(List.copyOf(linked), EDITORIAL.linkedHosts());
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
        Commands commands = AllCommands.over(
                TIMELINE,
                new PreparedSearch(TIMELINE),
                new Pictures(TIMELINE),
                new Random(1),
                "test",
                List.of(),
                Optional.empty());
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
                .flatMap(reply -> Stream.concat(
                        reply.cards().stream().map(card -> card.id() + " " + card.title()),
                        reply.lines().stream().map(line -> line.id() + " " + line.title())))
                .anyMatch(shown -> shown.equals(event.id() + " " + event.title()));
    }

    private static Reply answer(Commands commands, Question question) {
        return commands.answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "test"));
    }
}
