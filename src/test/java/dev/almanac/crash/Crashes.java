package dev.almanac.crash;

import static org.awaitility.Awaitility.await;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A day in many channels whose bot is killed again and again, and at last left alone until it has settled everything.
 *
 * @param nonceWindow how long our Discord remembers nonces, and the bot takes it to
 * @param seed of all that is left to chance
 */
record Crashes(int guilds, int kills, Duration nonceWindow, boolean readsHistory, long seed) {
    private static final int CHANNELS = 20;
    private static final long ADMIN = 101_000_000_000_000_001L;
    private static final int KILLED = 128 + 9;
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(4);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(12);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(5);

    /** A folder where the bot may write, one where it has no business, and what else it is told at its start. */
    record Ground(Path data, Path elsewhere, Path log, List<String> options) {}

    Toll run(Ground ground) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Instant due = Clock.systemUTC().instant().plus(BEFORE_THE_FIRST).truncatedTo(ChronoUnit.SECONDS);
        DailyFile file = new DailyFile(ground.data().resolve("almanac.db"));
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            discord.messages().rememberNoncesFor(nonceWindow);
            List<DailyFile.Place> places = IntStream.range(0, guilds)
                    .boxed()
                    .flatMap(any -> guild(discord).stream())
                    .toList();
            file.setUp(places, ADMIN, due);
            Program program = new Program(
                    discord,
                    ground.data().resolve("almanac.db").toString(),
                    nonceWindow,
                    ground.elsewhere(),
                    ground.options());
            List<Death> deaths = List.of(Death.values());
            Random random = new Random(seed);
            for (int kill = 0; kill < kills; kill++) {
                long left = places.size() - discord.messages().count();
                int most = (int) Math.max(1, 2 * left / (kills - kill + 1));
                Death death = deaths.get(kill % deaths.size());
                live(program, ground.log(), death, 1 + random.nextInt(most), random);
            }
            List<DayEntry> days = settle(program, ground.log(), file, places.size());
            return Toll.of(this, places, discord, days, due, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private List<DailyFile.Place> guild(DiscordStandIn discord) {
        long guild = discord.guilds().add(CHANNELS).guild();
        if (!readsHistory) {
            discord.guilds().denyInGuild(guild, Permission.READ_MESSAGE_HISTORY);
        }
        return discord.guilds().channels(guild).stream()
                .map(channel -> new DailyFile.Place(guild, channel))
                .toList();
    }

    private static void live(Program program, Path log, Death death, int number, Random random)
            throws IOException, InterruptedException {
        Faults faults = program.discord().faults();
        CompletableFuture<Process> bot = new CompletableFuture<>();
        death.arrange(program.discord(), number, random, () -> {
            Process alive = bot.join();
            alive.destroyForcibly();
            alive.onExit().join();
        });
        Process process = program.start(log);
        bot.complete(process);
        if (!process.waitFor(LONGEST_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
            faults.clear();
        }
        if (process.exitValue() != KILLED) {
            throw new IllegalStateException("the bot ended by itself, see " + log);
        }
        // What it had sent is stored or lost by then, as arranged.
        await().until(() -> program.discord().openConnections() == 0);
        faults.clear();
    }

    private static List<DayEntry> settle(Program program, Path log, DailyFile file, int number)
            throws IOException, InterruptedException {
        Process process = program.start(log);
        List<DayEntry> days = new ArrayList<>();
        try {
            await().atMost(LONGEST_SETTLING)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        days.clear();
                        days.addAll(file.days());
                        return days.stream()
                                        .filter(day -> day.state() != DayEntry.State.CLAIMED)
                                        .count()
                                == number;
                    });
        } finally {
            // As told by a service manager: it has some seconds to end.
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        return List.copyOf(days);
    }
}
