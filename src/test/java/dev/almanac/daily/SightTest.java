package dev.almanac.daily;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.Guilds.Channel;
import dev.almanac.daily.Guilds.Presence;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightTest {
    private static Settings settings(long role, boolean picture) {
        return new Settings(7, 70, LocalTime.of(9, 0), "UTC", EmptyDay.NEAREST, List.of(), true, false, role, false)
                .withPicture(picture);
    }

    private static Sight sight(boolean attaches, boolean mayMention) {
        Channel channel = new Channel("history", List.of(), true, false, attaches, Optional.empty());
        return new Sight(Presence.HERE, Optional.of(channel), mayMention);
    }

    @Test
    void leavesOutOfAPostWhatTheBotMayNotDoThereAndNothingElse() {
        Settings all = settings(9, true);

        assertEquals(all, sight(true, true).within(all));
        assertEquals(settings(0, true), sight(true, false).within(all));
        assertEquals(settings(9, false), sight(false, true).within(all));
        assertEquals(settings(0, false), sight(false, false).within(all));
    }
}
