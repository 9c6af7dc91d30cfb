package dev.almanac;

import dev.almanac.daily.DailyRules;
import dev.almanac.discord.DiscordSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings of the program, read from environment variables; each is described in the README. */
final class Config {
    private static final String DISCORD = "https://discord.com/api/v10";
    private static final Duration LONGEST_DURATION = Duration.ofDays(1);
    private static final int FASTEST_PACE = 50;
    private static final int MOST_SHARDS = 10_000;

    private final Map<String, String> environment;
    private final Path home;

    /** A setting that can't be used: which, its value, what would be right. */
    static final class Invalid extends RuntimeException {
        Invalid(String message) {
            super(message);
        }
    }

    /** @param home the folder of the program, where its timeline lies */
    Config(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** The settings of the program that runs; its folder is what the launcher says, else that of the jar. */
    static Config ofProgram(Map<String, String> environment) {
        String given = System.getProperty("almanac.home");
        if (given != null) {
            return new Config(environment, Path.of(given));
        }
        try {
            Path code = Path.of(Config.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Config(environment, Optional.ofNullable(code.getParent()).orElse(code));
        } catch (URISyntaxException e) {
            throw new Invalid("The folder of the program can't be found (" + e.getMessage() + "). Set ALMANAC_EVENTS.");
        }
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** The file of events. */
    Path events() {
        return value("ALMANAC_EVENTS").isEmpty() ? home.resolve("events.json") : Path.of(value("ALMANAC_EVENTS"));
    }

    /** The zone that says which day is today; empty when none is set. */
    Optional<ZoneId> zone() {
        String written = value("ALMANAC_ZONE");
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(written));
        } catch (DateTimeException e) {
            throw new Invalid(
                    "ALMANAC_ZONE is \"" + written + "\", which is no time zone. Write one like Europe/Berlin or UTC.");
        }
    }

    /** The file that schedules are kept in: as set, else in the platform's folder for the state of programs. */
    Path database() {
        return value("ALMANAC_DATABASE").isEmpty() ? stateFolder().resolve("almanac.db") : path("ALMANAC_DATABASE");
    }

    private Path path(String name) {
        try {
            return Path.of(value(name));
        } catch (InvalidPathException e) {
            throw new Invalid(
                    name + " is \"" + value(name) + "\", which can't name a file. Write one like /data/almanac.db.");
        }
    }

    /** XDG Base Directory Specification 0.8, Apple's File System Programming Guide, Windows' known folders. */
    private Path stateFolder() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ENGLISH);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (system.contains("mac")) {
            return user.resolve("Library/Application Support/Almanac");
        }
        if (system.contains("windows") && !value("LOCALAPPDATA").isEmpty()) {
            return path("LOCALAPPDATA").resolve("Almanac");
        }
        Path state = value("XDG_STATE_HOME").isEmpty() ? user.resolve(".local/state") : path("XDG_STATE_HOME");
        return state.resolve("almanac");
    }

    DailyRules dailyRules() {
        return new DailyRules(
                duration("ALMANAC_LATEST_POST", DailyRules.DEFAULT.longestLate()),
                duration("ALMANAC_NONCE_WINDOW", DailyRules.DEFAULT.nonceWindow()),
                number("ALMANAC_PACE", DailyRules.DEFAULT.pace(), 1, FASTEST_PACE));
    }

    private Duration duration(String name, Duration otherwise) {
        String written = value(name);
        try {
            Duration duration = written.isEmpty() ? otherwise : Duration.parse(written);
            if (!duration.isNegative() && duration.compareTo(LONGEST_DURATION) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new Invalid(name + " is \"" + written
                + "\", which is no length of time up to a day. Write one of ISO 8601, like " + otherwise + ".");
    }

    private int number(String name, int otherwise, int least, int most) {
        String written = value(name);
        int number = written.isEmpty() ? otherwise : written.matches("\\d{1,9}") ? Integer.parseInt(written) : -1;
        if (number < least || number > most) {
            throw new Invalid(
                    name + " is \"" + written + "\". Write a whole number from " + least + " to " + most + ".");
        }
        return number;
    }

    DiscordSettings discord() {
        return new DiscordSettings(token(), api(), shards());
    }

    private String token() {
        String file = value("DISCORD_TOKEN_FILE");
        String token = file.isEmpty() ? value("DISCORD_TOKEN") : tokenIn(file);
        if (token.isEmpty()) {
            throw new Invalid(
                    "There is no bot token. Get one at https://discord.com/developers/applications (your application, Bot, "
                            + "Reset Token) and put it into DISCORD_TOKEN, or into a file that DISCORD_TOKEN_FILE names.");
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new Invalid(
                    "What " + (file.isEmpty() ? "DISCORD_TOKEN holds" : "DISCORD_TOKEN_FILE names (" + file + ")")
                            + " is no token: it has blanks or letters in it that no token has. Copy it again.");
        }
        return token;
    }

    private static String tokenIn(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new Invalid("DISCORD_TOKEN_FILE is \"" + file + "\", which can't be read ("
                    + e.getClass().getSimpleName() + "). Name a file that holds the bot's token.");
        }
    }

    private URI api() {
        String written = value("DISCORD_API_URL").isEmpty() ? DISCORD : value("DISCORD_API_URL");
        try {
            URI api = new URI(written);
            if (("https".equals(api.getScheme()) || "http".equals(api.getScheme())) && api.getHost() != null) {
                return api;
            }
        } catch (URISyntaxException e) {
            // Said below, like the other ways to be no address.
        }
        throw new Invalid(
                "DISCORD_API_URL is \"" + written + "\", which is no web address. Leave it out for Discord itself.");
    }

    private int shards() {
        String written = value("ALMANAC_SHARDS");
        boolean number = written.matches("[1-9]\\d{0,4}") && Integer.parseInt(written) <= MOST_SHARDS;
        if (!written.isEmpty() && !number) {
            throw new Invalid("ALMANAC_SHARDS is \"" + written
                    + "\", which is no number of shards. Write one from 1 to " + MOST_SHARDS + ", or leave it out.");
        }
        return written.isEmpty() ? 0 : Integer.parseInt(written);
    }
}
