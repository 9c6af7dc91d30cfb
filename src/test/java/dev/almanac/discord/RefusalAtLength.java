package dev.almanac.discord;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway refuses all connections for two minutes of real time; in the profile {@code crash}. */
class RefusalAtLength {
    /** After 2, 4, 8, 16, 32 and 64 seconds. */
    private static final int REFUSALS = 6;

    private static final Duration LONGEST_RETURN = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void postsAndAnswersOnceWhenTheGatewayTakesItBack() throws IOException {
        try (FaultyDay day = new FaultyDay(folder, 0)) {
            day.start();
            int sessions = day.discord().gateway().identifies()
                    + day.discord().gateway().resumes();
            day.discord().refuseConnections(REFUSALS);
            day.discord().cutConnections();
            day.becomeDue();
            await().atMost(LONGEST_RETURN)
                    .until(() -> day.discord().gateway().identifies()
                                    + day.discord().gateway().resumes()
                            == sessions + 1);

            day.untilPosted();
            assertEquals("## 1867", day.answer(day.ask().orElseThrow()));
            assertEquals(1, day.discord().messages().answers());
            assertEquals(1, day.posts());
            assertFalse(day.hasEnded());
        }
    }
}
