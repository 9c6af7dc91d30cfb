package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time and the memory of a flight recording went. */
final class Recording {
    private static final int LISTED = 30;
    private static final String OURS = "dev.almanac.";
    private static final List<String> LIBRARIES = List.of(
            OURS,
            "net.dv8tion.",
            "com.fasterxml.",
            "okhttp3.",
            "okio.",
            "com.neovisionaries.",
            "gnu.trove.",
            "java.util.regex.");

    private static final String BEFORE = "Before GC";

    private final Map<String, Double> time = new HashMap<>();
    private final Map<String, Double> memory = new HashMap<>();

    /** In the order in which it was written. */
    private record Heap(Instant at, boolean before, long used) {}

    private final List<Heap> heaps = new ArrayList<>();

    /** Reads it whole. */
    Recording(Path file) throws IOException {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> count(time, event, 1);
                    case "jdk.ObjectAllocationSample" -> count(memory, event, (double) event.getLong("weight"));
                    case "jdk.GCHeapSummary" ->
                        heaps.add(new Heap(
                                event.getStartTime(),
                                event.getString("when").equals(BEFORE),
                                event.getLong("heapUsed")));
                    default -> {}
                }
            }
        }
    }

    private static void count(Map<String, Double> of, RecordedEvent event, double weight) {
        List<RecordedFrame> frames = event.getStackTrace() == null
                ? List.of()
                : event.getStackTrace().getFrames();
        of.merge("all", weight, Double::sum);
        of.merge("in " + first(frames, LIBRARIES, frame -> library(frame)), weight, Double::sum);
        of.merge("by " + first(frames, List.of(OURS), Recording::name), weight, Double::sum);
        of.merge("at " + first(frames, List.of(""), Recording::name), weight, Double::sum);
    }

    /** The frame next to the top whose class begins with one of these. */
    private static String first(List<RecordedFrame> frames, List<String> begins, Function<RecordedFrame, String> word) {
        return frames.stream()
                .filter(frame ->
                        begins.stream().anyMatch(frame.getMethod().getType().getName()::startsWith))
                .findFirst()
                .map(word)
                .orElse("others");
    }

    private static String library(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return LIBRARIES.stream().filter(type::startsWith).findFirst().orElse("others");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    /** Allocated on the heap from the first collection of garbage to the last; 0 where there were fewer than two. */
    double bytes() {
        long bytes = 0;
        long after = -1;
        for (Heap heap : heaps.stream().sorted(Comparator.comparing(Heap::at)).toList()) {
            bytes += heap.before() && after >= 0 ? heap.used() - after : 0;
            after = heap.before() ? -1 : heap.used();
        }
        return (double) bytes;
    }

    /** The shares of time, then of memory: by library, by method of ours next to the top, by method on top. */
    List<String> inWords() {
        List<String> lines = new ArrayList<>();
        for (String kind : List.of("in ", "by ", "at ")) {
            lines.add("time, " + kind);
            lines.addAll(shares(time, kind));
        }
        for (String kind : List.of("in ", "by ", "at ")) {
            lines.add("memory, " + kind);
            lines.addAll(shares(memory, kind));
        }
        return lines;
    }

    private static List<String> shares(Map<String, Double> of, String kind) {
        double all = of.getOrDefault("all", 1.0);
        return of.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(LISTED)
                .map(entry ->
                        String.format(Locale.ROOT, "  %5.1f %%  %s", 100 * entry.getValue() / all, entry.getKey()))
                .toList();
    }
}
