package dev.almanac.daily.store;

import dev.almanac.daily.ShardLeases;
import dev.almanac.daily.ShardOffers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The shards of a process that shares its database with none: it has those that it takes. */
final class OwnShards implements ShardLeases {
    private final Set<Integer> held = ConcurrentHashMap.newKeySet();
    private volatile int total;

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Set<Integer> taken() {
        return held();
    }

    @Override
    public int total() {
        return total;
    }

    @Override
    public Set<Integer> held() {
        return Set.copyOf(held);
    }

    @Override
    public boolean isHeld(int shard) {
        return held.contains(shard);
    }

    @Override
    public BooleanSupplier unbroken(int shard) {
        return () -> isHeld(shard);
    }

    @Override
    public int agree(int wanted) {
        total = wanted;
        return wanted;
    }

    /** The next start asks Discord anew. */
    @Override
    public void forgetTotal() {}

    @Override
    public void renew() {}

    @Override
    public ShardOffers offers() {
        return ShardOffers.NONE;
    }

    @Override
    public Seen look() {
        Set<Integer> free = IntStream.range(0, total)
                .filter(shard -> !held.contains(shard))
                .boxed()
                .collect(Collectors.toSet());
        return new Seen(total, 1, free, Set.of(), Set.of());
    }

    @Override
    public boolean take(int shard) {
        held.add(shard);
        return true;
    }

    @Override
    public void giveBack(int shard) {
        held.remove(shard);
    }
}
