package dev.almanac.daily.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.ShardLeases.Seen;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes' leases on one database, with monotonic clocks that are moved by hand. */
class PostgresqlLeasesTest {
    private static EmbeddedPostgres server;

    private final long[] nanoseconds = {0};
    private PostgresqlLeases here;
    private PostgresqlLeases there;

    @BeforeAll
    static void start() throws IOException {
        server = LocalPostgresql.started();
        try (PostgresqlDatabase migrated = new PostgresqlDatabase(LocalPostgresql.address(server, "postgres"))) {
            migrated.open();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("DELETE FROM lease");
        sql("DELETE FROM sharding");
        here = leases(() -> nanoseconds[0]);
        there = leases(System::nanoTime);
        here.renew();
        there.renew();
    }

    private static PostgresqlLeases leases(java.util.function.LongSupplier nanoseconds) {
        return new PostgresqlLeases(() -> Jdbi.create(server.getPostgresDatabase()), nanoseconds);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection beside = server.getPostgresDatabase().getConnection()) {
            beside.createStatement().execute(statement);
        }
    }

    private void agreeOn(int total) {
        assertEquals(total, here.agree(total));
        assertEquals(total, there.agree(total));
    }

    @Test
    void aShardIsOneProcesssUntilItGivesItBackOrItsLeaseEnds() throws SQLException {
        agreeOn(4);
        assertTrue(here.take(0));
        assertTrue(here.take(1));
        assertFalse(there.take(0));
        assertEquals(new Seen(4, 2, Set.of(2, 3), Set.of(), Set.of()), there.look());

        here.giveBack(0);
        assertTrue(there.take(0));

        sql("UPDATE lease SET ends_at = 0 WHERE name = 'shard-1'");
        assertEquals(new Seen(4, 2, Set.of(2, 3), Set.of(1), Set.of()), there.look());
        assertTrue(there.take(1));
        assertEquals(Set.of(0, 1), there.held());
        here.renew();
        assertEquals(Set.of(), here.held());
    }

    /** The holder counts by its own clock, from before it asked. */
    @Test
    void aLeaseThatIsNotRenewedIsNotCountedOn() {
        agreeOn(1);
        assertFalse(here.isHeld(0));
        assertTrue(here.take(0));
        nanoseconds[0] = PostgresqlLeases.COUNTED_ON.toNanos() - 1;
        assertTrue(here.isHeld(0));
        assertTrue(here.isAlive());
        nanoseconds[0]++;
        assertFalse(here.isHeld(0));
        assertFalse(here.isAlive());
        here.renew();
        assertTrue(here.isHeld(0));
    }

    /** What a process does that slept through the end of its lease and wakes: what it meant to send before may have been sent by now. */
    @Test
    void aLeaseThatEndedIsAnotherOneEvenForTheSameProcess() {
        agreeOn(1);
        here.take(0);
        BooleanSupplier before = here.unbroken(0);
        nanoseconds[0] = PostgresqlLeases.COUNTED_ON.toNanos() - 1;
        here.renew();
        assertTrue(before.getAsBoolean());

        nanoseconds[0] += PostgresqlLeases.COUNTED_ON.toNanos();
        assertFalse(before.getAsBoolean());
        here.renew();
        assertFalse(before.getAsBoolean());
        assertTrue(here.unbroken(0).getAsBoolean());
    }

    @Test
    void whoeverLostAShardNoticesAtTheNextRenewal() throws SQLException {
        agreeOn(2);
        here.take(0);
        here.take(1);
        sql("UPDATE lease SET ends_at = 0 WHERE name = 'shard-1'");
        there.take(1);

        here.renew();

        assertEquals(Set.of(0), here.held());
    }

    /** The answer to a take can be lost, and the lease is there all the same. */
    @Test
    void findsWhatItHasWithoutKnowing() throws SQLException {
        agreeOn(2);
        sql("INSERT INTO lease (name, holder, ends_at) VALUES ('shard-1', '" + here.process() + "', 0)");

        here.renew();

        assertEquals(Set.of(1), here.held());
    }

    @Test
    void theNumberOfShardsChangesOnceNobodyHasAny() {
        agreeOn(2);
        here.take(0);
        assertEquals(2, there.agree(4));
        assertEquals(0, there.total());

        here.giveBack(0);
        assertEquals(4, there.agree(4));
        // It doesn't know yet, and takes nothing under the old number.
        assertFalse(here.take(1));
        assertTrue(there.take(3));
        assertEquals(4, here.agree(2));
    }

    @Test
    void manyThatWantTheSameShardsGetEachOnce() {
        agreeOn(8);
        long taken = IntStream.range(0, 4)
                .mapToObj(process -> CompletableFuture.supplyAsync(() -> {
                    PostgresqlLeases one = leases(System::nanoTime);
                    one.agree(8);
                    return IntStream.range(0, 8).filter(one::take).count();
                }))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();

        assertEquals(8, taken);
    }

