package dev.almanac.daily;

import dev.almanac.daily.Decision.GoOn;
import dev.almanac.daily.Decision.Halt;
import dev.almanac.daily.Decision.Look;
import dev.almanac.daily.Decision.Miss;
import dev.almanac.daily.Decision.PlanNext;
import dev.almanac.daily.Decision.PostNothing;
import dev.almanac.daily.Decision.Rest;
import dev.almanac.daily.Decision.Send;
import dev.almanac.daily.Decision.Wait;
import dev.almanac.daily.Guilds.Channel;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Schedule.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The promise of the daily post: once for each channel and due day, never twice, and never missing in silence.
 *
 * <p>It rests on five things:
 * <ol>
 *   <li>A day is <b>claimed</b> in the database before its post is sent. A process may die between the two, or between sending
 *       and writing that it did; nobody can tell those apart afterwards but the channel itself.
 *   <li>So a claim that nobody finished is <b>in doubt</b>. It is looked for in the channel: each post bears its due day as the
 *       id of its first container. Found, it is marked as posted; not found, it is sent.
 *   <li>Where the bot may not read the channel's history, only the nonce is left, by which Discord recognises a message that
 *       is sent twice, for some minutes. After that the day is <b>given up</b>: a missing post is forgiven more easily than a
 *       repeated one. The log says why, and the admin is told.
 *   <li>Whatever is written is written by <b>compare and set</b>: of two processes that decide at once, one wins, and the other
 *       one decides anew. See {@link ScheduleStore}.
 *   <li>Of several processes <b>one may send</b> in a guild, as far as it knows straight before it sends. What it claimed is left
 *       alone until a minute after it lost that right: it may have been frozen just after it asked.
 * </ol>
 *
 * <p>What is to be done is decided here, from values alone: no clock, no database, no Discord. The engine carries it out.
 * docs/promise.md is this as a table, and DecideTest the same table as a test.
 */
public final class Promise {
    /** How far our clock may differ from Discord's when a post is looked for. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    static final String NOBODY_CAN_TELL =
            "it may have been sent, and without the permission Read Message History nobody can tell";
    static final String COULD_NOT_LOOK = "it may have been sent, and the channel could not be looked through in time";

    private final PostText text;
    private final DailyRules rules;

    public Promise(PostText text, DailyRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /**
     * What is to be done now about the day that is due.
     *
     * @param schedule one whose moment to be looked at has come; one that waits for a zone has no such moment
     * @param log of its channel
     * @param sight of its channel
     * @param underWay about the channel
     */
    public Decision decide(Schedule schedule, DayLog log, Sight sight, UnderWay underWay, Instant now) {
        if (schedule.state() == State.WAITING) {
            return new Rest();
        }
        Optional<Decision> obstacle = obstacle(schedule.settings(), sight, now);
        if (underWay.here()) {
            return new Wait(now.plus(DailyRules.LONGEST_REQUEST));
        }
        if (schedule.state() == State.STOPPED) {
            return obstacle.isPresent() ? new Wait(now.plus(Schedule.BETWEEN_LOOKS)) : new GoOn();
        }
        if (schedule.settings().zone().isEmpty()) {
            return obstacle.orElseThrow();
        }
        Optional<DayEntry> entry = log.of(schedule.due().day());
        if (entry.filter(DayEntry::isSettled).isPresent()) {
            return new PlanNext();
        }
        if (entry.filter(DayEntry::isInDoubt).isPresent()) {
            Duration leftAlone = DailyRules.AFTER_A_LEASE.minus(underWay.ownerGone());
            return leftAlone.isNegative() || leftAlone.isZero()
                    ? doubtful(schedule, entry.get(), log, sight, obstacle, now)
                    : new Wait(now.plus(leftAlone));
        }
        if (now.isBefore(schedule.due().at())) {
            return new Wait(schedule.due().at());
        }
        if (now.isAfter(end(schedule.due()))) {
            return new Miss(tooLate(entry.map(DayEntry::reason).orElse("")), false);
        }
        return obstacle.orElseGet(() -> send(schedule, log, sight, false, now));
    }

    /** What keeps a channel from being posted to; empty when nothing does. */
    private static Optional<Decision> obstacle(Settings settings, Sight sight, Instant now) {
        if (settings.zone().isEmpty()) {
            return halt(
                    Stop.Cause.ZONE_UNKNOWN, "its time zone “" + settings.zoneId() + "” isn’t one that is known here");
        }
        if (sight.presence() != Presence.HERE) {
            return Optional.of(new Wait(now.plus(DailyRules.WAIT_FOR_GUILD)));
        }
        if (sight.channel().isEmpty()) {
            return halt(Stop.Cause.NOT_SEEN, "the bot can’t find the channel, or may not see it");
        }
        Channel channel = sight.channel().get();
        if (channel.timedOutUntil().filter(now::isBefore).isPresent()) {
            return halt(Stop.Cause.TIMED_OUT, "a moderator of the server has timed the bot out");
        }
        return channel.missing().isEmpty()
                ? Optional.empty()
                : halt(Stop.Cause.LACKS_PERMISSIONS, "the bot lacks there: " + String.join(", ", channel.missing()));
    }

    private static Optional<Decision> halt(Stop.Cause cause, String reason) {
        return Optional.of(new Halt(new Stop(cause, reason)));
    }

    /** A claim that nobody finished: was it sent? */
    private Decision doubtful(
            Schedule schedule, DayEntry entry, DayLog log, Sight sight, Optional<Decision> obstacle, Instant now) {
        boolean clockWentBack = now.isBefore(entry.attemptedAt());
        Instant arrived = entry.attemptedAt().plus(DailyRules.UNDER_WAY);
        if (!clockWentBack && now.isBefore(arrived)) {
            return new Wait(arrived);
        }
        boolean readable = sight.channel().filter(Channel::readsHistory).isPresent();
        if (now.isAfter(end(schedule.due()))) {
            // One look is due even to a process that starts long after: what it finds is no doubt any more.
            boolean looked = entry.lookedAt().isAfter(end(schedule.due()));
            return readable && !looked
                    ? look(entry, now)
                    : new Miss(sight.channel().isPresent() && !readable ? NOBODY_CAN_TELL : COULD_NOT_LOOK, true);
        }
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (readable) {
            return look(entry, now);
        }
        boolean remembered = !clockWentBack && now.isBefore(entry.claimedAt().plus(rules.nonceWindow()));
        return remembered ? send(schedule, log, sight, true, now) : new Miss(NOBODY_CAN_TELL, true);
    }

    private static Look look(DayEntry entry, Instant now) {
        Instant first = entry.claimedAt().isBefore(now) ? entry.claimedAt() : now;
        return new Look(first.minus(CLOCKS_DIFFER), entry.attemptedAt().plus(CLOCKS_DIFFER));
    }

    private Decision send(Schedule schedule, DayLog log, Sight sight, boolean perhapsSent, Instant now) {
        Settings settings = sight.within(schedule.settings());
        Due due = schedule.due();
        return text.of(settings, due, due.late(now), log.eventsBeside(due.day()))
                .<Decision>map(post -> new Send(post, perhapsSent))
                .orElseGet(PostNothing::new);
    }

    private Instant end(Due due) {
        return due.at().plus(rules.longestLate());
    }

    /** @param last why the last attempt failed; empty when there was none */
    private String tooLate(String last) {
        long minutes = rules.longestLate().toMinutes();
        String within = minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
        return "the bot could not post within " + within + " of its time" + (last.isEmpty() ? "" : ": " + last);
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
