package dev.almanac;

import dev.almanac.daily.engine.Daily;
import dev.almanac.discord.DiscordBot;
import dev.almanac.discord.DiscordRefusal;

/** A whole bot on Discord with its daily posts, which begins when it is run. */
public final class Bot implements AutoCloseable {
    private final DiscordBot discord;
    private final Daily daily;

    Bot(DiscordBot discord, Daily daily) {
        this.discord = discord;
        this.daily = daily;
    }

    /**
     * Connects, and returns when the bot is closed. A network that isn't there yet is waited for.
     *
     * @throws DiscordRefusal when Discord doesn't accept the bot
     */
    public void run() throws DiscordRefusal, InterruptedException {
        discord.run();
    }

    /** Finishes what is under way and closes everything, within ten seconds. */
    @Override
    public void close() {
        discord.close();
        daily.close();
    }
}
