package dev.almanac.discord;

/** Discord will not have this bot, and trying again changes nothing. The message tells the operator what to do. */
public final class DiscordRefusal extends Exception {
    DiscordRefusal(String message) {
        super(message);
    }
}
