package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold of the words of the timeline that we ship. */
class ShippedWordsTest {
    private static final Timeline TIMELINE =
            new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    private static final Editorial EDITORIAL = Editorial.read();

    /** {@code id: what is wrong} for whatever is found in the events. */
    private static List<String> found(Function<HistoryEvent, List<?>> finder) {
        return TIMELINE.events().stream()
                .filter(event -> !finder.apply(event).isEmpty())
                .map(event -> event.id() + ": " + finder.apply(event))
                .toList();
    }

    private static List<String> ids(Predicate<HistoryEvent> wrong) {
        return TIMELINE.events().stream().filter(wrong).map(HistoryEvent::id).toList();
    }

    @Test
    void listsNamesByKindEachOnce() {
        List<String> names = EDITORIAL.names().stream()
                .map(name -> name.kind() + " " + name.name())
                .toList();

        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(
                EDITORIAL.names().size(),
                EDITORIAL.names().stream().map(ListedName::name).distinct().count());
    }

    @Test
    void usesOneSpellingThroughout() {
        assertTrue(EDITORIAL.spellings().size() > 30);
        assertEquals(List.of(), found(event -> {
            String all = String.join(
                    "\n",
                    event.title(),
                    event.text(),
                    event.note(),
                    String.join("\n", event.people()),
                    String.join("\n", event.places()));
            return EDITORIAL.spellings().stream()
                    .filter(spelling -> spelling.isBrokenIn(all, EDITORIAL.spellings()))
                    .toList();
        }));
    }

    @Test
    void copiesNoTwelveWordsOfTheSeed() throws IOException {
        SeedRuns runs = new SeedRuns();
        TimelineHead head = TIMELINE.head();

        assertTrue(runs.size() > 6000);
        assertEquals(List.of(), runs.in(head.title() + " · " + head.description()));
        assertEquals(
                List.of(),
                found(event -> Stream.of(event.title(), event.text(), event.note())
                        .flatMap(text -> runs.in(text).stream())
                        .toList()));
    }

    @Test
    void saysInANoteWhyItIsOnlyFairlySure() {
        assertEquals(
                List.of(),
                ids(event ->
                        event.confidence() == Confidence.MEDIUM && event.note().isEmpty()));
    }
}
