package dev.almanac;

import dev.almanac.commands.Commands;
import dev.almanac.discord.KeptMessages;
import dev.almanac.discord.MessageBodies;
import dev.almanac.preview.PreviewServer;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The bot in a browser page of this machine. */
final class Preview {
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
        Commands commands = AllCommands.over(timeline, new SecureRandom(), version, kept::figures);
        PreviewServer server = started(port, commands, new MessageBodies(commands, kept));
        Thread onSignal = new Thread(() -> {
            server.close();
            // Told to stop and stopped: that is no failure, whatever the signal.
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        out.println("The preview is at " + server.address() + " for browsers on this machine. Ctrl-C ends it.");
        // Nothing but a signal ends it.
        new CountDownLatch(1).await();
    }

    private PreviewServer started(int port, Commands commands, MessageBodies bodies) {
        try {
            return PreviewServer.start(port, commands, bodies, clock);
        } catch (IOException | IllegalArgumentException e) {
            throw new Config.Invalid("The preview can't be served at port " + port + " (" + e.getMessage()
                    + "). Name another, or 0 for any: ./almanac preview --port 0");
        }
    }
}
