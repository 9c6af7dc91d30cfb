package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.Assembly;
import dev.almanac.Bot;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.operation.Watches;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.FileChanges;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timeline's file that changes under a running bot, over real JDA and real sockets. */
@Order(Integer.MAX_VALUE)
class ReloadOnDiscordTest {
    private static final long ANNA = 101_000_000_000_000_001L;

    /** One second that the file holds still, and two to take it. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    /** Asked again where no answer comes: an interaction is lost with the connection that it was sent on. */
    private static String year(DiscordStandIn discord, Place guild, String year) {
        List<String> answers = new ArrayList<>();
        until(() -> {
            discord.slash(guild, ANNA, "year", Map.of("year", year))
                    .completeOnTimeout(null, 4, TimeUnit.SECONDS)
                    .thenAccept(answer ->
                            Optional.ofNullable(answer).map(Answer::text).ifPresent(answers::add))
                    .join();
            return !answers.isEmpty();
        });
        return answers.get(0);
    }

    @Test
    void answersFromTheNewFileWithinThreeSecondsAndRegistersOnlyCommandsThatChanged() throws IOException {
        Path file = folder.resolve("events.json");
        Timeline timeline = Events.timelineOf("1867-03-30");
        new TimelineFile(file).write(timeline);
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 2)) {
            Place guild = discord.guild();
            SqliteDatabase database = new SqliteDatabase(folder.resolve("almanac.db"));
            Connection connection = new Connection(database.shards());
            Bot bot = new Assembly(
                            timeline,
                            new FileChanges(file, Clock.systemUTC()),
                            Clock.systemUTC(),
                            new Random(1),
                            "test",
                            Watches.NONE)
                    .bot(RunningBot.settings(discord), DailyRules.DEFAULT, database, connection);
            try (RunningBot running = RunningBot.of(bot, connection)) {
                until(() -> discord.gateway().identifies() == 2
                        && !discord.commands().isEmpty());
                assertTrue(year(discord, guild, "1867").contains("1867-03-30"));
                assertEquals(0, bot.timeline().number());

                new TimelineFile(file).write(Events.timelineOf("1867-03-30", "1867-10-18"));
                Instant saved = Files.getLastModifiedTime(file).toInstant();
                until(() -> bot.timeline().number() == 1);
                assertTrue(year(discord, guild, "1867").contains("1867-10-18"));
                Duration taken = Duration.between(saved, bot.timeline().since());
                assertTrue(taken.compareTo(LONGEST) < 0, taken.toString());
                assertEquals(1, discord.commandWrites(), "the examples are the same");

                new TimelineFile(file).write(Events.timelineOf("1961-04-12"));
                until(() -> discord.commandWrites() == 2);
                assertTrue(discord.commands().toString().contains("1961"));

                Files.writeString(file, "{\"title\": ");
                until(() -> !bot.timeline().isFileInUse());
                assertTrue(year(discord, guild, "1961").contains("1961-04-12"));
                assertEquals(
                        List.of(1, 3),
                        List.of(bot.timeline().events(), bot.timeline().number()));
                assertEquals(false, running.run().isDone());
            }
            assertEquals(List.of(), discord.unknownRoutes());
        }
    }
}
