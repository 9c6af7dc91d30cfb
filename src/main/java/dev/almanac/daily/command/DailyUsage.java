package dev.almanac.daily.command;

import static dev.almanac.daily.command.DailyCommand.BY;
import static dev.almanac.daily.command.DailyCommand.CHANNEL;
import static dev.almanac.daily.command.DailyCommand.EXTRA;
import static dev.almanac.daily.command.DailyCommand.PART;
import static dev.almanac.daily.command.DailyCommand.SHOWN;
import static dev.almanac.daily.command.DailyCommand.SURE;
import static dev.almanac.daily.command.DailyCommand.TO;
import static dev.almanac.daily.command.DailyCommand.ZONE;

import dev.almanac.chat.Option;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.chat.Usage.Need;
import dev.almanac.daily.Settings;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How {@code /daily} is called. */
final class DailyUsage {
    /** A dozen categories, by the longest names they may have. */
    private static final int LONGEST_CATEGORIES = 1200;

    private static final Suggestion YES = new Suggestion("Yes", "yes");
    private static final Suggestion NO = new Suggestion("No", "no");

    static final Usage DAILY = new Usage(
            "daily",
            "A post every day in a channel of this server: what happened on that day",
            "/daily panel",
            List.of(),
            List.of(
                    sub(
                            "panel",
                            "All about the post of a channel, and everything that changes it",
                            channel(),
                            Option.carried(BY),
                            Option.carried(PART)),
                    set(),
                    sub("list", "The daily posts of this server, and how they go"),
                    sub("pause", "Stop the post of a channel for a while", channel(), Option.carried(BY)),
                    sub("resume", "Go on with the post of a channel", channel(), Option.carried(BY)),
                    sub("remove", "End the post of a channel", channel(), Option.carried(BY), Option.carried(SURE)),
                    sub("preview", "Show the next post of a channel, to you only", channel(), Option.carried(BY)),
                    sub(
                            "log",
                            "Which channel is told when a post stops, why and since when",
                            Option.channel(CHANNEL, "The channel to tell; leave it out to see which it is"),
                            Option.carried(BY),
                            Option.carried(TO)),
                    sub("check", "What works, and what to change", channel(), Option.carried(BY)),
                    sub(
                                    "post",
                                    "Post at once",
                                    channel(),
                                    Option.carried(BY),
                                    Option.carried(EXTRA),
                                    Option.carried(SURE))
                            .byButtonsOnly(),
                    sub("begin", "Set up the daily post", channel(), Option.carried(BY))
                            .byButtonsOnly(),
                    sub(
                                    "change",
                                    "Change one thing",
                                    channel(),
                                    Option.carried(BY),
                                    Option.carried(PART),
                                    Option.carried(TO).ofAtMost(LONGEST_CATEGORIES),
                                    Option.carried(SHOWN))
                            .byButtonsOnly(),
                    sub("unmention", "Mention no role", channel(), Option.carried(BY))
                            .byButtonsOnly(),
                    sub("zone", "Choose the time zone", channel(), Option.carried(ZONE), Option.carried(BY))
                            .byButtonsOnly()),
            Audience.SERVER_MANAGERS,
            Need.SERVER,
            Answering.DEFERRED);

    private static Usage set() {
        return sub(
                "set",
                "Set up the daily post of a channel, or change it",
                channel(),
                Option.text("time", "When, like 09:00, 9 or 9am; 09:00 if you leave it out"),
                Option.completed(ZONE, "The time zone: type a city, a country, EST or UTC+3"),
                Option.choice(
                        "empty",
                        "What to post when nothing is known of a day",
                        List.of(
                                new Suggestion("The nearest anniversary", "nearest"),
                                new Suggestion("A random event", "random"),
                                new Suggestion("Nothing", "nothing"))),
                Option.completed("categories", "Only events of these kinds, separated by commas; or all")
                        .ofAtMost(LONGEST_CATEGORIES),
                Option.choice("sensitive", "Whether massacres, famines and the like may be posted", List.of(YES, NO)),
                Option.choice("silent", "Whether to post without notifying anybody", List.of(YES, NO)),
                Option.role("role", "The one role to mention"),
                Option.choice("publish", "Whether servers that follow the channel get it too", List.of(YES, NO)),
                Option.carried(BY),
                Option.choice("picture", "Whether the post has a picture of its day", List.of(YES, NO)),
                Option.text("days", "Every day, weekdays, weekends, or days like mon, wed"),
                Option.choice(
                        "weekly",
                        "Instead: once a week, the seven days that begin with this one",
                        Arrays.stream(DayOfWeek.values())
                                .map(DaysText::name)
                                .map(day -> new Suggestion(day, day.toLowerCase(Locale.ROOT)))
                                .toList()),
                Option.text("intro", "Words of your own above the post, at most 200 characters; none takes them away")
                        .ofAtMost(Settings.LONGEST_INTRO),
                Option.completed("colour", "The colour of the post’s card, like blue or #3b82d0"));
    }

    private static Option channel() {
        return Option.channel(
                CHANNEL, "A text or announcement channel; this one, or the only one with a post, if you leave it out");
    }

    private static Usage sub(String name, String description, Option... options) {
        return Usage.of(name, description, "/daily " + name, options);
    }

    private DailyUsage() {}
}
