package dev.almanac.daily;

/** The database behind a {@link ScheduleStore}, which may be away for a while. */
public interface ScheduleDatabase extends AutoCloseable {
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

    /** Whether another process of this bot has it, as far as is known, and does the daily posts. */
    boolean isHeldByAnother();

    /** Connects anew from the next request on. */
    void reconnect();

    /** Closes it, and lets another process take over. */
    @Override
    void close();
}
