package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The posts that are still to be crossposted, in the database. Everything here is committed when a method returns. */
final class Unpublished {
    private final Jdbi jdbi;

    Unpublished(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those of guilds of these shards that are to be looked at by now, longest due first. */
    List<Crosspost> due(Instant now, Guilds.Shards shards, int most) {
        if (shards.ready().isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM day_log WHERE publish_at <= :now"
                        + DailyStore.OF_THESE_SHARDS + " ORDER BY publish_at LIMIT :most")
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
}
