package dev.almanac.discord;

import dev.almanac.daily.ShardLeases;
import dev.almanac.discord.message.ReplyMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** The part of Discord that the daily posts use. Until a bot is connected, every guild is away and nothing can be sent. */
public final class Connection {
    private final Map<Integer, Set<Long>> named = new ConcurrentHashMap<>();
    private final ShardLeases leases;
    private volatile @Nullable ShardManager shards;
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

    /** Empty until a bot is connected. */
    Optional<ShardManager> shards() {
        return Optional.ofNullable(shards);
    }

    /** What turns replies into messages; empty until a bot is connected. */
    Optional<ReplyMessage> replyMessage() {
        return Optional.ofNullable(replyMessage).map(Supplier::get);
    }

    /** @param setting that of the edition in use */
    void connected(ShardManager connection, Supplier<ReplyMessage> setting) {
        replyMessage = setting;
        shards = connection;
    }
}
