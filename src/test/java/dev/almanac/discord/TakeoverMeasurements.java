package dev.almanac.discord;

import dev.almanac.daily.store.LocalPostgresql;
import dev.almanac.standin.DiscordStandIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes from the SIGKILL of a process that has all four shards until another one has connected the first of them, and the last. */
class TakeoverMeasurements {
    private static final int SHARDS = 4;
    private static final int RUNS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void measure() throws IOException, InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        try (EmbeddedPostgres server = LocalPostgresql.started();
                DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), SHARDS)) {
            for (int shard = 0; shard < SHARDS; shard++) {
                discord.guild();
            }
            discord.gateway().limitIdentifies(1);
            Process running = start(discord, server, "0");
            until(() -> discord.gateway().connected() == SHARDS);
            for (int run = 1; run <= RUNS; run++) {
                Path log = folder.resolve(run + ".log");
                Process next = start(discord, server, String.valueOf(run));
                // It has begun, and waits for shards.
                until(() -> says(log, "Discord advises"));
                TimeUnit.SECONDS.sleep(1 + run % 5);
                int before = discord.gateway().identifies();
                long killed = System.nanoTime();
                running.destroyForcibly().waitFor();
                until(() -> discord.gateway().identifies() > before);
                first.add(seconds(killed));
                until(() -> discord.gateway().connected() == SHARDS);
                last.add(seconds(killed));
                running = next;
            }
            running.destroy();
            running.waitFor();
            print("first of four shards", first);
            print("last of four shards, one bucket", last);
            System.out.println("identified too early: " + discord.gateway().identifiedTooEarly());
        }
    }

    private static void print(String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f s, most %.1f s of %d%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static boolean says(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException e) {
            return false;
        }
    }

    private static void until(BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    private Process start(DiscordStandIn discord, EmbeddedPostgres server, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dalmanac.home=" + Path.of("").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.almanac.Main",
                        "run")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "DISCORD_TOKEN",
                        DiscordStandIn.TOKEN,
                        "DISCORD_API_URL",
                        discord.apiBase().toString(),
                        "ALMANAC_DATABASE",
                        "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres"));
        return builder.start();
    }
}
