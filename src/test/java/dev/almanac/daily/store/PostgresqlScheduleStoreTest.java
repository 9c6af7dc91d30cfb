package dev.almanac.daily.store;

import dev.almanac.daily.ScheduleStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The contract on PostgreSQL. */
class PostgresqlScheduleStoreTest implements ScheduleStoreContract {
    private static EmbeddedPostgres server;

    private PostgresqlDatabase database;

    @BeforeAll
    static void start() throws IOException {
        server = LocalPostgresql.started();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        database = new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"));
        database.open();
    }

    @AfterEach
    void empty() {
        database.close();
        sql("DROP SCHEMA public CASCADE");
        sql("CREATE SCHEMA public");
    }

    @Override
    public ScheduleStore store() {
        return database.store();
    }

    /** With a connection of its own. */
    @Override
    public ScheduleStore another() {
        return new SqlScheduleStore(Jdbi.create(server.getPostgresDatabase()));
    }

    @Override
    public void sql(String statement) {
        try (Connection other = server.getPostgresDatabase().getConnection()) {
            other.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
