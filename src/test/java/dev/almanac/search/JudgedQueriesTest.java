package dev.almanac.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches a timeline of 675 events, kept as it was when the queries were judged, and holds what the search is worth. */
class JudgedQueriesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/almanac/search");
    private static final Timeline TIMELINE =
            new TimelineFile(FOLDER.resolve("events.json")).read().timeline().orElseThrow();
    private static final EventSearch SEARCH = EventSearch.over(TIMELINE);

    private static List<String> found(JudgedQuery judged) {
        return SEARCH.find(SearchWords.of(judged.query()), Scope.EVERYWHERE, 0, 10).events().stream()
                .map(HistoryEvent::id)
                .toList();
    }

    /** How many queries, and how many of them are answered so. */
    private static final class Count {
        private int queries;
        private int first;
        private int three;
        private int fit;
        private int told;

        private void add(JudgedQuery judged, List<String> found) {
            queries++;
            boolean right = !judged.hasAnswer() && found.isEmpty();
            first += right || found.stream().limit(1).anyMatch(judged.best()::contains) ? 1 : 0;
            three += right || found.stream().limit(3).anyMatch(judged.best()::contains) ? 1 : 0;
            told += found.size();
            fit += (int) found.stream()
                    .filter(id -> judged.best().contains(id) || judged.also().contains(id))
                    .count();
        }

        private String row(String kind) {
            return String.format(
                    Locale.ROOT, "%-16s %7d %7d %7d %4d of %d fit", kind, queries, first, three, fit, told);
        }
    }

    private static Count judge(String file) throws IOException {
        Map<String, Count> byKind = new LinkedHashMap<>();
        Count all = new Count();
        for (JudgedQuery judged : JudgedQuery.in(file)) {
            List<String> found = found(judged);
            byKind.computeIfAbsent(judged.kind(), none -> new Count()).add(judged, found);
            all.add(judged, found);
            if (judged.hasAnswer() ? found.stream().limit(1).noneMatch(judged.best()::contains) : !found.isEmpty()) {
                System.out.println(judged.kind() + ": " + judged.query() + " -> "
                        + found.stream().limit(4).toList());
            }
        }
        System.out.println("kind             queries   first   three");
        byKind.forEach((kind, count) -> System.out.println(count.row(kind)));
        System.out.println(all.row("all"));
        return all;
    }

    private static void holds(Count count, double three) {
        assertTrue(count.first >= 0.9 * count.queries, () -> count.first + " of " + count.queries + " best first");
        assertTrue(count.three >= three * count.queries, () -> count.three + " of " + count.queries + " within three");
    }

    private static List<String> wronglyAnswered(String file) throws IOException {
        return JudgedQuery.in(file).stream()
                .filter(judged -> !judged.hasAnswer() && !found(judged).isEmpty())
                .map(JudgedQuery::query)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"queries.csv, 0.97", "more-queries.csv, 0.97"})
    void findsWhatALibrarianWouldGive(String file, double withinThree) throws IOException {
        holds(judge(file), withinThree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"queries.csv", "more-queries.csv"})
    void saysThatThereIsNothingWhereThatIsSo(String file) throws IOException {
        assertEquals(List.of(), wronglyAnswered(file));
    }
}
