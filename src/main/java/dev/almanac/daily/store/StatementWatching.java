package dev.almanac.daily.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Tells of each statement how long it took, by its verb alone. */
final class StatementWatching implements SqlLogger {
    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete");

    private final DatabaseWatch watch;

    StatementWatching(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void logAfterExecution(StatementContext statement) {
        told(statement, true);
    }

    @Override
    public void logException(StatementContext statement, SQLException failure) {
        told(statement, false);
    }

    private void told(StatementContext statement, boolean answered) {
        String sql = String.valueOf(statement.getRawSql()).strip();
        String verb = sql.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        watch.asked(
                VERBS.contains(verb) ? verb : "other",
                answered,
                Duration.ofNanos(Math.max(0, statement.getElapsedTime(ChronoUnit.NANOS))));
    }
}
