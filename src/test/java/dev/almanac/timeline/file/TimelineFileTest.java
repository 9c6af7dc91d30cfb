package dev.almanac.timeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFileTest {
    private static final String HEAD = """
            {
              "title": "US-Russian relations",
              "description": "What they have had to do with each other.",
              "language": "en",
              "licence": "CC0-1.0",
              "eras": [
                {"id": "reform", "title": "Reform"}
              ],
              "categories": [
                {"id": "treaty", "title": "Treaty", "colour": "#7A4B94"}
              ],
              "sources": [
                {"id": "almanac", "title": "A Small Almanac", "publisher": "Almanac Press", "licence": "public domain"}
              ],
              "events": [
            """;
    private static final String ALASKA = """
                {
                  "id": "alaska",
                  "date": "1867-03-30",
                  "oldStyle": "1867-03-18",
                  "title": "Alaska is sold",
                  "text": "Russia sold Alaska to the United States.",
                  "categories": ["treaty"],
                  "sources": [
                    {"id": "almanac"}
                  ]
                }
            """;
    private static final String GOOD = HEAD + ALASKA + "  ]\n}\n";

    @TempDir
    Path folder;

    private TimelineFile file(String text) throws IOException {
        return new TimelineFile(Files.writeString(folder.resolve("events.json"), text));
    }

    private List<String> problems(String text) throws IOException {
        return file(text).read().problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void readsAGoodFile() throws IOException {
        TimelineFile.Reading reading = file(GOOD).read();

        HistoryEvent alaska = new HistoryEvent(
                "alaska",
                HistoricalDate.parse("1867-03-30"),
                "",
                new OldStyle(1867, 3, 18),
                "Alaska is sold",
                "Russia sold Alaska to the United States.",
                "",
                List.of(new Category("treaty", "Treaty", 0x7A4B94)),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                List.of(new Citation(
                        new Source("almanac", "A Small Almanac", "Almanac Press", "", "public domain"), "", "")),
                List.of());
        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(alaska), reading.timeline().orElseThrow().events());
    }

    @Test
    void findsEveryProblemOfAFileInOneRun() throws IOException {
        String bad = HEAD + """
                    {
                      "id": "Alaska Treaty",
                      "date": "1867-13-30",
                      "title": "",
                      "text": 5,
                      "categories": ["treaty", "magic"],
                      "era": "stone-age",
                      "colour": "red",
                      "sources": [{"id": "nobody"}]
                    },
                    {
                      "id": "b",
                      "date": "1867-03-30",
                      "oldStyle": "1867-03-19",
                      "title": "B",
                      "text": "B\\u0007",
                      "text": " B",
                      "categories": [],
                      "sensitive": "yes",
                      "confidence": "certain"
                    }
                  ]
                }
                """;

        assertEquals(
                List.of(
                        "events.json:17:13 \"id\": \"Alaska Treaty\" has more than a-z, 0-9 and single hyphens; would be "
                                + "right: alaska-purchase-treaty",
                        "events.json:18:15 \"date\": month is 13; would be right: 1867-03 or 1867-03-30",
                        "events.json:19:16 \"title\": is blank; would be right: 1 to 100 characters, without blanks "
                                + "around them",
                        "events.json:20:15 \"text\": is 5; would be right: a text in quotation marks",
                        "events.json:21:21 \"categories\": \"magic\" is not defined in the head; would be right: treaty",
                        "events.json:22:14 \"era\": \"stone-age\" is not defined in the head; would be right: reform",
                        "events.json:23:7 \"colour\": is no field known here; would be right: one of categories, "
                                + "confidence, date, dateText, era, facts, id, note, oldStyle, people, places, sensitive, "
                                + "sources, text, title",
                        "events.json:24:26 \"id\": the source \"nobody\" is not defined in the head; would be right: an id "
                                + "of its sources",
                        "events.json:26:5 \"sources\": is empty; would be right: at least one source, or "
                                + "\"confidence\": \"unverified\"",
                        "events.json:29:19 \"oldStyle\": 1867-03-19 is not the Julian day of 1867-03-30; would be right: "
                                + "1867-03-18",
                        "events.json:32:7 \"text\": stands twice in one object; would be right: once",
                        "events.json:32:15 \"text\": begins or ends with a blank; would be right: 1 to 2500 characters, "
                                + "without blanks around them",
                        "events.json:33:21 \"categories\": names no category; would be right: one to three of treaty",
                        "events.json:34:20 \"sensitive\": is a text; would be right: true, or left out",
                        "events.json:35:21 \"confidence\": is \"certain\"; would be right: high (or left out), medium or "
                                + "unverified"),
                problems(bad));
    }

    @Test
    void neverReadsABadFileByHalves() throws IOException {
        assertEquals(
                Optional.empty(),
                file(GOOD.replace("1867-03-30", "1867-02-30")).read().timeline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|events.json:1:1: the file is a list; would be right: an object with a head and \"events\"",
                "'' |events.json:1:1: no JSON from here on: the file is empty",
                "{\"a\": }|events.json:1:7: no JSON from here on: Unexpected character ('}' (code 125)): expected a value",
            })
    void saysWhereAFileIsNoTimeline(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problems(text.strip()));
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Path latin = Files.write(
                folder.resolve("events.json"), GOOD.replace("sold", "vendü").getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                "is not in UTF-8",
                new TimelineFile(latin).read().problems().get(0).wrong());
    }

    @Test
    void aMissingFileIsOneProblem() {
        assertEquals(
                1,
                new TimelineFile(folder.resolve("none.json")).read().problems().size());
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMarkOrHasWindowsLineEnds() throws IOException {
        assertEquals(List.of(), problems("\uFEFF" + GOOD));
        assertEquals(List.of(), problems(GOOD.replace("\n", "\r\n")));
    }

    @Test
    void findsNothingWrongWithACanonicalFile() throws IOException {
        assertEquals(List.of(), file(GOOD).check());
        assertFalse(file(GOOD).fix());
    }

    @Test
    void checkSaysWhereTheOrderDepartsAndFixMendsIt() throws IOException {
        String earlier = ALASKA.replace("alaska", "before")
                .replace("1867-03-30", "1867-03-29")
                .replace("1867-03-18", "1867-03-17");
        TimelineFile unordered = file(HEAD + ALASKA.stripTrailing() + ",\n" + earlier + "  ]\n}\n");

        assertEquals(
                List.of("17 not in canonical order and layout from here on"),
                unordered.check().stream()
                        .map(problem -> problem.line() + " " + problem.wrong())
                        .toList());
        assertTrue(unordered.fix());
        assertEquals(
                HEAD + earlier.stripTrailing() + ",\n" + ALASKA + "  ]\n}\n",
                Files.readString(folder.resolve("events.json")));
        assertFalse(unordered.fix());
    }

    @Test
    void aFixedFileCanBeReadByWhoCouldReadItBefore() throws IOException {
        TimelineFile file = file(GOOD.replace("\n", "\n "));
        var before = Files.getPosixFilePermissions(folder.resolve("events.json"));

        assertTrue(file.fix());
        assertEquals(before, Files.getPosixFilePermissions(folder.resolve("events.json")));
    }

    @Test
    void fixLeavesAFileWithProblemsAlone() throws IOException {
        String bad = GOOD.replace("\"alaska\"", "\"no id\"").replace("\n", " ");
        TimelineFile file = file(bad);

        assertFalse(file.fix());
        assertEquals(bad, Files.readString(folder.resolve("events.json")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }
}
