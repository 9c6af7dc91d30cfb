package dev.almanac.discord;

import java.net.URI;

/**
 * How to reach Discord.
 *
 * @param token the bot's; never logged or shown
 * @param api the base of every REST call, like {@code https://discord.com/api/v10}
 * @param shards how many; 0 for as many as Discord recommends
 * @param mentions whether lines that mention the bot in a server are answered
 */
public record DiscordSettings(String token, URI api, int shards, boolean mentions) {
    /** Without the token. */
    @Override
    public String toString() {
        return "Discord at " + api + (shards == 0 ? "" : " in " + shards + " shards");
    }
}
