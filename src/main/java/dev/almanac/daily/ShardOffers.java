package dev.almanac.daily;

import java.util.Map;

/**
 * How a process that closes gives its shards to others before it stops listening. It offers them; another process comes, which means that
 * it connects the shard as well; once that has arrived, the lease goes over. Every method throws {@link ScheduleStore.Away} when the
 * database doesn't answer.
 */
public interface ShardOffers {
    /** Of a process that has nobody to give anything to. */
    ShardOffers NONE = new ShardOffers() {
        @Override
        public boolean offer() {
            return false;
        }

        @Override
        public boolean come(int shard) {
            return false;
        }

        @Override
        public void arrived(int shard) {}

        @Override
        public void stayAway(int shard) {}

        @Override
        public Map<Integer, Boolean> coming() {
            return Map.of();
        }

        @Override
        public void handOver(int shard) {}
    };

    /** Offers every shard of this process; false when no other process lives. */
    boolean offer();

    /** Says that this process connects a shard that another one offers; false where a third one does already. */
    boolean come(int shard);

    /** It's connected, and waits for the lease. */
    void arrived(int shard);

    /** This process doesn't come after all, or has the lease by now. */
    void stayAway(int shard);

    /** The shards that some process connects beside the one that has the lease, and whether it has arrived. */
    Map<Integer, Boolean> coming();

    /** Gives the lease to the process that has arrived. From before that, this one doesn't count on it any more. */
    void handOver(int shard);
}
