package dev.almanac.daily;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * The daily post of a channel, as it stands. It changes by the methods below and by nothing else; each gives the schedule as it
 * is to be saved (see {@link ScheduleStore#save}), and refuses what makes no sense.
 *
 * @param setBy the user who set it up last; is told when it stops
 * @param since when it came into this state
 * @param stop why it is stopped, or was stopped last, until a day is settled
 * @param goneSince since when the bot seems to have left the guild; empty while it is there
 * @param due what is due next; where nothing will be posted for now, what was; {@link Due#NONE} before there was anything
 * @param tryAt when to look at it next; empty while there is nothing to look at
 * @param notice what is still to be told to its admin
 * @param version counts how often it was saved
 */
public record Schedule(
        Settings settings,
        long setBy,
        Change change,
        State state,
        Instant since,
        Optional<Stop> stop,
        Optional<Instant> goneSince,
        Due due,
        Optional<Instant> tryAt,
        Optional<Notice> notice,
        long version) {

    /** How long until a post that is stopped is looked at again, besides Discord's own news. */
    public static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** What is done with it. */
    public enum State {
        ACTIVE,
        /** By an admin, until an admin resumes it. */
        PAUSED,
        /** The channel can't be posted to; goes on by itself when it can. */
        STOPPED,
        /** For a zone: nobody has said, in words that are known, whose time it goes by. */
        WAITING
    }

    /** The last thing that an admin did with it. */
    public record Change(What what, long by, Instant at) {
        /** What an admin does. */
        public enum What {
            SET,
            CHANGED,
            PAUSED,
            RESUMED;

            /** In a sentence: {@code paused}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public Schedule {
        if (tryAt.isPresent() && (goneSince.isPresent() || state == State.PAUSED || state == State.WAITING)) {
            throw new IllegalArgumentException("nothing to try while " + state + ", gone since " + goneSince);
        }
        if (state == State.STOPPED && stop.isEmpty()) {
            throw new IllegalArgumentException("stopped without a reason");
        }
    }

    public long channel() {
        return settings.channel();
    }

    public long guild() {
        return settings.guild();
    }

    /** Whether it is looked at when it is due. */
    public boolean isActive() {
        return state == State.ACTIVE && goneSince.isEmpty();
    }

    /** A new one; it waits where the settings have no zone. */
    public static Schedule setUp(Settings settings, long by, DayLog log, Instant now) {
        Schedule waiting = new Schedule(
                settings,
                by,
                new Change(Change.What.SET, by, now),
                State.WAITING,
                now,
                Optional.empty(),
                Optional.empty(),
                Due.NONE,
                Optional.empty(),
                Optional.empty(),
                0);
        return settings.zone().isEmpty() ? waiting : waiting.beginning(log, now);
    }

    /**
     * With other settings. A day that is due and not settled stays due when it was, so that a change neither hastens nor loses
     * it; else the next one is later than now, and of a day that isn't in the log. A paused one stays paused.
     */
    public Schedule changed(Settings others, long by, DayLog log, Instant now) {
        if (others.channel() != channel()) {
            throw new IllegalArgumentException("settings of channel " + others.channel() + " for " + channel());
        }
        Schedule changed =
                with(others, by, new Change(Change.What.CHANGED, by, now)).here();
        if (state == State.PAUSED) {
            return changed;
        }
        if (others.zone().isEmpty()) {
            return changed.in(State.WAITING, now, Optional.empty(), due, Optional.empty());
        }
        return state != State.WAITING && isPending(log, now)
                ? changed.in(State.ACTIVE, now, Optional.empty(), due, Optional.of(due.at()))
                : changed.beginning(log, now);
    }

    private boolean isPending(DayLog log, Instant now) {
        Optional<DayEntry> entry = log.of(due.day());
        boolean began = !due.equals(Due.NONE);
        return began && entry.map(known -> !known.isSettled()).orElse(!due.at().isAfter(now));
    }

    /** Active, from the next time after now; of no day in the log. */
    private Schedule beginning(DayLog log, Instant now) {
        LocalDate tomorrow = LocalDate.ofInstant(now, settings.knownZone()).plusDays(1);
        Due next = Due.after(now, log.last(tomorrow), settings);
        return in(State.ACTIVE, now, Optional.empty(), next, Optional.of(next.at()));
    }

    /** Mentions no role any more, as an admin wants it. */
    public Schedule mentioningNobody(long by, Instant now) {
        return with(settings.withoutRole(), setBy, new Change(Change.What.CHANGED, by, now));
    }

    /** Mentions no role any more, because it can't; its admin is told. */
    public Schedule havingLostItsRole(Instant now) {
        return new Schedule(
                settings.withoutRole(),
                setBy,
                change,
                state,
                since,
                stop,
                goneSince,
                due,
                tryAt,
                Optional.of(new Notice(Notice.What.WITHOUT_ROLE, "", now)),
                version);
    }

    public Schedule paused(long by, Instant now) {
        refuse(state == State.PAUSED, "is paused already");
        return with(settings, setBy, new Change(Change.What.PAUSED, by, now))
                .in(State.PAUSED, now, Optional.empty(), due, Optional.empty())
                .telling(Optional.empty());
    }

    /** Goes on from the next time after now, of no day in the log; waits where it has no zone. */
    public Schedule resumed(long by, DayLog log, Instant now) {
        refuse(state != State.PAUSED, "isn't paused");
        Schedule resumed = with(settings, setBy, new Change(Change.What.RESUMED, by, now));
        return settings.zone().isEmpty()
                ? resumed.in(State.WAITING, now, Optional.empty(), due, Optional.empty())
                : resumed.here().beginning(log, now);
    }

    /**
     * Stopped until it can go on; whoever set it up is told. A refusal of Discord's own that was told before isn't told again:
     * as far as the bot sees, all is well, so it would come back with each try.
     */
    public Schedule stopped(Stop why, Instant now) {
        refuse(!isActive(), "isn't active");
        boolean toldBefore = why.cause() == Stop.Cause.REFUSED && stop.equals(Optional.of(why));
        return in(State.STOPPED, now, Optional.of(why), due, Optional.of(now.plus(BETWEEN_LOOKS)))
                .telling(
                        toldBefore
                                ? Optional.empty()
                                : Optional.of(new Notice(Notice.What.STOPPED, why.reason(), now)));
    }

    /** What stopped it is over: it goes on with the day that was due then. */
    public Schedule goingOn(Instant now) {
        refuse(state != State.STOPPED, "isn't stopped");
        return in(State.ACTIVE, now, stop, due, Optional.of(due.at())).telling(Optional.empty());
    }

    /** The bot seems to have left its guild. Whatever state it is in, it stays in. */
    public Schedule gone(Instant now) {
        refuse(goneSince.isPresent(), "is gone already");
        return new Schedule(
                settings,
                setBy,
                change,
                state,
                since,
                stop,
                Optional.of(now),
                due,
                Optional.empty(),
                Optional.empty(),
                version);
    }

    /** The bot is in its guild after all: it goes on as it was. */
    public Schedule back() {
        refuse(goneSince.isEmpty(), "isn't gone");
        return here().tryingAt(state == State.ACTIVE || state == State.STOPPED ? Optional.of(due.at()) : tryAt);
    }

    private Schedule here() {
        return new Schedule(settings, setBy, change, state, since, stop, Optional.empty(), due, tryAt, notice, version);
    }

    /** To be looked at then, and not before. */
    public Schedule waitingUntil(Instant then) {
        refuse(tryAt.isEmpty(), "has nothing to wait for");
        return tryingAt(Optional.of(then));
    }

    /** Its day is being sent; looked at again then, if nobody says what became of it. */
    public Schedule claimed(Instant lookAgain) {
        refuse(!isActive(), "isn't active");
        return tryingAt(Optional.of(lookAgain));
    }

    /** A day is over: the first one after it is due next, unless another one is due by now. */
    public Schedule settled(LocalDate day) {
        return settled(day, day);
    }

    /**
     * The same where the days in between are passed over.
     *
     * @param after the next one is later than this day, which is that day or later
     */
    public Schedule settled(LocalDate day, LocalDate after) {
        if (!due.day().equals(day) || settings.zone().isEmpty()) {
            return this;
        }
        Due next = Due.afterDay(after, settings);
        return state == State.STOPPED
                ? in(state, since, stop, next, tryAt)
                : in(state, since, Optional.empty(), next, tryAt.map(then -> next.at()));
    }

    /** This day is due now, whatever was. */
    public Schedule dueNow(Due now) {
        refuse(!isActive(), "isn't active");
        return in(state, since, stop, now, Optional.of(now.at()));
    }

    /** With this to be told to its admin, and nothing else any more. */
    public Schedule telling(Optional<Notice> news) {
        return new Schedule(settings, setBy, change, state, since, stop, goneSince, due, tryAt, news, version);
    }

    /** As the store has it once this is saved. */
    public Schedule saved() {
        return new Schedule(settings, setBy, change, state, since, stop, goneSince, due, tryAt, notice, version + 1);
    }

    private Schedule with(Settings others, long owner, Change last) {
        return new Schedule(others, owner, last, state, since, stop, goneSince, due, tryAt, notice, version);
    }

    private Schedule in(State next, Instant then, Optional<Stop> why, Due nextDue, Optional<Instant> look) {
        return new Schedule(settings, setBy, change, next, then, why, goneSince, nextDue, look, notice, version);
    }

    private Schedule tryingAt(Optional<Instant> then) {
        return new Schedule(settings, setBy, change, state, since, stop, goneSince, due, then, notice, version);
    }

    private void refuse(boolean refused, String why) {
        if (refused) {
            throw new IllegalStateException("the post of channel " + channel() + " " + why);
        }
    }
}
