package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.engine.Admin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The schedules of a PostgreSQL, filled by a test before programs use it, and read beside those that do. */
public final class DailyServer {
    private static final String SHARD = "shard-";

    private final PostgresqlAddress address;
    private final Jdbi beside;

    public DailyServer(int port) {
        this.address = PostgresqlAddress.of("postgresql://postgres@127.0.0.1:" + port + "/postgres")
                .orElseThrow();
        // A short patience: whoever asks is a test that watches, and the server may be away.
        this.beside = Jdbi.create(address.jdbcUrl() + "?connectTimeout=2&socketTimeout=5", "postgres", "");
    }

    /** As the program is told it. */
    public String setting() {
        return "postgresql://postgres@" + address.place();
    }

    /** Sets up a daily post in each of these channels, as a user does; the first of each is due at its moment. */
    public void setUp(Map<DailyFile.Place, Instant> dues, long user) {
        try (PostgresqlDatabase database = new PostgresqlDatabase(address)) {
            database.open();
            Admin admin = new Admin(database.store(), user);
            dues.forEach((place, due) -> admin.set(DailyFile.dailyAt(due, place), due.minusSeconds(1)));
        }
    }

    /** What is in the day log. */
    public List<DayEntry> days() {
        return beside.withHandle(handle -> handle.createQuery("SELECT * FROM day_log")
                .map((row, context) -> Rows.entry(row))
                .list());
    }

    /** The process that claimed the day that is under way in a channel. */
    public Optional<String> owner(long channel) {
        return beside.withHandle(handle -> handle.createQuery(
                        "SELECT owner FROM day_log WHERE channel_id = :channel AND state = 'CLAIMED' AND owner <> ''")
                .bind("channel", channel)
                .mapTo(String.class)
                .findFirst());
    }

    /** The processes that live. */
    public Set<String> processes() {
        return beside.withHandle(handle -> handle.createQuery(
                        "SELECT substr(name, 9) FROM lease WHERE name LIKE 'process-%' AND ends_at >= "
                                + LeaseTable.NOW)
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /** Which process has each shard, whether its lease has ended or not. */
    public Map<Integer, String> holders() {
        return beside
                .withHandle(handle -> handle.createQuery("SELECT name, holder FROM lease WHERE name LIKE 'shard-%'")
                        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .stream()
                .collect(Collectors.toMap(
                        row -> Integer.valueOf(row.getKey().substring(SHARD.length())), Map.Entry::getValue));
    }
}
