package dev.almanac.daily.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlAddressTest {
    private static PostgresqlAddress address(String url) {
        return PostgresqlAddress.of(url).orElseThrow();
    }

    @Test
    void isReadWithUserAndPasswordOrWithout() {
        assertEquals(
                new PostgresqlAddress("db:5433/almanac?sslmode=require", Optional.of("anna"), Optional.of("p@ss:+w")),
                address("postgresql://anna:p%40ss:+w@db:5433/almanac?sslmode=require"));
        assertEquals(
                new PostgresqlAddress("[::1]/almanac", Optional.of("anna"), Optional.empty()),
                address("postgres://anna@[::1]/almanac"));
        assertEquals(
                new PostgresqlAddress("one,two:5433/almanac", Optional.empty(), Optional.empty()),
                address("postgresql://one,two:5433/almanac"));
    }

    @Test
    void neverShowsWhoAsks() {
        assertEquals(
                "postgresql://db/almanac",
                address("postgresql://anna:hidden@db/almanac").toString());
        assertEquals(
                "jdbc:postgresql://db/almanac",
                address("postgresql://anna:hidden@db/almanac").jdbcUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:almanac",
                "postgresql://",
                "postgresql://db",
                "postgresql://db/",
                "postgresql://db/a/b",
                "postgresql://db/almanac?password=hidden",
                "postgresql://db/almanac?sslmode=require&User=anna",
                "jdbc:postgresql://db/almanac"
            })
    void isRefusedWhereItIsMeantAndWrong(String url) {
        assertTrue(PostgresqlAddress.isMeant(url));
        assertEquals(Optional.empty(), PostgresqlAddress.of(url));
    }

    @Test
    void anythingElseIsTheNameOfAFile() {
        assertFalse(PostgresqlAddress.isMeant("/data/almanac.db"));
        assertFalse(PostgresqlAddress.isMeant("postgresql.db"));
    }
}
