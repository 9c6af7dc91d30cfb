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
        return new Told(
                ADMIN,
                Reply.ofSections(
                        "The daily post has stopped",
                        List.of(
                                new Section("", List.of(Span.channel(CHANNEL), Span.words(": " + reason + "."))),
                                new Section(
                                        "What to do",
                                        "/daily check in your server says what is missing, and where to allow it. The post"
                                                + " goes on by itself when it can."))));
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
        assertEquals(List.of(told(LACKS)), run.postbox().told());
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
}
