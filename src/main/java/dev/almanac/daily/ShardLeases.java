package dev.almanac.daily;

import dev.almanac.daily.ScheduleStore.Away;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The right of this process to run shards of the bot, which the processes of one database share out among themselves. What a process may
 * do by its own knowledge it knows without asking: {@link #total}, {@link #taken}, {@link #held}, {@link #isHeld} and {@link #unbroken}
 * return at once; the other methods ask the database and throw {@link Away} when that doesn't answer.
 */
public interface ShardLeases {
    /**
     * What the processes have between them.
     *
     * @param total how many shards there are in all; 0 until that is agreed on
     * @param processes how many live, this one among them
     * @param free the shards that nobody has, and nobody had lately
     * @param ended those whose holder is gone
     * @param offered those that a closing process would rather give to another one
     */
    record Seen(int total, int processes, Set<Integer> free, Set<Integer> ended, Set<Integer> offered) {
        public Seen {
            free = Set.copyOf(free);
            ended = Set.copyOf(ended);
            offered = Set.copyOf(offered);
        }
    }

    /** Whether there may be other processes to share with. */
    boolean isShared();

    /** How many shards the bot has in all; 0 until that is agreed on. */
    int total();

    /**
     * The shards that this process has taken and, as far as it knows, nobody else since. While the database is away they are more than
     * {@link #held}: it may answer there, but not post.
     */
    Set<Integer> taken();

    /** The shards that this process has for sure. */
    Set<Integer> held();

    boolean isHeld(int shard);

    /** Whether the lease that is held now goes on without a break: once it's false it stays false, whoever has the shard later. */
    BooleanSupplier unbroken(int shard);

    /**
     * Agrees with the other processes on how many shards there are in all.
     *
     * @param wanted counts where no shard is leased by anyone; nothing is agreed on where another number does
     * @return what counts: another number where others hold shards under it; 0 where they still hold some under one that was forgotten
     */
    int agree(int wanted);

    /** The number turned out to be wrong: all processes give their shards back and agree on another one. */
    void forgetTotal();

    Seen look();

    /** Learns what this process has, at once instead of within seconds. */
    void renew();

    /** Takes a shard that is free or whose lease has ended; false when another process has it. */
    boolean take(int shard);

    /** Ends the lease of a shard now, so that another process need not wait. */
    void giveBack(int shard);

    ShardOffers offers();
}
