package dev.almanac.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same as {@link CrashTest} at length, in the profile {@code crash}: a thousand schedules, fifty kills. What the bots
 * said is kept in {@code target/crash}.
 */
class CrashAtLength {
    private static final int GUILDS = 50;
    private static final int KILLS = 50;
    private static final long SEED = Long.getLong("almanac.crash.seed", 1);

    @ParameterizedTest(name = "nonces known for {0}, history readable: {1}")
    @CsvSource({"PT0S,true", "PT0S,false", "PT5M,true", "PT5M,false"})
    void postsOnceOrSaysThatItMissedHoweverOftenItIsKilled(Duration nonceWindow, boolean readsHistory)
            throws Exception {
        Path kept = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "crash").toAbsolutePath()),
                nonceWindow + (readsHistory ? "-readable-" : "-unreadable-"));
        Toll toll = new Crashes(GUILDS, KILLS, nonceWindow, readsHistory, SEED).run(ground(kept));

        System.out.println("[crash] " + toll.line());
        assertEquals(List.of(), toll.faults(), () -> toll.line() + "; see " + kept);
    }

    private static Crashes.Ground ground(Path kept) throws IOException {
        return new Crashes.Ground(
                Files.createDirectory(kept.resolve("data")),
                Files.createDirectory(kept.resolve("elsewhere")),
                kept.resolve("log"),
                List.of());
    }
}
