package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.store.LocalPostgresql;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code almanac doctor} over our own Discord and real databases. */
class DoctorTest {
    @TempDir
    Path folder;

    private DiscordStandIn discord;
    private Place guild;

    private record Ended(int code, List<String> lines) {
        /** The line about something. */
        String about(String what) {
            return lines.stream()
                    .filter(line -> line.substring(6).startsWith(what + ": "))
                    .findFirst()
                    .orElse("nothing about " + what + " in " + lines);
        }
    }

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 2);
        guild = discord.guild();
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private Ended doctor(String... more) {
        return doctorWith(DiscordStandIn.TOKEN, folder.resolve("almanac.db").toString(), more);
    }

    private Ended doctorWith(String token, String database, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("doctor", "--database", database));
        arguments.addAll(List.of(more));
        Map.of("--api", discord.apiBase().toString(), "--events", "events.json").forEach((option, value) -> {
            if (!arguments.contains(option)) {
                arguments.addAll(List.of(option, value));
            }
        });
        int code = Endings.of(
                Main.commandLine(Map.of("DISCORD_TOKEN", token), printing(out), printing(err)),
                arguments.toArray(String[]::new));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);
        assertFalse(text.contains(token), text);
        return new Ended(code, text.lines().toList());
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private void makeTables() {
        try (SqliteDatabase database = new SqliteDatabase(folder.resolve("almanac.db"))) {
            database.open();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("almanac.db"))) {
            file.createStatement().execute(statement);
        }
    }

    @Test
    void hasALineForEachThingThatHoldsAndEndsWell() {
        makeTables();

        Ended ended = doctor();

        assertEquals(0, ended.code(), String.join("\n", ended.lines()));
        assertTrue(ended.about("events").matches("ok    events: \\d+ in events.json\\."), ended.about("events"));
        assertTrue(
                ended.about("database").matches("ok    database: SQLite [\\d.]+, tables of version \\d+\\."),
                ended.about("database"));
        assertEquals("ok    backlog: 0 channels whose time has come.", ended.about("backlog"));
        assertEquals(
                "ok    token: Discord knows it as that of Almanac, application " + DiscordStandIn.BOT + ".",
                ended.about("token"));
        assertEquals("ok    installation: servers and people can add it.", ended.about("installation"));
        assertEquals("ok    identifies: 999 of 1000 are left today, and a start takes 2.", ended.about("identifies"));
        assertEquals("ok    clock: this machine's agrees with Discord's.", ended.about("clock"));
        assertEquals(
                "ok    commands: none is registered for a single server (1 server looked at).",
                ended.about("commands"));
        assertEquals(8, ended.lines().size());
    }

    @Test
    void makesNoDatabase() {
        Ended ended = doctor();

        assertEquals(
                "ok    database: there is none yet; the first start makes " + folder.resolve("almanac.db") + ".",
                ended.about("database"));
        assertEquals(0, ended.code());
        assertFalse(Files.exists(folder.resolve("almanac.db")));
    }

    @Test
    void saysWhatMendsATokenThatDiscordRefuses() {
        Ended ended = doctorWith("not.the.token", folder.resolve("almanac.db").toString());

        assertEquals(78, ended.code());
        assertTrue(
                ended.about("token").startsWith("MEND  token: Discord does not accept the bot's token. Make a new one"),
                ended.about("token"));
    }

    @Test
    void saysSoWhenDiscordCantBeAsked() {
        Ended ended = doctor("--api", "http://127.0.0.1:1/api/v10");

        assertEquals(78, ended.code());
        assertTrue(
                ended.about("token").startsWith("MEND  token: http://127.0.0.1:1/api/v10 can't be asked ("),
                ended.about("token"));
    }

    @ParameterizedTest
    @CsvSource({"0, people can't add it. Tick User Install", "1, servers can't add it. Tick Guild Install"})
    void saysWhoCantAddTheBot(String context, String mend) {
        discord.application().isInstalledBy(context);

        Ended ended = doctor();

        assertEquals(78, ended.code());
        assertEquals(
                "MEND  installation: " + mend + " at https://discord.com/developers/applications/" + DiscordStandIn.BOT
                        + "/installation.",
                ended.about("installation"));
    }

    @Test
    void saysWhenAStartCouldUseUpTheIdentifies() {
        Ended ended = doctor("--shards", "600");

        assertEquals(78, ended.code());
        assertTrue(
                ended.about("identifies")
                        .startsWith("MEND  identifies: 999 of 1000 are left today, and a start takes 600."),
                ended.about("identifies"));
    }

    @Test
    void saysByHowMuchTheClockIsWrong() {
        discord.application().clockIsBehindBy(Duration.ofMinutes(7).plusSeconds(20));
        Ended ahead = doctor();
        discord.application().clockIsBehindBy(Duration.ofSeconds(-30));
        Ended behind = doctor();

        assertEquals(78, ahead.code());
        assertEquals(
                "MEND  clock: this machine's is 7 min ahead of Discord's, and more than 5 minutes can cost a post. "
                        + "Let NTP set it: timedatectl set-ntp true",
                ahead.about("clock"));
        assertTrue(
                behind.about("clock").matches("MEND  clock: this machine's is (29|30) s behind Discord's\\. .*"),
                behind.about("clock"));
    }

    @Test
    void findsCommandsThatDoubleTheMenuAndRemovesThem() {
        discord.application().registerFor(guild, "year");

        Ended found = doctor();
        assertEquals(78, found.code());
        assertTrue(
                found.about("commands")
                        .matches("MEND  commands: people see them twice in Server \\d+\\. \\./almanac "
                                + "doctor --fix removes the ones of single servers\\."),
                found.about("commands"));

        Ended mended = doctor("--fix");
        assertEquals(0, mended.code());
        assertTrue(
                mended.about("commands").startsWith("ok    commands: removed those of single servers in Server "),
                mended.about("commands"));
        assertEquals(0, doctor().code());
    }

    @Test
    void saysWhatIsWrongWithTheDatabase() throws SQLException {
        makeTables();
        sql(
                "INSERT INTO schedule (channel_id, guild_id, post_time, zone, empty_day, categories, sensitive, silent, role_id,"
                        + " publish, set_by, changed_by, changed_what, changed_at, state, reason, state_since, due_day, due_at, try_at)"
                        + " VALUES (1, 1, '09:00', 'UTC', 'NEAREST', '', 1, 0, 0, 0, 5, 5, 'set', 0, 'ACTIVE', '', 0, '2026-11-01', 0, 0)");
        Ended waiting = doctor();
        assertEquals(78, waiting.code());
        assertTrue(
                waiting.about("backlog").startsWith("MEND  backlog: 1 channel whose time has come, the first for "),
                waiting.about("backlog"));

        sql("UPDATE flyway_schema_history SET version = '999', script = 'V999__new.sql' WHERE version = '3'");
        Ended newer = doctor();
        assertEquals(78, newer.code());
        assertTrue(
                newer.about("database").contains("whose tables are of version 999; this program knows "),
                newer.about("database"));
    }

    @Test
    void looksAtAPostgresqlAndTheRightsOfItsUser() throws Exception {
        try (EmbeddedPostgres server = LocalPostgresql.started();
                Connection owner = server.getPostgresDatabase().getConnection()) {
            String url = "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
            Ended empty = doctorWith(DiscordStandIn.TOKEN, url);
            assertEquals(0, empty.code());
            assertTrue(
                    empty.about("database")
                            .matches(
                                    "ok    database: PostgreSQL 17\\.\\d+.*, empty; the next start makes the tables\\."),
                    empty.about("database"));

            owner.createStatement().execute("CREATE ROLE reader LOGIN");
            Ended refused = doctorWith(DiscordStandIn.TOKEN, url.replace("postgres@", "reader@"));
            assertEquals(78, refused.code());
            assertTrue(
                    refused.about("database")
                            .contains("doesn't let its user make and write tables (ERROR: permission denied"),
                    refused.about("database"));
        }
    }

    @Test
    void saysWhyADatabaseCantBeReached() {
        Ended ended = doctorWith(DiscordStandIn.TOKEN, "postgresql://almanac:secret@127.0.0.1:1/almanac");

        assertEquals(78, ended.code());
        assertTrue(
                ended.about("database")
                        .startsWith("MEND  database: postgresql://127.0.0.1:1/almanac can't be opened ("),
                ended.about("database"));
        assertFalse(String.join("", ended.lines()).contains("secret"));
    }

    @Test
    void saysWhatIsWrongWithTheEvents() throws IOException {
        Path events = Files.writeString(folder.resolve("events.json"), "{");
        Ended ended = doctor("--events", events.toString());

        assertEquals(78, ended.code());
        assertTrue(ended.about("events").startsWith("MEND  events: "), ended.about("events"));
    }
}
