package dev.almanac.discord;

import static org.awaitility.Awaitility.await;

import dev.almanac.Assembly;
import dev.almanac.Bot;
import dev.almanac.chat.Commands;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.PostText;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.operation.Watches;
import dev.almanac.picture.Pictures;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A whole bot on the stand-in, with its database in a folder. */
record RunningBot(Runnable stop, Connection connection, CompletableFuture<Void> run) implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What runs until it is closed. */
    private interface Run {
        void run() throws DiscordRefusal, InterruptedException;
    }

    /**
     * Starts one that is built as the program builds it, and returns at once.
     *
     * @param clock in the zone whose today is meant where a guild has none
     */
    static RunningBot launch(DiscordSettings settings, Timeline timeline, Clock clock, Path folder) {
        return launch(settings, timeline, clock, new SqliteDatabase(folder.resolve("almanac.db")), Watches.NONE);
    }

    /** The same with another database, which it closes, and with somebody who watches. */
    static RunningBot launch(
            DiscordSettings settings, Timeline timeline, Clock clock, ScheduleDatabase database, Watches watches) {
        Connection connection = new Connection(database.shards());
        Bot bot = new Assembly(timeline, null, clock, new Random(1), "test", watches)
                .bot(settings, DailyRules.DEFAULT, database, connection);
        return of(bot, connection);
    }

    /** Starts one that is built. */
    static RunningBot of(Bot bot, Connection connection) {
        return new RunningBot(bot::close, connection, running(bot::run));
    }

    /** Starts one that has other commands than the program, and returns at once. */
    static RunningBot launch(DiscordSettings settings, Commands commands, Timeline timeline, Clock clock, Path folder) {
        ScheduleDatabase database = new SqliteDatabase(folder.resolve("almanac.db"));
        Connection connection = new Connection(database.shards());
        CommandIds ids = new CommandIds();
        DiscordEdition edition = DiscordEdition.over(
                timeline, commands, new PostText(timeline, new Pictures(timeline)), new KeptMessages(), ids);
        Daily daily = new Daily(
                database,
                () -> edition.posts(),
                new DiscordGuilds(connection),
                new DiscordPostbox(connection, new DiscordGuilds(connection)),
                clock,
                DailyRules.DEFAULT);
        DiscordBot bot = new DiscordBot(
                settings,
                () -> edition,
                ids,
                clock,
                clock.getZone(),
                connection,
                database.identifyTurns(),
                daily,
                DiscordWatch.NONE,
                new CompletableFuture<>());
        return new RunningBot(
                () -> {
                    bot.close();
                    daily.close();
                },
                connection,
                running(bot::run));
    }

    private static CompletableFuture<Void> running(Run bot) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        bot.run();
                    } catch (DiscordRefusal | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                // It waits until it is closed: the threads of the common pool are for work.
                work -> new Thread(work, "a bot").start());
    }

    static DiscordSettings settings(DiscordStandIn discord) {
        return new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(0), false, Optional.empty());
    }

    static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    /** What ended it, within {@link #PATIENCE}. */
    Throwable end() {
        try {
            run.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            throw new AssertionError("it ended without a failure");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("it did not end", e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
