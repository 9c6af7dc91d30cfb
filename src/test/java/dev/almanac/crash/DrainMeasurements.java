package dev.almanac.crash;

import static org.awaitility.Awaitility.await;

import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import dev.almanac.standin.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program under many schedules, as a process of its own; prints figures and asserts nothing. */
class DrainMeasurements {
    private static final long ADMIN = 101_000_000_000_000_001L;
    private static final int DISCORDS_LIMIT = 50;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** It starts, and then answers for a while without a post. */
    private static final Duration UNTIL_DUE = Duration.ofSeconds(90);

    private static final Duration IDLE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void keepTheLog() throws IOException {
        log = Files.createTempFile(Files.createDirectories(Path.of("target").toAbsolutePath()), "measured-", ".log");
    }

    private Program program(DiscordStandIn discord, String heap) throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        return new Program(
                discord,
                folder.resolve("almanac.db").toString(),
                Duration.ofMinutes(2),
                elsewhere,
                List.of("-Xmx" + heap));
    }

    private static List<DailyFile.Place> channels(DiscordStandIn discord, int guilds, int channels) {
        List<DailyFile.Place> places = new ArrayList<>();
        for (int i = 0; i < guilds; i++) {
            long guild = discord.guilds().add(channels).guild();
            discord.guilds().channels(guild).forEach(channel -> places.add(new DailyFile.Place(guild, channel)));
        }
        return places;
    }

    private static void untilItAnswers(DiscordStandIn discord) {
        await().atMost(LONGEST_START).until(() -> !discord.commands().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tenThousandPostsDueAtOneMoment(boolean pictures) throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            discord.limits().allowPerSecond(DISCORDS_LIMIT);
            List<DailyFile.Place> places = channels(discord, 500, 20);
            Place asking = discord.guild();
            Instant due = Clock.systemUTC().instant().plus(UNTIL_DUE).truncatedTo(ChronoUnit.SECONDS);
            new DailyFile(folder.resolve("almanac.db")).setUp(places, ADMIN, due, pictures);
            Process bot = program(discord, "128m").start(log);
            untilItAnswers(discord);
            System.out.printf(
                    Locale.ROOT,
                    "[measured] ready %d s before 10,000 posts %s are due%n",
                    Duration.between(Clock.systemUTC().instant(), due).toSeconds(),
                    pictures ? "with pictures" : "without pictures");
            List<Duration> idle = new ArrayList<>();
            List<Duration> answers = new ArrayList<>();
            int asked = 0;
            while (discord.messages().count() < places.size() && bot.isAlive()) {
                // Somebody else each time: one person gets so many answers a minute only.
                Duration took = discord.slash(asking, ADMIN + 1 + asked++, "onthisday", Map.of())
                        .get(10, TimeUnit.SECONDS)
                        .took();
                Instant now = Clock.systemUTC().instant();
                if (now.isAfter(due)) {
                    answers.add(took);
                } else if (now.isAfter(due.minus(IDLE))) {
                    idle.add(took);
                }
                // Five times a second.
                boolean ended = bot.waitFor(200, TimeUnit.MILLISECONDS);
                if (ended) {
                    System.out.println("[measured] the bot ended by itself, see " + log);
                }
            }
            List<Post> posts = discord.messages().posts();
            Instant first = posts.get(0).at();
            Instant last = posts.get(posts.size() - 1).at();
            System.out.printf(
                    Locale.ROOT,
                    "[measured] %d posts in %.1f s, %.1f a second, the last %.1f s late; 429 answered %d times; answers to"
                            + " people before that: %s; meanwhile: %s; %s%n",
                    posts.size(),
                    seconds(first, last),
                    posts.size() / seconds(first, last),
                    seconds(due, last),
                    discord.traffic().answered(429),
                    inWords(idle),
                    inWords(answers),
                    memory(bot));
            bot.destroy();
            bot.waitFor();
        }
    }

    private static String inWords(List<Duration> answers) {
        List<Duration> sorted = answers.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%d, p50 %d ms, p99 %d ms, most %d ms",
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis(),
                sorted.get(sorted.size() - 1).toMillis());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    @Test
    void memoryWithAHundredThousandSchedules() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            List<DailyFile.Place> places = channels(discord, 2_000, 50);
            Instant due = Clock.systemUTC().instant().plusSeconds(7_200).truncatedTo(ChronoUnit.SECONDS);
            new DailyFile(folder.resolve("almanac.db")).setUp(places, ADMIN, due);
            for (String heap : List.of("128m", "512m")) {
                long begun = System.nanoTime();
                Process bot = program(discord, heap).start(log);
                int before = discord.gateway().identifies();
                await().atMost(LONGEST_START).until(() -> discord.gateway().identifies() > before || !bot.isAlive());
                boolean ended = bot.waitFor(30, TimeUnit.SECONDS);
                System.out.printf(
                        Locale.ROOT,
                        "[measured] 100,000 schedules and channels, -Xmx%s: %s, %d s after the start%n",
                        heap,
                        ended ? "ended, see " + log : memory(bot),
                        (System.nanoTime() - begun) / 1_000_000_000);
                bot.destroy();
                bot.waitFor();
            }
        }
    }

    /** As Linux tells it; empty elsewhere. */
    private static String memory(Process process) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
    }
}