    @Test
    void knowsForHowLongItHasHadAShardWithoutABreak() {
        agreeOn(1);
        assertEquals(Duration.ZERO, here.heldFor(0));
        here.take(0);
        nanoseconds[0] += Duration.ofSeconds(8).toNanos();
        here.renew();
        nanoseconds[0] += Duration.ofSeconds(8).toNanos();
        assertEquals(Duration.ofSeconds(16), here.heldFor(0));

        nanoseconds[0] += Duration.ofSeconds(8).toNanos();
        assertEquals(Duration.ZERO, here.heldFor(0));
        here.renew();
        assertEquals(Duration.ZERO, here.heldFor(0));
    }

    @Test
    void endsAllAtOnceAndStaysKnownAsGone() {
        agreeOn(2);
        here.take(0);
        here.take(1);

        here.end();

        assertEquals(new Seen(2, 1, Set.of(0, 1), Set.of(), Set.of()), there.look());
        assertTrue(there.goneFor(here.process()).compareTo(LeaseTable.LASTS) < 0);
    }

    @Test
    void whoeverHasEndedIsNotRenewedAnyMore() {
        agreeOn(2);
        there.renew();
        here.end();

        here.renew();

        assertEquals(1, there.look().processes());
    }

    @Test
    void whatIsOfferedGoesOverOnceTheNextHasArrived() {
        agreeOn(2);
        here.take(0);
        here.take(1);
        BooleanSupplier before = here.unbroken(1);

        assertTrue(here.offers().offer());
        assertEquals(new Seen(2, 2, Set.of(), Set.of(), Set.of(0, 1)), there.look());
        assertTrue(there.offers().come(1));
        assertFalse(leases(System::nanoTime).offers().come(1));
        assertEquals(Map.of(1, false), here.offers().coming());
        there.offers().arrived(1);
        assertEquals(Map.of(1, true), here.offers().coming());

        here.offers().handOver(1);

        assertFalse(before.getAsBoolean());
        here.renew();
        assertEquals(Set.of(0), here.taken());
        there.renew();
        assertEquals(Set.of(1), there.held());
        there.offers().stayAway(1);
        assertEquals(Map.of(), here.offers().coming());
    }

    @Test
    void nothingIsHandedOverToWhoeverHasNotArrived() {
        agreeOn(1);
        here.take(0);
        here.offers().offer();
        there.offers().come(0);

        here.offers().handOver(0);

        there.renew();
        assertEquals(Set.of(), there.held());
    }

    @Test
    void whoeverIsAloneHasNobodyToOfferTo() {
        agreeOn(1);
        here.take(0);
        there.end();

        assertFalse(here.offers().offer());
    }

    @Test
    void aNumberThatIsForgottenIsAgreedOnAnewOnceAllGaveTheirShardsBack() {
        agreeOn(2);
        here.take(0);
        there.forgetTotal();

        assertEquals(0, here.look().total());
        assertEquals(0, there.agree(4));
        here.giveBack(0);
        assertEquals(4, there.agree(4));
    }

    @Test
    void oneOfABucketIdentifiesAtATimeWhicheverProcessItIs() throws SQLException {
        sql("DELETE FROM identify_turn");
        Duration length = Duration.ofSeconds(5);
        PostgresqlTurns one = new PostgresqlTurns(() -> Jdbi.create(server.getPostgresDatabase()));
        PostgresqlTurns other = new PostgresqlTurns(() -> Jdbi.create(server.getPostgresDatabase()));

        assertEquals(Duration.ZERO, one.take(0, length));
        Duration wait = other.take(0, length);
        assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(length) <= 0, wait.toString());
        assertEquals(Duration.ZERO, other.take(1, length));
        sql("UPDATE identify_turn SET next_at = next_at - 5000 WHERE bucket = 0");
        assertEquals(Duration.ZERO, other.take(0, length));
        assertTrue(one.take(0, length).compareTo(Duration.ZERO) > 0);
    }

    @Test
    void aTurnThatIsUsedLastsFromThenAndOneThatAnotherProcessHasByNowIsLeftAlone() throws SQLException {
        sql("DELETE FROM identify_turn");
        PostgresqlTurns one = new PostgresqlTurns(() -> Jdbi.create(server.getPostgresDatabase()));
        PostgresqlTurns other = new PostgresqlTurns(() -> Jdbi.create(server.getPostgresDatabase()));
        Duration length = Duration.ofSeconds(5);
        Duration longest = Duration.ofMinutes(15);
        one.take(0, longest);

        one.used(0, length);

        Duration wait = other.take(0, longest);
        assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(length) <= 0, wait.toString());
        sql("UPDATE identify_turn SET next_at = next_at - 5000 WHERE bucket = 0");
        other.take(0, longest);
        one.used(0, length);
        assertTrue(one.take(0, longest).compareTo(length) > 0);
    }
}
