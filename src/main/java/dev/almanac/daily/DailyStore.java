package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What became of each day, and what is to be looked at next: the side of the database that keeps the promise. Everything
 * here is committed when a method returns.
 */
final class DailyStore {
    private static final int LONGEST_REASON = 300;

    /** A condition on rows with a guild: its shard (see {@link Guilds.Shards#of}) is one of those bound. */
    static final String OF_THESE_SHARDS = " AND (guild_id >> 22) % :total IN (<ready>)";

    private final Jdbi jdbi;

    DailyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Schedules schedules() {
        return new Schedules(jdbi);
    }

    /** Those of guilds and channels as they come and go. */
    Comings comings() {
        return new Comings(jdbi);
    }

    /** Those that wait to be crossposted. */
    Unpublished unpublished() {
        return new Unpublished(jdbi);
    }

    /** The active schedules of guilds of these shards that are to be looked at by now, longest due first. */
    List<Schedule> due(Instant now, Guilds.Shards shards, int most) {
        if (shards.ready().isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM schedule WHERE try_at <= :now"
                        + OF_THESE_SHARDS + " ORDER BY try_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("total", shards.total())
                .bindList("ready", shards.ready())
                .bind("most", most)
                .map(Rows::schedule)
                .list());
    }

    Optional<DayEntry> entry(long channel, LocalDate day) {
        return jdbi.withHandle(handle -> entry(handle, channel, day));
    }

    static Optional<DayEntry> entry(Handle handle, long channel, LocalDate day) {
        return handle.createQuery("SELECT * FROM day_log WHERE channel_id = :channel AND due_day = :day")
                .bind("channel", channel)
                .bind("day", day.toString())
                .map(Rows::entry)
                .findOne();
    }

