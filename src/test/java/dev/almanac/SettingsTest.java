package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.store.DatabaseWatch;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.Sharding;
import dev.almanac.discord.WebhookAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Settings given as options; {@link RunTest} gives them as environment variables. */
class SettingsTest {
    private static final Map<String, String> TOKEN = Map.of("DISCORD_TOKEN", "a.b");

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandLine line = Main.commandLine(TOKEN, printing(out), printing(err));
        int code = Endings.of(line, arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static BotOptions bot(String... arguments) {
        return CommandLine.populateCommand(new BotOptions(), arguments);
    }

    private static CommonOptions common(String... arguments) {
        return CommandLine.populateCommand(new CommonOptions(), arguments);
    }

    @Test
    void areUsualWhereNothingIsSet() {
        assertEquals(DailyRules.DEFAULT, bot().dailyRules());
        assertEquals(
                new DiscordSettings(
                        "a.b", URI.create("https://discord.com/api/v10"), Sharding.of(0), false, Optional.empty()),
                bot().discord(TOKEN));
        assertEquals(ZoneId.systemDefault(), common().clock().getZone());
        assertEquals(ZoneId.of("UTC"), common().clockOfTheBot().getZone());
        assertEquals("events.json", common().events().getFileName() + "");
    }

    @Test
    void tellWhereReportsGoAndNeverTheSecret() throws IOException {
        String url = "https://discord.com/api/webhooks/123456789/a-Secret_1";
        Path file = Files.writeString(folder.resolve("reports"), url + "\n");
        DiscordSettings inVariable = bot().discord(Map.of("DISCORD_TOKEN", "a.b", "ALMANAC_REPORTS", " " + url));

        assertEquals(Optional.of(new WebhookAddress("123456789", "a-Secret_1")), inVariable.reports());
        assertEquals(inVariable, bot("--reports-file", file.toString()).discord(TOKEN));
        assertEquals("Optional[webhook 123456789]", inVariable.reports().toString());
        assertEquals("Discord at https://discord.com/api/v10", inVariable.toString());
    }

    @Test
    void refuseReportsThatGoElsewhereAndDontRepeatTheAddress() throws IOException {
        Path file = Files.writeString(folder.resolve("reports"), "https://example.org/hook/1/a-Secret_1");

        assertEquals(
                "The value of ALMANAC_REPORTS isn't the address of a Discord webhook. Copy it in Discord (Edit Channel, Integrations,"
                        + " Webhooks, Copy Webhook URL): https://discord.com/api/webhooks/ and then two parts.",
                assertThrows(
                                CannotStart.class,
                                () -> bot().discord(Map.of(
                                        "DISCORD_TOKEN",
                                        "a.b",
                                        "ALMANAC_REPORTS",
                                        "https://example.org/hook/1/a-Secret_1")))
                        .getMessage());
        String inFile = String.valueOf(assertThrows(
                        CannotStart.class,
                        () -> bot("--reports-file", file.toString()).discord(TOKEN))
                .getMessage());
        assertTrue(
                inFile.startsWith("The file that ALMANAC_REPORTS_FILE names (" + file + ") isn't the address"), inFile);
        assertFalse(inFile.contains("a-Secret_1"), inFile);
    }

    @Test
    void countAsNotSetWhereTheyAreBlank() {
        assertEquals(DailyRules.DEFAULT, bot("--pace", " ", "--latest-post", "").dailyRules());
        assertEquals(common().events(), common("--events", " ").events());
    }

    @Test
    void areReadWithoutTheBlanksAroundThem() {
        assertEquals(
                new DailyRules(Duration.ofHours(24), Duration.ZERO, 50),
                bot("--latest-post", "PT24H", "--nonce-window=PT0S", "--pace", " 50 ")
                        .dailyRules());
        assertEquals(
                ZoneId.of("Europe/Berlin"),
                common("--zone", " Europe/Berlin ").clockOfTheBot().getZone());
        assertEquals(Path.of("mine.json"), common("--events", "mine.json").events());
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin, Europe/Berlin",
        "new york, America/New_York",
        "MSK, Europe/Moscow",
        "UTC-8, UTC-08:00",
        "Europe/Kiev, Europe/Kyiv",
        "Etc/UTC, UTC"
    })
    void readAZoneAsDailyDoes(String written, String zone) {
        assertEquals(ZoneId.of(zone), common("--zone", written).clock().getZone());
    }

