package dev.almanac.discord;

import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.ShardLeases;
import dev.almanac.discord.message.ReplyMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;

/**
 * The part of Discord that this process has: the sessions of its shards. Until a shard is connected, its guilds are away and nothing can be
 * sent there.
 */
public final class Connection {
    private final Map<Integer, Set<Long>> named = new ConcurrentHashMap<>();
    private final Map<Integer, JDA> sessions = new ConcurrentHashMap<>();
    private final ShardLeases leases;
    private volatile @Nullable Supplier<ReplyMessage> replyMessage;

    /** @param leases of this process */
    public Connection(ShardLeases leases) {
        this.leases = leases;
    }

    ShardLeases leases() {
        return leases;
    }

    /**
     * The guilds that Discord named when a shard began its session. JDA forgets those that are in an outage then, although
     * the bot is in them.
     */
    void named(int shard, Set<Long> guilds) {
        named.put(shard, guilds);
    }

    /** Whether Discord said at the beginning of the session that the bot is in that guild, and nothing else since. */
    boolean isNamed(int shard, long guild) {
        return named.getOrDefault(shard, Set.of()).contains(guild);
    }

    /** The bot was removed from a guild. */
    void left(long guild) {
        named.replaceAll((shard, guilds) ->
                guilds.stream().filter(other -> other != guild).collect(Collectors.toUnmodifiableSet()));
    }

    /** By shard, connected or not yet. */
    Map<Integer, JDA> sessions() {
        return Map.copyOf(sessions);
    }

    Optional<JDA> session(int shard) {
        return Optional.ofNullable(sessions.get(shard));
    }

    /** Empty where it isn't one of this process's, or isn't known yet. */
    Optional<Guild> guild(long guild) {
        int total = leases.total();
        return total == 0
                ? Optional.empty()
                : session(Shards.of(guild, total)).map(session -> session.getGuildById(guild));
    }

    boolean isConnected(int shard) {
        return session(shard)
                .filter(session -> session.getStatus() == JDA.Status.CONNECTED)
                .isPresent();
    }

    /** Whether a session has ended, or is about to. */
    static boolean isOver(JDA session) {
        return session.getStatus() == JDA.Status.SHUTTING_DOWN || session.getStatus() == JDA.Status.SHUTDOWN;
    }

    /** What turns replies into messages; empty until a bot uses this. */
    Optional<ReplyMessage> replyMessage() {
        return Optional.ofNullable(replyMessage).map(Supplier::get);
    }

    /** @param setting that of the edition in use */
    void setting(Supplier<ReplyMessage> setting) {
        replyMessage = setting;
    }

    void add(int shard, JDA session) {
        sessions.put(shard, session);
    }

    /** It isn't one of ours from now on; whoever removes it closes it. */
    Optional<JDA> remove(int shard) {
        named.remove(shard);
        return Optional.ofNullable(sessions.remove(shard));
    }

    /** The same where that is its session; else false, and nothing is removed. */
    boolean remove(int shard, JDA session) {
        boolean removed = sessions.remove(shard, session);
        if (removed) {
            named.remove(shard);
        }
        return removed;
    }
}
