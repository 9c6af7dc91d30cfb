package dev.almanac.operation;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the operator's pages until it is closed, on two threads of its own. */
final class OperatorServer implements AutoCloseable {
    /** One that makes the figures, and one that says meanwhile that the process lives. */
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;

    private OperatorServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to serve.
     *
     * @throws IOException when the address is in use, not allowed or none of this machine
     */
    static OperatorServer start(InetSocketAddress address, HttpHandler pages) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread named = new Thread(work, "operator");
            named.setDaemon(true);
            return named;
        });
        server.setExecutor(threads);
        server.createContext("/", pages);
        server.start();
        return new OperatorServer(server, threads);
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
