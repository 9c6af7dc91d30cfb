package dev.almanac.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;

import dev.almanac.daily.DailyWork;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.standin.DiscordStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardKeeperTest {
    @TempDir
    private Path folder;

    /** It took a second: the number of shards was agreed on in the first look, and the next took one. */
    @Test
    void beginsASessionInItsFirstLook() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1);
                ScheduleDatabase database = new SqliteDatabase(folder.resolve("almanac.db"))) {
            DiscordSettings settings = RunningBot.settings(discord);
            Connection connection = new Connection(database.shards());
            ShardSessions sessions = new ShardSessions(
                    settings,
                    connection,
                    Clock.systemUTC(),
                    database.identifyTurns(),
                    chain -> chain.proceed(chain.request()),
                    List.of());
            DailyNews news = new DailyNews(mock(DailyWork.class), connection);
            try {
                new ShardKeeper(settings, connection, sessions, news, DiscordWatch.NONE, shard -> {}).look();

                assertEquals(Set.of(0), connection.sessions().keySet());
            } finally {
                sessions.close(Duration.ofSeconds(5));
            }
        }
    }
}
