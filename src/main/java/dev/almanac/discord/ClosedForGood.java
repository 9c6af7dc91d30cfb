package dev.almanac.discord;

import java.util.Optional;
import net.dv8tion.jda.api.requests.CloseCode;

/**
 * What it means that Discord closed a connection for good: with a code after which trying again can't help
 * (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
 */
final class ClosedForGood {
    private static final String PORTAL = "https://discord.com/developers/applications";

    /** Discord no longer has the version of the gateway that JDA speaks. JDA itself would try again for ever. */
    private static final int INVALID_API_VERSION = 4012;

    /** Empty when coming back after this code can help. */
    static Optional<DiscordRefusal> of(int code, DiscordSettings settings) {
        if (code == INVALID_API_VERSION) {
            return Optional.of(new DiscordRefusal(
                    "Discord no longer has the version of the gateway that this bot speaks (close code 4012). A newer"
                            + " version of Almanac is needed.",
                    false));
        }
        CloseCode known = CloseCode.from(code);
        return known == null || known.isReconnect() ? Optional.empty() : Optional.of(refusal(known, settings));
    }

    static DiscordRefusal refusedToken() {
        return new DiscordRefusal(
                "Discord does not accept the bot's token. Make a new one at " + PORTAL
                        + " (your application, Bot, Reset Token) and put it into DISCORD_TOKEN or the file that"
                        + " DISCORD_TOKEN_FILE names.",
                false);
    }

    private static DiscordRefusal refusal(CloseCode code, DiscordSettings settings) {
        boolean advised = settings.sharding().isAdvised();
        return switch (code) {
            case AUTHENTICATION_FAILED -> refusedToken();
            case SHARDING_REQUIRED ->
                advised
                        ? new DiscordRefusal(
                                "The bot has become too large for the number of shards that Discord advised when it"
                                        + " started (close code 4011). Start it again: it asks Discord anew.",
                                true)
                        : new DiscordRefusal(
                                "The bot is too large for ALMANAC_SHARDS="
                                        + settings.sharding().total()
                                        + " (close code 4011). Raise it, or leave it out: then Discord is asked.",
                                false);
            case INVALID_SHARD ->
                new DiscordRefusal(
                        "Discord refuses the bot's shard (close code 4010). "
                                + (advised
                                        ? "Look for a proxy in DISCORD_API_URL that names another number of shards."
                                        : "Put the right number into ALMANAC_SHARDS, or leave it out: then Discord is"
                                                + " asked."),
                        false);
            case DISALLOWED_INTENTS ->
                new DiscordRefusal(
                        "Discord refuses the bot's intents (close code 4014), although it asks for none that are"
                                + " privileged. Check at " + PORTAL
                                + " (your application, Bot) whether the application is restricted.",
                        false);
            default ->
                new DiscordRefusal(
                        "Discord closed the connection for good (close code " + code.getCode() + ": "
                                + code.getMeaning() + "). A newer version of Almanac may be needed.",
                        false);
        };
    }

    private ClosedForGood() {}
}
