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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of a day, and what follows from it. A mark is never given up: where an admin changed the schedule since,
 * it is applied to the schedule as it is now; where the schedule is removed, to its log.
 *
 * <p>What didn't come of an attempt is marked only while nobody has made another since: a process that was frozen learns late that
 * its message didn't leave, and says nothing about the one of whoever took over.
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

    /**
     * @param left what the day was when it was decided or tried; where it isn't that any more, somebody else sees to it and nothing is
     *     written
     */
    private void mark(DayEntry left, UnaryOperator<DayEntry> outcome, UnaryOperator<Schedule> consequence) {
        mark(left.channel(), left.day(), last -> last.isStill(left), outcome, consequence);
    }

    private void mark(
            long channel,
            LocalDate day,
            Predicate<DayEntry> ours,
            UnaryOperator<DayEntry> outcome,
            UnaryOperator<Schedule> consequence) {
        ScheduleStore store = database.store();
        AtomicBoolean known = new AtomicBoolean();
        store.change(channel, schedule -> {
            known.setPlain(true);
            return Optional.of(store.entry(channel, day).orElseGet(() -> DayEntry.begun(channel, day)))
                    .filter(ours)
                    .map(entry -> Step.of(consequence.apply(schedule), outcome.apply(entry)));
        });
        if (!known.getPlain()) {
            boolean written = store.entry(channel, day)
                    .filter(ours)
                    .map(outcome)
                    .filter(store::save)
                    .isPresent();
            LOG.debug("Channel {} has no schedule any more; {} is marked: {}", channel, day, written);
        }
    }

    /**
     * It is there, whatever was written since.
     *
     * @param message its id; 0 where it is deleted by now
     */
    void posted(Settings settings, Due due, long message, Instant at) {
        mark(
                settings.channel(),
                due.day(),
                any -> true,
                entry -> entry.posted(message, at, due.late(at), settings.publish()),
                schedule -> schedule.settled(due.day()));
        watch.sent(due.late(at));
    }

    void empty(DayEntry left, Instant now) {
        mark(left, entry -> entry.empty(now), schedule -> schedule.settled(left.day()));
        watch.became(Outcome.EMPTY);
    }

    /** @param inDoubt whether it may be out all the same; the admin is told then */
    void missed(Settings settings, DayEntry left, String reason, boolean inDoubt, Instant now) {
        LocalDate day = left.day();
        LOG.warn("Channel {} has no post for {}: {}", left.channel(), day, reason);
        // Of a schedule that was not looked at for longer than anybody keeps a log, the days before that are not told.
        LocalDate oldest = LocalDate.ofInstant(
                now.minus(DailyRules.KEEP_LOG), settings.zone().orElse(ZoneOffset.UTC));
        LocalDate after = day.isBefore(oldest) ? oldest : day;
        mark(left, entry -> entry.missed(reason, now), schedule -> {
            Schedule next = schedule.settled(day, after);
            return inDoubt
                    ? next.telling(
                            Optional.of(new Notice(Notice.What.MISSED_IN_DOUBT, DAY.format(day) + ": " + reason, now)))
                    : next;
        });
        watch.became(Outcome.MISSED);
    }

    /** It was looked for and is not there. */
    void notFound(DayEntry look) {
        Instant now = clock.instant();
        mark(look, entry -> entry.notSent(""), schedule -> again(schedule, look.day(), now));
    }

    private static Schedule again(Schedule schedule, LocalDate day, Instant then) {
        boolean stillDue = schedule.isActive() && schedule.due().day().equals(day);
        return stillDue ? schedule.waitingUntil(then) : schedule;
    }

    /**
     * The post could not be sent.
     *
     * @param claim as it was saved before
     * @param perhapsSent whether an attempt before this one may have succeeded
     */
    void notSent(Settings settings, Due due, DayEntry claim, Failure failure, boolean perhapsSent) {
        boolean mayBeOut = perhapsSent || failure.kind() == Failure.Kind.IN_DOUBT;
        failed(settings, due, claim, failure, entry -> mayBeOut ? entry : entry.notSent(reason(failure)));
    }

    /**
     * The channel could not be looked through: what is in doubt stays so.
     *
     * @param look as it was saved before
     */
    void notLooked(Settings settings, Due due, DayEntry look, Failure failure) {
        failed(settings, due, look, failure, entry -> entry);
    }

    private void failed(Settings settings, Due due, DayEntry tried, Failure failure, UnaryOperator<DayEntry> outcome) {
        Instant now = clock.instant();
        LOG.info(
                "The post of {} in channel {}: {}, {}",
                due.day(),
                settings.channel(),
                failure.kind(),
                failure.getMessage());
        switch (failure.kind()) {
            case DONE_AND_DELETED -> posted(settings, due, 0, now);
            case CHANNEL_GONE -> database.store().deleteChannel(settings.guild(), settings.channel());
            case GUILD_GONE -> database.store().deleteGuild(settings.guild());
            case NOT_ALLOWED -> {
                mark(tried, outcome, schedule -> stopped(schedule, failure, now));
                watch.became(Outcome.STOPPED);
            }
            case NOT_DONE, IN_DOUBT -> {
                Instant then = now.plus(DailyRules.backoff(tried.attempts()));
                mark(tried, outcome, schedule -> again(schedule, due.day(), then));
                watch.became(failure.kind() == Failure.Kind.IN_DOUBT ? Outcome.IN_DOUBT : Outcome.NOT_SENT);
            }
            case REFUSED -> missed(settings, tried, reason(failure), false, now);
        }
    }

    private static Schedule stopped(Schedule schedule, Failure failure, Instant now) {
        return schedule.isActive() ? schedule.stopped(new Stop(Stop.Cause.REFUSED, reason(failure)), now) : schedule;
    }

    private static String reason(Failure failure) {
        return String.valueOf(failure.getMessage());
    }
}
