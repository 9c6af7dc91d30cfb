package dev.almanac.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which channels have a daily post, and how it stands with each. Everything here is committed when a method returns.
 */
final class Schedules {
    private final Jdbi jdbi;

    Schedules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Schedule> of(long channel) {
        return jdbi.withHandle(handle -> of(handle, channel));
    }

    private static Optional<Schedule> of(Handle handle, long channel) {
        return handle.createQuery("SELECT * FROM schedule WHERE channel_id = :channel")
                .bind("channel", channel)
                .map(Rows::schedule)
                .findOne();
    }

    /** Those of a guild, by the time of day. */
    List<Schedule> ofGuild(long guild) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM schedule WHERE guild_id = :guild ORDER BY post_time, channel_id")
                .bind("guild", guild)
                .map(Rows::schedule)
                .list());
    }

    List<Long> guilds() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT guild_id FROM schedule")
                .mapTo(Long.class)
                .list());
    }

    /** The zone that was set last in each guild. */
    Map<Long, ZoneId> zones() {
        Map<Long, ZoneId> zones = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT guild_id, zone FROM schedule ORDER BY changed_at")
                .map((row, context) -> Map.entry(row.getLong("guild_id"), ZoneId.of(row.getString("zone"))))
                .forEach(zone -> zones.put(zone.getKey(), zone.getValue())));
        return zones;
    }

    /**
     * Sets it up, or changes it. A day that is due and not settled yet stays due; else the next one is later than now, and
     * of a day that is not in the channel's log.
     */
    Schedule set(Settings settings, long by, Instant now) {
        return jdbi.inTransaction(handle -> {
            Due next = next(handle, settings, now);
            handle.createUpdate("INSERT INTO schedule (channel_id, guild_id, post_time, zone, empty_day, categories,"
                            + " sensitive, silent, role_id, publish, set_by, changed_by, changed_what, changed_at, state,"
                            + " reason, state_since, due_day, due_at, try_at, tell_at) VALUES (:channel, :guild, :time, :zone,"
                            + " :empty, :categories, :sensitive, :silent, :role, :publish, :by, :by, 'set', :now, 'ACTIVE',"
                            + " '', :now, :day, :at, :at, NULL) ON CONFLICT (channel_id) DO UPDATE SET guild_id = :guild,"
                            + " post_time = :time, zone = :zone, empty_day = :empty, categories = :categories,"
                            + " sensitive = :sensitive, silent = :silent, role_id = :role, publish = :publish, set_by = :by,"
                            + " changed_by = :by, changed_what = 'set', changed_at = :now, state = 'ACTIVE', reason = '',"
                            + " state_since = :now, due_day = :day, due_at = :at, try_at = :at, tell_at = NULL")
                    .bind("channel", settings.channel())
                    .bind("guild", settings.guild())
                    .bind("time", settings.time().toString())
                    .bind("zone", settings.zone().getId())
                    .bind("empty", settings.empty().name())
                    .bind("categories", String.join(",", settings.categories()))
                    .bind("sensitive", settings.sensitive() ? 1 : 0)
                    .bind("silent", settings.silent() ? 1 : 0)
                    .bind("role", settings.role())
                    .bind("publish", settings.publish() ? 1 : 0)
                    .bind("by", by)
                    .bind("now", now.toEpochMilli())
                    .bind("day", next.day().toString())
                    .bind("at", next.at().toEpochMilli())
                    .execute();
            return of(handle, settings.channel()).orElseThrow();
        });
    }

    private static Due next(Handle handle, Settings settings, Instant now) {
        Optional<Due> pending = of(handle, settings.channel())
                .filter(known -> known.state() != Schedule.State.PAUSED
                        && !known.due().at().isAfter(now))
                .filter(known ->
                        !isSettled(handle, settings.channel(), known.due().day()))
                .flatMap(known -> Due.on(known.due().day(), settings.time(), settings.zone()));
        return pending.orElseGet(() -> Due.after(now, lastDay(handle, settings.channel()), settings));
    }

    private static boolean isSettled(Handle handle, long channel, LocalDate day) {
        return handle.createQuery("SELECT COUNT(*) FROM day_log WHERE channel_id = :channel AND due_day = :day"
                                + " AND state <> 'CLAIMED'")
                        .bind("channel", channel)
                        .bind("day", day.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The last day in a channel's log; long ago when there is none. */
    private static LocalDate lastDay(Handle handle, long channel) {
        return handle.createQuery("SELECT MAX(due_day) FROM day_log WHERE channel_id = :channel")
                .bind("channel", channel)
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse)
                .orElse(LocalDate.EPOCH);
    }

    /** Nothing is due any more, until it is resumed; a day that is in doubt is given up. */
    void pause(long channel, long by, Instant now) {
        jdbi.useTransaction(handle -> {
            giveUp(handle, channel, now);
            handle.createUpdate("UPDATE schedule SET state = 'PAUSED', reason = '', state_since = :now, try_at = NULL,"
                            + " tell_at = NULL, changed_by = :by, changed_what = 'paused', changed_at = :now"
                            + " WHERE channel_id = :channel")
                    .bind("now", now.toEpochMilli())
                    .bind("by", by)
                    .bind("channel", channel)
                    .execute();
        });
    }

    private static void giveUp(Handle handle, long channel, Instant now) {
        handle.createUpdate("UPDATE day_log SET state = 'MISSED', settled_at = :now, claimed_at = 0, attempted_at = 0,"
                        + " reason = 'stopped by an admin before it was sent for sure'"
                        + " WHERE channel_id = :channel AND state = 'CLAIMED'")
                .bind("now", now.toEpochMilli())
                .bind("channel", channel)
                .execute();
    }

    /** Goes on, from the next time after now. */
    void resume(long channel, long by, Instant now) {
        jdbi.useTransaction(handle -> {
            Schedule known = of(handle, channel).orElseThrow();
            Due next = Due.after(now, lastDay(handle, channel), known.settings());
            activate(handle, channel, next, now);
            handle.createUpdate("UPDATE schedule SET changed_by = :by, changed_what = 'resumed', changed_at = :now"
                            + " WHERE channel_id = :channel")
                    .bind("by", by)
                    .bind("now", now.toEpochMilli())
                    .bind("channel", channel)
                    .execute();
        });
    }

    private static void activate(Handle handle, long channel, Due next, Instant now) {
        handle.createUpdate("UPDATE schedule SET state = 'ACTIVE', reason = '', state_since = :now, due_day = :day,"
                        + " due_at = :at, try_at = :at, tell_at = NULL WHERE channel_id = :channel")
                .bind("now", now.toEpochMilli())
                .bind("day", next.day().toString())
                .bind("at", next.at().toEpochMilli())
                .bind("channel", channel)
                .execute();
    }

    /** Mentions this role no more. */
    void forgetRole(long guild, long role) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE schedule SET role_id = 0 WHERE guild_id = :guild AND role_id = :role")
                .bind("guild", guild)
                .bind("role", role)
                .execute());
    }

    /** Ends it; the channel's log stays, so that setting it up again repeats nothing. False when there was none. */
    boolean remove(long channel, Instant now) {
        return jdbi.inTransaction(handle -> {
            giveUp(handle, channel, now);
            return handle.createUpdate("DELETE FROM schedule WHERE channel_id = :channel")
                            .bind("channel", channel)
                            .execute()
                    > 0;
        });
    }

    /** Stops it until it can go on, and has whoever set it up told. */
    void stop(long channel, String reason, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE schedule SET state = 'STOPPED', reason = :reason,"
                        + " state_since = :now, try_at = NULL, tell_at = :now"
                        + " WHERE channel_id = :channel AND state = 'ACTIVE'")
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .bind("channel", channel)
                .execute());
    }

    /** Goes on with the day that was due when it stopped. */
    void goOn(Schedule stopped, Instant now) {
        jdbi.useTransaction(handle -> of(handle, stopped.channel())
                .filter(known -> known.state() == Schedule.State.STOPPED)
                .ifPresent(known -> activate(handle, known.channel(), known.due(), now)));
    }

    List<Schedule> inState(Schedule.State state, long guild) {
        return ofGuild(guild).stream().filter(known -> known.state() == state).toList();
    }

    /** Those whose admin is to be told that they stopped. */
    List<Schedule> toTell(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM schedule WHERE tell_at <= :now ORDER BY tell_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map(Rows::schedule)
                .list());
    }

    void told(long channel) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE schedule SET tell_at = NULL WHERE channel_id = :channel")
                .bind("channel", channel)
                .execute());
    }

    /** All of a guild that it seems we are no longer in. */
    void orphan(long guild, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE schedule SET state = 'ORPHANED', reason = '', try_at = NULL,"
                                + " tell_at = NULL, state_since = :now WHERE guild_id = :guild AND state <> 'ORPHANED'")
                        .bind("now", now.toEpochMilli())
                        .bind("guild", guild)
                        .execute());
    }

    /** The bot is in the guild after all: they go on from the next time after now. */
    void adopt(long guild, Instant now) {
        jdbi.useTransaction(handle -> {
            for (Schedule orphan : handle.createQuery(
                            "SELECT * FROM schedule WHERE guild_id = :guild AND state = 'ORPHANED'")
                    .bind("guild", guild)
                    .map(Rows::schedule)
                    .list()) {
                Due next = Due.after(now, lastDay(handle, orphan.channel()), orphan.settings());
                activate(handle, orphan.channel(), next, now);
            }
        });
    }

    /** Looks at all that is due in a guild at once, whatever it waited for. */
    void lookAgain(long guild) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE schedule SET try_at = due_at WHERE guild_id = :guild AND try_at > due_at")
                .bind("guild", guild)
                .execute());
    }

    /** The same for all guilds: whatever another process had begun, it is over. */
    void lookAgain() {
        jdbi.useHandle(handle -> handle.execute("UPDATE schedule SET try_at = due_at WHERE try_at > due_at"));
    }

    /** Everything about a channel. */
    void deleteChannel(long channel) {
        jdbi.useTransaction(handle -> List.of("schedule", "day_log")
                .forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE channel_id = :channel")
                        .bind("channel", channel)
                        .execute()));
    }

    /** Everything about a guild. */
    void deleteGuild(long guild) {
        jdbi.useTransaction(handle -> List.of("schedule", "day_log")
                .forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE guild_id = :guild")
                        .bind("guild", guild)
                        .execute()));
    }

    /** Guilds that have been orphans since before this moment. */
    List<Long> orphansSince(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT guild_id FROM schedule"
                        + " WHERE state = 'ORPHANED' AND state_since < :before")
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .list());
    }
}
