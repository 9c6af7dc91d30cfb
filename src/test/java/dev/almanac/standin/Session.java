package dev.almanac.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an identified shard was sent and may ask for again, and where it is connected now. */
final class Session {
    final int shard;
    Gateway.@Nullable Connection connection;
    private final Deque<String> events = new ArrayDeque<>();
    private int forgotten;

    Session(int shard) {
        this.shard = shard;
    }

    /** The sequence number of the next event. */
    int next() {
        return forgotten + events.size() + 1;
    }

    void add(String event) {
        events.add(event);
    }

    /** Forgets what the shard has said to have got. */
    void received(int event) {
        while (forgotten < event && !events.isEmpty()) {
            events.remove();
            forgotten++;
        }
    }

    /** The events behind this one. */
    List<String> since(int event) {
        received(event);
        return List.copyOf(events);
    }
}
