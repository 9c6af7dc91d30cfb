package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleStore.Away;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Carries everything from one database to another: all of it, or nothing. */
public final class DatabaseMove {
    private static final int ROWS_AT_A_TIME = 1000;

    /** There is no sense in it. The message is for operators. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** How much was carried over, and counted on both sides afterwards. */
    public record Carried(long schedules, long days) {}

    /**
     * Opens both, and so makes sure that nobody else uses either; copies, and counts. What it came from stays as it is.
     *
     * @throws Away when one of them can't be opened, or a bot uses it
     * @throws Refused when there is something in the other one
     */
    public static Carried between(SqlDatabase from, SqlDatabase to) {
        from.openAlone();
        to.openAlone();
        try {
            return from.tables()
                    .jdbi()
                    .inTransaction(source -> to.tables().jdbi().inTransaction(target -> carried(source, target)));
        } catch (JdbiException e) {
            throw SqlScheduleStore.away(e);
        }
    }

    private static Carried carried(Handle source, Handle target) {
        List<Long> counts = new ArrayList<>();
        for (String table : SqlScheduleStore.TABLES) {
            if (count(target, table) > 0) {
                throw new Refused("There are schedules or days in it already, and they would be mixed up");
            }
            copy(source, target, table);
            long there = count(target, table);
            if (there != count(source, table)) {
                throw new Refused("Only " + there + " rows of " + table + " arrived; nothing was written");
            }
            counts.add(there);
        }
        return new Carried(counts.get(0), counts.get(1));
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }

    private static void copy(Handle source, Handle target, String table) {
        try (var rows = source.createQuery("SELECT * FROM " + table).setFetchSize(ROWS_AT_A_TIME).mapToMap().stream()) {
            List<Map<String, Object>> some = new ArrayList<>();
            rows.forEach(row -> {
                // SQLite hands out a whole number by its size, and a batch takes one type for each column.
                row.replaceAll((column, value) -> value instanceof Integer whole ? Long.valueOf(whole) : value);
                some.add(row);
                if (some.size() == ROWS_AT_A_TIME) {
                    insert(target, table, some);
                    some.clear();
                }
            });
            insert(target, table, some);
        }
    }

    private static void insert(Handle target, String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.get(0).keySet());
        PreparedBatch batch = target.prepareBatch("INSERT INTO " + table + " (" + String.join(", ", columns)
                + ") VALUES ("
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")");
        rows.forEach(row -> batch.bindMap(row).add());
        batch.execute();
    }

    private DatabaseMove() {}
}
