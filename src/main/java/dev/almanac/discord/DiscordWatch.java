package dev.almanac.discord;

import java.time.Duration;
import java.util.Set;

/** Is told what happens between the bot and Discord, for whoever runs it: on the thread where it happens, so it returns at once. */
public interface DiscordWatch {
    /** Counts nothing. */
    DiscordWatch NONE = new DiscordWatch() {};

    /** How a shard of this process is. */
    enum ShardState {
        /** It has begun, and isn't ready yet. */
        CONNECTING,
        READY,
        /** Its connection is lost and is being made anew. */
        RECONNECTING,
        /** It is none of this process any more. */
        CLOSED
    }

    default void shard(int shard, ShardState state) {}

    /** The shards that no process runs, because none has room for them; told again and again, empty when all are run. */
    default void shardsWait(Set<Integer> shards) {}

    /**
     * A connection was made anew.
     *
     * @param resumed whether it goes on with its session; else the session is new
     */
    default void sessionBegan(boolean resumed) {}

    /**
     * A connection has ended.
     *
     * @param closeCode of https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway; 0 where it had none
     */
    default void disconnected(int closeCode) {}

    /** How many sessions may still begin before Discord's day is over: https://discord.com/developers/docs/events/gateway. */
    default void identifiesLeft(int left) {}

    /**
     * A request to Discord's REST API was answered, or not. Each attempt is one of its own.
     *
     * @param route the path with names in place of ids and tokens
     * @param status 0 where there was no answer
     */
    default void asked(String method, String route, int status, Duration took) {}

    /** So many search that one more was turned away. */
    default void searchRefused() {}
}
