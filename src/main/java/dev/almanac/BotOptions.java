package dev.almanac;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.store.DatabaseWatch;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.Sharding;
import dev.almanac.discord.WebhookAddress;
import dev.almanac.operation.Operation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of the bot on Discord. Its token is none of the options: everybody on a machine can read command lines. */
final class BotOptions {
    private static final URI DISCORD = URI.create("https://discord.com/api/v10");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:DISCORD_TOKEN_FILE}",
            converter = SettingTypes.AnyFile.class,
            description = {
                "A file that holds the bot's token, in place of the variable DISCORD_TOKEN.",
                "Variable: DISCORD_TOKEN_FILE"
            })
    private @Nullable Path tokenFile;

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "${env:DISCORD_API_URL}",
            converter = SettingTypes.Api.class,
            description = {
                "The base of Discord's REST API; the gateway is the one it names. http:// is for this machine only. "
                        + "Default: https://discord.com/api/v10",
                "Variable: DISCORD_API_URL"
            })
    private @Nullable URI api;

    @Option(
            names = "--shards",
            paramLabel = "NUMBER|RANGE",
            defaultValue = "${env:ALMANAC_SHARDS}",
            converter = SettingTypes.Shards.class,
            description = {
                "How many shards the bot has in all; several processes of one PostgreSQL share them out. Without one, a process can have "
                        + "its own: 0-3/16 is the first four of 16. Default: as many as Discord recommends.",
                "Variable: ALMANAC_SHARDS"
            })
    private @Nullable Sharding shards;

    @Option(
            names = "--shards-here",
            paramLabel = "NUMBER",
            defaultValue = "${env:ALMANAC_SHARDS_HERE}",
            converter = SettingTypes.ShardsHere.class,
            description = {
                "How many shards this process takes at most. Default: its part, and all there are where no other process has room.",
                "Variable: ALMANAC_SHARDS_HERE"
            })
    private @Nullable Integer shardsHere;

    @Option(
            names = "--database",
            paramLabel = "FILE|URL",
            defaultValue = "${env:ALMANAC_DATABASE}",
            converter = SettingTypes.Database.class,
            description = {
                "The file that schedules are kept in; its folder must exist. Default: almanac.db in ~/.local/state/almanac, "
                        + "on macOS in ~/Library/Application Support/Almanac, on Windows in %%LOCALAPPDATA%%\\Almanac. "
                        + "Or a PostgreSQL, 15 or later: postgresql://user@host/database, its password in PGPASSWORD, in a "
                        + "file that ALMANAC_DATABASE_PASSWORD_FILE names, or in the address.",
                "Variable: ALMANAC_DATABASE"
            })
    private @Nullable Storage database;

    @Option(
            names = "--latest-post",
            paramLabel = "DURATION",
            defaultValue = "${env:ALMANAC_LATEST_POST}",
            converter = SettingTypes.Lateness.class,
            description = {
                "How late a daily post may still come, as an ISO 8601 duration from PT1M to PT24H. Default: PT6H",
                "Variable: ALMANAC_LATEST_POST"
            })
    private @Nullable Duration latestPost;

    @Option(
            names = "--nonce-window",
            paramLabel = "DURATION",
            defaultValue = "${env:ALMANAC_NONCE_WINDOW}",
            converter = SettingTypes.Window.class,
            description = {
                "How long Discord is taken to recognise a message that is sent twice. Default: PT2M",
                "Variable: ALMANAC_NONCE_WINDOW"
            })
    private @Nullable Duration nonceWindow;

    @Option(
            names = "--pace",
            paramLabel = "NUMBER",
            defaultValue = "${env:ALMANAC_PACE}",
            converter = SettingTypes.Pace.class,
            description = {
                "Daily posts a second, at most; Discord allows an application 50 requests. Default: 40",
                "Variable: ALMANAC_PACE"
            })
    private @Nullable Integer pace;

    @Option(
            names = "--mentions",
            arity = "1",
            paramLabel = "yes|no",
            defaultValue = "${env:ALMANAC_MENTIONS}",
            converter = SettingTypes.YesOrNo.class,
            description = {
                "Whether a message in a server that begins or ends with a mention of the bot is answered, like "
                        + "@Almanac today. Default: no",
                "Variable: ALMANAC_MENTIONS"
            })
    private @Nullable Boolean mentions;

    @Option(
            names = "--reports-file",
            paramLabel = "FILE",
            defaultValue = "${env:ALMANAC_REPORTS_FILE}",
            converter = SettingTypes.AnyFile.class,
            description = {
                "A file that holds the address of a Discord webhook, in place of the variable ALMANAC_REPORTS. With either, "
                        + "there is a button under /event that reports a mistake there. Default: no button",
                "Variable: ALMANAC_REPORTS_FILE"
            })
    private @Nullable Path reportsFile;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:ALMANAC_HTTP}",
            converter = SettingTypes.Address.class,
            description = {
                "Where /livez, /readyz and /metrics are served for whoever runs the bot, like 127.0.0.1:8426. Default: nowhere",
                "Variable: ALMANAC_HTTP"
            })
    private @Nullable InetSocketAddress http;

    /**
     * The operator's pages, which are served from now on; empty where they aren't wanted.
     *
     * @throws CannotStart when they can't be served there
     */
    Optional<Operation> operation(Clock clock, String version) {
        InetSocketAddress address = http;
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Operation.at(address, clock, version));
        } catch (IOException e) {
            throw new CannotStart("ALMANAC_HTTP is \"" + address.getHostString() + ":" + address.getPort()
                    + "\", where nothing can be served (" + e.getMessage()
                    + "). Name an address of this machine and a port that is free, like 127.0.0.1:8426.");
        }
    }

    /**
     * How to reach Discord.
     *
     * @throws CannotStart when there is no token, or none that can be one; the message never shows it
     */
    DiscordSettings discord(Map<String, String> environment) {
        return new DiscordSettings(
                token(environment),
                api == null ? DISCORD : api,
                sharding(),
                mentions != null && mentions,
                reports(environment));
    }

    private Optional<WebhookAddress> reports(Map<String, String> environment) {
        String address = secret("ALMANAC_REPORTS", reportsFile, "the address of a webhook", environment);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<WebhookAddress> read = WebhookAddress.parse(address);
        if (read.isEmpty()) {
            throw new CannotStart(where("ALMANAC_REPORTS", reportsFile)
                    + " isn't the address of a Discord webhook. Copy it in Discord (Edit Channel, Integrations, Webhooks, Copy "
                    + "Webhook URL): https://discord.com/api/webhooks/ and then two parts.");
        }
        return read;
    }

    private Sharding sharding() {
        Sharding wanted = shards == null ? Sharding.of(0) : shards;
        return shardsHere == null ? wanted : wanted.withMost(shardsHere);
    }

    private String token(Map<String, String> environment) {
        String token = secret("DISCORD_TOKEN", tokenFile, "the bot's token", environment);
        if (token.isEmpty()) {
            throw new CannotStart(
                    "There is no bot token. Get one at https://discord.com/developers/applications (your application, Bot, "
                            + "Reset Token) and put it into DISCORD_TOKEN, or into a file that DISCORD_TOKEN_FILE names.");
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new CannotStart(where("DISCORD_TOKEN", tokenFile)
                    + " isn't a token: it has blanks or letters in it that no token has. Copy it again.");
        }
        return token;
    }

    /**
     * The value of a setting that nobody else may see; empty when it isn't set.
     *
     * @param file that holds it in place of the variable
     */
    private static String secret(String variable, @Nullable Path file, String what, Map<String, String> environment) {
        if (file == null) {
            return environment.getOrDefault(variable, "").strip();
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(variable + "_FILE is \"" + file + "\", which can't be read ("
                    + e.getClass().getSimpleName() + "). Name a file that holds " + what + ".");
        }
    }

    private static String where(String variable, @Nullable Path file) {
        return file == null ? "The value of " + variable : "The file that " + variable + "_FILE names (" + file + ")";
    }

    DailyRules dailyRules() {
        DailyRules usual = DailyRules.DEFAULT;
        return new DailyRules(
                latestPost == null ? usual.longestLate() : latestPost,
                nonceWindow == null ? usual.nonceWindow() : nonceWindow,
                pace == null ? usual.pace() : pace);
    }

    /** What schedules are kept in; nothing of it is opened yet. */
    ScheduleDatabase database(Map<String, String> environment, DatabaseWatch watch) {
        Storage storage = storage(environment);
        if (storage instanceof Storage.InPostgresql && sharding().isRange()) {
            throw new CannotStart(
                    "ALMANAC_SHARDS names a range, which is for processes that each have a database of their own. Those of one"
                            + " PostgreSQL share the shards out: write how many there are in all, like ALMANAC_SHARDS=16.");
        }
        return storage.opened(environment, watch);
    }

    /**
     * Where schedules are kept: as set, else in a file in the platform's folder for the state of programs, which is made for its user
     * only where there is none.
     */
    Storage storage(Map<String, String> environment) {
        if (database != null) {
            return database;
        }
        Path folder = stateFolder(environment);
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " for schedules can't be made ("
                    + e.getClass().getSimpleName() + "). Name another file in ALMANAC_DATABASE.");
        }
        return new Storage.InFile(folder.resolve("almanac.db"));
    }

    /** XDG Base Directory Specification 0.8, Apple's File System Programming Guide, Windows' known folders. */
    private static Path stateFolder(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (system.contains("mac")) {
            return user.resolve("Library/Application Support/Almanac");
        }
        String windows = environment.getOrDefault("LOCALAPPDATA", "");
        if (system.contains("windows") && !windows.isBlank()) {
            return Path.of(windows).resolve("Almanac");
        }
        // A path that isn't absolute is to be ignored, says the specification.
        String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
        return (xdg.startsWith("/") ? Path.of(xdg) : user.resolve(".local/state")).resolve("almanac");
    }
}
