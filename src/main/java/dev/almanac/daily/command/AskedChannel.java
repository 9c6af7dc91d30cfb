package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Request;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.engine.Daily;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which channel a request is about that names none: the one where it is asked, if that has a post; else the only one of the guild that
 * has one; else, where a post can be set up, the one where it is asked.
 */
final class AskedChannel {
    /** What works for a channel without a post, too. */
    private static final Set<String> SETTING_UP = Set.of("panel", "set");

    private final Daily daily;

    AskedChannel(Daily daily) {
        this.daily = daily;
    }

    /** The request with its channel. @throws BadRequest where nobody can tell which one is meant */
    Request named(Request request) {
        String command = request.question().command();
        boolean takesOne = DailyUsage.DAILY.optionsOf(command).stream()
                .anyMatch(option -> option.name().equals(DailyCommand.CHANNEL));
        if (!takesOne
                || command.endsWith(" log")
                || request.option(DailyCommand.CHANNEL).isPresent()) {
            return request;
        }
        String subcommand = command.substring(command.indexOf(' ') + 1);
        return request.with(request.question().with(DailyCommand.CHANNEL, channel(request, subcommand)));
    }

    private String channel(Request request, String subcommand) {
        String here = request.conversation();
        List<String> posts = channels(daily.store().ofGuild(request.asker().guild()));
        if (posts.contains(here)) {
            return here;
        }
        if (posts.size() == 1) {
            return posts.get(0);
        }
        if (SETTING_UP.contains(subcommand)) {
            return here;
        }
        throw new BadRequest(
                posts.isEmpty()
                        ? "No channel of this server has a daily post yet. Try /daily set to give this one a post."
                        : "Several channels of this server have a daily post, and this isn’t one of them. Name one with"
                                + " channel, like /daily " + subcommand + " channel:#history.");
    }

    private static List<String> channels(Found found) {
        return Stream.concat(
                        found.schedules().stream().map(Schedule::channel),
                        found.unreadable().stream().map(Unreadable::channel))
                .map(String::valueOf)
                .toList();
    }
}
