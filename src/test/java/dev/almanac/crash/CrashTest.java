package dev.almanac.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The promise of the daily post when its bot is killed: never twice, never silently missing. The bot is started as in a
 * container whose root can't be written to; {@link CrashAtLength} kills it more often.
 */
class CrashTest {
    private static final int GUILDS = 3;
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    /** With nowhere to put temporary files, and SQLite's library where the image has it. */
    private Crashes.Ground readOnly() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        String library = LibraryLoaderUtil.getNativeLibName();
        try (InputStream packed =
                CrashTest.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library)) {
            Files.copy(packed, libraries.resolve(library));
        }
        return new Crashes.Ground(
                Files.createDirectory(folder.resolve("data")),
                Files.createDirectory(folder.resolve("elsewhere")),
                folder.resolve("log"),
                List.of("-Djava.io.tmpdir=" + noFolder, "-Dorg.sqlite.lib.path=" + libraries));
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest(name = "nonces known for {0}, history readable: {1}")
    @CsvSource({"PT0S,true", "PT0S,false", "PT5M,true", "PT5M,false"})
    void postsOnceOrSaysThatItMissedHoweverOftenItIsKilled(Duration nonceWindow, boolean readsHistory)
            throws Exception {
        Crashes.Ground ground = readOnly();
        Toll toll = new Crashes(GUILDS, KILLS, nonceWindow, readsHistory, 1).run(ground);

        System.out.println("[crash] " + toll.line());
        assertEquals(List.of(), toll.faults(), () -> toll.line() + "\n" + log(ground));
        // Else nothing was in doubt, and this has shown nothing.
        assertTrue((readsHistory ? toll.looks() : toll.missed() + toll.again()) > 0, toll.line());
        assertEquals(Set.of("almanac.db", "almanac.db.lock"), files(ground.data()));
        assertEquals(Set.of(), files(ground.elsewhere()));
    }

    private static String log(Crashes.Ground ground) {
        try {
            return Files.readString(ground.log());
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}
