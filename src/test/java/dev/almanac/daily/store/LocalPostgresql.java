package dev.almanac.daily.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL on this machine, for as long as a test needs it. */
public final class LocalPostgresql {
    /** One that keeps nothing; whoever starts it closes it. */
    public static EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    public static PostgresqlAddress address(EmbeddedPostgres server, String database) {
        return PostgresqlAddress.of("postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database)
                .orElseThrow();
    }

    private LocalPostgresql() {}
}
