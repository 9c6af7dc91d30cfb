package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** That bots which are killed while they talk leave nothing behind. */
class KilledBotTest {
    private static final int KILLS = Integer.getInteger("almanac.standin.kills", 2);
    private static final int POSTS_BEFORE_DEATH = 150;

    private static Process start(DiscordStandIn discord) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostingBot.class.getName(),
                        discord.apiBase().toString(),
                        discord.gateway().url())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void nothingIsLeftOfBotsThatWereKilledWhileTheyPosted() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            discord.guilds().add(1_000);
            for (int kill = 1; kill <= KILLS; kill++) {
                long enough = discord.messages().count() + POSTS_BEFORE_DEATH;
                CompletableFuture<Process> bot = new CompletableFuture<>();
                discord.faults().clear();
                discord.faults().afterStoring(Faults.ANYWHERE, post -> {
                    if (discord.messages().count() >= enough) {
                        bot.join().destroyForcibly();
                    }
                });
                bot.complete(start(discord));
                bot.join().waitFor();
                ConnectedBot.until(() ->
                        discord.openConnections() == 0 && discord.gateway().connected() == 0);
                assertEquals(kill, discord.gateway().identifies());
            }
        }
    }
}
