package dev.almanac.daily.engine;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.DailyWatch.Outcome;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Due;
import dev.almanac.daily.Notice;
import dev.almanac.daily.Postbox.Failure;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.Stop;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of a day, and what follows from it. A mark is never given up: where an admin changed the schedule since,
 * it is applied to the schedule as it is now; where the schedule is removed, to its log.
 */
final class Marks {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final ScheduleDatabase database;
    private final Clock clock;
    private final DailyWatch watch;

    Marks(ScheduleDatabase database, Clock clock, DailyWatch watch) {
        this.database = database;
        this.clock = clock;
        this.watch = watch;
    }

    private void mark(
            long channel, LocalDate day, UnaryOperator<DayEntry> outcome, UnaryOperator<Schedule> consequence) {
        ScheduleStore store = database.store();
        Optional<Schedule> marked = store.change(
                channel,
                known -> Optional.of(Step.of(
                        consequence.apply(known),
                        outcome.apply(store.entry(channel, day).orElseGet(() -> DayEntry.begun(channel, day))))));
        if (marked.isEmpty()) {
            boolean written =
                    store.entry(channel, day).map(outcome).filter(store::save).isPresent();
            LOG.debug("Channel {} has no schedule any more; {} is marked: {}", channel, day, written);
        }
    }

    /** @param message its id; 0 where it is deleted by now */
    void posted(Settings settings, Due due, long message, Instant at) {
        mark(
                settings.channel(),
                due.day(),
                entry -> entry.posted(message, at, due.late(at), settings.publish()),
                schedule -> schedule.settled(due.day()));
        watch.sent(due.late(at));
    }

    void empty(Settings settings, Due due, Instant now) {
        mark(settings.channel(), due.day(), entry -> entry.empty(now), schedule -> schedule.settled(due.day()));
        watch.became(Outcome.EMPTY);
    }

    /** @param inDoubt whether it may be out all the same; the admin is told then */
    void missed(Settings settings, Due due, String reason, boolean inDoubt, Instant now) {
        LOG.warn("Channel {} has no post for {}: {}", settings.channel(), due.day(), reason);
        // Of a schedule that was not looked at for longer than anybody keeps a log, the days before that are not told.
        LocalDate oldest = LocalDate.ofInstant(
                now.minus(DailyRules.KEEP_LOG), settings.zone().orElse(java.time.ZoneOffset.UTC));
        LocalDate after = due.day().isBefore(oldest) ? oldest : due.day();
        mark(settings.channel(), due.day(), entry -> entry.missed(reason, now), schedule -> {
            Schedule next = schedule.settled(due.day(), after);
            return inDoubt
                    ? next.telling(Optional.of(
                            new Notice(Notice.What.MISSED_IN_DOUBT, DAY.format(due.day()) + ": " + reason, now)))
                    : next;
        });
        watch.became(Outcome.MISSED);
    }

    /** It was looked for and is not there. */
    void notFound(Settings settings, Due due) {
        Instant now = clock.instant();
        mark(settings.channel(), due.day(), entry -> entry.notSent(""), schedule -> again(schedule, due, now));
    }

    private static Schedule again(Schedule schedule, Due due, Instant then) {
        boolean stillDue = schedule.isActive() && schedule.due().day().equals(due.day());
        return stillDue ? schedule.waitingUntil(then) : schedule;
    }

    /**
     * The post could not be sent.
     *
     * @param perhapsSent whether an attempt before this one may have succeeded
     */
    void notSent(Settings settings, Due due, Failure failure, boolean perhapsSent) {
        boolean mayBeOut = perhapsSent || failure.kind() == Failure.Kind.IN_DOUBT;
        failed(settings, due, failure, entry -> mayBeOut ? entry : entry.notSent(reason(failure)));
    }

    /** The channel could not be looked through: what is in doubt stays so. */
    void notLooked(Settings settings, Due due, Failure failure) {
        failed(settings, due, failure, entry -> entry);
    }

    private void failed(Settings settings, Due due, Failure failure, UnaryOperator<DayEntry> outcome) {
        long channel = settings.channel();
        Instant now = clock.instant();
        LOG.info("The post of {} in channel {}: {}, {}", due.day(), channel, failure.kind(), failure.getMessage());
        switch (failure.kind()) {
            case DONE_AND_DELETED -> posted(settings, due, 0, now);
            case CHANNEL_GONE -> database.store().deleteChannel(channel);
            case GUILD_GONE -> database.store().deleteGuild(settings.guild());
            case NOT_ALLOWED -> {
                mark(channel, due.day(), outcome, schedule -> stopped(schedule, failure, now));
                watch.became(Outcome.STOPPED);
            }
            case NOT_DONE, IN_DOUBT -> {
                mark(
                        channel,
                        due.day(),
                        outcome,
                        schedule -> again(schedule, due, now.plus(DailyRules.backoff(attempts(channel, due)))));
                watch.became(failure.kind() == Failure.Kind.IN_DOUBT ? Outcome.IN_DOUBT : Outcome.NOT_SENT);
            }
            case REFUSED -> missed(settings, due, reason(failure), false, now);
        }
    }

    private static Schedule stopped(Schedule schedule, Failure failure, Instant now) {
        return schedule.isActive() ? schedule.stopped(new Stop(Stop.Cause.REFUSED, reason(failure)), now) : schedule;
    }

    private int attempts(long channel, Due due) {
        return database.store()
                .entry(channel, due.day())
                .map(DayEntry::attempts)
                .orElse(1);
    }

    private static String reason(Failure failure) {
        return String.valueOf(failure.getMessage());
    }
}
