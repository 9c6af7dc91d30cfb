package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process, as the launcher starts it. */
class MainTest {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(Map<String, String> environment, String typed, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dalmanac.home=" + Path.of("").toAbsolutePath(),
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
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        builder.environment().remove("ALMANAC_EVENTS");
        builder.environment().remove("ALMANAC_ZONE");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        assertTrue(!ended.err().contains("\tat "), ended.err());
        return ended;
    }

    @Test
    void answersOnceWhatIsAskedOnTheCommandLine() throws Exception {
        Ended good = run(NOTHING, "", "ask", "/year", "1867");
        Ended bad = run(NOTHING, "", "ask", "/year", "banana");

        assertEquals(List.of(0, ""), List.of(good.code(), good.err()));
        assertTrue(good.out().contains("The United States agrees to buy Alaska"), good.out());
        assertEquals(
                new Ended(
                        2, "“banana” is no year. Try /year 1867, /year 1914-1917, /year 1860s or /year 44\nBC.\n", ""),
                bad);
    }

    @Test
    void answersAPipeAndEndsWellEvenAfterABadQuestion() throws Exception {
        Ended ended = run(NOTHING, "/year 1867\nbanana\n", new String[0]);

        assertEquals(0, ended.code());
        assertTrue(ended.out().startsWith("1867\n"), ended.out());
        assertTrue(ended.out().contains("“banana” is no command."), ended.out());
    }

    @Test
    void saysWhichSettingIsWrongAndStartsNothing() throws Exception {
        assertEquals(
                new Ended(
                        78,
                        "",
                        "ALMANAC_ZONE is \"Berlin\", which is no time zone. Write one like Europe/Berlin or UTC.\n"),
                run(Map.of("ALMANAC_ZONE", "Berlin"), "/year 1867\n"));
    }

    @Test
    void startsNothingWithABadFileAndNamesEachProblem() throws Exception {
        Path events = Files.writeString(
                folder.resolve("mine.json"),
                Files.readString(Path.of("events.json"))
                        .replaceFirst("\"date\": \"1780/1783\"", "\"date\": \"1780/1700\"")
                        .replaceFirst("\"date\": \"1790\"", "\"date\": \"soon\""));

        Ended chat = run(Map.of("ALMANAC_EVENTS", events.toString()), "/year 1867\n");
        Ended check = run(NOTHING, "", "check", "mine.json");

        assertEquals(List.of(78, ""), List.of(chat.code(), chat.out()));
        assertEquals(3, chat.err().lines().count());
        assertTrue(chat.err().lines().skip(2).findFirst().orElseThrow().startsWith("Nothing was started: "));
        assertEquals(1, check.code());
        assertTrue(
                check.out()
                        .matches(
                                "(?s)mine\\.json:\\d+:15 \"date\": the range 1780/1700 does not run forwards; would be "
                                        + "right: 1700/1780\nmine\\.json:\\d+:15 \"date\": \"soon\" is no date .*\n2 problems\\.\n"),
                check.out());
    }

    @Test
    void checksTheTimelineInUseAndPutsAFileInOrder() throws Exception {
        Path events = Files.writeString(
                folder.resolve("mine.json"),
                Files.readString(Path.of("events.json")).replace("\n", "\n "));

        Ended ended = run(Map.of("ALMANAC_EVENTS", events.toString()), "", "check", "--fix");

        assertEquals(0, ended.code());
        assertEquals(Files.readString(Path.of("events.json")), Files.readString(events));
        assertEquals(0, run(NOTHING, "", "check").code());
    }

    @Test
    void explainsItself() throws Exception {
        assertTrue(run(NOTHING, "", "--help").out().contains("check"));
        assertEquals(2, run(NOTHING, "", "banana").code());
    }
}
