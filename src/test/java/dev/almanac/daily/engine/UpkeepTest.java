package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.BERLIN;
import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.Guilds.Presence;
import dev.almanac.daily.Notice;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.Step;
import dev.almanac.daily.Stop;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.daily.engine.FakePostbox.Told;
import dev.almanac.timeline.Events;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stopped goes on, what is gone is forgotten, admins are told. */
class UpkeepTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LACKS = "the bot lacks there: Send Messages, Embed Links";

    @TempDir
    Path folder;

    private DailyRun run;

    @BeforeEach
    void begin() {
        run = new DailyRun(
                folder, Events.timelineOf("1900-11-24"), DailyRules.DEFAULT, Instant.parse("2026-11-24T07:00:00Z"));
        run.set(settings());
        run.daily().schedulesChanged(GUILD);
        run.work();
    }

    @AfterEach
    void end() {
        run.close();
    }

    private static Told told(String reason) {
        return told(reason, "2026-11-24T08:00:00Z");
    }

    private static Told told(String reason, String since) {
        return new Told(ADMIN, stopped("In the server “Friends of History”, ", reason, since));
    }

    private static Reply stopped(String where, String reason, String since) {
        return Reply.ofSections(
                "The daily post has stopped",
                List.of(
                        new Section(
                                "",
                                List.of(
                                        Span.words(where),
                                        Span.channel(CHANNEL),
                                        Span.words(": " + reason + ". It stopped "),
                                        Span.moment(Instant.parse(since)),
                                        Span.words("."))),
                        new Section(
                                "What to do",
                                "/daily panel in your server says what is missing, and where to allow it. The post"
                                        + " goes on by itself when it can.")));
    }

    private void take() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true, "Send Messages", "Embed Links"));
        run.daily().guildIsHere(GUILD);
    }

    private void giveBack() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true));
        run.daily().guildIsHere(GUILD);
    }

    private void stopped(String reason) {
        assertEquals(State.STOPPED, run.schedule().state());
        assertEquals(Optional.of(reason), run.schedule().stop().map(Stop::reason));
    }

    @Test
    void missingPermissionsStopAChannelWithoutARequestAndTheAdminIsToldOnce() {
        take();
        run.pass(HOUR);
        run.pass(HOUR);
        run.restart();
        run.work();

        stopped(LACKS);
        assertEquals(List.of(told(LACKS)), run.postbox().told());
        assertEquals(List.of("tell 5"), run.postbox().asked());
    }

    @Test
    void whoeverWasNotToldBecauseTheProcessDiedIsToldByTheNext() {
        take();
        run.life().dieAfter(1_000);
        Schedule seen = run.schedule();
        run.store()
                .save(
                        seen,
                        Step.of(seen.stopped(
                                new Stop(Stop.Cause.LACKS_PERMISSIONS, LACKS),
                                run.clock().instant())));

        run.restart();
        run.guilds().shardsAre(1);
        run.work();
        assertEquals(List.of(), run.postbox().told());
        run.guilds().shardsAre(1, 0);
        run.work();
        assertEquals(List.of(told(LACKS, "2026-11-24T07:00:00Z")), run.postbox().told());
    }

    @Test
    void aMessageThatCouldNotBeDeliveredIsTriedAgainAndARefusedOneIsNot() {
        take();
        run.postbox().next(Fate.NOT_DONE, Fate.NOT_ALLOWED);
        run.pass(HOUR);
        run.pass(Duration.ofMinutes(9));
        assertEquals(List.of("tell 5"), run.postbox().asked());

        run.pass(Duration.ofMinutes(1));
        run.pass(HOUR);
        assertEquals(List.of("tell 5", "tell 5"), run.postbox().asked());
    }

    /** Once, when the admin was told or can't be. */
    @Test
    void theLogChannelIsToldWhatStoppedWhyAndSinceWhen() {
        run.store().logTo(GUILD, Optional.of(99L));
        take();
        run.postbox().next(Fate.NOT_DONE, Fate.NOT_ALLOWED);
        run.pass(HOUR);
        assertEquals(List.of(), run.postbox().noted());

        run.pass(HOUR);
        run.pass(HOUR);
        assertEquals(
                List.of(new Told(99, stopped("", LACKS, "2026-11-24T08:00:00Z"))),
                run.postbox().noted());
    }

    @Test
    void theLogChannelIsToldOfWhatCanNotBeRead() throws Exception {
        run.store().logTo(GUILD, Optional.of(99L));
        run.sql("UPDATE schedule SET empty_day = 'SOMETIMES'");
        run.pass(HOUR);

        assertEquals(
                List.of("99 The daily post has stopped"),
                run.postbox().noted().stream()
                        .map(noted -> noted.user() + " " + noted.reply().heading())
                        .toList());
    }

    @Test
    void aServerWhoseNameIsNotKnownIsYours() {
        Notice notice = new Notice(Notice.What.STOPPED, LACKS, Instant.EPOCH);

        assertEquals(
                stopped("In your server, ", LACKS, "2026-11-24T08:00:00Z"),
                AdminNews.of(CHANNEL, notice, Instant.parse("2026-11-24T08:00:00Z"))
                        .inServer(Optional.empty()));
    }

    @Test
    void goesOnByItselfWhenPermissionsAreBack() {
        take();
        run.pass(HOUR);
        run.pass(HOUR);
        giveBack();
        run.work();

        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(HOUR, run.day("2026-11-24").late());
        assertEquals(State.ACTIVE, run.schedule().state());
        assertEquals(Optional.empty(), run.schedule().stop());
    }

    @Test
    void permissionsThatAreLostTwiceAreToldTwice() {
        take();
        run.pass(HOUR);
        giveBack();
        take();
        run.work();

        assertEquals(List.of(told(LACKS), told(LACKS)), run.postbox().told());
    }

    @Test
    void theDaysOfALongStopAreMarkedWhenItGoesOn() {
        take();
        run.pass(HOUR);
        run.pass(DAY.multipliedBy(2));
        giveBack();
        run.work();

        String missed = " MISSED: the bot could not post within 6 hours of its time";
        assertEquals(List.of("2026-11-26 POSTED", "2026-11-25" + missed, "2026-11-24" + missed), run.days());
    }

    @Test
    void discordsRefusalStopsAChannelAndIsToldOnceWhateverHappensInTheGuild() {
        run.postbox().next(Fate.NOT_ALLOWED);
        run.pass(HOUR);
        stopped("Discord said NOT_ALLOWED");

        for (int i = 0; i < 3; i++) {
            run.postbox().next(Fate.NOT_ALLOWED);
            run.daily().guildIsHere(GUILD);
            run.pass(Duration.ofMinutes(1));
        }
        assertEquals(List.of(told("Discord said NOT_ALLOWED")), run.postbox().told());
        run.daily().guildIsHere(GUILD);
        run.pass(Duration.ofMinutes(1));
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void aClaimInDoubtIsSettledAfterAStop() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.restart();
        take();
        run.pass(HOUR);
        stopped(LACKS);

        giveBack();
        run.pass(HOUR);
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        assertEquals(List.of(20261124), run.postbox().markers(CHANNEL));
    }

    @Test
    void aChannelThatIsNotSeenStops() {
        run.guilds().hide(CHANNEL);
        run.pass(HOUR);

        stopped("the bot can’t find the channel, or may not see it");
    }

    @Test
    void aGuildNeitherKnownNorAwayIsAnOrphanAndDeletedAfter30Days() {
        run.guilds().guildIs(GUILD, Presence.UNKNOWN);
        run.daily().shardsAreReady();
        assertTrue(run.schedule().goneSince().isPresent());

        run.pass(DAY.multipliedBy(30));
        assertTrue(run.schedule().goneSince().isPresent());
        run.pass(DAY);
        assertEquals(Optional.empty(), run.store().schedule(CHANNEL));
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void aGuildThatIsAwayIsNoOrphan() {
        run.guilds().guildIs(GUILD, Presence.AWAY);
        run.daily().shardsAreReady();

        assertEquals(State.ACTIVE, run.schedule().state());
    }

    @Test
    void anOrphanThatComesBackGoesOnWithTheDayThatWasDue() {
        run.guilds().guildIs(GUILD, Presence.UNKNOWN);
        run.daily().shardsAreReady();
        run.pass(Duration.ofHours(2));
        run.guilds().guildIs(GUILD, Presence.HERE);
        run.daily().guildIsHere(GUILD);
        run.work();

        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void anOrphanThatAnAdminHadPausedComesBackPaused() {
        run.admin().pause(CHANNEL, run.clock().instant());
        run.guilds().guildIs(GUILD, Presence.UNKNOWN);
        run.daily().shardsAreReady();
        run.guilds().guildIs(GUILD, Presence.HERE);
        run.daily().guildIsHere(GUILD);
        run.pass(DAY);

        assertEquals(State.PAUSED, run.schedule().state());
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void removalOfTheBotDeletesWhatTheGuildHad() {
        run.pass(HOUR);
        run.daily().guildIsGone(GUILD);

        assertEquals(Optional.empty(), run.store().schedule(CHANNEL));
        assertEquals(List.of(), run.days());
        assertEquals(Optional.empty(), run.daily().zone(GUILD));
    }

    @Test
    void aDeletedChannelIsForgottenAndItsNeighbourIsNot() {
        run.set(DailyRun.in(71, "09:00", BERLIN));
        run.pass(HOUR);
        run.daily().channelIsGone(GUILD, CHANNEL);

        assertEquals(List.of(), run.days());
        assertEquals(List.of("2026-11-24 POSTED"), run.days(71));
    }

    @Test
    void newsThatCannotBeWrittenAreFollowedLater() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file())) {
            other.createStatement()
                    .execute("CREATE TRIGGER full BEFORE DELETE ON schedule"
                            + " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
            run.daily().guildIsGone(GUILD);
            run.work();
            assertEquals(1, run.store().ofGuild(GUILD).size());

            other.createStatement().execute("DROP TRIGGER full");
        }
        run.work();
        assertEquals(List.of(), run.store().ofGuild(GUILD).schedules());
    }

    @Test
    void daysAreForgottenAfter90Days() {
        run.pass(HOUR);
        run.admin().pause(CHANNEL, run.clock().instant());
        run.pass(DAY.multipliedBy(90));
        assertEquals(List.of("2026-11-24 POSTED"), run.days());

        run.pass(DAY);
        assertEquals(List.of(), run.days());
    }

    /** Nobody tells that a time-out has run out, or that a guild came late: the clock looks. */
    @Test
    void whatStoppedGoesOnWithinAnHourThoughNoNewsCame() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.timedOutUntil(Instant.parse("2026-11-24T08:30:00Z")));
        run.pass(HOUR);
        stopped("a moderator of the server has timed the bot out");

        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true));
        run.pass(Duration.ofMinutes(59));
        assertEquals(State.STOPPED, run.schedule().state());
        run.pass(Duration.ofMinutes(1));
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void aChannelThatIsNotSeenIsAskedForOnceAndGoesWhenItIsDeleted() {
        run.guilds().hide(CHANNEL);
        run.postbox().next(Fate.CHANNEL_GONE);
        run.pass(HOUR);

        assertEquals(List.of("ask 70"), run.postbox().asked());
        assertEquals(Optional.empty(), run.store().schedule(CHANNEL));
        run.pass(DAY);
        assertEquals(List.of("ask 70"), run.postbox().asked());
    }

    @Test
    void aChannelThatIsHiddenStaysStopped() {
        run.guilds().hide(CHANNEL);
        run.postbox().next(Fate.NOT_ALLOWED);
        run.pass(HOUR);
        run.pass(HOUR);

        stopped("the bot can’t find the channel, or may not see it");
        assertEquals(List.of("ask 70", "tell 5"), run.postbox().asked());
    }

    @Test
    void nobodyIsAnOrphanBeforeAllShardsAreReady() {
        run.guilds().guildIs(GUILD, Presence.UNKNOWN);
        run.restart();
        run.work();
        run.pass(DAY.multipliedBy(31));
        assertEquals(Optional.empty(), run.schedule().goneSince());

        run.daily().shardsAreReady();
        assertTrue(run.schedule().goneSince().isPresent());
    }

    /** Paused, then another change, then away and back: it was the last change that used to tell whether it was paused. */
    @Test
    void aPausedPostStaysPausedWhateverElseHappens() {
        run.admin().pause(CHANNEL, run.clock().instant());
        run.store()
                .change(
                        CHANNEL,
                        known -> Optional.of(
                                Step.of(known.mentioningNobody(6, run.clock().instant()))));
        run.guilds().guildIs(GUILD, Presence.UNKNOWN);
        run.daily().shardsAreReady();
        run.guilds().guildIs(GUILD, Presence.HERE);
        run.daily().guildIsHere(GUILD);
        run.set(settings());
        run.pass(DAY);

        assertEquals(State.PAUSED, run.schedule().state());
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void aRoleThatIsDeletedIsMentionedNoMoreAndTheAdminIsTold() {
        run.set(DailyRun.mentioning(9));
        run.daily().roleIsGone(GUILD, 9);
        run.work();

        assertEquals(0, run.schedule().settings().role());
        assertEquals(
                List.of("The daily post mentions no role any more"),
                run.postbox().told().stream()
                        .map(told -> told.reply().heading())
                        .toList());
    }

    @Test
    void aRoleThatMayNotBeMentionedAnyMoreCostsTheMentionAndNotThePost() {
        run.set(DailyRun.mentioning(9));
        run.guilds().roleIs(9, false);
        run.pass(HOUR);

        assertEquals(0, run.postbox().messages().get(0).post().role());
        assertEquals(
                List.of("The daily post mentions no role any more"),
                run.postbox().told().stream()
                        .map(told -> told.reply().heading())
                        .toList());
        run.pass(DAY);
        assertEquals(1, run.postbox().told().size());
    }

    @Test
    void oneRowThatCanNotBeReadCostsThatChannelAndIsToldOnce() throws Exception {
        run.set(DailyRun.in(71, "09:00", BERLIN));
        run.sql("UPDATE schedule SET empty_day = 'SOMETIMES' WHERE channel_id = 70");
        run.pass(HOUR);
        run.pass(HOUR);

        assertEquals(List.of(20261124), run.postbox().markers(71));
        assertEquals(
                List.of("The daily post has stopped"),
                run.postbox().told().stream()
                        .map(told -> told.reply().heading())
                        .toList());
        assertEquals(1, run.store().ofGuild(GUILD).unreadable().size());
    }

    @Test
    void oneDayThatCanNotBeReadIsNotSentAgain() throws Exception {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.sql("UPDATE day_log SET state = 'SENT'");
        run.pass(HOUR);

        assertEquals(List.of(20261124), run.postbox().markers(CHANNEL));
        assertEquals(State.STOPPED, run.schedule().state());
        assertEquals(List.of("send 1y-20261124", "tell 5"), run.postbox().asked());
    }

    @Test
    void aStoredZoneThatIsNotKnownAnyMoreStopsThatPostAndIsTold() throws Exception {
        run.sql("UPDATE schedule SET zone = 'Mars/Phobos'");
        run.pass(HOUR);
        run.pass(HOUR);

        stopped("its time zone “Mars/Phobos” isn’t one that is known here");
        assertEquals(List.of("tell 5"), run.postbox().asked());
        run.set(settings());
        run.pass(DAY);
        assertEquals(State.ACTIVE, run.schedule().state());
    }

    @Test
    void aPostThatWaitsForAZonePostsNothingUntilItHasOne() {
        run.set(DailyRun.waitingFor("EST"));
        run.pass(DAY.multipliedBy(2));
        assertEquals(State.WAITING, run.schedule().state());
        assertEquals(List.of(), run.postbox().asked());

        run.set(settings());
        run.pass(HOUR);
        assertEquals(List.of("2026-11-26 POSTED"), run.days());
    }

    @Test
    void aPostThatWaitsForAZoneComesBackWithItsGuild() {
        run.set(DailyRun.waitingFor("est"));
        run.daily().schedulesChanged(GUILD);
        assertEquals(Optional.empty(), run.daily().zone(GUILD));
        run.store()
                .change(
                        CHANNEL,
                        known -> Optional.of(Step.of(known.gone(run.clock().instant()))));

        run.daily().guildIsHere(GUILD);
        run.work();
        assertEquals(Optional.empty(), run.schedule().goneSince());
        assertEquals(State.WAITING, run.schedule().state());
    }

    @Test
    void theZoneOfAGuildGoesWithTheLastOfItsPosts() {
        run.set(DailyRun.in(71, "09:00", ZoneId.of("Asia/Tokyo")));
        run.daily().schedulesChanged(GUILD);
        assertEquals(Optional.of(BERLIN), run.daily().zone(GUILD));

        run.daily().channelIsGone(GUILD, CHANNEL);
        assertEquals(Optional.of(ZoneId.of("Asia/Tokyo")), run.daily().zone(GUILD));
        run.daily().channelIsGone(GUILD, 71);
        assertEquals(Optional.empty(), run.daily().zone(GUILD));
    }
}
