package dev.almanac.discord;

import dev.almanac.daily.ShardLeases.Seen;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which shards a process takes next. Free ones are shared out: of 16 shards and three processes each takes six at most, so that those that
 * are started together get about as many each. What another process has left behind is taken by whoever has room, and so is what nobody
 * has taken for a while. Nothing moves between processes that live.
 *
 * @param sharding which shards this process may run, and how many
 * @param shared whether there may be other processes
 * @param atOnce how many may identify within a second or so: to have more would only keep them from others
 */
record Share(Sharding sharding, boolean shared, int atOnce) {
    /** How many looks a process leaves to those that were started with it, before it takes more than one shard. */
    static final int LOOKS_BEFORE_MORE = 3;

    /** For how many looks a shard is free before a process takes more than its part. */
    static final int LOOKS_BEFORE_TOO_MANY = 10;

    /** For how many looks a shard is offered before a process comes that has its part: about a second. */
    static final int LOOKS_BEFORE_COMING = 4;

    /** How many shards this process runs at most. */
    int most(int total) {
        return (int) Math.min(
                sharding.most(),
                IntStream.range(0, total).filter(sharding::includes).count());
    }

    /** How many of the free ones are this process's part. */
    int part(Seen seen) {
        int most = most(seen.total());
        return shared ? Math.min(most, divided(seen.total(), seen.processes())) : most;
    }

    private static int divided(int total, int processes) {
        int among = Math.max(1, processes);
        return (total + among - 1) / among;
    }

    /**
     * The shards to take now, in the order in which to try.
     *
     * @param held how many it has
     * @param looks how often it has looked, this time included
     * @param waiting for how many looks the free ones have been the same
     */
    List<Integer> next(Seen seen, int held, int looks, int waiting) {
        int room = most(seen.total()) - held;
        int ofFree = waiting >= LOOKS_BEFORE_TOO_MANY ? room : part(seen) - held;
        int atMost = !shared ? room : looks <= LOOKS_BEFORE_MORE ? 1 - held : Math.min(room, atOnce);
        Stream<Integer> free =
                seen.free().stream().sorted().filter(sharding::includes).limit(Math.max(0, ofFree));
        Stream<Integer> ended =
                seen.ended().stream().sorted().filter(sharding::includes).limit(Math.max(0, room));
        return Stream.concat(ended, free).limit(Math.max(0, atMost)).toList();
    }

    /**
     * Those of closing processes to come for now. Whoever has less than their part comes first.
     *
     * @param waiting for how many looks some have been offered
     */
    List<Integer> offered(Seen seen, int held, int waiting) {
        int room = most(seen.total()) - held;
        boolean first = held < part(seen) || waiting >= LOOKS_BEFORE_COMING;
        return seen.offered().stream()
                .sorted()
                .filter(sharding::includes)
                .limit(first ? Math.max(0, Math.min(room, atOnce)) : 0)
                .toList();
    }
}
