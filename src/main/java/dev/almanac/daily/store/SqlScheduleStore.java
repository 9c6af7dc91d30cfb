package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayLog;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schedules in tables: the one place that knows SQL, and only SQL that SQLite and PostgreSQL both know. */
final class SqlScheduleStore implements ScheduleStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqlScheduleStore.class);

    /** A condition on rows with a guild: its shard (see {@link Shards#of}) is one of those bound. */
    private static final String OF_THESE_SHARDS = " AND (guild_id >> 22) % :total IN (<ready>)";

    /** The channels that wait. Conditions as they stand in the indexes schedule_waiting and day_log_in_doubt: else none is used. */
    private static final String WAITING = "SELECT channel_id FROM schedule"
            + " WHERE try_at > due_at AND channel_id > :channel" + OF_THESE_SHARDS
            + " UNION SELECT channel_id FROM day_log WHERE state = 'CLAIMED' AND attempted_at > 0 AND channel_id > :channel"
            + OF_THESE_SHARDS + " AND EXISTS (SELECT 1 FROM schedule WHERE schedule.channel_id = day_log.channel_id"
            + " AND schedule.due_day = day_log.due_day AND try_at IS NOT NULL) ORDER BY channel_id LIMIT :most";

    /** What is kept of a channel with a post. */
    private static final List<String> OF_A_CHANNEL = List.of("schedule", "day_log");

    static final List<String> TABLES = List.of("schedule", "day_log", "log_channel");

    private final Jdbi jdbi;

    SqlScheduleStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private <T extends @Nullable Object> T ask(HandleCallback<T, RuntimeException> asked) {
        try {
            return jdbi.withHandle(asked);
        } catch (JdbiException e) {
            throw away(e);
        }
    }

    /** All of it, or nothing. */
    private <T> T write(HandleCallback<T, RuntimeException> written) {
        try {
            return jdbi.inTransaction(written);
        } catch (JdbiException e) {
            throw away(e);
        }
    }

    /** What a failure of the database is to those who use it. */
    static Away away(JdbiException failure) {
        Away away = new Away(String.valueOf(failure.getMessage()), false);
        away.initCause(failure);
        return away;
    }

    @Override
    public Optional<Schedule> schedule(long channel) {
        Found found = ask(handle -> found(handle.createQuery("SELECT * FROM schedule WHERE channel_id = :channel")
                .bind("channel", channel)));
        return found.schedules().stream().findFirst();
    }

    @Override
    public Found ofGuild(long guild) {
        return ask(handle -> found(
                handle.createQuery("SELECT * FROM schedule WHERE guild_id = :guild ORDER BY post_time, channel_id")
                        .bind("guild", guild)));
    }

    @Override
    public Found due(Instant now, Shards shards, int most) {
        return shards.ready().isEmpty()
                ? new Found(List.of(), List.of())
                // The index alone tells which rows: those of other shards, perhaps all that are due, aren't read.
                : ask(handle -> found(boundToShards(
                        handle.createQuery("SELECT * FROM schedule WHERE channel_id IN (SELECT channel_id FROM schedule"
                                + " WHERE try_at <= :now" + OF_THESE_SHARDS + " ORDER BY try_at LIMIT :most)"
                                + " ORDER BY try_at"),
                        now,
                        shards,
                        most)));
    }

    @Override
    public Backlog backlog(Instant now) {
        return ask(handle -> handle.createQuery(
                        "SELECT COUNT(*) AS posts, MIN(try_at) AS since FROM schedule WHERE try_at <= :now")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Backlog(
                        row.getLong("posts"),
                        row.getLong("posts") == 0
                                ? Optional.empty()
                                : Optional.of(Instant.ofEpochMilli(row.getLong("since")))))
                .one());
    }

    @Override
    public List<Schedule> toTell(Instant now, Shards shards, int most) {
        return shards.ready().isEmpty()
                ? List.of()
                : ask(handle -> found(ofShards(handle, "schedule", "tell_at", now, shards, most)))
                        .schedules();
    }

    private static Query ofShards(Handle handle, String table, String when, Instant now, Shards shards, int most) {
        return boundToShards(
                handle.createQuery("SELECT * FROM " + table + " WHERE " + when + " <= :now" + OF_THESE_SHARDS
                        + " ORDER BY " + when + " LIMIT :most"),
                now,
                shards,
                most);
    }

    private static Query boundToShards(Query query, Instant now, Shards shards, int most) {
        return query.bind("now", now.toEpochMilli())
                .bind("total", shards.total())
                .bindList("ready", shards.ready())
                .bind("most", most);
    }

    @Override
    public Found waiting(long channel, Shards shards, int most) {
        return shards.ready().isEmpty()
                ? new Found(List.of(), List.of())
                : ask(handle -> found(handle.createQuery(
                                "SELECT * FROM schedule WHERE channel_id IN (" + WAITING + ") ORDER BY channel_id")
                        .bind("channel", channel)
                        .bind("total", shards.total())
                        .bindList("ready", shards.ready())
                        .bind("most", most)));
    }

    private static Found found(Query query) {
        List<Schedule> schedules = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        query.map((row, context) -> {
                    try {
                        return schedules.add(Rows.schedule(row));
                    } catch (RuntimeException e) {
                        return unreadable.add(unreadable(row, "schedule", e));
                    }
                })
                .list();
        return new Found(schedules, unreadable);
    }

    private static Unreadable unreadable(ResultSet row, String table, RuntimeException why) throws SQLException {
        return new Unreadable(
                row.getLong("channel_id"), row.getLong("guild_id"), "its row in " + table + " can't be read: " + why);
    }

    @Override
    public DayLog log(long channel) {
        return new DayLog(ask(
                handle -> handle.createQuery("SELECT * FROM day_log WHERE channel_id = :channel ORDER BY due_day DESC")
                        .bind("channel", channel)
                        .map((row, context) -> day(row))
                        .list()));
    }

    @Override
    public Optional<DayEntry> entry(long channel, LocalDate day) {
        return ask(handle -> handle.createQuery("SELECT * FROM day_log WHERE channel_id = :channel AND due_day = :day")
                .bind("channel", channel)
                .bind("day", day.toString())
                .map((row, context) -> day(row))
                .findOne());
    }

    private static DayEntry day(ResultSet row) throws SQLException {
        try {
            return Rows.entry(row);
        } catch (RuntimeException e) {
            throw new Damaged(unreadable(row, "day_log", e));
        }
    }

    @Override
    public boolean add(Schedule schedule) {
        Map<String, @Nullable Object> columns = Rows.columns(schedule);
        return write(handle ->
                bound(handle, insert("schedule", columns) + " ON CONFLICT (channel_id) DO NOTHING", columns)
                                .execute()
                        > 0);
    }

    /**
     * Due rows are read without a lock, and this is what makes a claim: the update finds the version that was read, or no row. Of two
     * processes that read the same one, PostgreSQL lets the second wait for the first and look at the version anew ("Read
     * Committed", https://www.postgresql.org/docs/current/transaction-iso.html#XACT-READ-COMMITTED), and SQLite writes one after the
     * other. FOR UPDATE SKIP LOCKED would save the loser a look, but its lock would have to last from the reading to the claim,
     * while the day is decided.
     */
    @Override
    public boolean save(Schedule read, Step changed) {
        Map<String, @Nullable Object> columns = Rows.columns(changed.schedule());
        String sql = "UPDATE schedule SET " + settings(columns) + ", version = version + 1"
                + " WHERE channel_id = :channel_id AND version = :version";
        return write(handle -> {
            boolean saved =
                    bound(handle, sql, columns).bind("version", read.version()).execute() > 0;
            if (saved) {
                changed.days().forEach(day -> write(handle, read.guild(), day));
            }
            return saved;
        });
    }

    private static void write(Handle handle, long guild, DayEntry day) {
        Map<String, @Nullable Object> columns = Rows.columns(day);
        columns.put("guild_id", guild);
        bound(
                        handle,
                        insert("day_log", columns) + " ON CONFLICT (channel_id, due_day) DO UPDATE SET "
                                + settings(columns),
                        columns)
                .execute();
    }

    @Override
    public boolean save(DayEntry entry) {
        Map<String, @Nullable Object> columns = Rows.columns(entry);
        String sql =
                "UPDATE day_log SET " + settings(columns) + " WHERE channel_id = :channel_id AND due_day = :due_day";
        return write(handle -> bound(handle, sql, columns).execute() > 0);
    }

    @Override
    public boolean remove(Schedule read, List<DayEntry> days) {
        return write(handle -> {
            boolean removed =
                    handle.createUpdate("DELETE FROM schedule WHERE channel_id = :channel AND version = :version")
                                    .bind("channel", read.channel())
                                    .bind("version", read.version())
                                    .execute()
                            > 0;
            if (removed) {
                days.forEach(day -> write(handle, read.guild(), day));
                forgetLogChannel(handle, read.guild());
            }
            return removed;
        });
    }

    private static String insert(String table, Map<String, @Nullable Object> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                + columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")";
    }

    private static String settings(Map<String, @Nullable Object> columns) {
        return columns.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
    }

    private static Update bound(Handle handle, String sql, Map<String, @Nullable Object> columns) {
        return handle.createUpdate(sql).bindMap(columns);
    }

    @Override
    public long setAside(Unreadable row, Instant now) {
        return write(handle -> {
            handle.createUpdate("UPDATE schedule SET state = 'STOPPED', cause = 'UNREADABLE', reason = :why,"
                            + " state_since = :now, try_at = NULL, tell_at = NULL, version = version + 1"
                            + " WHERE channel_id = :channel")
                    .bind("why", "the bot can’t read what it has stored for this channel")
                    .bind("now", now.toEpochMilli())
                    .bind("channel", row.channel())
                    .execute();
            return handle.createQuery("SELECT set_by FROM schedule WHERE channel_id = :channel")
                    .bind("channel", row.channel())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
        });
    }

    @Override
    public void removeUnreadable(long guild, long channel) {
        write(handle -> {
            for (String table : OF_A_CHANNEL) {
                handle.createUpdate("DELETE FROM " + table + " WHERE guild_id = :guild AND channel_id = :channel")
                        .bind("guild", guild)
                        .bind("channel", channel)
                        .execute();
            }
            forgetLogChannel(handle, guild);
            return true;
        });
    }

    /** Unless the guild has another schedule. */
    private static void forgetLogChannel(Handle handle, long guild) {
        handle.createUpdate("DELETE FROM log_channel WHERE guild_id = :guild"
                        + " AND NOT EXISTS (SELECT 1 FROM schedule WHERE guild_id = :guild)")
                .bind("guild", guild)
                .execute();
    }

    @Override
    public Optional<Long> logChannel(long guild) {
        return ask(handle -> handle.createQuery("SELECT channel_id FROM log_channel WHERE guild_id = :guild")
                .bind("guild", guild)
                .mapTo(Long.class)
                .findOne());
    }

    @Override
    public void logTo(long guild, Optional<Long> channel) {
        write(handle -> {
            handle.createUpdate("DELETE FROM log_channel WHERE guild_id = :guild")
                    .bind("guild", guild)
                    .execute();
            channel.ifPresent(id -> handle.createUpdate("INSERT INTO log_channel (guild_id, channel_id)"
                            + " VALUES (:guild, :channel) ON CONFLICT (guild_id) DO UPDATE SET channel_id = :channel")
                    .bind("guild", guild)
                    .bind("channel", id)
                    .execute());
            return true;
        });
    }

    @Override
    public Map<Long, Optional<ZoneId>> zones(long guild, Shards shards, int most) {
        Map<Long, Optional<ZoneId>> zones = new LinkedHashMap<>();
        Map<String, Optional<ZoneId>> known = new HashMap<>();
        ask(handle -> handle.createQuery(
                        "SELECT guild_id, zone FROM schedule WHERE guild_id IN (SELECT DISTINCT guild_id"
                                + " FROM schedule WHERE guild_id > :guild" + OF_THESE_SHARDS
                                + " ORDER BY guild_id LIMIT :most)"
                                + " ORDER BY guild_id, changed_at")
                .bind("guild", guild)
                .bind("total", shards.total())
                .bindList("ready", shards.ready())
                .bind("most", most)
                .map((row, context) -> {
                    Optional<ZoneId> zone = known.computeIfAbsent(row.getString("zone"), Settings::zone);
                    return zones.merge(
                            row.getLong("guild_id"), zone, (before, last) -> last.isPresent() ? last : before);
                })
                .list());
        return zones;
    }

    @Override
    public List<Long> goneSince(Instant before) {
        return ask(handle -> handle
                .createQuery("SELECT guild_id FROM schedule WHERE gone_since < :before")
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .stream()
                .distinct()
                .toList());
    }

    @Override
    public List<Crosspost> unpublished(Instant now, Shards shards, int most) {
        if (shards.ready().isEmpty()) {
            return List.of();
        }
        return write(handle -> ofShards(handle, "day_log", "publish_at", now, shards, most)
                .map((row, context) -> crosspost(handle, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** One that can't be read is never published: it would hold up all others. */
    private static Optional<Crosspost> crosspost(Handle handle, ResultSet row) throws SQLException {
        long channel = row.getLong("channel_id");
        String day = row.getString("due_day");
        try {
            return Optional.of(new Crosspost(row.getLong("guild_id"), Rows.entry(row), Rows.moment(row, "publish_at")));
        } catch (RuntimeException e) {
            LOG.error(
                    "The post of {} in channel {} isn’t published: its row in day_log can’t be read", day, channel, e);
            handle.createUpdate("UPDATE day_log SET publish_at = NULL WHERE channel_id = :channel AND due_day = :day")
                    .bind("channel", channel)
                    .bind("day", day)
                    .execute();
            return Optional.empty();
        }
    }

    @Override
    public boolean published(Crosspost read, Publishing outcome, Optional<Instant> again) {
        return write(handle -> handle.createUpdate("UPDATE day_log SET publishing = :outcome, publish_at = :again"
                                + " WHERE channel_id = :channel AND due_day = :day AND publish_at = :read")
                        .bind("outcome", outcome.name())
                        .bind("again", again.map(Instant::toEpochMilli).orElse(null))
                        .bind("channel", read.entry().channel())
                        .bind("day", read.entry().day().toString())
                        .bind("read", read.again().toEpochMilli())
                        .execute()
                > 0);
    }

    @Override
    public void deleteChannel(long guild, long channel) {
        write(handle -> {
            delete(handle, "channel_id", channel);
            forgetLogChannel(handle, guild);
            return true;
        });
    }

    @Override
    public void deleteGuild(long guild) {
        write(handle -> {
            delete(handle, "guild_id", guild);
            return true;
        });
    }

    private static void delete(Handle handle, String column, long id) {
        for (String table : TABLES) {
            handle.createUpdate("DELETE FROM " + table + " WHERE " + column + " = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    /**
     * In the order of their keys, because two processes that delete the same rows in different orders wait for each other until PostgreSQL
     * stops one of them (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS).
     */
    @Override
    public int prune(LocalDate first, int most) {
        return write(handle -> {
            PreparedBatch each =
                    handle.prepareBatch("DELETE FROM day_log WHERE channel_id = :channel AND due_day = :day");
            handle.createQuery("SELECT channel_id, due_day FROM (SELECT channel_id, due_day FROM day_log"
                            + " WHERE due_day < :first ORDER BY due_day LIMIT :most) AS days"
                            + " ORDER BY channel_id, due_day")
                    .bind("first", first.toString())
                    .bind("most", most)
                    .map((row, context) -> each.bind("channel", row.getLong("channel_id"))
                            .bind("day", row.getString("due_day"))
                            .add())
                    .list();
            return each.size() == 0 ? 0 : IntStream.of(each.execute()).sum();
        });
    }
}
