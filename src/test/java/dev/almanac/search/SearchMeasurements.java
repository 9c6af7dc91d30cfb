package dev.almanac.search;

import dev.almanac.timeline.LargeTimelines;
import dev.almanac.timeline.Timeline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long searches and completions keep a processor busy, whatever else it does; prints figures and asserts nothing. */
class SearchMeasurements {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 200;
    private static final int REPEATS = 500;
    private static final List<String> WORST = List.of(
            "the",
            "soviet",
            "s",
            "sov",
            "khruschov",
            "xhrushchev",
            "president american union moscow states",
            "american soviet \"united states\"",
            "1961",
            "space 1975");

    private static long used() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void print(String what, Runnable asked) {
        for (int i = 0; i < WARM_UP; i++) {
            asked.run();
        }
        long[] times = new long[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            asked.run();
            times[i] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "  %-50s p50 %7.2f ms, p99 %7.2f ms%n",
                what,
                times[REPEATS / 2] / 1e6,
                times[REPEATS * 99 / 100] / 1e6);
    }

    @ParameterizedTest
    @ValueSource(ints = {865, 100_000, 1_000_000})
    void searchesAndCompletions(int size) {
        Timeline timeline = LargeTimelines.of(size);
        long before = used();
        long start = THREADS.getCurrentThreadCpuTime();
        EventSearch search = EventSearch.over(timeline);
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%,d events: built in %.1f s, takes %d MiB%n", size, seconds, used() - before);
        for (String typed : WORST) {
            SearchWords words = SearchWords.of(typed);
            print("search " + typed, () -> search.find(words, Scope.EVERYWHERE, 0, 5));
        }
        for (String typed : List.of("s", "so", "sov", "soviet un", "the", "gag", "chernobyl re")) {
            SearchWords words = SearchWords.of(typed);
            print("complete " + typed, () -> search.beginning(words, 25));
        }
    }
}
