package dev.almanac.daily.store;

import dev.almanac.daily.DayLog;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Settings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Very many schedules, of a guild each, that are due at nine in every zone there is, one zone after the other; and the day before of each
 * in the log.
 *
 * @param now when they were set up
 */
record ManySchedules(int number, Instant now) {
    /** Those that people choose from: no offsets, no abbreviations. */
    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final long FIRST_CHANNEL = 1_000_000_000L << 22;

    /** No statement takes longer than the driver waits for one. */
    private static final int AT_A_TIME = 10_000;

    static long guild(int i) {
        return (1L + i) << 22;
    }

    static long channel(int i) {
        return FIRST_CHANNEL + (1L + i);
    }

    private Schedule schedule(int i) {
        Settings settings = new Settings(
                guild(i),
                channel(i),
                NINE,
                ZONES.get(i % ZONES.size()),
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                0,
                false);
        return Schedule.setUp(settings, 1, new DayLog(List.of()), now);
    }

    void writeSchedules(Jdbi jdbi) {
        for (int from = 0; from < number; from += AT_A_TIME) {
            int first = from;
            jdbi.useTransaction(handle -> {
                PreparedBatch batch = handle.prepareBatch(insert(Rows.columns(schedule(0))));
                for (int i = first; i < Math.min(number, first + AT_A_TIME); i++) {
                    batch.bindMap(Rows.columns(schedule(i))).add();
                }
                batch.execute();
            });
        }
    }

    private static String insert(Map<String, @Nullable Object> columns) {
        return "INSERT INTO schedule (" + String.join(", ", columns.keySet()) + ") VALUES ("
                + columns.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")";
    }

    /** A day of each channel: posted, with one event and the id of its message. */
    void writeDays(Jdbi jdbi, String day) {
        for (int from = 0; from < number; from += AT_A_TIME) {
            int first = from;
            jdbi.useTransaction(handle -> handle.createUpdate("INSERT INTO day_log (channel_id, due_day, guild_id,"
                            + " state, claimed_at, attempted_at, attempts, settled_at, late_seconds, message_id, events,"
                            + " reason, publishing) SELECT channel_id, :day, guild_id, 'POSTED', 0, 0, 1, due_at, 0,"
                            + " channel_id + 1, 'sale-of-alaska-1867', '', 'NONE' FROM schedule"
                            + " WHERE channel_id >= :first AND channel_id < :end")
                    .bind("day", day)
                    .bind("first", channel(first))
                    .bind("end", channel(first + AT_A_TIME))
                    .execute());
        }
    }
}
