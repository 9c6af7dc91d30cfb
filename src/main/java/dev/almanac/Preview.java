package dev.almanac;

import dev.almanac.commands.Commands;
import dev.almanac.daily.Daily;
import dev.almanac.daily.DailyCommand;
import dev.almanac.daily.DailyDatabase;
import dev.almanac.daily.DailyRules;
import dev.almanac.discord.KeptMessages;
import dev.almanac.discord.MessageBodies;
import dev.almanac.preview.PreviewDiscord;
import dev.almanac.preview.PreviewServer;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot in a browser page of this machine. */
final class Preview {
    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

    private final Timeline timeline;
    private final Clock clock;
    private final String version;

    /** @param clock in the zone of whoever sits at this machine */
    Preview(Timeline timeline, Clock clock, String version) {
        this.timeline = timeline;
        this.clock = clock;
        this.version = version;
    }

    /**
     * Serves the page until the program is told to stop, which then ends with code 0.
     *
     * @param port 0 for any that is free
     * @throws Config.Invalid when it can't be served there
     */
    void run(int port, PrintStream out) throws InterruptedException {
        KeptMessages kept = new KeptMessages();
        PreviewDiscord discord = new PreviewDiscord();
        Path folder = forgotten();
        Daily daily = new Daily(
                new DailyDatabase(folder.resolve("preview.db")), timeline, discord, discord, clock, DailyRules.DEFAULT);
        Commands commands = AllCommands.over(
                timeline,
                new SecureRandom(),
                version,
                kept::figures,
                List.of(new DailyCommand(daily, timeline, discord, clock)));
        PreviewServer server = started(port, commands, new MessageBodies(commands, kept), discord);
        daily.start();
        Thread onSignal = new Thread(() -> {
            server.close();
            daily.close();
            forget(folder);
            // Told to stop and stopped: that is no failure, whatever the signal.
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        out.println("The preview is at " + server.address() + " for browsers on this machine. Ctrl-C ends it.");
        // Nothing but a signal ends it.
        new CountDownLatch(1).await();
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

    private static void forget(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted ({}); nothing needs it any more", folder, e.toString());
        }
    }

    private PreviewServer started(int port, Commands commands, MessageBodies bodies, PreviewDiscord discord) {
        try {
            return PreviewServer.start(port, commands, bodies, discord, clock);
        } catch (IOException | IllegalArgumentException e) {
            throw new Config.Invalid("The preview can't be served at port " + port + " (" + e.getMessage()
                    + "). Name another, or 0 for any: ./almanac preview --port 0");
        }
    }
}
