package dev.almanac.daily;

import java.time.Duration;

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

    /**
     * Whether this process may still send what it claimed: to be asked straight before a send. A process that was stopped for a while,
     * or cut off, may not know yet that another one has taken over; so it's told by what this process knows itself, without asking the
     * database.
     */
    boolean maySend();

    /** This process, as the others of this bot know it: 36 characters that no other process has, before it or after it. */
    String process();

    /**
     * For how long a process has had no right to send in a guild, at least, by the database's clock: zero while it may have it, {@link
     * #PROCESSES_KEPT} where nothing is known of it any more.
     *
     * @throws ScheduleStore.Away when the database doesn't answer
     */
    Duration goneFor(String process, long guild);

    /** Whether another process of this bot has it, as far as is known, and does the daily posts. */
    boolean isHeldByAnother();

    /** Connects anew from the next request on. */
    void reconnect();

    /** Closes it, and lets another process take over. */
    @Override
    void close();
}
