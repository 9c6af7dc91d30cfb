package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, with all its parts in one file. */
class BuiltJarTest {
    @TempDir
    Path folder;

    @Test
    void searches() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dalmanac.home=" + Path.of("").toAbsolutePath(),
                        "-jar",
                        Path.of("target", "almanac.jar").toAbsolutePath().toString(),
                        "ask",
                        "/search gagrin orbits 1961")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith("Yuri Gagarin orbits the Earth")),
                () -> String.join("\n", lines));
    }
}
