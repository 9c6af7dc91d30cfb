package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore.Away;
import org.jspecify.annotations.Nullable;

/**
 * A database that keeps schedules in tables. Whoever opens or closes it holds its monitor, and goes to no lease meanwhile: whoever has
 * the monitor of the leases comes here for the tables.
 */
public abstract sealed class SqlDatabase implements ScheduleDatabase permits SqliteDatabase, PostgresqlDatabase {
    private @Nullable Tables tables;

    /** Why it isn't open; for operators. */
    private volatile String problem = "the schedules are being opened";

    SqlDatabase() {}

    /**
     * Opens it for this process alone.
     *
     * @throws Away when it can't be opened now, or another process of this bot uses it
     */
    abstract void openAlone();

    final String problem() {
        return problem;
    }

    final void problem(String why) {
        problem = why;
    }

    final synchronized boolean isConnected() {
        return tables != null;
    }

    final synchronized void connected(Tables opened) {
        tables = opened;
    }

    final synchronized void disconnect() {
        Tables open = tables;
        tables = null;
        if (open != null) {
            open.close();
        }
    }

    /** Its tables. @throws Away while it isn't open */
    final synchronized Tables tables() {
        if (tables == null) {
            throw new Away(problem, false);
        }
        return tables;
    }

    /** It may be back where it was. */
    @Override
    public final synchronized void reconnect() {
        if (tables != null) {
            tables.reconnect();
        }
    }
}
