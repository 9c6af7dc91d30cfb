package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayEntry.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What became of each day, and what is to be looked at next: the side of the database that keeps the promise. Everything
 * here is committed when a method returns.
 */
final class DailyStore {
    private final Jdbi jdbi;

    DailyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Schedules schedules() {
        return new Schedules(jdbi);
    }

    /** The active schedules of guilds of these shards that are to be looked at by now, longest due first. */
    List<Schedule> due(Instant now, Guilds.Shards shards, int most) {
        if (shards.ready().isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM schedule WHERE try_at <= :now"
                        + " AND (guild_id >> 22) % :total IN (<ready>) ORDER BY try_at LIMIT :most")
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

    private static Optional<DayEntry> entry(Handle handle, long channel, LocalDate day) {
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
     * @return false when the day is posted already
     */
    boolean claim(Settings settings, LocalDate day, Instant now, Instant next) {
        return jdbi.inTransaction(handle -> {
            Optional<DayEntry> known = entry(handle, settings.channel(), day);
            if (known.filter(entry -> entry.state() == State.POSTED).isPresent()) {
                return false;
            }
            if (known.isEmpty()) {
                insert(handle, settings, day, State.CLAIMED);
            }
            boolean inDoubt = known.filter(DayEntry::isInDoubt).isPresent();
            handle.createUpdate("UPDATE day_log SET state = 'CLAIMED', attempted_at = :now, attempts = attempts + 1,"
                            + " reason = '', settled_at = 0, claimed_at = "
                            + (inDoubt ? "claimed_at" : ":now") + " WHERE channel_id = :channel AND due_day = :day")
                    .bind("now", now.toEpochMilli())
                    .bind("channel", settings.channel())
                    .bind("day", day.toString())
                    .execute();
            tryAgain(handle, settings.channel(), day, next);
            return true;
        });
    }

    private static void insert(Handle handle, Settings settings, LocalDate day, State state) {
        handle.createUpdate(
                        "INSERT INTO day_log (channel_id, due_day, guild_id, state, claimed_at, attempted_at, attempts,"
                                + " settled_at, late_seconds, message_id, events, reason, publishing, publish_at) VALUES (:channel,"
                                + " :day, :guild, :state, 0, 0, 0, 0, 0, 0, '', '', 'NONE', NULL)"
                                + " ON CONFLICT (channel_id, due_day) DO NOTHING")
                .bind("channel", settings.channel())
                .bind("day", day.toString())
                .bind("guild", settings.guild())
                .bind("state", state.name())
                .execute();
    }

    /** The last attempt was not sent, for sure; with the reason to show if it stays so. */
    void notSent(long channel, LocalDate day, String reason, Instant next) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE day_log SET claimed_at = 0, attempted_at = 0, reason = :reason"
                            + " WHERE channel_id = :channel AND due_day = :day AND state = 'CLAIMED'")
                    .bind("reason", reason)
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

    /** A day is over, and the next one planned, if that day was still the one that was due. */
    void settle(Settings settings, DayEntry entry, Due next) {
        jdbi.useTransaction(handle -> {
            insert(handle, settings, entry.day(), entry.state());
            handle.createUpdate(
                            "UPDATE day_log SET state = :state, settled_at = :settled, claimed_at = 0, attempted_at = 0,"
                                    + " late_seconds = :late, message_id = :message, events = :events, reason = :reason,"
                                    + " publishing = :publishing, publish_at = :publishAt"
                                    + " WHERE channel_id = :channel AND due_day = :day")
                    .bind("state", entry.state().name())
                    .bind("settled", entry.settledAt().toEpochMilli())
                    .bind("late", entry.late().toSeconds())
                    .bind("message", entry.message())
                    .bind("events", String.join(",", entry.events()))
                    .bind("reason", entry.reason())
                    .bind("publishing", entry.publishing().name())
                    .bind("publishAt", publishAt(entry))
                    .bind("channel", entry.channel())
                    .bind("day", entry.day().toString())
                    .execute();
            plan(handle, entry.channel(), entry.day(), next);
        });
    }

    private static @Nullable Long publishAt(DayEntry entry) {
        return entry.publishing() == Publishing.PENDING ? entry.settledAt().toEpochMilli() : null;
    }

    /** Plans what is due next, if that day was still the one that was due. */
    void plan(long channel, LocalDate day, Due next) {
        jdbi.useHandle(handle -> plan(handle, channel, day, next));
    }

    private static void plan(Handle handle, long channel, LocalDate day, Due next) {
        handle.createUpdate("UPDATE schedule SET due_day = :nextDay, due_at = :at,"
                        + " try_at = CASE WHEN state = 'ACTIVE' THEN :at END"
                        + " WHERE channel_id = :channel AND due_day = :day")
                .bindMap(Map.of(
                        "nextDay",
                        next.day().toString(),
                        "at",
                        next.at().toEpochMilli(),
                        "channel",
                        channel,
                        "day",
                        day.toString()))
                .execute();
    }

    /** Makes a day due, whatever was due before and however that day was settled. */
    void makeDue(Settings settings, Due due) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE day_log SET state = 'CLAIMED', reason = '' WHERE channel_id = :channel"
                            + " AND due_day = :day AND state IN ('MISSED', 'EMPTY')")
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

    /** Posts that are to be crossposted by now. */
    List<Crosspost> toPublish(Instant now, Guilds.Shards shards, int most) {
        if (shards.ready().isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM day_log WHERE publish_at <= :now"
                        + " AND (guild_id >> 22) % :total IN (<ready>) ORDER BY publish_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("total", shards.total())
                .bindList("ready", shards.ready())
                .bind("most", most)
                .map((row, context) -> new Crosspost(row.getLong("guild_id"), Rows.entry(row, context)))
                .list());
    }

    /** A post that waits to be crossposted. */
    record Crosspost(long guild, DayEntry entry) {}

    void published(DayEntry entry, Publishing outcome, Optional<Instant> again) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE day_log SET publishing = :outcome, publish_at = :again"
                        + " WHERE channel_id = :channel AND due_day = :day")
                .bind("outcome", outcome.name())
                .bind("again", again.map(Instant::toEpochMilli).orElse(null))
                .bind("channel", entry.channel())
                .bind("day", entry.day().toString())
                .execute());
    }

    /** Forgets the days before this one. */
    int prune(LocalDate first) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM day_log WHERE due_day < :first")
                .bind("first", first.toString())
                .execute());
    }
}
