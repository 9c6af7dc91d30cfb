package dev.almanac;

import dev.almanac.chat.Commands;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.preview.PreviewDiscord;
import dev.almanac.preview.PreviewServer;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot in a browser page of this machine, with daily posts in a store that is forgotten. */
final class Preview implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

    private final Path folder = forgotten();
    private final Daily daily;
    private final PreviewServer server;

    /**
     * Serves the page until it is closed.
     *
     * @param clock in the zone of whoever sits at this machine
     * @param port 0 for any that is free
     * @throws Config.Invalid when it can't be served there
     */
    Preview(Timeline timeline, Clock clock, RandomGenerator random, String version, int port) {
        KeptMessages kept = new KeptMessages();
        PreviewDiscord discord = new PreviewDiscord();
        daily = new Daily(
                new SqliteDatabase(folder.resolve("preview.db")),
                timeline,
                discord,
                discord,
                clock,
                DailyRules.DEFAULT);
        Commands commands = AllCommands.over(
                timeline, random, version, kept::figures, List.of(new DailyCommand(daily, timeline, discord, clock)));
        try {
            server = PreviewServer.start(port, commands, new MessageBodies(commands, kept), discord, clock);
        } catch (IOException | IllegalArgumentException e) {
            forget();
            throw new Config.Invalid("The preview can't be served at port " + port + " (" + e.getMessage()
                    + "). Name another, or 0 for any: ./almanac preview --port 0");
        }
        daily.start();
    }

    /** Where the page is. */
    URI address() {
        return server.address();
    }

    /** Waits until the program is told to stop, which then ends with code 0. */
    void runUntilTold() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            close();
            // Told to stop and stopped: that is no failure, whatever the signal.
            Runtime.getRuntime().halt(0);
        }));
        // Nothing but a signal ends it.
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        server.close();
        daily.close();
        forget();
    }

    /** A folder for schedules that nobody keeps. */
    private static Path forgotten() {
        try {
            return Files.createTempDirectory("almanac-preview");
        } catch (IOException e) {
            throw new Config.Invalid(
                    "The preview can't make a folder for its schedules in " + System.getProperty("java.io.tmpdir")
                            + " (" + e.getMessage() + "). Make room there, or set TMPDIR.");
        }
    }

    private void forget() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted ({}); nothing needs it any more", folder, e.toString());
        }
    }
}
