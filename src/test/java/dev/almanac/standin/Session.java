package dev.almanac.standin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an identified shard was sent and may ask for again, and where it is connected now. */
final class Session {
    private final int shard;
    private final int intents;
    private final Deque<String> events = new ArrayDeque<>();
    private int forgotten;
    private int sent;
    private @Nullable GatewayConnection connection;

    Session(int shard, int intents, GatewayConnection connection) {
        this.shard = shard;
        this.intents = intents;
        this.connection = connection;
    }

    int shard() {
        return shard;
    }

    /** What it wants to be told of, as bits. */
    int intents() {
        return intents;
    }

    @Nullable
    GatewayConnection connection() {
        return connection;
    }

    void disconnected() {
        connection = null;
    }

    /** Goes on over another connection, with the events behind this one. */
    void resumed(GatewayConnection other, int event) {
        connection = other;
        received(event);
        sent = event;
    }

    /** The sequence number of the next event. */
    int next() {
        return forgotten + events.size() + 1;
    }

    void add(String event) {
        events.add(event);
    }

    /** Sends what was not sent yet, if it is connected. */
    void flush() {
        if (connection == null) {
            return;
        }
        List.copyOf(events).stream().skip(sent - forgotten).forEach(connection::send);
        sent = forgotten + events.size();
    }

    /** Forgets what the shard has said to have got. */
    void received(int event) {
        while (forgotten < event && !events.isEmpty()) {
            events.remove();
            forgotten++;
        }
    }
}
