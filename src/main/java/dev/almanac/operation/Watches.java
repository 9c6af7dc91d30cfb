package dev.almanac.operation;

import dev.almanac.chat.AnswerWatch;
import dev.almanac.daily.DailyWatch;
import dev.almanac.discord.DiscordWatch;
import dev.almanac.search.SearchWatch;
import dev.almanac.timeline.TimelineWatch;

/** Who is told what happens in a bot, but for its database, which is opened before. */
public record Watches(
        AnswerWatch answers, SearchWatch search, TimelineWatch timeline, DailyWatch daily, DiscordWatch discord) {
    /** Nobody. */
    public static final Watches NONE =
            new Watches(AnswerWatch.NONE, SearchWatch.NONE, TimelineWatch.NONE, DailyWatch.NONE, DiscordWatch.NONE);
}
