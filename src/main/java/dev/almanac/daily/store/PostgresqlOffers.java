package dev.almanac.daily.store;

import dev.almanac.daily.ShardOffers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Offers in the table of leases: who comes for a shard has a lease of its own, "next-3", which is offered once it has arrived. */
final class PostgresqlOffers implements ShardOffers {
    private static final String NEXT = "next-";

    private final LeaseTable table;
    private final BiConsumer<Integer, Runnable> givingUp;

    /** @param givingUp lets a shard go and then does what gives its lease to another process, while nothing is renewed */
    PostgresqlOffers(LeaseTable table, BiConsumer<Integer, Runnable> givingUp) {
        this.table = table;
        this.givingUp = givingUp;
    }

    @Override
    public boolean offer() {
        return table.othersLive()
                && table.ask(handle -> handle.createUpdate(
                                        "UPDATE lease SET offered = 1 WHERE holder = :holder AND name LIKE 'shard-%'")
                                .bind("holder", table.process())
                                .execute())
                        > 0;
    }

    @Override
    public boolean come(int shard) {
        return table.ask(handle -> table.taken(handle, NEXT + shard));
    }

    @Override
    public void arrived(int shard) {
        table.ask(handle -> handle.createUpdate("UPDATE lease SET offered = 1 WHERE name = :name AND holder = :holder")
                .bind("name", NEXT + shard)
                .bind("holder", table.process())
                .execute());
    }

    @Override
    public void stayAway(int shard) {
        table.giveBack(NEXT + shard);
    }

    @Override
    public Map<Integer, Boolean> coming() {
        Map<Integer, Boolean> coming = new HashMap<>();
        table.ask(handle -> handle.createQuery(
                                "SELECT name, offered FROM lease WHERE name LIKE 'next-%' AND ends_at >= "
                                        + LeaseTable.NOW)
                        .map((row, context) -> Map.entry(
                                Integer.valueOf(row.getString(1).substring(NEXT.length())), row.getInt(2) == 1))
                        .list())
                .forEach(row -> coming.put(row.getKey(), row.getValue()));
        return coming;
    }

    @Override
    public void handOver(int shard) {
        givingUp.accept(
                shard,
                () -> table.ask(handle -> handle.createUpdate(
                                "UPDATE lease SET holder = next.holder, offered = 0, ends_at = " + LeaseTable.NOW
                                        + " + :lasts FROM lease AS next WHERE lease.name = :name AND lease.holder = :holder"
                                        + " AND next.name = :next AND next.offered = 1")
                        .bind("name", LeaseTable.SHARD + shard)
                        .bind("next", NEXT + shard)
                        .bind("holder", table.process())
                        .bind("lasts", LeaseTable.LASTS.toMillis())
                        .execute()));
    }
}
