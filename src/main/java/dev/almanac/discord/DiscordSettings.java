package dev.almanac.discord;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach Discord.
 *
 * @param token the bot's; never logged or shown
 * @param api the base of every REST call, like {@code https://discord.com/api/v10}
 * @param shards how many; 0 for as many as Discord recommends
 * @param mentions whether lines that mention the bot in a server are answered
 * @param reports where reports of mistakes go; empty where none are taken
 */
public record DiscordSettings(String token, URI api, int shards, boolean mentions, Optional<WebhookAddress> reports) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Discord at " + api + (shards == 0 ? "" : " in " + shards + " shards");
    }
}
