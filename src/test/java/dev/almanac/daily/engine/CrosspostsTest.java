package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Settings;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.timeline.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing is a second step, with a state of its own. */
class CrosspostsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private DailyRun run;

    @BeforeEach
    void begin() {
        run = new DailyRun(
                folder, Events.timelineOf("1900-11-24"), DailyRules.DEFAULT, Instant.parse("2026-11-24T07:00:00Z"));
        Settings known = DailyRun.settings();
        run.set(new Settings(
                GUILD, CHANNEL, known.time(), known.zoneId(), known.empty(), List.of(), true, false, 0, true));
        run.guilds().channelIs(CHANNEL, FakeGuilds.announcements());
    }

    @AfterEach
    void end() {
        run.close();
    }

    private Publishing publishing() {
        return run.day("2026-11-24").publishing();
    }

    @Test
    void aPostIsPublishedAfterItIsOut() {
        run.pass(HOUR);

        assertEquals(List.of("send 1y-20261124", "publish 1001"), run.postbox().asked());
        assertEquals(Publishing.DONE, publishing());
    }

    @Test
    void whatFailsIsTriedAgainAndWhatIsRefusedIsNot() {
        run.postbox().next(Fate.DONE, Fate.NOT_DONE, Fate.DONE_IN_DOUBT, Fate.NOT_ALLOWED);
        run.pass(HOUR);
        assertEquals(Publishing.PENDING, publishing());
        run.pass(MINUTES);
        run.pass(MINUTES);
        run.pass(MINUTES);

        assertEquals(Publishing.FAILED, publishing());
        assertEquals(4, run.postbox().asked().size());
        assertEquals(DayEntry.State.POSTED, run.day("2026-11-24").state());
    }

    @Test
    void theNextProcessAsksAgain() {
        run.postbox().next(Fate.DONE, Fate.DONE_SLOWLY);
        run.pass(HOUR);
        run.restart();
        run.pass(MINUTES);

        assertEquals(Publishing.DONE, publishing());
    }

    @Test
    void isGivenUpAfterSixHours() {
        for (int i = 0; i < 200; i++) {
            run.postbox().next(i == 0 ? Fate.DONE : Fate.NOT_DONE);
        }
        run.pass(HOUR);
        for (int i = 0; i < 122; i++) {
            run.pass(MINUTES);
        }

        assertEquals(Publishing.FAILED, publishing());
    }

    @Test
    void aGuildThatIsAwayIsWaitedFor() {
        run.postbox().next(Fate.DONE, Fate.NOT_DONE);
        run.pass(HOUR);
        run.guilds().guildIs(GUILD, Guilds.Presence.AWAY);
        run.pass(MINUTES);
        assertEquals(2, run.postbox().asked().size());

        run.guilds().guildIs(GUILD, Guilds.Presence.HERE);
        run.pass(MINUTES);
        assertEquals(Publishing.DONE, publishing());
    }
}
