package dev.almanac.daily.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Settings;
import dev.almanac.daily.store.LocalPostgresql;
import dev.almanac.daily.store.PostgresqlDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a PostgreSQL that other processes use, too. */
class ZonesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final long OF_SHARD_0 = 2L << 22;
    private static final long OF_SHARD_1 = 3L << 22;

    private EmbeddedPostgres server;
    private PostgresqlDatabase database;
    private Zones zones;

    @BeforeEach
    void open() throws IOException {
        server = LocalPostgresql.started();
        database = new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"));
        database.open();
        database.shards().agree(2);
        zones = new Zones(database);
        set(OF_SHARD_0, "Asia/Tokyo");
        set(OF_SHARD_1, "Europe/Berlin");
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        server.close();
    }

    private void set(long guild, String zone) {
        new Admin(database.store(), 5)
                .set(
                        new Settings(
                                guild,
                                guild + 1,
                                LocalTime.NOON,
                                zone,
                                EmptyDay.NEAREST,
                                List.of(),
                                true,
                                false,
                                0,
                                false),
                        NOW);
    }

    private List<String> known() {
        return List.of(OF_SHARD_0, OF_SHARD_1).stream()
                .map(guild -> zones.of(guild).map(Object::toString).orElse("unknown"))
                .toList();
    }

    @Test
    void knowsThoseOfTheShardsThatThisProcessHasTaken() {
        zones.keepUp();
        assertEquals(List.of("unknown", "unknown"), known());

        database.shards().take(0);
        zones.keepUp();
        assertEquals(List.of("Asia/Tokyo", "unknown"), known());

        database.shards().take(1);
        zones.keepUp();
        assertEquals(List.of("Asia/Tokyo", "Europe/Berlin"), known());

        database.shards().giveBack(0);
        zones.keepUp();
        assertEquals(List.of("unknown", "Europe/Berlin"), known());
        assertEquals(Set.of(OF_SHARD_1), zones.guilds());
    }

    @Test
    void readsAnewWhatAnotherProcessHasChanged() {
        database.shards().take(0);
        zones.keepUp();
        database.store().deleteGuild(OF_SHARD_0);
        set(OF_SHARD_0 + 1, "Asia/Kathmandu");

        zones.readAll();

        assertEquals(List.of("unknown", "unknown"), known());
        assertEquals("Optional[Asia/Kathmandu]", zones.of(OF_SHARD_0 + 1).toString());
        assertEquals(Optional.empty(), zones.of(1));
    }
}
