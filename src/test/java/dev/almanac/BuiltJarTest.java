package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, with all its parts in one file. */
class BuiltJarTest {
    @TempDir
    Path folder;

    private static final String JAR =
            Path.of("target", "almanac.jar").toAbsolutePath().toString();

    private List<String> said(String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dalmanac.home=" + Path.of("").toAbsolutePath()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        return lines;
    }

    @Test
    void searches() throws IOException, InterruptedException {
        List<String> lines = said("-jar", JAR, "ask", "/search gagrin orbits 1961");
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith("Yuri Gagarin orbits the Earth")),
                () -> String.join("\n", lines));
    }

    @Test
    void startsFromTheClassesOfItsRehearsal() throws IOException, InterruptedException {
        Path classes = folder.resolve("almanac.classes");
        assertEquals(
                List.of(),
                said("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + classes, "-cp", JAR, "dev.almanac.Rehearsal"));

        Path loaded = folder.resolve("loaded");
        assertEquals(
                said("-jar", JAR, "ask", "/year 1867"),
                said(
                        "-XX:SharedArchiveFile=" + classes,
                        "-Xlog:class+load:file=" + loaded,
                        "-jar",
                        JAR,
                        "ask",
                        "/year 1867"));
        assertTrue(
                Files.readString(loaded).contains("dev.almanac.timeline.Timeline source: shared objects file (top)"));
    }
}
