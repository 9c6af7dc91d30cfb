package dev.almanac.daily;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What becomes of schedules in the database when guilds, channels and roles come and go. Everything here is committed when a
 * method returns.
 */
final class Comings {
    private static final List<String> TABLES = List.of("schedule", "day_log");

    private final Jdbi jdbi;

    Comings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The guilds that have a schedule. */
    List<Long> guilds() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT guild_id FROM schedule")
                .mapTo(Long.class)
                .list());
    }

    /** Those of them that have one which is stopped or orphaned. */
    List<Long> guildsToLookAt() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT guild_id FROM schedule WHERE state IN ('STOPPED', 'ORPHANED')")
                .mapTo(Long.class)
                .list());
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

    /** The bot is in the guild after all: they go on with the day that was due, but what an admin had paused stays so. */
    void adopt(long guild, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE schedule SET state_since = :now,"
                        + " state = CASE WHEN changed_what = 'paused' THEN 'PAUSED' ELSE 'ACTIVE' END,"
                        + " try_at = CASE WHEN changed_what = 'paused' THEN NULL ELSE due_at END"
                        + " WHERE guild_id = :guild AND state = 'ORPHANED'")
                .bind("now", now.toEpochMilli())
                .bind("guild", guild)
                .execute());
    }

    /** Guilds that have been orphans since before this moment. */
    List<Long> orphansSince(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT guild_id FROM schedule"
                        + " WHERE state = 'ORPHANED' AND state_since < :before")
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .list());
    }

    /** Mentions this role no more. */
    void forgetRole(long guild, long role) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE schedule SET role_id = 0 WHERE guild_id = :guild AND role_id = :role")
                .bind("guild", guild)
                .bind("role", role)
                .execute());
    }

    /** Everything about a channel. */
    void deleteChannel(long channel) {
        jdbi.useTransaction(handle ->
                TABLES.forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE channel_id = :channel")
                        .bind("channel", channel)
                        .execute()));
    }

    /** Everything about a guild. */
    void deleteGuild(long guild) {
        jdbi.useTransaction(handle ->
                TABLES.forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE guild_id = :guild")
                        .bind("guild", guild)
                        .execute()));
    }
}
