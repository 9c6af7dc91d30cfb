package dev.almanac.daily.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL is, and who asks: {@code postgresql://user:password@host:5432/database?sslmode=require}, with several hosts
 * between commas where one may take over from another. See "Connection URIs",
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 *
 * @param place hosts, database and parameters, as they are shown to operators: without user and password
 * @param user empty for the driver's default, the user of the system
 * @param password empty where none is known
 */
public record PostgresqlAddress(String place, Optional<String> user, Optional<String> password) {
    private static final Pattern URL =
            Pattern.compile("postgres(?:ql)?://(?:([^/?#@]*)@)?([^/?#@]+)/([^/?#]+)(\\?[^#]*)?");
    private static final Pattern SECRET = Pattern.compile("(?i)[?&](?:password|user)=");

    /** Whether a setting means a PostgreSQL, well written or not; else it's the name of a file. */
    public static boolean isMeant(String setting) {
        return setting.matches("(?is)(?:jdbc:)?postgres(?:ql)?:.*");
    }

    /** The address that is written; empty when it can't be read, or names user or password among its parameters. */
    public static Optional<PostgresqlAddress> of(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || SECRET.matcher(url).find()) {
            return Optional.empty();
        }
        String[] asker =
                parts.group(1) == null ? new String[] {""} : parts.group(1).split(":", 2);
        String place = parts.group(2) + "/" + parts.group(3) + (parts.group(4) == null ? "" : parts.group(4));
        return Optional.of(
                new PostgresqlAddress(place, decoded(asker[0]), decoded(asker.length < 2 ? null : asker[1])));
    }

    private static Optional<String> decoded(@Nullable String part) {
        return part == null || part.isEmpty()
                ? Optional.empty()
                : Optional.of(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    public PostgresqlAddress withPassword(String known) {
        return new PostgresqlAddress(place, user, Optional.of(known));
    }

    /** As the driver wants it. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + place;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "postgresql://" + place;
    }
}
