package dev.almanac.daily.engine;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Notice;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Postbox.Failure;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps schedules in step with Discord: what stopped goes on, what is gone is forgotten, admins are told. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofMinutes(10);
    private static final int AT_A_TIME = 500;
    private static final int DAYS_AT_A_TIME = 2_000;

    private final ScheduleDatabase database;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final Executor executor;

    /** @param executor the one thread that the posts run on, too */
    Upkeep(ScheduleDatabase database, Guilds guilds, Postbox postbox, Clock clock, Executor executor) {
        this.database = database;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.executor = executor;
    }

    /** Tells at most one admin something; whether anyone was to be told. */
    boolean tellOne() {
        ScheduleStore store = database.store();
        List<Schedule> toTell = store.toTell(clock.instant(), guilds.shards(), 1);
        for (Schedule schedule : toTell) {
            // Told once: whoever refuses direct messages, or was told by a process that died, finds it in the list.
            if (store.save(schedule, Step.of(schedule.telling(Optional.empty())))) {
                Notice notice = schedule.notice().orElseThrow();
                AdminNews news = AdminNews.of(schedule.channel(), notice, schedule.since());
                CompletableFuture<Void> told = postbox.tell(
                                schedule.setBy(), news.inServer(guilds.name(schedule.guild())))
                        .handleAsync((done, thrown) -> afterTelling(schedule, notice, news, thrown), executor);
                LOG.debug("Telling user {}: {}", schedule.setBy(), told);
            }
        }
        return !toTell.isEmpty();
    }

    private @Nullable Void afterTelling(Schedule told, Notice notice, AdminNews news, @Nullable Throwable thrown) {
        boolean again = false;
        if (thrown != null) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            LOG.info("User {} could not be told: {}", told.setBy(), cause.toString());
            again = cause instanceof Failure failure && failure.kind() == Failure.Kind.NOT_DONE;
            if (again) {
                Notice later = new Notice(
                        notice.what(), notice.words(), clock.instant().plus(UNTIL_TOLD_AGAIN));
                database.store()
                        .change(
                                told.channel(),
                                known -> stillTrue(known, notice)
                                        ? Optional.of(Step.of(known.telling(Optional.of(later))))
                                        : Optional.empty());
            }
        }
        // What is told again later is noted then: Discord could not be reached.
        if (!again) {
            note(told.guild(), news);
        }
        return null;
    }

    /** Tells the server's log channel, where it has one. A message that doesn't arrive isn't sent again: the list has it all. */
    private void note(long guild, AdminNews news) {
        database.store().logChannel(guild).ifPresent(channel -> {
            CompletableFuture<Void> noted = postbox.note(guild, channel, news.here())
                    .handle((done, thrown) -> {
                        LOG.info("Log channel {} of guild {} is told: {}", channel, guild, thrown == null);
                        return null;
                    });
            LOG.debug("Telling channel {}: {}", channel, noted);
        });
    }

    private static boolean stillTrue(Schedule schedule, Notice notice) {
        return schedule.notice().isEmpty()
                && (notice.what() != Notice.What.STOPPED || schedule.state() == State.STOPPED);
    }

    /** What can't be read is stopped and told, once. */
    void setAside(Unreadable row) {
        LOG.error("The daily post of channel {} is stopped: {}", row.channel(), row.why());
        long admin = database.store().setAside(row, clock.instant());
        AdminNews news = AdminNews.unreadable(row.channel(), clock.instant());
        if (admin != 0) {
            CompletableFuture<Void> told = postbox.tell(admin, news.inServer(guilds.name(row.guild())))
                    .handle((done, thrown) -> {
                        LOG.info("User {} is told: {}", admin, thrown == null);
                        return null;
                    });
            LOG.debug("Telling user {}: {}", admin, told);
        }
        note(row.guild(), news);
    }

    /** A guild may be posted to again, or its permissions may have changed. */
    void lookAt(long guild) {
        if (guilds.presence(guild) != Presence.HERE) {
            return;
        }
        Instant now = clock.instant();
        changeAll(database.store().ofGuild(guild), schedule -> {
            Schedule back = schedule.goneSince().isPresent() ? schedule.back() : schedule;
            return back.state() == State.STOPPED && mayPost(back.settings())
                    ? back.goingOn(now)
                    : looking(back, back.due().at());
        });
    }

    private boolean mayPost(Settings settings) {
        return settings.zone().isPresent() && guilds.mayPost(settings.guild(), settings.channel());
    }

    /** To be looked at then, if it is not looked at until later. */
    private static Schedule looking(Schedule schedule, Instant then) {
        return schedule.tryAt().filter(then::isBefore).isPresent() ? schedule.waitingUntil(then) : schedule;
    }

    private void changeAll(Found found, Function<Schedule, Schedule> change) {
        ScheduleStore store = database.store();
        found.unreadable().forEach(row -> LOG.debug("Channel {}: {}", row.channel(), row.why()));
        for (Schedule schedule : found.schedules()) {
            store.change(schedule.channel(), known -> {
                Schedule changed = change.apply(known);
                return changed.equals(known) ? Optional.empty() : Optional.of(Step.of(changed));
            });
        }
    }

    /**
     * Looks at all that waits: whatever another process had begun, it is over. What is in doubt is looked at now even if it is
     * due later: our clock was set back since, and when it comes there again, nobody would know.
     */
    void lookAtAllThatWaits() {
        Instant now = clock.instant();
        long channel = Long.MIN_VALUE;
        Found waiting = database.store().waiting(channel, guilds.shards(), AT_A_TIME);
        while (waiting.size() > 0) {
            changeAll(
                    waiting,
                    schedule -> looking(
                            schedule,
                            schedule.due().at().isBefore(now) ? schedule.due().at() : now));
            channel = waiting.schedules().stream()
                    .mapToLong(Schedule::channel)
                    .max()
                    .orElse(Long.MAX_VALUE);
            waiting = database.store().waiting(channel, guilds.shards(), AT_A_TIME);
        }
    }

    /**
     * All shards of this process are ready: whatever guild is neither here nor away is none of ours any more, it seems.
     *
     * @param scheduled the guilds that have a schedule
     */
    void findOrphans(Set<Long> scheduled) {
        ScheduleStore store = database.store();
        Instant now = clock.instant();
        for (long guild : scheduled) {
            if (guilds.presence(guild) == Presence.UNKNOWN) {
                LOG.info("Guild {} is not known to Discord any more; its daily posts stop", guild);
                changeAll(
                        store.ofGuild(guild),
                        schedule -> schedule.goneSince().isPresent() ? schedule : schedule.gone(now));
            }
        }
        store.goneSince(now).forEach(this::lookAt);
    }

    /** A role is deleted: posts that mention it go without it, and their admins are told. */
    void forgetRole(long guild, long role) {
        Instant now = clock.instant();
        changeAll(
                database.store().ofGuild(guild),
                schedule -> schedule.settings().role() == role ? schedule.havingLostItsRole(now) : schedule);
    }

    /** Forgets the guilds that nobody keeps for longer; to be called once all shards are ready, so that it is known which are gone. */
    void forgetOrphans() {
        ScheduleStore store = database.store();
        List<Long> gone = store.goneSince(clock.instant().minus(DailyRules.KEEP_ORPHANS));
        for (long guild : gone.stream().filter(database::maySend).toList()) {
            LOG.info(
                    "Guild {} has been gone for {} days; its data is deleted", guild, DailyRules.KEEP_ORPHANS.toDays());
            store.deleteGuild(guild);
        }
    }

    /** Forgets some of the days that nobody keeps for longer; whether there may be more of them. */
    boolean forgetSomeDays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int days = database.store().prune(today.minusDays(DailyRules.KEEP_LOG.toDays()), DAYS_AT_A_TIME);
        LOG.debug("Forgot {} days of the log", days);
        return days == DAYS_AT_A_TIME;
    }
}