    /** The days of a channel that are known, latest first. */
    List<DayEntry> days(long channel, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM day_log WHERE channel_id = :channel ORDER BY due_day DESC LIMIT :most")
                .bind("channel", channel)
                .bind("most", most)
                .map(Rows::entry)
                .list());
    }

    /**
     * Makes a day ours to send: from here on it may have been sent. Looked at again at {@code next} if nobody says what
     * became of it.
     *
     * @param events what the post tells
     * @return false when that day is not due any more, or settled: an admin came first
     */
    boolean claim(Settings settings, LocalDate day, List<String> events, Instant now, Instant next) {
        return jdbi.inTransaction(handle -> {
            Optional<DayEntry> known = entry(handle, settings.channel(), day);
            if (!isDue(handle, settings.channel(), day)
                    || known.filter(DayEntry::isSettled).isPresent()) {
                return false;
            }
            insert(handle, settings, day);
            boolean inDoubt = known.filter(DayEntry::isInDoubt).isPresent();
            handle.createUpdate("UPDATE day_log SET attempted_at = :now, attempts = attempts + 1, reason = '',"
                            + " events = :events, claimed_at = " + (inDoubt ? "claimed_at" : ":now")
                            + " WHERE channel_id = :channel AND due_day = :day")
                    .bind("now", now.toEpochMilli())
                    .bind("events", String.join(",", events))
                    .bind("channel", settings.channel())
                    .bind("day", day.toString())
                    .execute();
            tryAgain(handle, settings.channel(), day, next);
            return true;
        });
    }

    private static boolean isDue(Handle handle, long channel, LocalDate day) {
        return handle.createQuery("SELECT COUNT(*) FROM schedule WHERE channel_id = :channel AND due_day = :day"
                                + " AND state = 'ACTIVE'")
                        .bind("channel", channel)
                        .bind("day", day.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Begins the log of a day, unless it is begun; not where the schedule is deleted, since then all of it is. */
    private static void insert(Handle handle, Settings settings, LocalDate day) {
        handle.createUpdate(
                        "INSERT INTO day_log (channel_id, due_day, guild_id, state, claimed_at, attempted_at, attempts,"
                                + " settled_at, late_seconds, message_id, events, reason, publishing, publish_at)"
                                + " SELECT channel_id, :day, guild_id, 'CLAIMED', 0, 0, 0, 0, 0, 0, '', '', 'NONE', NULL"
                                + " FROM schedule WHERE channel_id = :channel"
                                + " ON CONFLICT (channel_id, due_day) DO NOTHING")
                .bind("channel", settings.channel())
                .bind("day", day.toString())
                .execute();
    }

    /** The last attempt was not sent, for sure; with the reason to show if it stays so. */
    void notSent(long channel, LocalDate day, String reason, Instant next) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE day_log SET claimed_at = 0, attempted_at = 0, reason = :reason"
                            + " WHERE channel_id = :channel AND due_day = :day AND state = 'CLAIMED'")
                    .bind("reason", cut(reason))
                    .bind("channel", channel)
                    .bind("day", day.toString())
                    .execute();
            tryAgain(handle, channel, day, next);
        });
    }

    /** Looks at a schedule again at that moment, if that day is still the one that is due. */
    void tryAgain(long channel, LocalDate day, Instant next) {
        jdbi.useHandle(handle -> tryAgain(handle, channel, day, next));
    }

    private static void tryAgain(Handle handle, long channel, LocalDate day, Instant next) {
        handle.createUpdate("UPDATE schedule SET try_at = :next"
                        + " WHERE channel_id = :channel AND due_day = :day AND state = 'ACTIVE'")
                .bind("next", next.toEpochMilli())
                .bind("channel", channel)
                .bind("day", day.toString())
                .execute();
    }

    /** The same while asking Discord about it: one more attempt. */
    void looking(long channel, LocalDate day, Instant next) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE day_log SET attempts = attempts + 1"
                            + " WHERE channel_id = :channel AND due_day = :day")
                    .bind("channel", channel)
                    .bind("day", day.toString())
                    .execute();
            tryAgain(handle, channel, day, next);
        });
    }

    /**
     * A day is over. If it was still the one that was due, the first one later than {@code after} is due next, by the
     * settings as they are now. What was missed while in doubt keeps the moments of its attempts.
     */
    void settle(Settings settings, DayEntry entry, LocalDate after) {
        jdbi.useTransaction(handle -> {
            insert(handle, settings, entry.day());
            handle.createUpdate("UPDATE day_log SET state = :state, settled_at = :settled,"
                            + " claimed_at = CASE WHEN :state = 'MISSED' THEN claimed_at ELSE 0 END,"
                            + " attempted_at = CASE WHEN :state = 'MISSED' THEN attempted_at ELSE 0 END,"
                            + " late_seconds = :late, message_id = :message,"
                            + " events = CASE WHEN :state = 'POSTED' THEN events ELSE '' END, reason = :reason,"
                            + " publishing = :publishing, publish_at = :publishAt"
                            + " WHERE channel_id = :channel AND due_day = :day")
                    .bind("state", entry.state().name())
                    .bind("settled", entry.settledAt().toEpochMilli())
                    .bind("late", entry.late().toSeconds())
                    .bind("message", entry.message())
                    .bind("reason", cut(entry.reason()))
                    .bind("publishing", entry.publishing().name())
                    .bind("publishAt", publishAt(entry))
                    .bind("channel", entry.channel())
                    .bind("day", entry.day().toString())
                    .execute();
            plan(handle, entry.channel(), entry.day(), after);
        });
    }

    /** What fits into a column for reasons. */
    static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    private static @Nullable Long publishAt(DayEntry entry) {
        return entry.publishing() == Publishing.PENDING ? entry.settledAt().toEpochMilli() : null;
    }

    /** Plans the day after this one, if this was still the one that was due. */
    void plan(long channel, LocalDate day) {
        jdbi.useTransaction(handle -> plan(handle, channel, day, day));
    }

    private static void plan(Handle handle, long channel, LocalDate day, LocalDate after) {
        Schedules.of(handle, channel)
                .filter(known -> known.due().day().equals(day))
                .map(known -> Due.afterDay(after, known.settings()))
                .ifPresent(next -> handle.createUpdate("UPDATE schedule SET due_day = :day, due_at = :at,"
                                + " try_at = CASE WHEN state = 'ACTIVE' THEN :at END,"
                                + " reason = CASE WHEN state = 'ACTIVE' THEN '' ELSE reason END"
                                + " WHERE channel_id = :channel")
                        .bind("day", next.day().toString())
                        .bind("at", next.at().toEpochMilli())
                        .bind("channel", channel)
                        .execute());
    }

    /**
     * Makes a day due now, however it was settled before: what was in doubt then is in doubt again. An earlier one that was
     * still to come is given up.
     */
    void makeDue(Settings settings, Due due) {
        jdbi.useTransaction(handle -> {
            Schedules.of(handle, settings.channel())
                    .map(Schedule::due)
                    .filter(earlier -> earlier.day().isBefore(due.day()))
                    .ifPresent(earlier -> {
                        insert(handle, settings, earlier.day());
                        giveUp(handle, settings.channel(), "an admin had the next one posted first", due.at());
                    });
            insert(handle, settings, due.day());
            handle.createUpdate("UPDATE day_log SET state = 'CLAIMED', settled_at = 0, reason = ''"
                            + " WHERE channel_id = :channel AND due_day = :day AND state IN ('MISSED', 'EMPTY')")
                    .bind("channel", settings.channel())
                    .bind("day", due.day().toString())
                    .execute();
            handle.createUpdate("UPDATE schedule SET due_day = :day, due_at = :at, try_at = :at"
                            + " WHERE channel_id = :channel AND state = 'ACTIVE'")
                    .bind("day", due.day().toString())
                    .bind("at", due.at().toEpochMilli())
                    .bind("channel", settings.channel())
                    .execute();
        });
    }

    /** Whatever of a channel is not settled is missed; what was in doubt keeps the moments of its attempts. */
    static void giveUp(Handle handle, long channel, String reason, Instant now) {
        handle.createUpdate("UPDATE day_log SET state = 'MISSED', settled_at = :now, reason = :reason, events = ''"
                        + " WHERE channel_id = :channel AND state = 'CLAIMED'")
                .bind("now", now.toEpochMilli())
                .bind("reason", reason)
                .bind("channel", channel)
                .execute();
    }

    /** Forgets the days before this one. */
    int prune(LocalDate first) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM day_log WHERE due_day < :first")
                .bind("first", first.toString())
                .execute());
    }
}
