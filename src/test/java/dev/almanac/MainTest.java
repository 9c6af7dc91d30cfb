package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process, as the launcher starts it: its streams know English letters only, its locale has other digits. */
@Order(Integer.MAX_VALUE)
class MainTest {
    private static final String EVENTS = """
            {
              "title": "US-Russian relations",
              "description": "What they have had to do with each other.",
              "language": "en",
              "licence": "CC0-1.0",
              "categories": [
                {"id": "treaty", "title": "Treaty", "colour": "#7A4B94"}
              ],
              "sources": [
                {"id": "almanac", "title": "A Small Almanac", "publisher": "Almanac Press", "licence": "public domain"}
              ],
              "events": [
                {
                  "id": "alaska",
                  "date": "1867-03-30",
                  "oldStyle": "1867-03-18",
                  "title": "Россия sells Alaska",
                  "text": "Russia sold Alaska to the United States.",
                  "categories": ["treaty"],
                  "sources": [
                    {"id": "almanac"}
                  ]
                }
              ]
            }
            """;
    private static final String ALASKA = """
            1867

            30 March 1867 (18 March Old Style)
            Россия sells Alaska
              Russia sold Alaska to the United States.
              Treaty · A Small Almanac
            """;
    private static final String BANANA = """
            “banana” isn't a year I know. Try /year 1867, /year 1867-1870 or /year 1860s.
            """;

    @TempDir
    Path folder;

