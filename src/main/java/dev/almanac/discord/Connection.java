package dev.almanac.discord;

import dev.almanac.daily.Guilds;
import dev.almanac.daily.Postbox;
import java.util.Optional;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** What of Discord the daily posts use. Until a bot is connected, every guild is away and nothing can be sent. */
public final class Connection {
    private final DiscordGuilds guilds = new DiscordGuilds(this);
    private final DiscordPostbox postbox = new DiscordPostbox(this, guilds);
    private volatile @Nullable ShardManager shards;
    private volatile @Nullable ReplyMessage replyMessage;

    public Guilds guilds() {
        return guilds;
    }

    public Postbox postbox() {
        return postbox;
    }

    /** Empty until a bot is connected. */
    Optional<ShardManager> shards() {
        return Optional.ofNullable(shards);
    }

    /** How replies are set; empty until a bot is connected. */
    Optional<ReplyMessage> replyMessage() {
        return Optional.ofNullable(replyMessage);
    }

    void connected(ShardManager connection, ReplyMessage setting) {
        replyMessage = setting;
        shards = connection;
    }
}
