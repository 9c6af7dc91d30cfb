package dev.almanac;

import dev.almanac.daily.engine.Daily;
import dev.almanac.discord.DiscordBot;
import dev.almanac.discord.DiscordEdition;
import dev.almanac.discord.DiscordRefusal;
import dev.almanac.timeline.TimelineState;

/** A whole bot on Discord with its daily posts, which begins when it is run. */
public final class Bot implements AutoCloseable {
    private final DiscordBot discord;
    private final Daily daily;
    private final Reload<DiscordEdition> reload;

    Bot(DiscordBot discord, Daily daily, Reload<DiscordEdition> reload) {
        this.discord = discord;
        this.daily = daily;
        this.reload = reload;
    }

    /**
     * Connects, and returns when the bot is closed. A network that isn't there yet is waited for.
     *
     * @throws DiscordRefusal when Discord doesn't accept the bot
     */
    public void run() throws DiscordRefusal, InterruptedException {
        reload.begin(state -> {
            Reload.log(state);
            if (state.isFileInUse()) {
                discord.renew();
            }
        });
        discord.run();
    }

    /** Which timeline is in use, since when, and why its file as it is now isn't. */
    public TimelineState timeline() {
        return reload.state();
    }

    /** Finishes what is under way and closes everything, within ten seconds. */
    @Override
    public void close() {
        reload.close();
        discord.close();
        daily.close();
    }
}