    private Path events = Path.of("");

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.writeString(folder.resolve("events.json"), EVENTS);
    }

    private Ended run(Map<String, String> environment, String typed, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dalmanac.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.almanac.Main"));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), typed);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("ALMANAC_EVENTS", "ALMANAC_ZONE"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        assertFalse(ended.err().contains("\tat "), ended.err());
        return ended;
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), "", arguments);
    }

    @Test
    void endsABareQuestionAsOneWithSettings() throws Exception {
        assertEquals(run("--zone", "UTC", "ask", "banana", "bread"), run("ask", "banana", "bread"));
        assertEquals(2, run("ask", "/year", "banana").code());

        Files.writeString(events, EVENTS.replace("1867-03-30", "1867-02-30"));
        Ended refused = run("ask", "/year", "1867");
        assertEquals(78, refused.code());
        assertEquals(run("--zone", "UTC", "ask", "/year", "1867"), refused);
    }

    @Test
    void answersOnceWhatIsAskedOnTheCommandLine() throws Exception {
        assertEquals(new Ended(0, ALASKA, ""), run("ask", "/year", "1867"));
        assertEquals(new Ended(0, ALASKA, ""), run("ask", "1867"));
    }

    @Test
    void endsWithTwoAfterABadQuestionThatIsAskedOnce() throws Exception {
        assertEquals(new Ended(2, BANANA, ""), run("ask", "/year", "banana"));
    }

    @Test
    void asksWhetherAMisspeltCommandWasMeant() throws Exception {
        Ended ended = run("chekc");

        assertEquals(2, ended.code());
        assertEquals("", ended.out());
        assertTrue(
                ended.err()
                        .startsWith("chekc isn't a command. Did you mean almanac check? To search for it: almanac ask"
                                + " chekc\n"),
                ended.err());
    }

    @Test
    void answersAPipeAndEndsWellEvenAfterABadQuestion() throws Exception {
        assertEquals(
                new Ended(0, ALASKA + "\n" + BANANA + "\n" + """
                        No event has “год”. Try /event with another word, or /random.
                        """, ""),
                run(Map.of(), "/year 1867\n/year banana\n/event год\n"));
        assertEquals(new Ended(0, "", ""), run());
    }

    @Test
    void findsWhatIsTypedInOtherLetters() throws Exception {
        assertEquals(
                new Ended(
                        0,
                        ALASKA.replaceFirst("1867\n\n", "").replace("A Small", "Almanac Press: A Small")
                                + "\n1  All of 1867\n",
                        ""),
                run(Map.of(), "/event россия\n"));
    }

    @Test
    void takesTheDayOfTheZoneItIsTold() throws Exception {
        Ended ended = run(Map.of("ALMANAC_ZONE", "Pacific/Kiritimati"), "/onthisday\n");

        assertTrue(
                ended.out()
                        .matches(
                                "(?s)Today, \\d+ [A-Z][a-z]+\n.*  The day is that of the time zone Pacific/Kiritimati\\.\n.*"),
                ended.out());
    }

    @Test
    void readsAndWritesADayThoughTheLocaleHasOtherDigits() throws Exception {
        Ended ended = run("ask", "/onthisday", "30", "march");

        assertTrue(ended.out().startsWith("30 March\n\n"), ended.out());
        assertTrue(ended.out().contains("30 March 1867 (18 March Old Style)"), ended.out());
    }

    @Test
    void saysWhichSettingIsWrongAndStartsNothing() throws Exception {
        assertEquals(
                new Ended(
                        78,
                        "",
                        "ALMANAC_ZONE is \"Atlantis\", which isn't a time zone. Write one like Europe/Berlin or UTC.\n"),
                run(Map.of("ALMANAC_ZONE", "Atlantis"), "/year 1867\n"));
    }

    @Test
    void startsNothingWithABadFileAndNamesEachProblem() throws Exception {
        Files.writeString(
                folder.resolve("mine.json"),
                EVENTS.replace("\"1867-03-30\"", "\"1867-02-30\"").replace("United States.", "United States. "));
        String problems = """
                mine.json:15:15 "date": February 1867 has no day 30; would be right: 1867-02-28
                mine.json:18:15 "text": begins or ends with white space; would be right: 1 to 2500 characters, without white space around them
                """;

        assertEquals(
                new Ended(
                        78,
                        "",
                        problems + "Nothing was started. Mend the file (./almanac check shows what is left), or name "
                                + "another in ALMANAC_EVENTS.\n"),
                run(Map.of("ALMANAC_EVENTS", "mine.json"), "/year 1867\n"));
        assertEquals(new Ended(1, problems + "2 problems.\n", ""), run("check", "mine.json"));
    }

    @Test
    void startsNothingWithoutAFile() throws Exception {
        Ended ended = run(Map.of("ALMANAC_EVENTS", "nowhere.json"), "/year 1867\n", "ask", "/help");

        assertEquals(List.of(78, ""), List.of(ended.code(), ended.out()));
        assertTrue(
                ended.err().startsWith("nowhere.json:1:1: isn't there; would be right: a file of events\n"),
                ended.err());
    }

    @Test
    void checksTheTimelineInUseOrTheOneThatIsNamed() throws Exception {
        Ended good = new Ended(0, "No problem found: 1 event.\n", "");

        assertEquals(good, run("check"));
        assertEquals(good, run(Map.of("ALMANAC_EVENTS", "nowhere.json"), "", "check", "events.json"));
    }

    @Test
    void reportsOnASoundFileAndOnNoOther() throws Exception {
        String report = run("check", "--report").out();

        assertTrue(
                report.startsWith(
                        "No problem found: 1 event.\n\nA year has 1 day with an event, and 365 without one.\n"),
                report);
        Files.writeString(events, EVENTS.replace("treaty\"]", "magic\"]"));
        assertEquals(run("check"), run("check", "--report"));
    }

    @Test
    void putsAFileInOrder() throws Exception {
        Files.writeString(events, EVENTS.replace("\n", "\n "));

        assertEquals(
                new Ended(
                        0,
                        "Remark: " + events
                                + ":2:1: isn't in canonical order and layout from here on; would be right: what "
                                + "./almanac check --fix writes\nNo problem found: 1 event.\n",
                        ""),
                run("check"));
        assertEquals(
                new Ended(
                        0,
                        "Fixed: " + events + " is now in canonical order and layout.\nNo problem found: 1 event.\n",
                        ""),
                run("check", "--fix"));
        assertEquals(EVENTS, Files.readString(events));
    }

    @Test
    void leavesAFileWithProblemsAsItIs() throws Exception {
        String bad = EVENTS.replace("\n", "\n ").replace("treaty\"]", "magic\"]");
        Files.writeString(events, bad);

        assertEquals(1, run("check", "--fix").code());
        assertEquals(bad, Files.readString(events));
    }

    /** Where a path may have 4095 bytes there is room for the file, and none for a longer name beside it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAFileCanNotBeWritten() throws Exception {
        Path deep = folder.toRealPath();
        while (deep.toString().length() < 4083) {
            int room = 4083 - deep.toString().length() - 1;
            deep = deep.resolve("d".repeat(room < 200 ? room : Math.min(100, room - 2)));
        }
        Path file = Files.createDirectories(deep).resolve("events.json");
        Files.writeString(file, EVENTS.replace("\n", "\n "));

        assertEquals(
                new Ended(78, "", file + " can't be written (FileSystemException); it is still as it was.\n"),
                run("check", "--fix", file.toString()));
        assertEquals(EVENTS.replace("\n", "\n "), Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--report", "--fix"})
    @EnabledOnOs(OS.LINUX)
    void checksNoDevice(String option) throws Exception {
        assertEquals(
                new Ended(
                        1,
                        "/dev/zero:1:1: is a device, a pipe or a socket; would be right: a file of events\n1 problem.\n",
                        ""),
                run("check", option, "/dev/zero"));
    }

    @Test
    void answersABareLineAsAskDoes() throws Exception {
        assertEquals(run("ask", "1867"), run("1867"));
        assertEquals(run("ask", "what happened in 1867?"), run("what", "happened", "in", "1867?"));
        assertEquals(2, run("30", "february").code());
    }

    @Test
    void explainsItself() throws Exception {
        Ended help = run("--help");
        Ended wrong = run("--banana");

        assertEquals(List.of(0, ""), List.of(help.code(), help.err()));
        assertTrue(help.out().matches("(?s).*\n  check +Checks a file of events.*"), help.out());
        assertEquals(List.of(2, ""), List.of(wrong.code(), wrong.out()));
        assertTrue(wrong.err().startsWith("Unknown option: '--banana'\n"), wrong.err());
        assertEquals(new Ended(0, "Almanac development\n", ""), run("--version"));
    }
}
