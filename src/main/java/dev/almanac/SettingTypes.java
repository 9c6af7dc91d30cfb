package dev.almanac;

import dev.almanac.daily.command.ZoneReading;
import dev.almanac.daily.command.ZoneText;
import dev.almanac.daily.store.PostgresqlAddress;
import dev.almanac.discord.Sharding;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/** How each kind of setting is read. What is blank counts as not set, and then the value is null. */
final class SettingTypes {
    /** What a setting has to be. */
    private interface Kind<T> extends ITypeConverter<@Nullable T> {
        T read(String written) throws WrongValue;

        @Override
        default @Nullable T convert(String value) throws WrongValue {
            return value.isBlank() ? null : read(value.strip());
        }
    }

    /** A time zone, by whatever {@code /daily} knows it by. */
    static final class Zone implements Kind<ZoneId> {
        @Override
        public ZoneId read(String written) throws WrongValue {
            ZoneText zones = new ZoneText();
            ZoneReading reading = zones.read(written);
            if (reading.zone().isPresent()) {
                return reading.zone().get();
            }
            if (!reading.meanings().isEmpty()) {
                throw new WrongValue("which may be " + reading.inWords() + ". Write the one that you mean.");
            }
            String works = zones.nearest(written).stream()
                    .findFirst()
                    .map(near -> "Did you mean " + near.zone() + "?")
                    .orElse("Write one like Europe/Berlin or UTC.");
            throw new WrongValue("which isn't a time zone. " + works);
        }
    }

    static final class AnyFile implements Kind<Path> {
        @Override
        public Path read(String written) throws WrongValue {
            try {
                return Path.of(written);
            } catch (InvalidPathException e) {
                throw new WrongValue("which can't be the name of a file. Write one like /data/almanac.db.");
            }
        }
    }

    /** A file that is there, or can be made in a folder that is there. */
    static final class FileInAFolder implements Kind<Path> {
        @Override
        public Path read(String written) throws WrongValue {
            Path file = new AnyFile().read(written);
            if (Files.isDirectory(file)) {
                throw new WrongValue("which is a folder. Name a file in it, like " + file.resolve("almanac.db") + ".");
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new WrongValue(
                        "but there is no folder " + folder + ". Make it, or name a file in a folder that exists.");
            }
            return file;
        }
    }

    /** A file that is there or can be made, or a PostgreSQL. */
    static final class Database implements Kind<Storage> {
        @Override
        public Storage read(String written) throws WrongValue {
            if (!PostgresqlAddress.isMeant(written)) {
                return new Storage.InFile(new FileInAFolder().read(written));
            }
            return new Storage.InPostgresql(
                    PostgresqlAddress.of(written)
                            .orElseThrow(
                                    () -> WrongValue.secret(
                                            "isn't an address of a PostgreSQL. Write one like "
                                                    + "postgresql://almanac@db.example.org/almanac?sslmode=require, without user and password behind the ?.")));
        }
    }

    /** An ISO 8601 duration from a minute to a day. */
    static final class Lateness implements Kind<Duration> {
        @Override
        public Duration read(String written) throws WrongValue {
            return duration(written, Duration.ofMinutes(1), "from a minute to a day", "PT6H");
        }
    }

    /** An ISO 8601 duration of a day at most; zero for none. */
    static final class Window implements Kind<Duration> {
        @Override
        public Duration read(String written) throws WrongValue {
            return duration(written, Duration.ZERO, "of a day at most", "PT2M");
        }
    }

