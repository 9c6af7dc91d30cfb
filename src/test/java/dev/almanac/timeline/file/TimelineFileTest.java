package dev.almanac.timeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String MEMBERS =
            "a name in double quotes, a colon and a value, and a comma before the next name";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

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
                        "events.json:17:13 \"id\": \"Alaska Treaty\" has more in it than a-z, 0-9 and single hyphens; would be "
                                + "right: name-of-the-event",
                        "events.json:18:15 \"date\": there is no month 13; would be right: 1867-03 or 1867-03-30",
                        "events.json:19:16 \"title\": is blank; would be right: 1 to 100 characters, without white "
                                + "space around them",
                        "events.json:20:15 \"text\": is 5; would be right: a text in quotation marks",
                        "events.json:21:21 \"categories\": \"magic\" isn't defined in the head; would be right: treaty",
                        "events.json:22:14 \"era\": \"stone-age\" isn't defined in the head; would be right: reform",
                        "events.json:23:7 \"colour\": isn't a field that is known here; would be right: one of categories, "
                                + "confidence, date, dateText, era, facts, formerly, id, image, note, oldStyle, people, places, sensitive, "
                                + "sources, text, title, weight",
                        "events.json:24:26 \"id\": the source \"nobody\" isn't defined in the head; would be right: an id "
                                + "of its sources",
                        "events.json:26:5 \"sources\": is empty; would be right: at least one source, or "
                                + "\"confidence\": \"unverified\"",
                        "events.json:29:19 \"oldStyle\": 1867-03-19 isn't the Julian day of 1867-03-30; would be right: "
                                + "1867-03-18",
                        "events.json:32:7 \"text\": appears twice in the same place; would be right: once",
                        "events.json:32:15 \"text\": begins or ends with white space; would be right: 1 to 2500 "
                                + "characters, without white space around them",
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
                "[]|events.json:1:1: the file is a list; would be right: a head and \"events\" in braces, { and }",
                "'' |events.json:1:1: is empty; would be right: a head and \"events\" in braces, { and }",
                "7 {}|events.json:1:3: something follows the last brace of the file; would be right: nothing",
                "{\"a\": }|events.json:1:7: \"}\" can't stand here; would be right: " + MEMBERS,
                "{\"a\": 1,}|events.json:1:9: there is a comma too many before \"}\"; would be right: no comma there",
                "{\"a\": 1 \"b\"|events.json:1:9: a comma is missing before this; would be right: " + MEMBERS,
                "{\"a\": [1|events.json:1:9: the file ends too early; would be right: values with a comma between them",
                "{\"a|events.json:1:4: the file ends too early; would be right: " + MEMBERS,
                "{\"a\": \"bNEWLINE|events.json:1:9: a text isn't closed before the line ends; would be right: "
                        + "a quotation mark at its end, or \\n in it for a new line",
                "banana|events.json:1:1: \"b\" can't stand here; would be right: a head and \"events\" in braces, { and }",
            })
    void saysWhereAFileStopsBeingATimeline(String text, String problem) throws IOException {
        assertEquals(List.of(problem), problems(text.strip().replace("NEWLINE", "\n")));
    }

    /** The one problem of a file of whatever kind, without its path; it is told by each way of looking at it. */
    private static String problemOf(Path path) throws IOException {
        TimelineFile file = new TimelineFile(path);
        List<Problem> problems = file.check();
        assertEquals(problems, file.read().problems());
        assertEquals(Optional.empty(), file.read().timeline());
        assertEquals(List.of(), file.fix());
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0).toString().replace(path.toString(), "");
    }

    private String problemOf(byte[] bytes) throws IOException {
        return problemOf(Files.write(folder.resolve("events.json"), bytes));
    }

    @Test
    void saysWhereAFileStopsBeingUtf8() throws IOException {
        byte[] latin = GOOD.replace("sold", "vendü").getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(":20:31: isn't in UTF-8 from here on; would be right: the file saved as UTF-8", problemOf(latin));
        assertEquals(
                ":1:2: isn't in UTF-8 from here on; would be right: the file saved as UTF-8",
                problemOf(new byte[] {'{', (byte) 0xED, (byte) 0xA0, (byte) 0x80}));
        assertEquals(
                ":1:1: isn't in UTF-8 from here on; would be right: the file saved as UTF-8",
                problemOf("{}".getBytes(StandardCharsets.UTF_16)));
        assertEquals(List.of(), problems(GOOD.replace("sold", "s\uFFFDld")));
    }

    @Test
    void readsRegularFilesOnly() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none.json"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));

        assertEquals(":1:1: is a folder; would be right: a file of events", problemOf(folder));
        assertEquals(":1:1: isn't there; would be right: a file of events", problemOf(folder.resolve("none.json")));
        assertEquals(":1:1: is a link that leads to no file; would be right: a file of events", problemOf(link));
        assertEquals(":1:1: is a link that leads to no file; would be right: a file of events", problemOf(loop));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/zero"})
    @EnabledOnOs(OS.LINUX)
    void readsNoDevice(Path device) {
        assertEquals(
                ":1:1: is a device, a pipe or a socket; would be right: a file of events",
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> problemOf(device)));
    }

    /** The first bytes of this one can be read by nobody, not even by root. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAFileCanNotBeRead() throws IOException {
        assertEquals(
                ":1:1: can't be read: Input/output error; would be right: a file of events",
                problemOf(Path.of("/proc/self/mem")));
    }

    /** Root may read anything, so that this is for everybody else. */
    @Test
    void saysThatTheSystemDoesNotLetItRead() throws IOException {
        Path file = Files.writeString(folder.resolve("events.json"), GOOD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
        assumeFalse(Files.isReadable(file));

        assertEquals(
                ":1:1: can't be read: the system doesn't allow it; would be right: a file that you may read",
                problemOf(file));
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws IOException {
        String tooDeep =
                ":1:51: has more than 50 brackets inside one another; would be right: the fields of docs/events.md";

        assertEquals(tooDeep, problemOf("[".repeat(51).getBytes(StandardCharsets.UTF_8)));
        assertEquals(tooDeep, problemOf("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                ":1:1: the file is a list; would be right: a head and \"events\" in braces, { and }",
                problemOf(("[".repeat(50) + "]".repeat(50)).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertEquals(
                List.of(
                        "events.json:21:15 \"text\": is a number of 100000 characters; would be right: a text in quotation "
                                + "marks"),
                problems(GOOD.replace("\"Russia sold Alaska to the United States.\"", "1".repeat(100_000))));
        assertEquals(
                List.of(
                        "events.json:21:15 \"text\": has 30000000 characters; would be right: 1 to 2500 characters, without "
                                + "white space around them"),
                problems(GOOD.replace("Russia sold Alaska to the United States.", "e".repeat(30_000_000))));
        assertEquals(
                List.of("events.json:21:7 \"" + "n".repeat(600)
                        + "…\": isn't a field that is known here; would be right: one of "
                        + "categories, confidence, date, dateText, era, facts, formerly, id, image, note, oldStyle, people, places, sensitive, "
                        + "sources, text, title, weight"),
                problems(GOOD.replace("\"text\"", "\"" + "n".repeat(100_000) + "\": 1, \"text\"")).stream()
                        .limit(1)
                        .toList());
    }

    @Test
    void refusesAListThatIsTooLongWithoutReadingAllOfIt() throws IOException {
        String names =
                IntStream.range(0, 300_000).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(", "));

        assertEquals(
                List.of("events.json:22:17 \"people\": has 300000 items; would be right: at most 20"),
                problems(GOOD.replace("\"categories\": [\"", "\"people\": [" + names + "], \"categories\": [\"")));
    }

    @Test
    void refusesHalfACharacterInATextAndInAName() throws IOException {
        assertEquals(
                List.of(
                        "events.json:20:16 \"title\": has half a character in it, as only a \\u escape can write it; would be "
                                + "right: 1 to 100 characters, without white space around them"),
                problems(GOOD.replace("is sold", "is \\udc00sold")));
        assertEquals(
                List.of("events.json:21:15: a comma is missing before this; would be right: " + MEMBERS),
                problems(GOOD.replace("\"text\"", "\"a\\ud800\": 1, \"text\"")));
        assertEquals(List.of(), problems(GOOD.replace("is sold", "is \\ud83d\\ude80 sold")));
    }

    @Test
    void tellsAProblemInOneLineWhateverItQuotes() throws IOException {
        assertEquals(
                List.of(
                        "events.json:21:7 \"a\\u000ab\\u001b\\u202e\": isn't a field that is known here; would be right: one of "
                                + "categories, confidence, date, dateText, era, facts, formerly, id, image, note, oldStyle, people, places, sensitive, "
                                + "sources, text, title, weight"),
                problems(GOOD.replace("\"text\"", "\"a\\nb\\u001b\u202e\": 1, \"text\"")));
    }

    @Test
    void refusesADateBeyondTheYearsWeKnow() throws IOException {
        assertEquals(
                List.of(
                        "events.json:18:15 \"date\": the winter of 9999 ends in the year 10000, which is out of reach; would "
                                + "be right: 9999-12 or 9999"),
                problems(GOOD.replace("1867-03-30", "9999-24").replaceFirst(" *\"oldStyle\".*\n", "")));
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMarkOrHasWindowsLineEnds() throws IOException {
        assertEquals(List.of(), problems("\uFEFF" + GOOD));
        assertEquals(List.of(), problems(GOOD.replace("\n", "\r\n")));
    }

    @Test
    void findsNothingWrongWithACanonicalFile() throws IOException {
        assertEquals(List.of(), file(GOOD).check());
        assertEquals(List.of(), file(GOOD).remarks(TODAY));
        assertEquals(List.of(), file(GOOD).fix());
    }

    @Test
    void checkSaysWhereTheOrderDepartsAndFixMendsIt() throws IOException {
        String earlier = ALASKA.replace("alaska", "before")
                .replace("1867-03-30", "1867-03-29")
                .replace("1867-03-18", "1867-03-17");
        TimelineFile unordered = file(HEAD + ALASKA.stripTrailing() + ",\n" + earlier + "  ]\n}\n");

        assertEquals(
                List.of("17 isn't in canonical order and layout from here on"),
                unordered.remarks(TODAY).stream()
                        .map(problem -> problem.line() + " " + problem.wrong())
                        .toList());
        assertEquals(1, unordered.fix().size());
        assertEquals(
                HEAD + earlier.stripTrailing() + ",\n" + ALASKA + "  ]\n}\n",
                Files.readString(folder.resolve("events.json")));
        assertEquals(List.of(), unordered.fix());
    }

    @Test
    void halfACharacterThatStaysInAFixedFileStaysAnEscape() throws IOException {
        TimelineFile file = file(GOOD.replace("1867-03-30", "30.3.1867").replace("treaty\"]", "\\ud800\"]"));

        assertEquals(1, file.fix().size());
        assertEquals(GOOD.replace("treaty\"]", "\\ud800\"]"), Files.readString(folder.resolve("events.json")));
    }

    @Test
    void aFixedFileKeepsItsPermissions() throws IOException {
        for (String rights : List.of("rw-r--r--", "rw-rw-r--", "rw-------")) {
            TimelineFile file = file(GOOD.replace("\n", "\n "));
            Path path = folder.resolve("events.json");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));

            assertEquals(1, file.fix().size());
            assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
    }

    @Test
    void fixWritesWhereALinkLeadsToAndLeavesTheLink() throws IOException {
        Path target = Files.writeString(
                Files.createDirectory(folder.resolve("there")).resolve("mine.json"), GOOD.replace("\n", "\n "));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("events.json"), Path.of("there", "mine.json"));

        assertEquals(1, new TimelineFile(link).fix().size());
        assertEquals(Path.of("there", "mine.json"), Files.readSymbolicLink(link));
        assertEquals(GOOD, Files.readString(target));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
        try (Stream<Path> left = Files.list(target.resolveSibling(""))) {
            assertEquals(List.of(target), left.toList());
        }
    }

    @Test
    void fixTakesOffAByteOrderMark() throws IOException {
        TimelineFile file = file("\uFEFF" + GOOD);

        assertEquals(
                List.of("begins with a byte order mark; would be right: what ./almanac check --fix writes"),
                file.remarks(TODAY).stream()
                        .map(problem -> problem.wrong() + "; would be right: " + problem.right())
                        .toList());
        assertEquals(1, file.fix().size());
        assertEquals(GOOD, Files.readString(folder.resolve("events.json")));
    }

    @Test
    void writesATimelineAsItWasRead() throws IOException {
        Path shipped = Path.of("events.json");
        Path copy = folder.resolve("copy.json");

        new TimelineFile(copy).write(new TimelineFile(shipped).read().timeline().orElseThrow());
        assertEquals(Files.readString(shipped), Files.readString(copy));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    }

    @Test
    void fixLeavesAFileWithProblemsAlone() throws IOException {
        String bad = GOOD.replace("treaty\"]", "magic\"]").replace("\n", " ");
        TimelineFile file = file(bad);

        assertEquals(List.of(), file.fix());
        assertEquals(bad, Files.readString(folder.resolve("events.json")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void tellsOneCauseOnceAndTheNearestRightValue() throws IOException {
        String other = ALASKA.replace("\"alaska\"", "\"again\"").replace("is sold", "is sold again");
        String two = HEAD + ALASKA.stripTrailing() + ",\n" + other + "  ]\n}\n";

        assertEquals(
                List.of(
                        "events.json:22:21 \"categories\": \"treatty\" isn't defined in the head; would be right: treaty; also in "
                                + "line 33",
                        "events.json:24:16 \"id\": the source \"alamnac\" isn't defined in the head; would be right: almanac; also in "
                                + "line 35"),
                problems(two.replace("[\"treaty\"]", "[\"treatty\"]")
                        .replace("{\"id\": \"almanac\"}", "{\"id\": \"alamnac\"}")));
        assertEquals(
                List.of(
                        "events.json:18:15 \"date\": \"1867-3-30\" isn't a date in a form known here; would be right: 1867-03-30"),
                problems(GOOD.replace("1867-03-30", "1867-3-30")));
        assertEquals(
                List.of("events.json:21:7 \"txt\": isn't a field that is known here; would be right: text"),
                problems(GOOD.replace("\"text\"", "\"txt\": 1, \"text\"")));
    }

    @Test
    void fixMendsWhatCanBeRightInOneWayOnlyAndSaysSo() throws IOException {
        TimelineFile file = file(GOOD.replace("\"alaska\"", "\"Alaska Sold\"")
                .replace("1867-03-30", "30.3.1867")
                .replace("Alaska is sold", " Alaska\\tis sold ")
                .replace("\"treaty\"", "\"The Treaty\""));

        assertEquals(
                List.of(
                        "events.json:20 \"title\": without the blanks around it and what can't be seen",
                        "events.json:10 \"id\": \"The Treaty\" is now \"the-treaty\"",
                        "events.json:17 \"id\": \"Alaska Sold\" is now \"alaska-sold\"",
                        "events.json:18 \"date\": \"30.3.1867\" is now \"1867-03-30\""),
                file.fix().stream()
                        .map(change -> change.replace(folder + "/", ""))
                        .toList());
        assertEquals(
                GOOD.replace("\"alaska\"", "\"alaska-sold\"").replace("\"treaty\"", "\"the-treaty\""),
                Files.readString(folder.resolve("events.json")));
    }

    @Test
    void fixLeavesADateThatCouldBeTwoAndADayThatNoMonthHas() throws IOException {
        for (String date : List.of("3.4.1867", "1867-02-30", "1867-13", "1870/1867", "some day")) {
            assertEquals(List.of(), file(GOOD.replace("1867-03-30", date)).fix());
        }
    }

    @Test
    void fixMendsWhatItCanOfAFileThatHasOtherProblems() throws IOException {
        TimelineFile file = file(GOOD.replace("1867-03-30", "30.3.1867").replace("treaty\"]", "magic\"]"));

        assertEquals(
                List.of("events.json:18 \"date\": \"30.3.1867\" is now \"1867-03-30\""),
                file.fix().stream()
                        .map(change -> change.replace(folder + "/", ""))
                        .toList());
        assertEquals(GOOD.replace("treaty\"]", "magic\"]"), Files.readString(folder.resolve("events.json")));
    }

    @Test
    void fixLosesNothingThatStandsTwice() throws IOException {
        TimelineFile file = file(GOOD.replace("\"alaska\"", "\"no id\"")
                .replace("\"title\": \"Alaska", "\"title\": \"B\", \"title\": \"Alaska"));

        assertEquals(List.of(), file.fix());
    }

    @Test
    void remarksOnWhatIsMostLikelyNotMeant() throws IOException {
        String twice = HEAD + ALASKA.replace("\"alaska\"", "\"alas\"").stripTrailing() + ",\n" + ALASKA + "  ]\n}\n";
        String stacked = GOOD.replace("Alaska is", "A\u0300\u0301\u0302\u0303laska is");
        String late = GOOD.replace("1867-03-30", "2867-03-30").replaceFirst(" *\"oldStyle\".*\n", "");

        assertEquals(
                List.of(
                        "4 \"xx\" isn't the code of a language",
                        "20 has four or more marks on one letter, which run over the lines above and below",
                        "18 2867 is more than 50 years ahead",
                        "31 the event in line 16 has the same date and title"),
                Stream.of(GOOD.replace("\"en\"", "\"xx\""), stacked, late, twice)
                        .flatMap(text -> {
                            try {
                                return file(text).remarks(TODAY).stream();
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        })
                        .filter(remark -> !remark.wrong().startsWith("isn't in canonical"))
                        .map(remark -> remark.line() + " " + remark.wrong())
                        .toList());
        for (String language : List.of("en", "de", "pt-BR", "zh-Hant", "yue", "gsw")) {
            assertEquals(
                    List.of(),
                    file(GOOD.replace("\"en\"", "\"" + language + "\"")).remarks(TODAY));
        }
    }

    @Test
    void refusesAFileThatTheProgramHasNoRoomFor() throws IOException {
        Path path = Files.writeString(folder.resolve("events.json"), GOOD + " ".repeat(3 << 20));

        assertEquals(
                ":1:1: has 4 MB, and the program may use no more than 12 MB in all; would be right: ALMANAC_JAVA_OPTS=-Xmx61m "
                        + "before the command",
                new TimelineFile(path, 12 << 20).check().get(0).toString().replace(path.toString(), ""));
        assertEquals(List.of(), new TimelineFile(path, 13 << 20).check());
    }
}
