package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.PATIENCE;
import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A day of a bot with one daily post, on which something goes wrong. Only its clock is moved by hand. */
final class FaultyDay implements AutoCloseable {
    private static final long ANNA = 101_000_000_000_000_001L;

    /** JDA waits for ten seconds for the other side to close, and for ten more. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private static final Instant BEGIN = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant DUE = BEGIN.plusSeconds(2);
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1903-11-25");

    private final HandClock clock = new HandClock(BEGIN);
    private final DiscordStandIn discord = new DiscordStandIn(clock, 1);
    private final Place guild = discord.guild();
    private final Path folder;
    private final int shards;
    private final DailyFile file;
    private final List<RunningBot> bots = new ArrayList<>();
    private int identifies;
    private int resumes;

    /** @param shards 0 for Discord's advice */
    FaultyDay(Path folder, int shards) throws IOException {
        this.folder = folder;
        this.shards = shards;
        this.file = new DailyFile(folder.resolve("almanac.db"));
        file.setUp(List.of(new DailyFile.Place(guild.guild(), guild.channel())), ANNA, DUE);
    }

    DiscordStandIn discord() {
        return discord;
    }

    Place guild() {
        return guild;
    }

    /** Starts a bot, and returns at once. */
    void launch() {
        bots.add(RunningBot.launch(
                new DiscordSettings(
                        DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(shards), false, Optional.empty()),
                TIMELINE,
                clock,
                folder));
    }

    /** Starts a bot, and returns when it is ready. */
    void start() {
        launch();
        untilConnected();
        identifies = discord.gateway().identifies();
        resumes = discord.gateway().resumes();
    }

    /** How the last bot ended: the code of its process, and what it said. It is closed, as the program does. */
    String end() {
        RunningBot last = bots.remove(bots.size() - 1);
        Throwable end = last.end();
        last.close();
        return end instanceof DiscordRefusal refusal
                ? (refusal.heals() ? 75 : 78) + ": " + refusal.getMessage()
                : end.toString();
    }

    boolean hasEnded() {
        return bots.stream().anyMatch(bot -> bot.run().isDone());
    }

    /** Somebody asks for 1867; empty where no session is there that Discord could tell of it. */
    Optional<CompletableFuture<Answer>> ask() {
        try {
            return Optional.of(discord.slash(guild, ANNA, "year", Map.of("year", "1867")));
        } catch (IllegalStateException noSession) {
            return Optional.empty();
        }
    }

    /** The first line of what is answered. */
    String answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .text()
                .lines()
                .findFirst()
                .orElse("");
    }

    void becomeDue() {
        clock.set(DUE);
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Lets the time pass until something is so. */
    void passUntil(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
            clock.pass(Duration.ofSeconds(1));
            return condition.getAsBoolean();
        });
    }

    /** Lets the time pass until the day log says of the only post there is that it was sent. */
    void untilPosted() {
        passUntil(() -> discord.messages().posts(guild.channel()).stream()
                .anyMatch(post -> file.days().stream()
                        .anyMatch(day -> day.state() == DayEntry.State.POSTED && day.message() == post.id())));
    }

    int posts() {
        return discord.messages().posts(guild.channel()).size();
    }

    void untilConnected() {
        until(() -> hasEnded()
                || (discord.gateway().connected() == 1 && !discord.commands().isEmpty()));
    }

    void untilResumed() {
        await().atMost(LONGEST_SILENCE).until(() -> discord.gateway().resumes() == resumes + 1);
        if (discord.gateway().identifies() != identifies) {
            throw new AssertionError("it identified anew");
        }
    }

    void untilIdentified() {
        until(() -> discord.gateway().identifies() == identifies + 1);
    }

    /** Whichever way it comes back. */
    void untilBack() {
        until(() -> discord.gateway().identifies() + discord.gateway().resumes() == identifies + resumes + 1);
    }

    /** Until all that was to go wrong has gone wrong. */
    void untilAllIsGone() {
        until(() -> discord.faults().left() == 0);
    }

    void untilRefused(int status, int times) {
        until(() -> discord.traffic().answered(status) >= times);
    }

    @Override
    public void close() {
        bots.forEach(RunningBot::close);
        discord.close();
    }
}
