package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of the database, read. */
final class Rows {
    static Schedule schedule(ResultSet row, StatementContext context) throws SQLException {
        Settings settings = new Settings(
                row.getLong("guild_id"),
                row.getLong("channel_id"),
                LocalTime.parse(row.getString("post_time")),
                zone(row.getString("zone")),
                EmptyDay.valueOf(row.getString("empty_day")),
                list(row.getString("categories")),
                row.getInt("sensitive") != 0,
                row.getInt("silent") != 0,
                row.getLong("role_id"),
                row.getInt("publish") != 0);
        return new Schedule(
                settings,
                row.getLong("set_by"),
                new Schedule.Change(
                        row.getString("changed_what"), row.getLong("changed_by"), moment(row, "changed_at")),
                Schedule.State.valueOf(row.getString("state")),
                row.getString("reason"),
                moment(row, "state_since"),
                new Due(LocalDate.parse(row.getString("due_day")), moment(row, "due_at")));
    }

    static DayEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new DayEntry(
                row.getLong("channel_id"),
                LocalDate.parse(row.getString("due_day")),
                DayEntry.State.valueOf(row.getString("state")),
                moment(row, "claimed_at"),
                moment(row, "attempted_at"),
                row.getInt("attempts"),
                moment(row, "settled_at"),
                Duration.ofSeconds(row.getLong("late_seconds")),
                row.getLong("message_id"),
                list(row.getString("events")),
                row.getString("reason"),
                Publishing.valueOf(row.getString("publishing")));
    }

    /** UTC for one that is no longer known: some leave the tz database, and one row must not keep all others from being read. */
    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    private Rows() {}
}