    private static Duration duration(String written, Duration least, String range, String example) throws WrongValue {
        try {
            Duration duration = Duration.parse(written);
            if (duration.compareTo(least) >= 0 && duration.compareTo(Duration.ofDays(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // The sentence is the same.
        }
        throw new WrongValue("which isn't a duration " + range + ". Write an ISO 8601 duration like " + example + ".");
    }

    /** Requests a second; Discord allows an application 50. */
    static final class Pace implements Kind<Integer> {
        @Override
        public Integer read(String written) throws WrongValue {
            return number(written, 1, 50, "which isn't a whole number from 1 to 50. Leave it out for 40.");
        }
    }

    /** How many shards there are in all, like 16; or which of them this process runs, like 0-3/16; 0 for as many as Discord advises. */
    static final class Shards implements Kind<Sharding> {
        private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})/([0-9]{1,5})");
        private static final int MOST = 10_000;

        @Override
        public Sharding read(String written) throws WrongValue {
            Matcher range = RANGE.matcher(written);
            if (range.matches()) {
                int first = Integer.parseInt(range.group(1));
                int last = Integer.parseInt(range.group(2));
                int total = Integer.parseInt(range.group(3));
                if (first <= last && last < total && total <= MOST) {
                    return new Sharding(total, Integer.MAX_VALUE, first, last);
                }
                throw new WrongValue(
                        "which isn't a range of shards, whose numbers begin at 0. Write the first, the last and how many there"
                                + " are in all, like 0-3/16.");
            }
            return Sharding.of(number(
                    written,
                    0,
                    MOST,
                    "which isn't a number of shards from 1 to 10000. Leave it out for as many as Discord recommends."));
        }
    }

    static final class ShardsHere implements Kind<Integer> {
        @Override
        public Integer read(String written) throws WrongValue {
            return number(
                    written,
                    1,
                    Shards.MOST,
                    "which isn't a number of shards from 1 to 10000. Leave it out for all there are.");
        }
    }

    /** A port of this machine; 0 for any that is free. */
    static final class Port implements Kind<Integer> {
        @Override
        public Integer read(String written) throws WrongValue {
            return number(
                    written, 0, 65_535, "which isn't a port. Write a number from 1 to 65535, or 0 for any free port.");
        }
    }

    /** A host, by its name or address, and a port of it; 0 for any that is free. */
    static final class Address implements Kind<InetSocketAddress> {
        private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/\\s]+):([0-9]{1,5})");

        @Override
        public InetSocketAddress read(String written) throws WrongValue {
            Matcher parts = WRITTEN.matcher(written);
            if (parts.matches() && Integer.parseInt(parts.group(2)) <= 65_535) {
                InetSocketAddress address = new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
                if (!address.isUnresolved()) {
                    return address;
                }
            }
            throw new WrongValue(
                    "which isn't an address to serve at. Write a host of this machine and a port, like 127.0.0.1:8426.");
        }
    }

    static final class YesOrNo implements Kind<Boolean> {
        @Override
        public Boolean read(String written) throws WrongValue {
            return switch (written.toLowerCase(Locale.ROOT)) {
                case "yes", "true", "on", "1" -> true;
                case "no", "false", "off", "0" -> false;
                default -> throw new WrongValue("which is neither yes nor no. Write one of the two.");
            };
        }
    }

    private static int number(String written, int least, int most, String otherwise) throws WrongValue {
        int number = written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
        if (number < least || number > most) {
            throw new WrongValue(otherwise);
        }
        return number;
    }

    /** The base of Discord's REST API. The bot's token goes there, so it is encrypted unless it stays on this machine. */
    static final class Api implements Kind<URI> {
        @Override
        public URI read(String written) throws WrongValue {
            URI api = uri(written);
            if (api.getRawUserInfo() != null) {
                throw WrongValue.secret("holds a name or a password. Write the address without it.");
            }
            if ("http".equals(api.getScheme()) && !isThisMachine(api.getHost())) {
                throw new WrongValue("which would carry the bot's token unencrypted. Write an address that begins with "
                        + "https://; http:// is for an address of this machine only, like http://127.0.0.1:8080.");
            }
            return api;
        }

        private static URI uri(String written) throws WrongValue {
            try {
                URI api = new URI(written);
                if (("https".equals(api.getScheme()) || "http".equals(api.getScheme())) && api.getHost() != null) {
                    return api;
                }
            } catch (URISyntaxException e) {
                // The sentence is the same.
            }
            String message = "isn't a web address. Leave it out for Discord itself.";
            throw written.contains("@") ? WrongValue.secret(message) : new WrongValue("which " + message);
        }

        /** Names of this machine that no name server is asked for: RFC 6761, section 6.3; RFC 1122, section 3.2.1.3; RFC 4291. */
        private static boolean isThisMachine(String host) {
            return host.equals("localhost")
                    || host.equals("[::1]")
                    || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
        }
    }

    private SettingTypes() {}
}
