package dev.almanac.timeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.InvalidDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/** Nothing that a file may hold makes the reader throw or hang. */
class TimelineFileProperties {
    private static final String GOOD = """
            {
              "title": "T",
              "description": "D 🚀",
              "language": "en",
              "licence": "CC0-1.0",
              "categories": [
                {"id": "treaty", "title": "Treaty", "colour": "#7A4B94"}
              ],
              "sources": [
                {"id": "s", "title": "S", "publisher": "P", "url": "https://example.org/é", "licence": "L"}
              ],
              "events": [
                {
                  "id": "alaska",
                  "date": "1867-03-30",
                  "oldStyle": "1867-03-18",
                  "title": "Alaska is sold",
                  "text": "Alaska.",
                  "categories": ["treaty"],
                  "sensitive": true,
                  "sources": [
                    {"id": "s"}
                  ]
                },
                {"id": "b", "date": "9990-21/9999-23", "title": "B", "text": "B.", "categories": ["treaty"], "confidence": "unverified"}
              ]
            }
            """;

    /** What makes readers of JSON, of UTF-8 and of dates stumble. */
    private static final List<String> PIECES = List.of(
            "",
            "[",
            "{",
            "]",
            "}",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "\\udc00",
            "\n",
            "\0",
            "\t",
            ",",
            ":",
            "/",
            "..",
            "-",
            "9",
            "0",
            "X",
            "24",
            "1e999999999",
            "-0000",
            "null",
            "true",
            "NaN",
            "//",
            "/*",
            "\uFEFF",
            "\u2028",
            "\u202E",
            "🚀",
            "[[[[[[",
            "{\"a\":{\"a\":",
            "9999-24",
            "-9999-01-01",
            "99XX",
            "?",
            "~",
            "%");

    private @Nullable Path file;

    @BeforeTry
    void createFile() throws IOException {
        file = Files.createTempFile("events", ".json");
    }

    @AfterTry
    void deleteFile() throws IOException {
        Files.deleteIfExists(path());
    }

    private Path path() {
        return Objects.requireNonNull(file);
    }

    private void isReadOrRefused(byte[] bytes) throws IOException {
        Files.write(path(), bytes);
        TimelineFile read = new TimelineFile(path());

        assertTimeout(Duration.ofSeconds(20), () -> {
            TimelineFile.Reading reading = read.read();
            assertEquals(reading.problems().isEmpty(), reading.timeline().isPresent());
            for (Problem problem : read.check()) {
                assertTrue(problem.line() > 0 && problem.column() > 0, problem.toString());
                assertFalse(problem.toString().matches("(?s).*[\\p{Cc}\\p{Cs}].*"), problem.toString());
            }
            boolean isFixed = !read.fix().isEmpty();
            assertFalse(isFixed && reading.problems().isEmpty() && !read.check().isEmpty());
        });
    }

    @Property(tries = 1000)
    void aFileWithSomeBytesChangedIsReadOrRefused(@ForAll("byteChanges") List<Tuple3<Integer, Integer, Byte>> changes)
            throws IOException {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        for (Tuple3<Integer, Integer, Byte> change : changes) {
            bytes[change.get1() % bytes.length] = change.get3();
        }
        int length = changes.get(0).get2();
        isReadOrRefused(length % 4 == 0 ? Arrays.copyOf(bytes, length % bytes.length) : bytes);
    }

    @Property(tries = 1000)
    void aFileWithSomePiecesPutInIsReadOrRefused(@ForAll("pieceChanges") List<Tuple3<Integer, Integer, String>> changes)
            throws IOException {
        StringBuilder text = new StringBuilder(GOOD);
        for (Tuple3<Integer, Integer, String> change : changes) {
            int from = change.get1() % text.length();
            text.replace(from, Math.min(text.length(), from + change.get2()), change.get3());
        }
        isReadOrRefused(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void aDateOfAnySignsIsReadOrRefused(@ForAll("dates") String written) throws IOException {
        String escaped = written.replace("\\", "\\\\").replace("\"", "\\\"");
        Files.writeString(path(), GOOD.replace("1867-03-30", escaped).replaceFirst(" *\"oldStyle\".*\n", ""));

        assertEquals(isDate(written), new TimelineFile(path()).read().problems().isEmpty(), written);
    }

    private static boolean isDate(String written) {
        try {
            return !HistoricalDate.parse(written).toString().isEmpty();
        } catch (InvalidDate e) {
            return false;
        }
    }

    @Provide
    Arbitrary<List<Tuple3<Integer, Integer, Byte>>> byteChanges() {
        return changes(Arbitraries.bytes());
    }

    @Provide
    Arbitrary<List<Tuple3<Integer, Integer, String>>> pieceChanges() {
        return changes(Arbitraries.of(PIECES));
    }

    private static <T> Arbitrary<List<Tuple3<Integer, Integer, T>>> changes(Arbitrary<T> what) {
        Arbitrary<Integer> anywhere = Arbitraries.integers().between(0, 100_000).withoutEdgeCases();
        Arbitrary<Integer> aFew = Arbitraries.integers().between(0, 12).withoutEdgeCases();
        return Combinators.combine(anywhere, aFew, what)
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> parts = Arbitraries.of(
                "1867", "9999", "-9999", "-", "/", "..", "01", "12", "13", "21", "24", "30", "X", "XX", "?", "%", " ",
                "BC", "March", "4");
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(list -> String.join("", list).strip())
                .filter(text -> !text.isEmpty());
    }
}
