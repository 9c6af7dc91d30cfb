package dev.almanac;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The commands that the program has, for tests of what must hold of each of them; none is named. */
public final class RealCommands {
    public static List<Command> list(Timeline timeline) {
        return list(timeline, List.of());
    }

    /** @param daily what posts, where there is something to post to */
    static List<Command> list(Timeline timeline, List<Command> daily) {
        return AllCommands.list(
                timeline,
                new PreparedSearch(timeline),
                new Pictures(timeline),
                new Random(1),
                "1",
                daily,
                Optional.empty());
    }

    public static Commands over(Timeline timeline) {
        return new Commands(list(timeline), new Random(1));
    }

    private RealCommands() {}
}
