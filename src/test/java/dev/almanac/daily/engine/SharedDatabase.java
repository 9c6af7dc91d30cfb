package dev.almanac.daily.engine;

import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ShardLeases;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A database with other processes about, of which the test says how they are. */
public final class SharedDatabase implements ScheduleDatabase {
    private final ScheduleDatabase database;
    private final Map<String, Duration> gone = new HashMap<>();

    SharedDatabase(ScheduleDatabase database) {
        this.database = database;
    }

    /** From now on another process has been gone for so long; zero while it lives. */
    public void isGone(String process, Duration longSince) {
        gone.put(process, longSince);
    }

    @Override
    public void open() {
        database.open();
    }

    @Override
    public ScheduleStore store() {
        return database.store();
    }

    @Override
    public boolean maySend(long guild) {
        return database.maySend(guild);
    }

    @Override
    public BooleanSupplier maySendStill(long guild) {
        return database.maySendStill(guild);
    }

    @Override
    public ShardLeases shards() {
        return database.shards();
    }

    @Override
    public IdentifyTurns identifyTurns() {
        return database.identifyTurns();
    }

    @Override
    public String process() {
        return database.process();
    }

    @Override
    public Duration goneFor(String process, long guild) {
        return gone.getOrDefault(process, PROCESSES_KEPT);
    }

    @Override
    public boolean isHeldByAnother() {
        return database.isHeldByAnother();
    }

    @Override
    public void reconnect() {
        database.reconnect();
    }

    @Override
    public void close() {
        database.close();
    }
}
