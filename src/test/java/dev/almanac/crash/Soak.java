package dev.almanac.crash;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import dev.almanac.standin.Post;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The program running for {@code -Dsoak.minutes} (20), while posts become due, people ask, and everything goes wrong at random; at last an
 * inventory. In the profile {@code soak}, which is run by hand. {@code -Dsoak.seed} lets other things go wrong at other moments. What the
 * bot said is kept in {@code target/soak}.
 */
class Soak {
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 20));
    private static final long SEED = Long.getLong("soak.seed", 1);
    private static final int SHARDS = 2;
    private static final int GUILDS = 10;
    private static final int MOST_IN_A_GUILD = 100;
    private static final long ADMIN = 101_000_000_000_000_001L;
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST_SETTING_UP = Duration.ofMillis(100);
    private static final Duration BETWEEN_POSTS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(3);
    private static final Duration QUIET_AT_LAST = Duration.ofSeconds(30);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(3);
    private static final int MORE_THREADS = 12;
    private static final int MORE_HEAP = 16;

    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(SEED);
    private final List<Struck> struck = new ArrayList<>();
    private final List<Vitals.Reading> readings = new ArrayList<>();

    /** @param until when the bot was connected to everything again */
    private record Struck(Mishap mishap, Instant at, Instant until) {
        /** What is asked a moment before has no answer yet. */
        boolean covers(Crowd.Asked asked) {
            return asked.at().isAfter(at.minus(FIRST_ANSWER)) && asked.at().isBefore(until.plus(FIRST_ANSWER));
        }
    }

    @Test
    void answersOncePostsOnceAndStaysAsItIs() throws Exception {
        Path kept = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "soak").toAbsolutePath()), "");
        try (DiscordStandIn discord = new DiscordStandIn(clock, SHARDS)) {
            int channels = (int) (LENGTH.minus(QUIET_AT_LAST).toMillis() / BETWEEN_POSTS.toMillis());
            List<Place> guilds = new ArrayList<>();
            List<DailyFile.Place> places = new ArrayList<>();
            while (guilds.size() < GUILDS || places.size() < channels) {
                Place guild = discord.guilds().add(Math.min(MOST_IN_A_GUILD, 1 + channels / GUILDS));
                guilds.add(guild);
                discord.guilds().channels(guild.guild()).stream()
                        .map(channel -> new DailyFile.Place(guild.guild(), channel))
                        .forEach(places::add);
            }
            Instant first = clock.instant()
                    .plus(BEFORE_THE_FIRST)
                    .plus(LONGEST_SETTING_UP.multipliedBy(channels))
                    .truncatedTo(ChronoUnit.SECONDS);
            Map<DailyFile.Place, Instant> due = new LinkedHashMap<>();
            IntStream.range(0, channels)
                    .forEach(i -> due.put(places.get(i), first.plus(BETWEEN_POSTS.multipliedBy(i))));
            DailyFile file = new DailyFile(kept.resolve("almanac.db"));
            file.setUp(due, ADMIN);
            Process bot = new Program(
                            discord,
                            kept.resolve("almanac.db").toString(),
                            Duration.ofMinutes(2),
                            Files.createDirectory(kept.resolve("elsewhere")),
                            List.of())
                    .start(kept.resolve("log"));
            try {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> isWell(discord) && !discord.commands().isEmpty());
                Crowd crowd = new Crowd(discord, guilds, random);
                live(discord, bot, crowd, first.plus(LENGTH));
                settle(file, channels);
                System.out.println(inventory(discord, crowd, due, file.days(), kept));
                check(discord, crowd, due, file.days());
            } finally {
                bot.destroy();
                if (!bot.waitFor(20, TimeUnit.SECONDS)) {
                    bot.destroyForcibly().waitFor();
                }
            }
            assertEquals(0, bot.exitValue());
        }
    }

    private static boolean isWell(DiscordStandIn discord) {
        return discord.gateway().connected() == SHARDS;
    }

    private void live(DiscordStandIn discord, Process bot, Crowd crowd, Instant end) throws Exception {
        List<Mishap> mishaps = Mishap.all();
        Instant nextMishap = clock.instant().plusSeconds(20);
        Instant nextReading = clock.instant().plusSeconds(15);
        try (Vitals vitals = new Vitals(bot)) {
            for (Instant now = clock.instant(); now.isBefore(end); now = clock.instant()) {
                crowd.ask(now);
                if (now.isAfter(nextMishap) && now.isBefore(end.minus(QUIET_AT_LAST))) {
                    strike(
                            discord,
                            crowd,
                            mishaps.get(
                                    struck.size() < mishaps.size() ? struck.size() : random.nextInt(mishaps.size())));
                    nextMishap = clock.instant().plusMillis(3_000 + random.nextInt(6_000));
                }
                if (now.isAfter(nextReading)) {
                    readings.add(vitals.read());
                    nextReading = now.plus(BETWEEN_READINGS);
                }
                Thread.sleep(BETWEEN_QUESTIONS.toMillis());
            }
            readings.add(vitals.read());
        }
    }

    /** Lets it happen, and goes on asking until the bot is well again. */
    private void strike(DiscordStandIn discord, Crowd crowd, Mishap mishap) throws InterruptedException {
        Instant at = clock.instant();
        int resumes = discord.gateway().resumes() + discord.gateway().identifies();
        mishap.happens().accept(discord);
        Instant over = at.plus(mishap.lasts());
        boolean silent = mishap.name().equals("half-open");
        Instant latest = at.plus(LONGEST_SETTLING);
        for (Instant now = at; ; now = clock.instant()) {
            boolean back = isWell(discord)
                    && (!silent
                            || discord.gateway().resumes() + discord.gateway().identifies() >= resumes + SHARDS);
            if (now.isAfter(latest)) {
                throw new AssertionError("after \"" + mishap.name() + "\" it didn't come back");
            }
            if (!now.isBefore(over.plusMillis(500)) && back) {
                break;
            }
            if (!now.isBefore(over)) {
                mishap.ends().accept(discord);
            }
            crowd.ask(now);
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        }
        struck.add(new Struck(mishap, at, clock.instant()));
    }

    private static void settle(DailyFile file, int channels) {
        await().atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> file.days().stream()
                                .filter(day -> day.state() != DayEntry.State.CLAIMED)
                                .count()
                        == channels);
    }

    private List<Crowd.Asked> unanswered(Crowd crowd) {
        return crowd.all().stream().filter(asked -> !asked.answer().isDone()).toList();
    }

    /** Those that nothing explains. */
    private List<Crowd.Asked> unexplained(Crowd crowd) {
        return unanswered(crowd).stream()
                .filter(asked -> struck.stream().noneMatch(one -> one.mishap().loses() && one.covers(asked)))
                .toList();
    }

    private void check(DiscordStandIn discord, Crowd crowd, Map<DailyFile.Place, Instant> due, List<DayEntry> days) {
        assertEquals(List.of(), unexplained(crowd));
        // A completion makes no message of its own; whatever else was answered made one at most.
        assertTrue(
                discord.messages().answers() <= crowd.answeredByMessages(),
                discord.messages().answers() + " messages, but " + crowd.answeredByMessages() + " answers");
        assertEquals(List.of(), discord.unknownRoutes());
        for (DailyFile.Place place : due.keySet()) {
            List<Post> posts = discord.messages().posts(place.channel());
            assertEquals(1, posts.size(), "posts of " + place);
            assertTrue(
                    days.stream()
                            .anyMatch(day -> day.state() == DayEntry.State.POSTED
                                    && day.message() == posts.get(0).id()),
                    "day log of " + place);
        }
        Vitals.Reading warm = readings.get(Math.min(2, readings.size() - 1));
        Vitals.Reading last = readings.get(readings.size() - 1);
        assertTrue(last.threads() <= warm.threads() + MORE_THREADS, readings.toString());
        assertTrue(last.heap() <= warm.heap() + MORE_HEAP, readings.toString());
    }

    private String inventory(
            DiscordStandIn discord, Crowd crowd, Map<DailyFile.Place, Instant> due, List<DayEntry> days, Path kept) {
        List<Post> posts = discord.messages().posts();
        Duration latest = due.entrySet().stream()
                .flatMap(place -> discord.messages().posts(place.getKey().channel()).stream()
                        .map(post -> Duration.between(place.getValue(), post.at())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        int asked = crowd.all().size();
        int unanswered = unanswered(crowd).size();
        StringBuilder table = new StringBuilder(
                "[soak] " + LENGTH.toMinutes() + " minutes, seed " + SEED + ", see " + kept + "\n| | |\n|---|---|\n");
        row(
                table,
                "things that went wrong",
                struck.size() + " of " + Mishap.all().size() + " kinds");
        row(table, "questions asked", asked);
        row(table, "answered once", asked - unanswered);
        row(
                table,
                "without an answer, while something lost it",
                unanswered - unexplained(crowd).size());
        row(table, "without an answer, unexplained", unexplained(crowd).size());
        row(table, "answers after three seconds, which Discord doesn't wait for", discord.answersTooLate());
        row(table, "questions while Discord had no session of the bot's", crowd.unheard());
        row(table, "posts due", due.size());
        row(table, "posts sent", posts.size());
        row(
                table,
                "posts marked missed",
                days.stream()
                        .filter(day -> day.state() == DayEntry.State.MISSED)
                        .count());
        row(table, "latest post", latest.toSeconds() + " s late");
        row(
                table,
                "sessions begun, resumed",
                discord.gateway().identifies() + ", " + discord.gateway().resumes());
        row(
                table,
                "threads, each minute",
                readings.stream().map(Vitals.Reading::threads).toList());
        row(
                table,
                "heap after a collection, MiB",
                readings.stream().map(Vitals.Reading::heap).toList());
        table.append("\n| what | times | longest, s | asked meanwhile | without an answer |\n|---|---|---|---|---|\n");
        Mishap.all().forEach(mishap -> ofKind(table, mishap.name(), crowd));
        return table.toString();
    }

    private void ofKind(StringBuilder table, String name, Crowd crowd) {
        List<Struck> all =
                struck.stream().filter(one -> one.mishap().name().equals(name)).toList();
        long longest = all.stream()
                .mapToLong(one -> Duration.between(one.at(), one.until()).toSeconds())
                .max()
                .orElse(0);
        List<Crowd.Asked> meanwhile = crowd.all().stream()
                .filter(asked -> all.stream().anyMatch(one -> one.covers(asked)))
                .toList();
        long lost = meanwhile.stream().filter(asked -> !asked.answer().isDone()).count();
        table.append(
                "| " + name + " | " + all.size() + " | " + longest + " | " + meanwhile.size() + " | " + lost + " |\n");
    }

    private static void row(StringBuilder table, String what, Object figure) {
        table.append("| " + what + " | " + figure + " |\n");
    }
}
