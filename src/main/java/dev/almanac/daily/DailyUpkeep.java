package dev.almanac.daily;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Postbox.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps schedules in step with Discord: what stopped goes on, what is gone is forgotten, admins are told. */
final class DailyUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(DailyUpkeep.class);

    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofMinutes(10);

    private final DailyDatabase database;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final Executor executor;

    /** @param executor the one thread that the posts run on, too */
    DailyUpkeep(DailyDatabase database, Guilds guilds, Postbox postbox, Clock clock, Executor executor) {
        this.database = database;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.executor = executor;
    }

    /** Tells at most one admin that a post stopped; whether anyone was to be told. */
    boolean tellOne() {
        if (guilds.shards().ready().isEmpty()) {
            return false;
        }
        Schedules schedules = database.store().schedules();
        List<Schedule> toTell = schedules.toTell(clock.instant(), 1);
        for (Schedule stopped : toTell) {
            // Told once: whoever refuses direct messages, or was told by a process that died, finds it in the list.
            schedules.told(stopped.channel(), Optional.empty());
            CompletableFuture<Void> told = postbox.tell(stopped.setBy(), notice(stopped))
                    .handleAsync((done, thrown) -> afterTelling(stopped, thrown), executor);
            LOG.debug("Telling user {}: {}", stopped.setBy(), told);
        }
        return !toTell.isEmpty();
    }

    private @Nullable Void afterTelling(Schedule stopped, @Nullable Throwable thrown) {
        if (thrown != null) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            LOG.info("User {} could not be told: {}", stopped.setBy(), cause.toString());
            if (cause instanceof Failure failure && failure.kind() == Failure.Kind.NOT_DONE) {
                Instant again = clock.instant().plus(UNTIL_TOLD_AGAIN);
                database.store().schedules().told(stopped.channel(), Optional.of(again));
            }
        }
        return null;
    }

    private static Reply notice(Schedule stopped) {
        return Reply.ofSections(
                "The daily post has stopped",
                List.of(
                        new Section(
                                "",
                                List.of(Span.channel(stopped.channel()), Span.words(": " + stopped.reason() + "."))),
                        new Section(
                                "What to do",
                                "/daily check in your server says what is missing, and where to allow it. The post goes on by"
                                        + " itself when it can.")));
    }

    /** A guild may be posted to again, or its permissions may have changed. */
    void lookAt(long guild) {
        DailyStore store = database.store();
        if (guilds.presence(guild) != Presence.HERE) {
            return;
        }
        Instant now = clock.instant();
        store.comings().adopt(guild, now);
        for (Schedule schedule : store.schedules().ofGuild(guild)) {
            if (schedule.state() == Schedule.State.STOPPED && guilds.mayPost(guild, schedule.channel())) {
                LOG.info("The daily post of channel {} goes on", schedule.channel());
                store.schedules().goOn(schedule.channel(), now);
            }
        }
        store.schedules().lookAgain(guild);
    }

    /** All shards of this process are ready: whatever guild is neither here nor away is none of ours any more, it seems. */
    void findOrphans() {
        Comings comings = database.store().comings();
        for (long guild : comings.guilds()) {
            if (guilds.presence(guild) == Presence.UNKNOWN) {
                LOG.info("Guild {} is not known to Discord any more; its daily posts stop", guild);
                comings.orphan(guild, clock.instant());
            }
        }
        comings.guildsToLookAt().forEach(this::lookAt);
        database.store().schedules().lookAgain(clock.instant());
    }

    /** Forgets what nobody keeps for longer. */
    void forgetOld() {
        DailyStore store = database.store();
        Instant now = clock.instant();
        for (long guild : store.comings().orphansSince(now.minus(DailyRules.KEEP_ORPHANS))) {
            LOG.info(
                    "Guild {} has been gone for {} days; its data is deleted", guild, DailyRules.KEEP_ORPHANS.toDays());
            store.comings().deleteGuild(guild);
        }
        int days = store.prune(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DailyRules.KEEP_LOG.toDays()));
        LOG.debug("Forgot {} days of the log", days);
    }
}
