package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleDatabase;

/** A database that keeps schedules in tables. */
public abstract sealed class SqlDatabase implements ScheduleDatabase permits SqliteDatabase, PostgresqlDatabase {
    /** Its tables. @throws Away while it isn't open */
    abstract Tables tables();
}
