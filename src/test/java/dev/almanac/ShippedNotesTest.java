package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the timeline that we ship says in titles, texts and notes is in its rows; a sentence's first word counts. */
class ShippedNotesTest {
    private static final Timeline TIMELINE =
            new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    private static final Editorial EDITORIAL = Editorial.read();
    private static final Set<String> COMMON = EDITORIAL.commonWords(TIMELINE.events());

    private static List<RowCheck> checks(HistoryEvent event) {
        List<FactRow> rows = EDITORIAL.rowsOf(event.facts());
        return List.of(RowCheck.ofText(event, rows, COMMON::contains), RowCheck.ofNote(event, rows, COMMON::contains));
    }

    /** {@code id: what is wrong} for whatever is found in the events. */
    private static List<String> found(Function<RowCheck, List<String>> finder) {
        return TIMELINE.events().stream()
                .flatMap(event -> checks(event).stream()
                        .map(finder)
                        .filter(wrong -> !wrong.isEmpty())
                        .map(wrong -> event.id() + ": " + wrong))
                .toList();
    }

    @Test
    void saysNoNumberThatNeitherARowNorForANoteASourceHas() {
        assertEquals(List.of(), found(RowCheck::numbers));
    }

    @Test
    void saysNoNumberWordFromThreeToTwelveThatNoRowHas() {
        assertEquals(List.of(), found(RowCheck::numberWords));
    }

    @Test
    void saysNoNameThatNeitherARowNorTheListOfNamesHas() {
        assertEquals(List.of(), found(check -> check.names(EDITORIAL.names())));
    }

    @Test
    void listsNoNameThatNoEventNeeds() {
        Set<ListedName> needed = new HashSet<>();
        TIMELINE.events().stream()
                .flatMap(event -> checks(event).stream())
                .flatMap(check -> Stream.of(check.needed(EDITORIAL.names())))
                .forEach(needed::addAll);

        assertEquals(
                List.of(),
                EDITORIAL.names().stream()
                        .filter(name -> !name.isKept() && !needed.contains(name))
                        .map(ListedName::name)
                        .toList());
    }
}
