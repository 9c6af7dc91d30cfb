package dev.almanac.discord;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach Discord.
 *
 * @param token the bot's; never logged or shown
 * @param api the base of every REST call, like {@code https://discord.com/api/v10}
 * @param sharding which shards are run here
 * @param mentions whether lines that mention the bot in a server are answered
 * @param reports where reports of mistakes go; empty where none are taken
 */
public record DiscordSettings(
        String token, URI api, Sharding sharding, boolean mentions, Optional<WebhookAddress> reports) {
    /** The base of every REST call, with a slash at its end. */
    String base() {
        String base = api.toString();
        return base.endsWith("/") ? base : base + "/";
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Discord at " + api + (sharding.isAdvised() ? "" : " in " + sharding.total() + " shards");
    }
}
