package dev.almanac.daily;

import dev.almanac.commands.Reply;
import dev.almanac.commands.Section;
import dev.almanac.commands.Span;
import dev.almanac.daily.Guilds.Presence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps schedules in step with Discord: what stopped goes on, what is gone is forgotten, admins are told. */
final class DailyUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(DailyUpkeep.class);

    private final DailyDatabase database;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;

    DailyUpkeep(DailyDatabase database, Guilds guilds, Postbox postbox, Clock clock) {
        this.database = database;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** Tells at most one admin that a post stopped; whether anyone was to be told. */
    boolean tellOne() {
        Schedules schedules = database.store().schedules();
        List<Schedule> toTell = schedules.toTell(clock.instant(), 1);
        for (Schedule stopped : toTell) {
            // Told once: whoever refuses direct messages, or was told by a process that died, finds it in the list.
            schedules.told(stopped.channel());
            CompletableFuture<Void> told = postbox.tell(stopped.setBy(), notice(stopped))
                    .exceptionally(failure -> {
                        LOG.info("User {} could not be told: {}", stopped.setBy(), failure.toString());
                        return null;
                    });
            LOG.debug("Telling user {}: {}", stopped.setBy(), told);
        }
        return !toTell.isEmpty();
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
                                "Give Almanac that permission in the channel’s settings, under Permissions. The post then goes on"
                                        + " by itself. /daily check in your server says what is missing.")));
    }

    /** A guild may be posted to again, or its permissions may have changed. */
    void lookAt(long guild) {
        Schedules schedules = database.store().schedules();
        if (guilds.presence(guild) != Presence.HERE) {
            return;
        }
        Instant now = clock.instant();
        schedules.adopt(guild, now);
        schedules.inState(Schedule.State.STOPPED, guild).stream()
                .filter(stopped -> guilds.channel(guild, stopped.channel())
                        .filter(channel -> channel.missing().isEmpty())
                        .isPresent())
                .forEach(stopped -> {
                    LOG.info("The daily post of channel {} goes on", stopped.channel());
                    schedules.goOn(stopped, now);
                });
        schedules.lookAgain(guild);
    }

    /** All shards of this process are ready: whatever guild is neither here nor away is none of ours any more, it seems. */
    void findOrphans() {
        Schedules schedules = database.store().schedules();
        for (long guild : schedules.guilds()) {
            switch (guilds.presence(guild)) {
                case UNKNOWN -> {
                    LOG.info("Guild {} is not known to Discord any more; its daily posts stop", guild);
                    schedules.orphan(guild, clock.instant());
                }
                case HERE -> lookAt(guild);
                case AWAY -> LOG.debug("Guild {} is away; its daily posts wait", guild);
            }
        }
    }

    /** Forgets what nobody keeps for longer. */
    void forgetOld() {
        DailyStore store = database.store();
        Instant now = clock.instant();
        for (long guild : store.schedules().orphansSince(now.minus(DailyRules.KEEP_ORPHANS))) {
            LOG.info(
                    "Guild {} has been gone for {} days; its data is deleted", guild, DailyRules.KEEP_ORPHANS.toDays());
            store.schedules().deleteGuild(guild);
        }
        int days = store.prune(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DailyRules.KEEP_LOG.toDays()));
        LOG.debug("Forgot {} days of the log", days);
    }
}
