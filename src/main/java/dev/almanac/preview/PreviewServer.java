package dev.almanac.preview;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.chat.Commands;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.reading.LineReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves the preview to browsers on this machine, until it is closed. */
public final class PreviewServer implements AutoCloseable {
    private static final int THREADS = 8;

    /** How long answers that are being made may take once it is closed. */
    private static final int SECONDS_TO_FINISH = 1;

    private final HttpServer server;
    private final ExecutorService threads;

    private PreviewServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     * @param lines what is typed into the page
     * @param bodies of the same commands
     * @param discord what the commands post to
     * @param clock in the zone of whoever looks at the page
     * @throws IOException when the port is in use or not allowed
     * @throws IllegalArgumentException when there is no such port
     */
    public static PreviewServer start(
            int port, Commands commands, LineReader lines, MessageBodies bodies, PreviewDiscord discord, Clock clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", new PreviewHandler(new ChatApi(commands, lines, bodies, discord, clock)));
        server.start();
        return new PreviewServer(server, threads);
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Finishes what is being answered and closes; returns within a second. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