    @Test
    void sayWhichShardsThisProcessRuns() {
        assertEquals(Sharding.of(0), bot().discord(TOKEN).sharding());
        assertEquals(Sharding.of(0), bot("--shards", "0").discord(TOKEN).sharding());
        assertEquals(
                Sharding.of(16).withMost(4),
                bot("--shards", "16", "--shards-here", "4").discord(TOKEN).sharding());
        assertEquals(
                new Sharding(16, Integer.MAX_VALUE, 4, 7),
                bot("--shards", "4-7/16").discord(TOKEN).sharding());
    }

    @Test
    void leaveTheSharingOfShardsToThePostgresql() {
        String message = String.valueOf(assertThrows(
                        CannotStart.class,
                        () -> bot("--shards", "0-3/16", "--database", "postgresql://a@127.0.0.1/b")
                                .database(TOKEN, DatabaseWatch.NONE))
                .getMessage());

        assertTrue(message.endsWith("write how many there are in all, like ALMANAC_SHARDS=16."), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/api",
                "http://127.0.0.1:8080",
                "http://127.5.6.7",
                "http://localhost:80/x",
                "http://[::1]:1"
            })
    void sendTheTokenEncryptedOrNowhereBeyondThisMachine(String api) {
        assertEquals(
                new DiscordSettings("a.b", URI.create(api), Sharding.of(3), true, Optional.empty()),
                bot("--api", api, "--shards", "3", "--mentions", "Yes").discord(TOKEN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --zone         | Atlantis | which isn't a time zone. Write one like Europe/Berlin or UTC.
            --zone         | Europe/Moskow | which isn't a time zone. Did you mean Europe/Moscow?
            --zone         | EST    | which may be America/New_York (New York, with summer time) or America/Panama (Panama, all year). Write the one that you mean.
            --zone         | IST    | which may be Asia/Kolkata (India), Asia/Jerusalem (Israel) or Europe/Dublin (Ireland). Write the one that you mean.
            --zone         | +25    | which isn't a time zone. Write one like Europe/Berlin or UTC.
            --latest-post  | PT0S   | which isn't a duration from a minute to a day. Write an ISO 8601 duration like PT6H.
            --latest-post  | PT25H  | which isn't a duration from a minute to a day. Write an ISO 8601 duration like PT6H.
            --latest-post  | 6h     | which isn't a duration from a minute to a day. Write an ISO 8601 duration like PT6H.
            --nonce-window | -PT1S  | which isn't a duration of a day at most. Write an ISO 8601 duration like PT2M.
            --mentions     | maybe  | which is neither yes nor no. Write one of the two.
            --pace         | 0      | which isn't a whole number from 1 to 50. Leave it out for 40.
            --pace         | 51     | which isn't a whole number from 1 to 50. Leave it out for 40.
            --pace         | ٤      | which isn't a whole number from 1 to 50. Leave it out for 40.
            --shards       | 3-16/16 | which isn't a range of shards, whose numbers begin at 0. Write the first, the last and how many there are in all, like 0-3/16.
            --shards-here  | 0      | which isn't a number of shards from 1 to 10000. Leave it out for all there are.
            --http         | 8426   | which isn't an address to serve at. Write a host of this machine and a port, like 127.0.0.1:8426.
            --http         | 127.0.0.1:65536 | which isn't an address to serve at. Write a host of this machine and a port, like 127.0.0.1:8426.
            --http         | nowhere.invalid:80 | which isn't an address to serve at. Write a host of this machine and a port, like 127.0.0.1:8426.
            --http         | http://127.0.0.1:80 | which isn't an address to serve at. Write a host of this machine and a port, like 127.0.0.1:8426.
            --shards       | 10001  | which isn't a number of shards from 1 to 10000. Leave it out for as many as Discord recommends.
            --api          | x      | which isn't a web address. Leave it out for Discord itself.
            --api          | ftp://discord.com | which isn't a web address. Leave it out for Discord itself.
            --database     | /nowhere/almanac.db | but there is no folder /nowhere. Make it, or name a file in a folder that exists.
            --database     | /      | which is a folder. Name a file in it, like /almanac.db.
            """)
    void areRefusedInOneSentenceWhereTheyAreWrong(String option, String value, String sentence) {
        Ended expected = new Ended(78, "", option + " is \"" + value + "\", " + sentence + System.lineSeparator());

        assertEquals(expected, run("run", option, value));
        assertEquals(expected, run("run", option + "=" + value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://discord.com/api/v10", "http://127.0.0.1.example.org", "http://10.0.0.1:8080"})
    void refuseToSendTheTokenUnencryptedBeyondThisMachine(String api) {
        assertEquals(
                new Ended(
                        78,
                        "",
                        "--api is \"" + api
                                + "\", which would carry the bot's token unencrypted. Write an address that begins "
                                + "with https://; http:// is for an address of this machine only, like http://127.0.0.1:8080."
                                + System.lineSeparator()),
                run("run", "--api", api));
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:secret@discord.com/,holds a name or a password. Write the address without it.",
        "me:secret@discord.com,isn't a web address. Leave it out for Discord itself."
    })
    void neverShowAPasswordInAnAddress(String api, String sentence) {
        assertEquals(new Ended(78, "", "--api " + sentence + System.lineSeparator()), run("run", "--api", api));
    }

    @Test
    void refuseAPortThatIsNone() {
        for (String port : List.of("65536", "x", "-1")) {
            assertEquals(
                    new Ended(
                            78,
                            "",
                            "--port is \"" + port
                                    + "\", which isn't a port. Write a number from 1 to 65535, or 0 for any "
                                    + "free port." + System.lineSeparator()),
                    run("preview", "--port", port));
        }
    }

    @Test
    void areExplainedEvenWhereOneIsWrong() {
        Ended help = run("run", "--zone", "Atlantis", "--help");

        assertEquals(List.of(0, ""), List.of(help.code(), help.err()));
        assertTrue(help.out().startsWith("Usage: almanac run "), help.out());
        assertEquals(run("--help"), run("--zone", "Atlantis", "-h"));
    }

    @Test
    void nameNoSecretAmongTheOptions() {
        assertFalse(run("run", "--help").out().matches("(?s).*--(token|password)[ =].*"));
        assertEquals(2, run("run", "--token", "x").code());
    }

    @Test
    void holdForTheCommandWhereverTheyStand() {
        for (List<String> words : List.of(
                List.of("ask", "--events", "nowhere.json", "/help"),
                List.of("--events", "nowhere.json", "ask", "/help"))) {
            Ended ended = run(words.toArray(String[]::new));

            assertEquals(List.of(78, ""), List.of(ended.code(), ended.out()));
            assertTrue(ended.err().startsWith("nowhere.json:1:1: "), ended.err());
        }
    }

    @Test
    void takeTheTokenFromAFileBeforeTheVariable() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "c.d\n");

        assertEquals("c.d", bot("--token-file", token + "").discord(TOKEN).token());
    }

    @Test
    void refuseWhatIsNoTokenWithoutShowingIt() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "c d");
        BotOptions options = bot("--token-file", token + "");

        assertEquals(
                "The file that DISCORD_TOKEN_FILE names (" + token
                        + ") isn't a token: it has blanks or letters in it that no token has. Copy it again.",
                assertThrows(CannotStart.class, () -> options.discord(TOKEN)).getMessage());
        assertEquals(
                "The value of DISCORD_TOKEN isn't a token: it has blanks or letters in it that no token has. Copy it again.",
                assertThrows(CannotStart.class, () -> bot().discord(Map.of("DISCORD_TOKEN", "tökén")))
                        .getMessage());
    }

    @Test
    @DisabledOnOs({OS.MAC, OS.WINDOWS})
    void makeTheUsualFolderForItsOwnerOnly() throws IOException {
        Path state = folder.resolve("state");

        assertEquals(
                new Storage.InFile(state.resolve("almanac/almanac.db")),
                bot().storage(Map.of("XDG_STATE_HOME", state.toString())));
        assertEquals(
                PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(state.resolve("almanac")));
        Files.createFile(folder.resolve("file"));
        assertEquals(
                "The folder " + folder
                        + "/file/almanac for schedules can't be made (FileSystemException). Name another file "
                        + "in ALMANAC_DATABASE.",
                assertThrows(CannotStart.class, () -> bot().storage(Map.of("XDG_STATE_HOME", folder + "/file")))
                        .getMessage());
    }
}
