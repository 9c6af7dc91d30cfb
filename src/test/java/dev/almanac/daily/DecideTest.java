package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise, row by row. The post of 24 November 2026 is due at nine in Berlin, which is eight in UTC; it may come six hours
 * late, and Discord is taken to remember a nonce for two minutes.
 */
class DecideTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant DUE = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant TOO_LATE = DUE.plus(Duration.ofHours(6)).plusSeconds(1);
    private static final PostText TEXT =
            new PostText(Events.timelineOf("1900-11-24"), new Pictures(Events.timelineOf("1900-11-24")));
    private static final Promise PROMISE = new Promise(TEXT, DailyRules.DEFAULT);
    private static final Path DOCUMENT = Path.of("docs/promise.md");

    private static final String LACKS = "the bot lacks there: Send Messages";
    private static final Stop STOP = new Stop(Stop.Cause.LACKS_PERMISSIONS, LACKS);

    /**
     * A row of the table.
     *
     * @param then what is done, in words
     */
    private record Row(String when, String then, Given given, Decision decision) {
        String written() {
            return "| " + when + " | " + then + " |";
        }

        @Override
        public String toString() {
            return when;
        }
    }

    /** What a decision is made of. */
    private record Given(Schedule schedule, List<DayEntry> log, Sight sight, UnderWay underWay, Instant now) {
        Given at(Instant moment) {
            return new Given(schedule, log, sight, underWay, moment);
        }

        Given with(DayEntry entry) {
            return new Given(schedule, List.of(entry), sight, underWay, now);
        }

        Given with(UnderWay other) {
            return new Given(schedule, log, sight, other, now);
        }

        Given seeing(Presence presence) {
            return new Given(schedule, log, new Sight(presence, Optional.empty(), false), underWay, now);
        }

        Given seeing(Channel channel) {
            return new Given(
                    schedule, log, new Sight(Presence.HERE, Optional.of(channel), sight.mayMention()), underWay, now);
        }

        Given of(Schedule other) {
            return new Given(other, log, sight, underWay, now);
        }

        Decision decided() {
            return PROMISE.decide(schedule, new DayLog(log), sight, underWay, now);
        }
    }

    private static Settings settings(String zone, EmptyDay empty, List<String> categories, long role) {
        return new Settings(7, 70, LocalTime.of(9, 0), zone, empty, categories, true, false, role, false);
    }

    private static final Settings BERLIN = settings("Europe/Berlin", EmptyDay.NEAREST, List.of(), 0);

    private static Settings within(Settings settings, Rhythm rhythm) {
        return new Settings(
                settings.guild(),
                settings.channel(),
                settings.time(),
                settings.zoneId(),
                settings.empty(),
                settings.categories(),
                settings.sensitive(),
                settings.silent(),
                settings.role(),
                settings.publish(),
                false,
                rhythm,
                "",
                OptionalInt.empty());
    }

    private static final Settings WEEKLY = within(BERLIN, Rhythm.weekly(DayOfWeek.TUESDAY));

    private static Schedule due(Settings settings) {
        Schedule set = Schedule.setUp(
                settings("Europe/Berlin", settings.empty(), settings.categories(), settings.role()),
                5,
                new DayLog(List.of()),
                DUE.minusSeconds(60));
        return new Schedule(
                settings,
                set.setBy(),
                set.change(),
                set.state(),
                set.since(),
                set.stop(),
                set.goneSince(),
                set.due(),
                set.tryAt(),
                set.notice(),
                set.version());
    }

    private static Channel channel(boolean readsHistory, String... missing) {
        return new Channel("history", List.of(missing), readsHistory, false, true, Optional.empty());
    }

    private static final Given GIVEN = new Given(
            due(BERLIN), List.of(), new Sight(Presence.HERE, Optional.of(channel(true)), true), UnderWay.NOTHING, DUE);

    private static DayEntry claimed(Instant... attempts) {
        return Arrays.stream(attempts)
                .reduce(
                        DayEntry.begun(70, DAY),
                        (entry, attempt) -> entry.claimed(List.of("1900-11-24"), "me", attempt),
                        (one, other) -> other);
    }

    private static UnderWay ownerGone(long seconds) {
        return new UnderWay(false, Duration.ofSeconds(seconds));
    }

    private static Post post(Settings settings, Duration late) {
        return TEXT.of(settings, new Due(DAY, DUE), late, List.of()).orElseThrow();
    }

    private static Stream<Row> rows() {
        Settings space = settings("Europe/Berlin", EmptyDay.NOTHING, List.of("space"), 0);
        Settings role = settings("Europe/Berlin", EmptyDay.NEAREST, List.of(), 9);
        Schedule stopped = due(BERLIN).stopped(STOP, DUE.minusSeconds(30));
        Channel unreadable = channel(false);
        DayEntry claim = claimed(DUE);
        return Stream.of(
                new Row(
                        "it is due, and nothing stands in the way",
                        "send it",
                        GIVEN,
                        new Send(post(BERLIN, Duration.ZERO), false)),
                new Row(
                        "it is looked at before it is due",
                        "wait until it is due, whatever else there is: another process may have settled the day before meanwhile",
                        GIVEN.seeing(channel(true, "Send Messages")).at(DUE.minusSeconds(1)),
                        new Wait(DUE)),
                new Row(
                        "it comes late, within the late window",
                        "send it; from ten minutes on it says so",
                        GIVEN.at(DUE.plus(Duration.ofHours(5))),
                        new Send(post(BERLIN, Duration.ofHours(5)), false)),
                new Row(
                        "it is weekly",
                        "send seven days in one post; it is that of the day that they begin with, like any other",
                        GIVEN.of(due(WEEKLY)),
                        new Send(post(WEEKLY, Duration.ZERO), false)),
                new Row(
                        "it is weekly, nothing is known of any of its days, and the channel wants no other",
                        "post nothing",
                        GIVEN.of(due(within(space, WEEKLY.rhythm()))),
                        new PostNothing()),
                new Row(
                        "the day is due, and the channel wants it on other days of the week from now on",
                        "send it: what was due stays due",
                        GIVEN.of(due(within(BERLIN, Rhythm.WEEKENDS))),
                        new Send(post(BERLIN, Duration.ZERO), false)),
                new Row(
                        "the role can’t be mentioned any more",
                        "send it without the role, and tell the admin",
                        new Given(
                                due(role),
                                List.of(),
                                new Sight(Presence.HERE, Optional.of(channel(true)), false),
                                UnderWay.NOTHING,
                                DUE),
                        new Send(post(role.withoutRole(), Duration.ZERO), false)),
                new Row(
                        "nothing is known of the day, and the channel wants no other",
                        "post nothing",
                        GIVEN.of(due(space)),
                        new PostNothing()),
                new Row(
                        "a request about the channel is under way in this process",
                        "wait for it, a minute at most",
                        GIVEN.with(new UnderWay(true, UnderWay.NOTHING.ownerGone())),
                        new Wait(DUE.plusSeconds(60))),
                new Row(
                        "the day is settled",
                        "plan the next one",
                        GIVEN.with(claim.posted(1, DUE, Duration.ZERO, false)),
                        new PlanNext()),
                new Row(
                        "the guild is in an outage, or its shard isn’t ready",
                        "wait 15 seconds",
                        GIVEN.seeing(Presence.AWAY),
                        new Wait(DUE.plusSeconds(15))),
                new Row(
                        "the guild isn’t known",
                        "wait 15 seconds: only Discord’s own word makes a guild gone",
                        GIVEN.seeing(Presence.UNKNOWN),
                        new Wait(DUE.plusSeconds(15))),
                new Row(
                        "the channel isn’t seen",
                        "stop, tell the admin, and ask Discord once whether it is deleted",
                        GIVEN.seeing(Presence.HERE),
                        new Halt(new Stop(Stop.Cause.NOT_SEEN, "the bot can’t find the channel, or may not see it"))),
                new Row(
                        "the bot lacks a permission that posting needs",
                        "stop, and tell the admin",
                        GIVEN.seeing(channel(true, "Send Messages")),
                        new Halt(STOP)),
                new Row(
                        "a moderator has timed the bot out",
                        "stop, and tell the admin",
                        GIVEN.seeing(new Channel(
                                "history", List.of(), true, false, true, Optional.of(DUE.plusSeconds(3600)))),
                        new Halt(new Stop(Stop.Cause.TIMED_OUT, "a moderator of the server has timed the bot out"))),
                new Row(
                        "Java doesn’t know the zone any more",
                        "stop, and tell the admin",
                        GIVEN.of(due(settings("Mars/Phobos", EmptyDay.NEAREST, List.of(), 0))),
                        new Halt(new Stop(
                                Stop.Cause.ZONE_UNKNOWN, "its time zone “Mars/Phobos” isn’t one that is known here"))),
                new Row(
                        "nobody has said yet whose time it goes by",
                        "nothing: no day is due, and none counts as missed, however long that takes",
                        GIVEN.of(Schedule.setUp(
                                        settings("est", EmptyDay.NEAREST, List.of(), 0), 5, new DayLog(List.of()), DUE))
                                .at(TOO_LATE.plus(Duration.ofDays(30))),
                        new Rest()),
                new Row(
                        "it is stopped, and what stopped it is still so",
                        "look again in an hour",
                        GIVEN.of(stopped).seeing(channel(true, "Send Messages")),
                        new Wait(DUE.plus(Duration.ofHours(1)))),
                new Row(
                        "it is stopped, and nothing stands in the way any more",
                        "go on",
                        GIVEN.of(stopped),
                        new GoOn()),
                new Row(
                        "the late window is over, and nothing was sent",
                        "give the day up, with the reason of the last attempt",
                        GIVEN.with(claim.notSent("Discord said 429")).at(TOO_LATE),
                        new Miss("the bot could not post within 6 hours of its time: Discord said 429", false)),
                new Row(
                        "in doubt: nobody finished the claim, and it is less than three seconds old",
                        "wait until it is: the message may still be on its way",
                        GIVEN.with(claim).at(DUE.plusSeconds(2)),
                        new Wait(DUE.plusSeconds(3))),
                new Row(
                        "in doubt, and the process that claimed it lives",
                        "leave it alone, and look again in a minute",
                        GIVEN.with(claim).with(ownerGone(0)).at(DUE.plusSeconds(600)),
                        new Wait(DUE.plusSeconds(660))),
                new Row(
                        "in doubt, and the process that claimed it lost the right to send less than a minute ago",
                        "wait until a minute has passed: frozen before it sent, it may send when it wakes",
                        GIVEN.with(claim).with(ownerGone(59)).at(TOO_LATE),
                        new Wait(TOO_LATE.plusSeconds(1))),
                new Row(
                        "in doubt, and the bot may read the channel’s history",
                        "look for it, from five minutes before the first attempt to five minutes after the last",
                        GIVEN.with(claimed(DUE, DUE.plusSeconds(100)))
                                .with(ownerGone(60))
                                .at(DUE.plusSeconds(200)),
                        new Look(DUE.minusSeconds(300), DUE.plusSeconds(400))),
                new Row(
                        "in doubt, and the clock went back since",
                        "look for it at once, from five minutes before now",
                        GIVEN.with(claim).at(DUE.minusSeconds(3600)),
                        new Look(DUE.minusSeconds(3900), DUE.plusSeconds(300))),
                new Row(
                        "in doubt, history closed, within Discord’s memory of the nonce since the first attempt",
                        "send it again under the same nonce",
                        GIVEN.with(claim).seeing(unreadable).at(DUE.plusSeconds(119)),
                        new Send(post(BERLIN, Duration.ofSeconds(119)), true)),
                new Row(
                        "in doubt, history closed, after that",
                        "give the day up, and tell the admin",
                        GIVEN.with(claimed(DUE, DUE.plusSeconds(100)))
                                .seeing(unreadable)
                                .at(DUE.plusSeconds(120)),
                        new Miss(Promise.NOBODY_CAN_TELL, true)),
                new Row(
                        "in doubt, history closed, and the clock went back since",
                        "give the day up, and tell the admin: nobody knows how long ago it was",
                        GIVEN.with(claim).seeing(unreadable).at(DUE.minusSeconds(1)),
                        new Miss(Promise.NOBODY_CAN_TELL, true)),
                new Row(
                        "in doubt, and the guild is away",
                        "wait 15 seconds",
                        GIVEN.with(claim).seeing(Presence.AWAY).at(DUE.plusSeconds(60)),
                        new Wait(DUE.plusSeconds(75))),
                new Row(
                        "in doubt, and the bot lacks a permission that posting needs",
                        "stop; the doubt stays until it goes on",
                        GIVEN.with(claim).seeing(channel(true, "Send Messages")).at(DUE.plusSeconds(60)),
                        new Halt(STOP)),
                new Row(
                        "in doubt, and the late window is over",
                        "look once more",
                        GIVEN.with(claim).at(TOO_LATE),
                        new Look(DUE.minusSeconds(300), DUE.plusSeconds(300))),
                new Row(
                        "in doubt, the late window is over, and that look had no answer",
                        "give the day up, and tell the admin",
                        GIVEN.with(claim.lookedFor(TOO_LATE)).at(TOO_LATE.plusSeconds(60)),
                        new Miss(Promise.COULD_NOT_LOOK, true)),
                new Row(
                        "in doubt, the late window is over, and the guild is away",
                        "give the day up, and tell the admin",
                        GIVEN.with(claim).seeing(Presence.AWAY).at(TOO_LATE),
                        new Miss(Promise.COULD_NOT_LOOK, true)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        assertEquals(row.decision(), row.given().decided());
    }

    /** To write the table anew: copy what this expects. */
    @Test
    void theDocumentHasTheSameTable() throws IOException {
        List<String> written = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| when"))
                .toList();

        assertEquals(String.join("\n", rows().map(Row::written).toList()), String.join("\n", written));
    }
}
