package dev.almanac.daily;

import java.time.Duration;

/**
 * When a shard may identify: one of a bucket at a time, whichever process runs it
 * (https://discord.com/developers/docs/events/gateway#rate-limiting).
 */
public interface IdentifyTurns {
    /**
     * Takes the next turn of a bucket, if it has come.
     *
     * @param bucket the shard's number, modulo {@code max_concurrency}
     * @param longest how long the bucket is closed to the next one, unless {@link #used} says otherwise
     * @return how long to wait before asking again; zero when it's this one's turn
     * @throws ScheduleStore.Away when the database doesn't answer
     */
    Duration take(int bucket, Duration longest);

    /**
     * The turn that was taken here last is used now.
     *
     * @param length how long the bucket is closed to the next one from now on; nothing changes where another one has it by now
     * @throws ScheduleStore.Away when the database doesn't answer
     */
    void used(int bucket, Duration length);
}
