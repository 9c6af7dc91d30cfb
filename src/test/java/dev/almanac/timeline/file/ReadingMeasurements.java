package dev.almanac.timeline.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a file of events keeps a processor busy until it's a timeline with its indexes, beside Jackson's parser alone on the same
 * file, and what stays on the heap; prints figures and asserts nothing.
 */
class ReadingMeasurements {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final int REPEATS = 5;

    @TempDir
    private Path folder;

    /** Events as short as somebody has who has a million of them: half a sentence, a day, a place and a source. */
    private Path file(int size) throws IOException {
        Path file = folder.resolve("events.json");
        try (JsonGenerator json = JACKSON.createGenerator(Files.newOutputStream(file))) {
            json.writeStartObject();
            json.writeStringField("title", "Weather");
            json.writeStringField("description", "What the weather was like.");
            json.writeStringField("language", "en");
            json.writeStringField("licence", "CC0-1.0");
            json.writeArrayFieldStart("categories");
            json.writeStartObject();
            json.writeStringField("id", "rain");
            json.writeStringField("title", "Rain");
            json.writeStringField("colour", "#2F5D8C");
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("sources");
            json.writeStartObject();
            json.writeStringField("id", "log");
            json.writeStringField("title", "The log");
            json.writeStringField("publisher", "The observatory");
            json.writeStringField("licence", "CC0-1.0");
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayFieldStart("events");
            Set<Long> keys = new HashSet<>();
            for (int i = 0; i < size; i++) {
                String id = "storm-" + i;
                // Two of a million may have one key.
                event(json, i, keys.add(EventKey.of(id).bits()) ? id : "another-" + id);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return file;
    }

    private static void event(JsonGenerator json, int number, String id) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField(
                "date",
                String.format(Locale.ROOT, "%04d-%02d-%02d", 1 + number % 2000, 1 + number % 12, 1 + number / 7 % 28));
        json.writeStringField("title", "Rain is measured at station " + number % 977);
        json.writeStringField(
                "text",
                "The observatory measured " + number % 101 + " mm of rain between morning and evening, and "
                        + number % 89 + " mm during the night; the wind came from the west.");
        json.writeArrayFieldStart("categories");
        json.writeString("rain");
        json.writeEndArray();
        json.writeArrayFieldStart("places");
        json.writeString("Station " + number % 977);
        json.writeEndArray();
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        json.writeStringField("id", "log");
        json.writeStringField("section", "Page " + number);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static int parsed(Path file) throws IOException {
        try (JsonParser parser = JACKSON.createParser(file.toFile())) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens;
        }
    }

    /** Something that takes time. */
    private interface Work {
        void run() throws IOException;
    }

    /** The median, in seconds of the processor for this thread. */
    private static double seconds(Work work) throws IOException {
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            seconds[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[REPEATS / 2];
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 1_000_000})
    void aFileBesideJacksonsParser(int size) throws IOException {
        Path file = file(size);
        double floor = seconds(() -> parsed(file));
        double whole = seconds(() -> new TimelineFile(file).read());
        long before = used();
        TimelineFile.Reading reading = new TimelineFile(file).read();
        Timeline timeline = reading.timeline()
                .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
        double heap = used() - before;
        System.out.printf(
                Locale.ROOT,
                "%,d events, %.1f MB: Jackson's parser %.3f s, read, checked and indexed %.3f s (%.1f times); %.2f bytes of heap"
                        + " for each of the file%n",
                timeline.events().size(),
                Files.size(file) / 1e6,
                floor,
                whole,
                whole / floor,
                heap / Files.size(file));
    }
}
