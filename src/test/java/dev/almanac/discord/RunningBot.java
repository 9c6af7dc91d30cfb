package dev.almanac.discord;

import static org.awaitility.Awaitility.await;

import dev.almanac.chat.Commands;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A whole bot on the stand-in, with an empty database in a folder. */
record RunningBot(DiscordBot bot, Daily daily, Connection connection, CompletableFuture<Void> run)
        implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts it and returns at once. */
    static RunningBot launch(DiscordSettings settings, Commands commands, Timeline timeline, Clock clock, Path folder) {
        Connection connection = new Connection();
        Daily daily = new Daily(
                new SqliteDatabase(folder.resolve("almanac.db")),
                timeline,
                connection.guilds(),
                connection.postbox(),
                clock,
                DailyRules.DEFAULT);
        DiscordBot bot =
                new DiscordBot(settings, commands, new KeptMessages(), clock, ZoneOffset.UTC, connection, daily);
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> {
            try {
                bot.run();
            } catch (DiscordRefusal | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        return new RunningBot(bot, daily, connection, run);
    }

    static DiscordSettings settings(DiscordStandIn discord) {
        return new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), 0);
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
        bot.close();
        daily.close();
    }
}
