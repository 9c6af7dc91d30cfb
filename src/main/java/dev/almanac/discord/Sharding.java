package dev.almanac.discord;

/**
 * Which shards of the bot a process runs.
 *
 * @param total how many there are in all; 0 for as many as Discord advises
 * @param most how many of them this process runs at most
 * @param first the first that it may run
 * @param last the last that it may run
 */
public record Sharding(int total, int most, int first, int last) {
    /** So many in all, as many of them here as there are; 0 for as many as Discord advises. */
    public static Sharding of(int total) {
        return new Sharding(total, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    }

    public Sharding {
        if (total < 0 || most < 1 || first < 0 || last < first) {
            throw new IllegalArgumentException(total + " shards, " + most + " here, " + first + " to " + last);
        }
    }

    /** At most so many of them here. */
    public Sharding withMost(int here) {
        return new Sharding(total, here, first, last);
    }

    /** Whether this process may run some of them only. */
    public boolean isRange() {
        return first > 0 || last < Integer.MAX_VALUE;
    }

    boolean includes(int shard) {
        return shard >= first && shard <= last;
    }

    /** Whether Discord says how many there are. */
    public boolean isAdvised() {
        return total == 0;
    }
}
