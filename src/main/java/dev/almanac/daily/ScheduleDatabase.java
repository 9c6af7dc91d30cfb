package dev.almanac.daily;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The database behind a {@link ScheduleStore}, which may be away for a while. */
public interface ScheduleDatabase extends AutoCloseable {
    /** How long it's known of a process that it has ended. */
    Duration PROCESSES_KEPT = Duration.ofHours(1);

    /**
     * Opens it, unless it is open; makes it where there is none.
     *
     * @throws ScheduleStore.Away when that can't be now
     */
    void open();

    /** What it holds. @throws ScheduleStore.Away while it isn't open */
    ScheduleStore store();

    /** This process, as the others of this bot know it: 36 characters that no other process has, before it or after it. */
    String process();

    /**
     * For how long a process has had no right to send in a guild, at least, by the database's clock: zero while it lives and may have
     * it, {@link #PROCESSES_KEPT} where nothing is known of it any more. Of a process that was killed it begins when its lease has run
     * out; of one that lives and lost the guild's shard, when this process took that.
     *
     * @throws ScheduleStore.Away when the database doesn't answer
     */
    Duration goneFor(String process, long guild);

    /**
     * Whether this process may post in a guild, tell its admins and follow its news: it has the lease of the guild's shard and counts on
     * it. A process that was stopped for a while, or cut off, may not know yet that another one has taken over; so it's told by what this
     * process knows itself, without asking the database.
     */
    boolean maySend(long guild);

    /**
     * The same about the lease that is held now, to be asked straight before a send of what is claimed now: once it's false it stays
     * false, even when this process gets the shard again, because another one may have sent it in between.
     */
    BooleanSupplier maySendStill(long guild);

    /** The right to run shards. */
    ShardLeases shards();

    /** The turns to identify. */
    IdentifyTurns identifyTurns();

    /** Whether another process of this bot has it for itself, as far as is known, and does the daily posts. */
    boolean isHeldByAnother();

    /** Connects anew from the next request on. */
    void reconnect();

    /** Closes it, and lets other processes take over. */
    @Override
    void close();
}
