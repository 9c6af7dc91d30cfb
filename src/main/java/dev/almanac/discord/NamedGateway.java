package dev.almanac.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Keeps JDA to the gateway that {@code GET {base}/gateway/bot} names. Once a reconnect has failed, JDA forgets that
 * address and asks {@link #getGateway()}, which otherwise names Discord's own, whatever the REST base is.
 */
final class NamedGateway extends ConcurrentSessionController {
    private volatile String url = "";

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        ShardedGateway named = super.getShardedGateway(api);
        url = named.getUrl();
        return named;
    }

    /** Refuses to answer before a login, rather than to name an address that nobody has configured. */
    @Override
    public String getGateway() {
        if (url.isEmpty()) {
            throw new IllegalStateException("no gateway was named yet");
        }
        return url;
    }
}
