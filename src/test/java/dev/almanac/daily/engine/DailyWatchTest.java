package dev.almanac.daily.engine;

import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.timeline.Events;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of the posts; the time is nine in Berlin, which is eight in UTC. */
class DailyWatchTest {
    @TempDir
    Path folder;

    private DailyRun run;

    @BeforeEach
    void begin() {
        run = new DailyRun(
                folder, Events.timelineOf("1900-11-24"), DailyRules.DEFAULT, Instant.parse("2026-11-24T07:00:00Z"));
        run.set(settings());
        run.work();
        assertEquals(List.of("works"), run.watch().told());
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void isToldHowLateEachPostCame() {
        run.passUntil("2026-11-24T08:00:07Z");

        assertEquals(List.of("sent, late PT7S"), run.watch().told());
    }

    @Test
    void isToldOfDoubtAndOfTheLookThatSettlesIt() {
        run.postbox().next(Fate.DONE_IN_DOUBT);
        run.passUntil("2026-11-24T08:00:00Z");
        assertEquals(List.of("IN_DOUBT"), run.watch().told());

        run.pass(Duration.ofMinutes(10));
        assertEquals(List.of("sent, late PT0S"), run.watch().told());
    }

    @Test
    void isToldOfWhatWasNotSentAndOfWhatWasMissed() {
        run.postbox().next(Fate.NOT_DONE);
        run.passUntil("2026-11-24T08:00:00Z");
        assertEquals(List.of("NOT_SENT"), run.watch().told());

        run.passUntil("2026-11-24T19:00:00Z");
        assertEquals(List.of("MISSED"), run.watch().told());
    }

    @Test
    void isToldThatAPostStoppedAndWentOn() {
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true, "Send Messages"));
        run.passUntil("2026-11-24T08:00:00Z");
        assertEquals(List.of("STOPPED"), run.watch().told());

        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true));
        run.pass(Duration.ofHours(1));
        assertEquals(List.of("WENT_ON"), run.watch().told().subList(0, 1));
    }

    @Test
    void isToldWhatWaitsWhileNothingCanBeSent() {
        run.guilds().shardsAre(1);
        run.passUntil("2026-11-24T08:00:00Z");

        assertEquals(List.of("1 due"), run.watch().told());
    }

    @Test
    void isToldWhenTheDatabaseIsAwayAndBack() throws SQLException {
        run.sql("ALTER TABLE schedule RENAME TO hidden");
        run.work();
        assertEquals(List.of("waits"), run.watch().told());

        run.sql("ALTER TABLE hidden RENAME TO schedule");
        run.work();
        assertEquals(List.of("works"), run.watch().told());
    }
}
