package dev.almanac.preview;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.timeline.TimelineState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
     * @param editions what is in use; each request is answered with one of them
     * @param timeline what became of the timeline's file, which the page tells
     * @param discord what the commands post to
     * @param clock in the zone of whoever looks at the page
     * @throws IOException when the port is in use or not allowed
     * @throws IllegalArgumentException when there is no such port
     */
    public static PreviewServer start(
            int port,
            Supplier<PreviewEdition> editions,
            Supplier<TimelineState> timeline,
            PreviewDiscord discord,
            Clock clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", new PreviewHandler(new ChatApi(editions, timeline, discord, clock)));
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
