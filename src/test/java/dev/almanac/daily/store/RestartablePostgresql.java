package dev.almanac.daily.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL on this machine whose data outlive it: it ends and comes back, at the same port or as another one. */
public final class RestartablePostgresql implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path data;
    private final int usualPort;
    private @Nullable EmbeddedPostgres server;

    /**
     * One that isn't started yet.
     *
     * @param data a folder that is there once it was started
     */
    public RestartablePostgresql(Path data) throws IOException {
        this.data = data;
        this.usualPort = freePort();
    }

    /** A port that nobody listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    public int port() {
        return usualPort;
    }

    public void start() throws IOException {
        startAt(usualPort);
    }

    public synchronized void startAt(int port) throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(LONGEST_START)
                .start();
    }

    /** Ends it, with all its connections. */
    public synchronized void stop() throws IOException {
        EmbeddedPostgres open = server;
        server = null;
        if (open != null) {
            open.close();
        }
    }

    /** Runs a statement beside those who use it. */
    public synchronized void sql(String statement) throws SQLException {
        EmbeddedPostgres open = server;
        if (open == null) {
            throw new SQLException("it isn't started");
        }
        try (Connection other = open.getDatabase("postgres", "template1").getConnection()) {
            other.createStatement().execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
