package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.BERLIN;
import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static dev.almanac.daily.engine.DailyRun.at;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Settings;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.daily.engine.PostNow.Outcome;
import dev.almanac.timeline.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Post now" in all states. */
class PostNowTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private DailyRun run;

    @BeforeEach
    void begin() {
        run = new DailyRun(
                folder, Events.timelineOf("1900-11-24"), DailyRules.DEFAULT, Instant.parse("2026-11-24T07:00:00Z"));
        run.set(settings());
        run.work();
    }

    @AfterEach
    void end() {
        run.close();
    }

    private List<Integer> markers() {
        return run.postbox().markers(CHANNEL);
    }

    @Test
    void isTodaysPostIfThatIsNotOut() {
        assertEquals(Outcome.POSTED, run.postNow(0));
        run.pass(Duration.ofHours(5));
        assertEquals(List.of(20261124), markers());

        run.pass(Duration.ofHours(24));
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void asksOnceMoreWhereTodaysIsOutAndIsAnExtraThen() {
        run.pass(HOUR);
        assertEquals(Outcome.OUT_ALREADY, run.postNow(0));
        assertEquals(List.of(20261124), markers());

        assertEquals(Outcome.POSTED, run.postNow(36));
        assertEquals(List.of(20261124, 20261124), markers());
        assertEquals("x10", run.postbox().messages().get(1).post().nonce());
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
        run.postbox().next(Fate.REFUSED);
        assertEquals(Outcome.FAILED, run.postNow(37));
    }

    @Test
    void aButtonForOneMoreThatIsPressedTheNextDayPostsThatDays() {
        run.pass(HOUR);
        run.clock().pass(Duration.ofHours(20));

        assertEquals(Outcome.POSTED, run.postNow(36));
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void waitsWhileTodaysIsInDoubtOrUnderWay() {
        run.postbox().next(Fate.DONE_SLOWLY);
        run.pass(HOUR);
        assertEquals(Outcome.IN_DOUBT, run.postNow(0));
        run.restart();
        assertEquals(Outcome.IN_DOUBT, run.postNow(0));

        run.pass(MINUTE);
        assertEquals(Outcome.OUT_ALREADY, run.postNow(0));
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void waitsWhileYesterdaysIsInDoubt() {
        run.set(at("23:59", BERLIN));
        run.postbox().next(Fate.DONE_SLOWLY);
        run.passUntil("2026-11-24T22:59:00Z");
        run.restart();
        run.clock().pass(MINUTE.multipliedBy(2));
        assertEquals(Outcome.IN_DOUBT, run.postNow(0));

        run.work();
        assertEquals(Outcome.POSTED, run.postNow(0));
        assertEquals(List.of(20261124, 20261125), markers());
    }

    @Test
    void anEarlierDayThatWasStillToComeIsMarked() {
        run.set(at("23:59", BERLIN));
        run.clock().set(Instant.parse("2026-11-24T23:10:00Z"));

        assertEquals(Outcome.POSTED, run.postNow(0));
        assertEquals(
                List.of("2026-11-25 POSTED", "2026-11-24 MISSED: an admin had the next one posted first"), run.days());
    }

    @Test
    void postsADayThatWasMissed() {
        run.pass(Duration.ofHours(8));
        assertEquals(List.of(), markers());

        assertEquals(Outcome.POSTED, run.postNow(0));
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void looksFirstWhereAMissedDayMayBeOut() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(false));
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.pass(HOUR);
        run.pass(HOUR);
        assertEquals(DayEntry.State.MISSED, run.day("2026-11-24").state());
        assertEquals(Outcome.MAY_BE_OUT, run.postNow(0));
        assertEquals(List.of(20261124), markers());

        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true));
        assertEquals(Outcome.POSTED, run.postNow(0));
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void oneMoreMayBeHadWhereNobodyCanTell() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(false));
        run.postbox().next(Fate.LOST_IN_DOUBT);
        run.pass(HOUR);
        run.pass(HOUR);

        assertEquals(Outcome.MAY_BE_OUT, run.postNow(0));
        assertEquals(Outcome.POSTED, run.postNow(36));
        assertEquals(List.of(20261124), markers());
    }

    @Test
    void isTriedAgainWhereDiscordFails() {
        run.postbox().next(Fate.NOT_DONE);
        assertEquals(Outcome.TRYING, run.postNow(0));

        run.pass(MINUTE);
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void waitsForAGuildThatIsAway() {
        run.guilds().guildIs(GUILD, Guilds.Presence.AWAY);
        assertEquals(Outcome.TRYING, run.postNow(0));

        run.guilds().guildIs(GUILD, Guilds.Presence.HERE);
        run.pass(MINUTE);
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void failsWhereItMayNotPost() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true, "Send Messages"));

        assertEquals(Outcome.FAILED, run.postNow(0));
        assertEquals(Schedule.State.STOPPED, run.schedule().state());
        assertEquals(Outcome.FAILED, run.postNow(0));
    }

    @Test
    void failsWhilePausedOrRemoved() {
        run.admin().pause(CHANNEL, run.clock().instant());
        assertEquals(Outcome.FAILED, run.postNow(0));

        run.admin().remove(CHANNEL, run.clock().instant());
        assertEquals(Outcome.FAILED, run.postNow(0));
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void saysWhereThereIsNothingToPost() {
        Settings known = settings();
        run.set(new Settings(
                GUILD,
                CHANNEL,
                known.time(),
                known.zoneId(),
                EmptyDay.NOTHING,
                List.of("space"),
                true,
                false,
                0,
                false));

        assertEquals(Outcome.NOTHING_TO_POST, run.postNow(0));
        assertEquals(Outcome.NOTHING_TO_POST, run.postNow(0));
    }
}
