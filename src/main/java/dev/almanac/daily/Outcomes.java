package dev.almanac.daily;

import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayEntry.State;
import dev.almanac.daily.Postbox.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what became of a day, and what follows from it. */
final class Outcomes {
    static final String NOBODY_CAN_TELL =
            "it may have been sent, and without the permission Read Message History nobody can tell";

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final Clock clock;
    private final DailyRules rules;

    Outcomes(Clock clock, DailyRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    /** @param message its id; 0 where it is deleted by now */
    void posted(DailyStore store, Settings settings, Due due, long message, Instant at) {
        Publishing publishing = settings.publish() && message != 0 ? Publishing.PENDING : Publishing.NONE;
        store.settle(settings, entry(settings, due, State.POSTED, at, message, "", publishing), due.day());
    }

    void empty(DailyStore store, Settings settings, Due due, Instant now) {
        store.settle(settings, entry(settings, due, State.EMPTY, now, 0, "", Publishing.NONE), due.day());
    }

    void missed(DailyStore store, Settings settings, Due due, String reason, Instant now) {
        LOG.warn("Channel {} has no post for {}: {}", settings.channel(), due.day(), reason);
        // Of a schedule that was not looked at for longer than anybody keeps a log, the days before that are not told.
        LocalDate oldest = LocalDate.ofInstant(now.minus(DailyRules.KEEP_LOG), settings.zone());
        store.settle(
                settings,
                entry(settings, due, State.MISSED, now, 0, reason, Publishing.NONE),
                due.day().isBefore(oldest) ? oldest : due.day());
    }

    /** @param last why the last attempt failed; empty when there was none */
    String tooLate(String last) {
        long minutes = rules.longestLate().toMinutes();
        String within = minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
        return "the bot could not post within " + within + " of its time" + (last.isEmpty() ? "" : ": " + last);
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static DayEntry entry(
            Settings settings, Due due, State state, Instant at, long message, String reason, Publishing publishing) {
        Duration late = state == State.POSTED ? due.late(at) : Duration.ZERO;
        return new DayEntry(
                settings.channel(),
                due.day(),
                state,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                at,
                late,
                message,
                List.of(),
                reason,
                publishing);
    }

    /**
     * The post could not be sent.
     *
     * @param doubtful whether an attempt before this one may have succeeded
     */
    void notSent(DailyStore store, Settings settings, Due due, Failure failure, boolean doubtful) {
        boolean mayBeOut = doubtful || failure.kind() == Failure.Kind.IN_DOUBT;
        if (!mayBeOut) {
            store.notSent(settings.channel(), due.day(), reason(failure), clock.instant());
        }
        failed(store, settings, due, failure);
    }

    /** A request about a day's post failed, and what is in doubt of it stays so. */
    void failed(DailyStore store, Settings settings, Due due, Failure failure) {
        long channel = settings.channel();
        Instant now = clock.instant();
        LOG.info("The post of {} in channel {}: {}, {}", due.day(), channel, failure.kind(), failure.getMessage());
        switch (failure.kind()) {
            case DONE_AND_DELETED -> posted(store, settings, due, 0, now);
            case CHANNEL_GONE -> store.comings().deleteChannel(channel);
            case GUILD_GONE -> store.comings().deleteGuild(settings.guild());
            // What we know of the channel's permissions would allow it, so whoever is told once is not told at each
            // try.
            case NOT_ALLOWED -> store.schedules().stop(channel, reason(failure), false, now);
            case NOT_DONE, IN_DOUBT -> store.tryAgain(channel, due.day(), now.plus(backoff(store, channel, due)));
            case REFUSED -> missed(store, settings, due, reason(failure), now);
        }
    }

    private static Duration backoff(DailyStore store, long channel, Due due) {
        return DailyRules.backoff(
                store.entry(channel, due.day()).map(DayEntry::attempts).orElse(1));
    }

    private static String reason(Failure failure) {
        return String.valueOf(failure.getMessage());
    }
}
