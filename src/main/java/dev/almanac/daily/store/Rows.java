package dev.almanac.daily.store;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.Due;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Notice;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Schedules and days as rows, both ways: moments are milliseconds since 1970, days ISO 8601. */
final class Rows {
    private static final int LONGEST_WORDS = 300;

    /** @throws RuntimeException when it can't be read: a date that is none, a state that nobody knows */
    static Schedule schedule(ResultSet row) throws SQLException {
        Settings settings = new Settings(
                row.getLong("guild_id"),
                row.getLong("channel_id"),
                LocalTime.parse(row.getString("post_time")),
                row.getString("zone"),
                EmptyDay.valueOf(row.getString("empty_day")),
                list(row.getString("categories")),
                row.getInt("sensitive") != 0,
                row.getInt("silent") != 0,
                row.getLong("role_id"),
                row.getInt("publish") != 0,
                row.getInt("picture") != 0,
                Rhythm.ofDigits(row.getString("days"), row.getInt("weekly") != 0),
                row.getString("intro"),
                colour(row));
        String cause = row.getString("cause");
        Optional<Instant> tellAt = perhaps(row, "tell_at");
        String what = row.getString("tell_what");
        String words = row.getString("tell_words");
        return new Schedule(
                settings,
                row.getLong("set_by"),
                new Schedule.Change(
                        Schedule.Change.What.valueOf(
                                row.getString("changed_what").toUpperCase(Locale.ROOT)),
                        row.getLong("changed_by"),
                        moment(row, "changed_at")),
                Schedule.State.valueOf(row.getString("state")),
                moment(row, "state_since"),
                cause.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Stop(Stop.Cause.valueOf(cause), row.getString("reason"))),
                perhaps(row, "gone_since"),
                new Due(LocalDate.parse(row.getString("due_day")), moment(row, "due_at")),
                perhaps(row, "try_at"),
                tellAt.map(at -> new Notice(Notice.What.valueOf(what), words, at)),
                row.getLong("version"));
    }

    /** The columns of a schedule by name; its version not among them. */
    static Map<String, @Nullable Object> columns(Schedule schedule) {
        Settings settings = schedule.settings();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("channel_id", settings.channel());
        columns.put("guild_id", settings.guild());
        columns.put("post_time", settings.time().toString());
        columns.put("zone", settings.zoneId());
        columns.put("empty_day", settings.empty().name());
        columns.put("categories", String.join(",", settings.categories()));
        columns.put("sensitive", settings.sensitive() ? 1 : 0);
        columns.put("silent", settings.silent() ? 1 : 0);
        columns.put("role_id", settings.role());
        columns.put("publish", settings.publish() ? 1 : 0);
        columns.put("picture", settings.picture() ? 1 : 0);
        columns.put("days", settings.rhythm().digits());
        columns.put("weekly", settings.rhythm().weekly() ? 1 : 0);
        columns.put("intro", settings.intro());
        columns.put("colour", settings.colour().isPresent() ? settings.colour().getAsInt() : null);
        columns.put("set_by", schedule.setBy());
        columns.put("changed_by", schedule.change().by());
        columns.put("changed_what", schedule.change().what().word());
        columns.put("changed_at", schedule.change().at().toEpochMilli());
        columns.put("state", schedule.state().name());
        columns.put("state_since", schedule.since().toEpochMilli());
        columns.put("cause", schedule.stop().map(stop -> stop.cause().name()).orElse(""));
        columns.put("reason", cut(schedule.stop().map(Stop::reason).orElse("")));
        columns.put("gone_since", milliseconds(schedule.goneSince()));
        columns.put("due_day", schedule.due().day().toString());
        columns.put("due_at", schedule.due().at().toEpochMilli());
        columns.put("try_at", milliseconds(schedule.tryAt()));
        columns.put("tell_at", milliseconds(schedule.notice().map(Notice::at)));
        columns.put(
                "tell_what",
                schedule.notice().map(notice -> notice.what().name()).orElse(""));
        columns.put("tell_words", cut(schedule.notice().map(Notice::words).orElse("")));
        return columns;
    }

    /** @throws RuntimeException when it can't be read */
    static DayEntry entry(ResultSet row) throws SQLException {
        return new DayEntry(
                row.getLong("channel_id"),
                LocalDate.parse(row.getString("due_day")),
                DayEntry.State.valueOf(row.getString("state")),
                moment(row, "claimed_at"),
                moment(row, "attempted_at"),
                row.getString("owner"),
                moment(row, "looked_at"),
                row.getInt("attempts"),
                moment(row, "settled_at"),
                Duration.ofSeconds(row.getLong("late_seconds")),
                row.getLong("message_id"),
                list(row.getString("events")),
                row.getString("reason"),
                Publishing.valueOf(row.getString("publishing")));
    }

    /** The columns of a day by name; its guild not among them. */
    static Map<String, @Nullable Object> columns(DayEntry entry) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("channel_id", entry.channel());
        columns.put("due_day", entry.day().toString());
        columns.put("state", entry.state().name());
        columns.put("claimed_at", entry.claimedAt().toEpochMilli());
        columns.put("attempted_at", entry.attemptedAt().toEpochMilli());
        columns.put("owner", entry.owner());
        columns.put("looked_at", entry.lookedAt().toEpochMilli());
        columns.put("attempts", entry.attempts());
        columns.put("settled_at", entry.settledAt().toEpochMilli());
        columns.put("late_seconds", entry.late().toSeconds());
        columns.put("message_id", entry.message());
        columns.put("events", joined(entry.events()));
        columns.put("reason", cut(entry.reason()));
        columns.put("publishing", entry.publishing().name());
        columns.put(
                "publish_at",
                entry.publishing() == Publishing.PENDING ? entry.settledAt().toEpochMilli() : null);
        return columns;
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static OptionalInt colour(ResultSet row) throws SQLException {
        int colour = row.getInt("colour");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(colour);
    }

    private static Optional<Instant> perhaps(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milliseconds));
    }

    private static @Nullable Long milliseconds(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(null);
    }

    /** What fits into a column of words; never cut inside a character. */
    private static String cut(String words) {
        if (words.length() <= LONGEST_WORDS) {
            return words;
        }
        int end = LONGEST_WORDS - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** As many as fit into a column of words: a week tells more events than that. */
    private static String joined(List<String> ids) {
        StringBuilder joined = new StringBuilder();
        for (String id : ids) {
            if (joined.length() + 1 + id.length() > LONGEST_WORDS) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : ",").append(id);
        }
        return joined.toString();
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }

    private Rows() {}
}
