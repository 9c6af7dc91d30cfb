package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.BERLIN;
import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static dev.almanac.daily.engine.DailyRun.at;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Due;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.timeline.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise, line by line. The time is nine in Berlin, which is eight in UTC; the first day is 24 November 2026. */
class DailyPostsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String NOBODY_CAN_TELL =
            ": it may have been sent, and without the permission Read Message History nobody can tell";

    @TempDir
    Path folder;

    private DailyRun run;

    @BeforeEach
    void begin() {
        run = new DailyRun(
                folder,
                Events.timelineOf("1900-11-24", "1901-11-25", "1902-11-26"),
                DailyRules.DEFAULT,
                Instant.parse("2026-11-24T07:00:00Z"));
        run.set(settings());
        run.work();
    }

    @AfterEach
    void end() {
        run.close();
    }

    private void noHistory() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(false));
    }

    private List<Integer> markers() {
        return run.postbox().markers(CHANNEL);
    }

    private void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file())) {
            other.createStatement().execute(statement);
        }
    }

    @Test
    void postsWhenItIsDueAndNotBefore() {
        run.passUntil("2026-11-24T07:59:59Z");
        assertEquals(List.of(), markers());

        run.passUntil("2026-11-24T08:00:00Z");
        assertEquals(List.of(20261124), markers());
        assertEquals(
                new DayEntry(
                        CHANNEL,
                        LocalDate.of(2026, 11, 24),
                        DayEntry.State.POSTED,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "",
                        Instant.EPOCH,
                        1,
                        Instant.parse("2026-11-24T08:00:00Z"),
                        Duration.ZERO,
                        1001,
                        List.of("1900-11-24"),
                        "",
                        DayEntry.Publishing.NONE),
                run.day("2026-11-24"));
        assertEquals(
                new Due(LocalDate.of(2026, 11, 25), Instant.parse("2026-11-25T08:00:00Z")),
                run.schedule().due());
    }

    /** In doubt, found and posted like any other day; the next one is a week later. */
    @Test
    void aWeekIsPostedOnceOnItsDay() {
        run.set(DailyRun.in(Rhythm.weekly(DayOfWeek.WEDNESDAY)));
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(Duration.ofDays(1));
        run.pass(Duration.ofHours(2));
        run.pass(Duration.ofDays(6));
        run.pass(Duration.ofDays(1));

        assertEquals(List.of(20261125, 20261202), markers());
        assertEquals(List.of("2026-12-02 POSTED", "2026-11-25 POSTED"), run.days());
    }

    @Test
    void aDayThatIsNotAmongItsDaysIsNeitherPostedNorMissed() {
        run.set(DailyRun.in(Rhythm.WEEKENDS));
        for (int day = 24; day <= 30; day++) {
            run.passUntil("2026-11-" + day + "T08:00:00Z");
        }

        assertEquals(List.of(20261128, 20261129), markers());
        assertEquals(List.of("2026-11-29 POSTED", "2026-11-28 POSTED"), run.days());
    }

    @Test
    void aLostAnswerIsSettledByALookAtTheChannel() {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        assertEquals(List.of("2026-11-24 CLAIMED"), run.days());

        run.pass(MINUTE);
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(List.of("1900-11-24"), run.day("2026-11-24").events());
        assertEquals(List.of("send 1y-20261124", "find 20261124"), run.postbox().asked());
    }

    @Test
    void whatIsNotFoundIsSentAgain() {
        run.postbox().next(Fate.LOST_IN_DOUBT);
        run.pass(HOUR);

        run.pass(MINUTE);
        assertEquals(List.of(20261124), markers());
        assertEquals(
                List.of("send 1y-20261124", "find 20261124", "send 1y-20261124"),
                run.postbox().asked());
    }

    @Test
    void aClaimOfADeadProcessIsSettledWhenItsMessageHasHadTimeToAppear() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);

        run.restart();
        run.work();
        assertEquals(List.of("send 1y-20261124"), run.postbox().asked());
        run.pass(DailyRules.UNDER_WAY);
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void withoutHistoryItIsSentAgainWithTheSameNonceInsideTheWindow() {
        noHistory();
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);

        run.pass(Duration.ofSeconds(119));
        assertEquals(
                List.of("send 1y-20261124", "send 1y-20261124"), run.postbox().asked());
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void withoutHistoryItIsMissedAfterTheWindow() {
        noHistory();
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);

        run.pass(Duration.ofMinutes(2));
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
        run.pass(DAY);
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void theWindowCountsFromTheFirstAttemptInDoubt() {
        noHistory();
        run.postbox().next(Fate.DONE_IN_DOUBT, Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.pass(Duration.ofSeconds(110));

        run.pass(Duration.ofSeconds(20));
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
        assertEquals(
                List.of("send 1y-20261124", "send 1y-20261124", "tell 5"),
                run.postbox().asked());
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void anAttemptThatSurelyFailedLeavesAnEarlierOneInDoubt() {
        noHistory();
        run.postbox().next(Fate.DONE_IN_DOUBT, Fate.NOT_DONE);
        run.pass(HOUR);
        run.pass(Duration.ofSeconds(30));

        run.pass(Duration.ofMinutes(10));
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
    }

    @Test
    void withoutHistoryAndTooLateItSaysThatItMayBeOut() {
        noHistory();
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);

        run.restart();
        run.pass(Duration.ofHours(7));
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
    }

    @Test
    void aClockSetBackRepeatsNothing() {
        run.pass(HOUR);
        run.clock().pass(HOUR.multipliedBy(-2));
        run.work();
        run.pass(HOUR.multipliedBy(3));

        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void aClockSetBackWhileInDoubtIsSettledByTheChannel() {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.clock().pass(Duration.ofHours(-5));

        run.restart();
        run.pass(Duration.ofHours(6));
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void aClockSetBackWhileInDoubtWithoutHistoryIsNotTrusted() {
        noHistory();
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.pass(Duration.ofMinutes(-10));

        run.pass(Duration.ofMinutes(10));
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
    }

    @Test
    void aClockSetBackBetweenTwoProcessesIsNotTrustedEither() {
        noHistory();
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.clock().pass(Duration.ofMinutes(-10));
        run.restart();
        run.work();

        run.pass(Duration.ofMinutes(10));
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 MISSED" + NOBODY_CAN_TELL), run.days());
    }

    @Test
    void aClockThatWasAheadForAWhileKeepsNothingWaiting() {
        run.postbox().next(Fate.NOT_DONE);
        run.passUntil("2026-11-24T12:00:00Z");
        assertEquals(List.of("2026-11-24 CLAIMED: Discord said NOT_DONE"), run.days());

        run.passUntil("2026-11-24T08:10:00Z");
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void findsAPostWhenOurClockIsAnHourOff() {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        FakePostbox.Message sent = run.postbox().messages().get(0);
        for (Duration discordIsAhead : List.of(HOUR, HOUR.negated())) {
            run.postbox()
                    .messages()
                    .set(
                            0,
                            new FakePostbox.Message(
                                    sent.id(), sent.post(), sent.at().plus(discordIsAhead)));
            run.restart();
            run.pass(MINUTE);
            assertEquals(List.of(20261124), markers());
        }
    }

    @Test
    void aTimeOrZoneChangedAfterThePostIsForTomorrow() {
        run.pass(HOUR);

        assertEquals(
                Instant.parse("2026-11-25T17:00:00Z"),
                run.set(at("18:00", BERLIN)).due().at());
        run.pass(Duration.ofHours(12));
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void aZoneMovedWestwardRepeatsNoDay() {
        run.set(at("00:30", ZoneId.of("Pacific/Kiritimati")));
        run.pass(Duration.ofHours(4));
        assertEquals(List.of(20261125), markers());

        run.set(at("18:00", ZoneId.of("Pacific/Honolulu")));
        run.pass(DAY);
        assertEquals(List.of(20261125), markers());
        run.passUntil("2026-11-27T04:00:00Z");
        assertEquals(List.of(20261125, 20261126), markers());
    }

    @Test
    void aZoneMovedEastwardSkipsNoDay() {
        run.pass(HOUR);
        run.set(at("09:00", ZoneId.of("Pacific/Auckland")));

        run.passUntil("2026-11-24T20:00:00Z");
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void aChangeWhileARequestIsUnderWayIsGoodForTheNextPost() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.set(at("18:00", BERLIN));
        run.pass(SECOND);

        run.postbox().answerSlowOnes();
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(
                new Due(LocalDate.of(2026, 11, 25), Instant.parse("2026-11-25T17:00:00Z")),
                run.schedule().due());
    }

    @Test
    void aChangeWhileADayIsInDoubtLosesItNot() {
        run.postbox().next(Fate.LOST_IN_DOUBT);
        run.pass(HOUR);
        run.set(at("01:00", BERLIN));

        run.pass(MINUTE);
        assertEquals(List.of(20261124), markers());
        assertEquals(Instant.parse("2026-11-25T00:00:00Z"), run.schedule().due().at());
    }

    @Test
    void aChangeAfterAClockWentBackLosesNoClaim() {
        run.postbox().next(Fate.LOST_IN_DOUBT);
        run.pass(HOUR);
        run.clock().pass(HOUR.multipliedBy(-2));
        run.set(at("10:00", BERLIN));

        run.passUntil("2026-11-24T08:10:00Z");
        assertEquals(List.of(20261124), markers());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    /** As a process leaves it that looks at all that waits while another one settles the day: the next one isn't due for long. */
    @Test
    void whatIsLookedAtTooEarlyIsPostedWhenItIsDue() {
        Schedule seen = run.schedule();
        assertTrue(run.store().save(seen, Step.of(seen.waitingUntil(run.clock().instant()))));

        run.pass(MINUTE);
        assertEquals(List.of(), markers());
        assertEquals(Optional.of(seen.due().at()), run.schedule().tryAt());

        run.pass(HOUR);
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void pausingGivesUpWhatIsInDoubtAndAnAnswerStillCounts() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.admin().pause(CHANNEL, run.clock().instant());
        assertEquals(List.of("2026-11-24 MISSED: an admin paused it before the post was out"), run.days());

        run.postbox().answerSlowOnes();
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        run.pass(DAY);
        assertEquals(List.of(20261124), markers());

        run.admin().resume(CHANNEL, run.clock().instant());
        run.pass(DAY);
        assertEquals(List.of(20261124, 20261126), markers());
    }

    /** As another process left it: the claim is written, and what came of it isn't. */
    private void claimBy(String process) {
        Schedule seen = run.schedule();
        Instant now = run.clock().instant();
        DayEntry day = run.store()
                .entry(CHANNEL, seen.due().day())
                .orElseGet(() -> DayEntry.begun(CHANNEL, seen.due().day()));
        assertTrue(run.store()
                .save(seen, Step.of(seen.claimed(now.plusSeconds(60)), day.claimed(List.of(), process, now))));
    }

    @Test
    void theClaimOfAnotherProcessIsLeftAloneUntilThatHasBeenGoneForAMinute() {
        run.clock().pass(HOUR);
        claimBy("another");

        run.database().isGone("another", Duration.ZERO);
        run.pass(Duration.ofMinutes(1));
        run.pass(Duration.ofMinutes(1));
        run.database().isGone("another", Duration.ofSeconds(20));
        run.pass(Duration.ofMinutes(1));
        run.pass(Duration.ofSeconds(39));
        assertEquals(List.of(), run.postbox().asked());

        run.database().isGone("another", Duration.ofSeconds(60));
        run.pass(Duration.ofSeconds(1));
        assertEquals(2, run.postbox().asked().size());
        assertEquals(List.of(20261124), markers());
    }

    /** What a process learns that was frozen before its message left, and wakes when another one has claimed the day. */
    @Test
    void whatDidNotComeOfAnEarlierAttemptSaysNothingAboutALaterOne() {
        run.postbox().next(Fate.NOT_DONE_SLOWLY);
        run.pass(HOUR);
        claimBy("another");
        Schedule theirs = run.schedule();
        DayEntry claim = run.day("2026-11-24");

        run.postbox().answerSlowOnes();
        assertEquals(theirs, run.schedule());
        assertEquals(claim, run.day("2026-11-24"));
    }

    @Test
    void pausedOrRemovedBetweenLookAndClaimNothingIsSent() {
        Schedule seen = run.schedule();
        run.clock().pass(HOUR);
        run.admin().pause(CHANNEL, run.clock().instant());
        Step claim = Step.of(
                seen.claimed(run.clock().instant()),
                DayEntry.begun(CHANNEL, seen.due().day())
                        .claimed(List.of(), "me", run.clock().instant()));
        assertFalse(run.store().save(seen, claim));

        run.admin().remove(CHANNEL, run.clock().instant());
        assertFalse(run.store().save(seen, claim));
        assertEquals(List.of(), run.days());
    }

    @Test
    void removingAndSettingUpAgainRepeatsNothing() {
        run.pass(HOUR);
        run.admin().remove(CHANNEL, run.clock().instant());
        run.set(at("10:00", BERLIN));

        run.pass(Duration.ofHours(3));
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void downAtTheDueTimeMeansOneLatePostThatSaysSo() {
        run.pass(Duration.ofHours(7));

        assertEquals(List.of(20261124), markers());
        assertEquals(Duration.ofHours(6), run.day("2026-11-24").late());
        assertTrue(run.postbox()
                .messages()
                .get(0)
                .post()
                .reply()
                .notice()
                .equals("Late: this was due at 09:00 (Europe/Berlin)."));
    }

    @Test
    void afterSixHoursTheDayIsMissed() {
        run.pass(Duration.ofHours(7).plusSeconds(1));

        assertEquals(List.of(), markers());
        assertEquals(List.of("2026-11-24 MISSED: the bot could not post within 6 hours of its time"), run.days());
    }

    @Test
    void severalMissedDaysAreEachMarkedAndOnePostIsMade() {
        run.pass(Duration.ofDays(2).plusHours(2));

        String missed = " MISSED: the bot could not post within 6 hours of its time";
        assertEquals(List.of("2026-11-26 POSTED", "2026-11-25" + missed, "2026-11-24" + missed), run.days());
        assertEquals(List.of(20261126), markers());
    }

    @Test
    void ofYearsOfSilenceOnlyWhatALogKeepsIsMarked() {
        run.pass(Duration.ofDays(800));

        assertEquals(89, run.days().size());
        assertEquals("2028-11-04", run.days().get(88).substring(0, 10));
        assertEquals("2029-01-31", run.days().get(0).substring(0, 10));
    }

    @Test
    void failuresAreTriedAgainWithGrowingPatienceInsideTheWindow() {
        run.postbox().next(Fate.NOT_DONE, Fate.NOT_DONE, Fate.NOT_DONE);
        run.pass(HOUR);
        for (int i = 0; i < 40; i++) {
            run.pass(SECOND);
        }

        assertEquals(
                List.of(0L, 5L, 15L, 35L),
                run.postbox().times().stream()
                        .map(time -> Duration.between(Instant.parse("2026-11-24T08:00:00Z"), time)
                                .toSeconds())
                        .toList());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(Duration.ofSeconds(35), run.day("2026-11-24").late());
    }

    @Test
    void whatFailsTooLongIsMissedWithTheLastReason() {
        for (int i = 0; i < 400; i++) {
            run.postbox().next(Fate.NOT_DONE);
        }
        run.pass(HOUR);
        for (int i = 0; i < 37; i++) {
            run.pass(Duration.ofMinutes(10));
        }

        assertEquals(
                List.of("2026-11-24 MISSED: the bot could not post within 6 hours of its time: Discord said NOT_DONE"),
                run.days());
    }

    @Test
    void aSlowChannelDelaysNoOther() {
        run.set(DailyRun.in(71, "09:00", BERLIN));
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);

        assertEquals(List.of(20261124), run.postbox().markers(71));
        assertEquals(List.of("2026-11-24 POSTED"), run.days(71));
        assertEquals(List.of("2026-11-24 CLAIMED"), run.days());
        run.pass(Duration.ofMinutes(5));
        run.postbox().answerSlowOnes();
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(2, run.postbox().asked().size());
    }

    @Test
    void aGuildThatIsAwayIsWaitedFor() {
        run.guilds().guildIs(GUILD, Guilds.Presence.AWAY);
        run.pass(HOUR);
        run.pass(HOUR);
        assertEquals(List.of(), run.postbox().asked());

        run.guilds().guildIs(GUILD, Guilds.Presence.HERE);
        run.daily().guildIsHere(GUILD);
        run.work();
        assertEquals(List.of(20261124), markers());
        assertEquals(HOUR, run.day("2026-11-24").late());
    }

    @Test
    void aClaimInDoubtWaitsForItsGuildUntilTheLateWindowIsOver() {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.guilds().guildIs(GUILD, Guilds.Presence.AWAY);
        run.pass(Duration.ofHours(5));
        assertEquals(List.of("2026-11-24 CLAIMED"), run.days());

        run.pass(Duration.ofHours(2));
        assertEquals(
                List.of(
                        "2026-11-24 MISSED: it may have been sent, and the channel could not be looked through in time"),
                run.days());
        run.guilds().guildIs(GUILD, Guilds.Presence.HERE);
        run.pass(Duration.ofHours(17));
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void aDayOfAGuildThatStaysAwayIsMissed() {
        run.guilds().guildIs(GUILD, Guilds.Presence.AWAY);
        run.pass(HOUR);
        run.pass(Duration.ofHours(7));

        assertEquals(List.of("2026-11-24 MISSED: the bot could not post within 6 hours of its time"), run.days());
    }

    @Test
    void shardsThatAreNotReadyOrNotOursAreLeftAlone() {
        run.guilds().shardsAre(2, 1);
        run.pass(HOUR);
        assertEquals(List.of(), markers());

        run.guilds().shardsAre(2, 0, 1);
        run.work();
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void whatDiscordRefusesForGoodIsMissed() {
        run.postbox().next(Fate.REFUSED);
        run.pass(HOUR);

        assertEquals(List.of("2026-11-24 MISSED: Discord said REFUSED"), run.days());
        run.pass(DAY);
        assertEquals(List.of(20261125), markers());
    }

    @Test
    void aPostThatWasDeletedCountsAsOut() {
        run.postbox().next(Fate.DONE_AND_DELETED);
        run.pass(HOUR);

        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(0, run.day("2026-11-24").message());
    }

    @Test
    void aChannelThatIsGoneIsForgotten() {
        run.pass(HOUR);
        run.postbox().next(Fate.CHANNEL_GONE);
        run.pass(DAY);

        assertEquals(List.of(), run.store().ofGuild(GUILD).schedules());
        assertEquals(List.of(), run.days());
    }

    @Test
    void anAnswerThatComesAfterTheBotWasRemovedLeavesNoData() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.daily().guildIsGone(GUILD);

        run.postbox().answerSlowOnes();
        assertEquals(List.of(), run.store().ofGuild(GUILD).schedules());
        assertEquals(List.of(), run.days());
    }

    @Test
    void aDayWithoutEventsIsNotPostedWhereNothingIsWanted() {
        Settings known = settings();
        run.set(new Settings(
                known.guild(),
                known.channel(),
                known.time(),
                known.zoneId(),
                EmptyDay.NOTHING,
                List.of("space"),
                true,
                false,
                0,
                false));
        run.pass(HOUR);

        assertEquals(List.of(), markers());
        assertEquals(List.of("2026-11-24 EMPTY"), run.days());
        assertEquals(LocalDate.of(2026, 11, 25), run.schedule().due().day());
    }

    @Test
    void aRoleThatIsDeletedIsNotMentioned() {
        Settings known = settings();
        run.set(new Settings(
                known.guild(),
                known.channel(),
                known.time(),
                known.zoneId(),
                known.empty(),
                List.of(),
                true,
                false,
                99,
                false));
        run.guilds().deleteRole(99);
        run.pass(HOUR);

        assertEquals(0, run.postbox().messages().get(0).post().role());
        assertEquals(settings(), run.schedule().settings());
    }

    @Test
    void aFullDatabaseStopsNothingButPostsAndTheyCatchUp() throws SQLException {
        sql("CREATE TRIGGER full BEFORE UPDATE ON schedule BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        run.pass(HOUR);
        assertEquals(List.of(), run.postbox().asked());

        sql("DROP TRIGGER full");
        run.pass(MINUTE);
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void whatCannotBeWrittenAfterSendingIsWrittenLater() throws SQLException {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        sql("CREATE TRIGGER full BEFORE UPDATE ON day_log BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        run.postbox().answerSlowOnes();
        run.pass(MINUTE);
        assertEquals(List.of("2026-11-24 CLAIMED"), run.days());

        sql("DROP TRIGGER full");
        run.pass(MINUTE);
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(List.of("send 1y-20261124"), run.postbox().asked());
    }

    @Test
    void aZoneThatIsNoLongerKnownKeepsNoOtherChannelWaiting() throws SQLException {
        run.set(DailyRun.in(71, "09:00", BERLIN));
        sql("UPDATE schedule SET zone = 'SystemV/PST8' WHERE channel_id = 70");
        run.restart();
        run.pass(HOUR);

        assertEquals(List.of(20261124), run.postbox().markers(71));
        assertEquals(List.of(20261124), markers());
    }
}
