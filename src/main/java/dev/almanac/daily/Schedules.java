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
    private static final String PAUSED = "an admin paused it before the post was out";
    private static final String REMOVED = "an admin removed it before the post was out";

    private final Jdbi jdbi;

    Schedules(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Schedule> of(long channel) {
        return jdbi.withHandle(handle -> of(handle, channel));
    }

    static Optional<Schedule> of(Handle handle, long channel) {
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

    /** The zone that was set last in each guild. */
    Map<Long, ZoneId> zones() {
        Map<Long, ZoneId> zones = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT guild_id, zone FROM schedule ORDER BY changed_at")
                .map((row, context) -> Map.entry(row.getLong("guild_id"), Rows.zone(row.getString("zone"))))
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

    /** What is due and not settled stays due when it was, so that a change neither hastens nor loses it. */
    private static Due next(Handle handle, Settings settings, Instant now) {
        return of(handle, settings.channel())
                .filter(known -> known.state() != Schedule.State.PAUSED)
                .map(Schedule::due)
                .filter(due -> isPending(handle, settings.channel(), due, now))
                .orElseGet(() -> later(handle, settings, now));
    }

    private static boolean isPending(Handle handle, long channel, Due due, Instant now) {
        Optional<DayEntry> entry = DailyStore.entry(handle, channel, due.day());
        return entry.isEmpty() ? !due.at().isAfter(now) : !entry.get().isSettled();
    }

    /**
     * The next one after now, and after the last day in the channel's log. A day later than any zone has by now is none:
     * our clock went wrong.
     */
    private static Due later(Handle handle, Settings settings, Instant now) {
        LocalDate tomorrow = LocalDate.ofInstant(now, settings.zone()).plusDays(1);
        LocalDate last = handle.createQuery(
                        "SELECT MAX(due_day) FROM day_log WHERE channel_id = :channel AND due_day <= :tomorrow")
                .bind("channel", settings.channel())
                .bind("tomorrow", tomorrow.toString())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse)
                .orElse(LocalDate.EPOCH);
        return Due.after(now, last, settings);
    }

    /** Nothing is due any more, until it is resumed; a day that is in doubt is given up. */
    void pause(long channel, long by, Instant now) {
        jdbi.useTransaction(handle -> {
            DailyStore.giveUp(handle, channel, PAUSED, now);
            handle.createUpdate("UPDATE schedule SET state = 'PAUSED', reason = '', state_since = :now, try_at = NULL,"
                            + " tell_at = NULL, changed_by = :by, changed_what = 'paused', changed_at = :now"
                            + " WHERE channel_id = :channel")
                    .bind("now", now.toEpochMilli())
                    .bind("by", by)
                    .bind("channel", channel)
                    .execute();
        });
    }

    /** Goes on, if it is paused, from the next time after now. */
    void resume(long channel, long by, Instant now) {
        jdbi.useTransaction(handle -> of(handle, channel)
                .filter(known -> known.state() == Schedule.State.PAUSED)
                .ifPresent(known -> {
                    activate(handle, channel, later(handle, known.settings(), now), now);
                    changed(handle, channel, "resumed", by, now);
                }));
    }

    static void activate(Handle handle, long channel, Due next, Instant now) {
        handle.createUpdate("UPDATE schedule SET state = 'ACTIVE', state_since = :now, due_day = :day,"
                        + " due_at = :at, try_at = :at, tell_at = NULL WHERE channel_id = :channel")
                .bind("now", now.toEpochMilli())
                .bind("day", next.day().toString())
                .bind("at", next.at().toEpochMilli())
                .bind("channel", channel)
                .execute();
    }

    private static void changed(Handle handle, long channel, String what, long by, Instant now) {
        handle.createUpdate("UPDATE schedule SET changed_by = :by, changed_what = :what, changed_at = :now"
                        + " WHERE channel_id = :channel")
                .bind("by", by)
                .bind("what", what)
                .bind("now", now.toEpochMilli())
                .bind("channel", channel)
                .execute();
    }

    /** Mentions no role any more. */
    void unmention(long channel, long by, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE schedule SET role_id = 0 WHERE channel_id = :channel")
                    .bind("channel", channel)
                    .execute();
            changed(handle, channel, "changed", by, now);
        });
    }

    /** Ends it; the channel's log stays, so that setting it up again repeats nothing. False when there was none. */
    boolean remove(long channel, Instant now) {
        return jdbi.inTransaction(handle -> {
            DailyStore.giveUp(handle, channel, REMOVED, now);
            return handle.createUpdate("DELETE FROM schedule WHERE channel_id = :channel")
                            .bind("channel", channel)
                            .execute()
                    > 0;
        });
    }

    /**
     * Stops it until it can go on, and has whoever set it up told.
     *
     * @param again whether to tell that even if it stopped for the same reason and has not posted since
     */
    void stop(long channel, String reason, boolean again, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE schedule SET state = 'STOPPED', reason = :reason,"
                        + " state_since = :now, try_at = NULL,"
                        + " tell_at = " + (again ? ":now" : "CASE WHEN reason = :reason THEN NULL ELSE :now END")
                        + " WHERE channel_id = :channel AND state = 'ACTIVE'")
                .bind("reason", DailyStore.cut(reason))
                .bind("now", now.toEpochMilli())
                .bind("channel", channel)
                .execute());
    }

    /** Goes on, if it is stopped, with the day that was due then. The reason stays until that is settled. */
    void goOn(long channel, Instant now) {
        jdbi.useTransaction(handle -> of(handle, channel)
                .filter(known -> known.state() == Schedule.State.STOPPED)
                .ifPresent(known -> activate(handle, channel, known.due(), now)));
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

    /** Whoever set it up is told, or is to be at that moment if it is still stopped then. */
    void told(long channel, Optional<Instant> again) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE schedule SET tell_at = :again WHERE channel_id = :channel AND state = 'STOPPED'")
                .bind("again", again.map(Instant::toEpochMilli).orElse(null))
                .bind("channel", channel)
                .execute());
    }

    /** Looks at all that is due in a guild at once, whatever it waited for. */
    void lookAgain(long guild) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE schedule SET try_at = due_at WHERE guild_id = :guild AND try_at > due_at")
                .bind("guild", guild)
                .execute());
    }

    /**
     * The same for all guilds: whatever another process had begun, it is over. What is in doubt is looked at now even if it is
     * due later: our clock was set back since, and when it comes there again, nobody would know.
     */
    void lookAgain(Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute("UPDATE schedule SET try_at = due_at WHERE try_at > due_at");
            handle.createUpdate(
                            "UPDATE schedule SET try_at = :now WHERE try_at > :now AND EXISTS (SELECT 1 FROM day_log"
                                    + " WHERE day_log.channel_id = schedule.channel_id AND day_log.due_day = schedule.due_day"
                                    + " AND day_log.state = 'CLAIMED' AND day_log.attempted_at > 0)")
                    .bind("now", now.toEpochMilli())
                    .execute();
        });
    }
}
