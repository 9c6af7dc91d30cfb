package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.Guilds.Shards;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where schedules and what became of their days are kept. Everything is committed when a method returns.
 *
 * <p>A schedule is saved by compare and set: whoever saves says which version was read, and nothing is written when another one
 * was saved since. Any number of processes may use it at once.
 *
 * <p>Every method may throw {@link Away}.
 */
public interface ScheduleStore {
    /** Nothing can be read or written now. The message is for operators: it may name files. */
    class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean heldByAnother;

        /** @param heldByAnother whether another process of this bot has the store, and does the daily posts */
        public Away(String message, boolean heldByAnother) {
            super(message);
            this.heldByAnother = heldByAnother;
        }

        public boolean isHeldByAnother() {
            return heldByAnother;
        }
    }

    /**
     * Schedules as they were found.
     *
     * @param unreadable the rows that are none
     */
    record Found(List<Schedule> schedules, List<Unreadable> unreadable) {
        public Found {
            schedules = List.copyOf(schedules);
            unreadable = List.copyOf(unreadable);
        }

        /** How many rows. */
        public int size() {
            return schedules.size() + unreadable.size();
        }
    }

    /**
     * Something in the database that can't be read.
     *
     * @param why for operators
     */
    record Unreadable(long channel, long guild, String why) {}

    /** A day of a channel's log can't be read, so nobody can tell what became of it. */
    class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Unreadable row;

        public Damaged(Unreadable row) {
            super(row.why());
            this.row = row;
        }

        public Unreadable row() {
            return row;
        }
    }

    /**
     * A post that waits to be crossposted.
     *
     * @param again when it is to be looked at
     */
    record Crosspost(long guild, DayEntry entry, Instant again) {}

    /**
     * What waits though its time has come.
     *
     * @param posts how many schedules are to be looked at
     * @param since when the one that waits longest was to be looked at; empty where none waits
     */
    record Backlog(long posts, Optional<Instant> since) {}

    /** What waits now, of all shards. */
    Backlog backlog(Instant now);

    /** The schedule of a channel; empty where there is none that can be read. */
    Optional<Schedule> schedule(long channel);

    /** Those of a guild, by the time of day. */
    Found ofGuild(long guild);

    /** Those of guilds of these shards that are to be looked at by now, longest due first. */
    Found due(Instant now, Shards shards, int most);

    /**
     * Those of guilds of these shards that wait for something though they are due, or have a day in doubt; by channel, from the one
     * after {@code channel}.
     */
    Found waiting(long channel, Shards shards, int most);

    /** The log of a channel, as far back as it is kept. @throws Damaged when a day in it can't be read */
    DayLog log(long channel);

    /** What became of one day; empty where that isn't in the log. @throws Damaged when it can't be read */
    Optional<DayEntry> entry(long channel, LocalDate day);

    /** Adds a schedule; false where the channel has one. */
    boolean add(Schedule schedule);

    /** Saves a schedule and days with it, if the version that was read is still the one that is there; else nothing is written. */
    boolean save(Schedule read, Step changed);

    /** Writes a day whose channel has no schedule any more; false where its log is gone, too. */
    boolean save(DayEntry entry);

    /** Deletes a schedule, and writes days with it, if the version that was read is still there. The log stays. */
    boolean remove(Schedule read, List<DayEntry> days);

    /**
     * Stops a schedule whose rows can't be read, so that it holds nobody up.
     *
     * @return who is to be told; 0 when that can't be read either
     */
    long setAside(Unreadable row, Instant now);

    /** Deletes a schedule that can't be read. */
    void removeUnreadable(long guild, long channel);

    /** Those of guilds of these shards whose admin is to be told something by now. */
    List<Schedule> toTell(Instant now, Shards shards, int most);

    /**
     * The guilds of these shards that have a schedule, by their ids, from the one after {@code guild}. Of each the zone that was set last
     * among those that are known; empty where none is.
     */
    Map<Long, Optional<ZoneId>> zones(long guild, Shards shards, int most);

    /** The channel of a guild that is told what its admins are told; empty where none was named. */
    Optional<Long> logChannel(long guild);

    /** Names that channel, or none. It is forgotten with the guild's last schedule, and with the channel. */
    void logTo(long guild, Optional<Long> channel);

    /** Guilds that have been gone since before this moment. */
    List<Long> goneSince(Instant before);

    /** The posts of guilds of these shards that are to be crossposted by now, longest due first. */
    List<Crosspost> unpublished(Instant now, Shards shards, int most);

    /** What became of a crosspost, and when to look at it again; false when another process did that first. */
    boolean published(Crosspost read, Publishing outcome, Optional<Instant> again);

    /** Everything about a channel of that guild. */
    void deleteChannel(long guild, long channel);

    /** Everything about a guild. */
    void deleteGuild(long guild);

    /** Forgets days before this one, so many at most; how many there were. */
    int prune(LocalDate first, int most);

    /**
     * Changes a schedule as it is at the moment of saving: where another one was saved in between, it is read again and the
     * change is applied anew.
     *
     * @param change what is to be saved; empty to leave it as it is; may be called several times
     * @return the schedule as it is then; empty where the channel has none
     */
    default Optional<Schedule> change(long channel, Function<Schedule, Optional<Step>> change) {
        while (true) {
            Optional<Schedule> read = schedule(channel);
            if (read.isEmpty()) {
                return read;
            }
            Optional<Step> changed = change.apply(read.get());
            if (changed.isEmpty()) {
                return read;
            }
            if (save(read.get(), changed.get())) {
                return Optional.of(changed.get().schedule().saved());
            }
        }
    }
}
