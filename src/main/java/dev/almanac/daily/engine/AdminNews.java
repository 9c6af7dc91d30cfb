package dev.almanac.daily.engine;

import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a post that needs somebody: to its admin, in a direct message that names the server, and to the server's log channel.
 *
 * @param since when it happened
 */
record AdminNews(String heading, long channel, String what, Instant since, String advice) {
    /** @param since when the schedule came into the state that it is in */
    static AdminNews of(long channel, Notice notice, Instant since) {
        return switch (notice.what()) {
            case STOPPED ->
                new AdminNews(
                        "The daily post has stopped",
                        channel,
                        ": " + notice.words() + ". It stopped ",
                        since,
                        "/daily panel in your server says what is missing, and where to allow it. The post goes on by"
                                + " itself when it can.");
            case MISSED_IN_DOUBT ->
                new AdminNews(
                        "A daily post may be missing",
                        channel,
                        ", " + notice.words() + ". It was given up ",
                        notice.at(),
                        "If it isn’t there, /daily panel in your server has the button Post now. The next post comes as usual."
                                + " Allow the bot to read the channel’s history, and this can’t happen again.");
            case WITHOUT_ROLE ->
                new AdminNews(
                        "The daily post mentions no role any more",
                        channel,
                        ": the bot can’t mention the role that you chose. It is deleted, or the bot may not mention it. That"
                                + " was noticed ",
                        notice.at(),
                        "The post goes on without it. /daily panel in your server chooses one.");
        };
    }

    static AdminNews unreadable(long channel, Instant now) {
        return new AdminNews(
                "The daily post has stopped",
                channel,
                ": the bot can’t read what it has stored for this channel. It stopped ",
                now,
                "Remove it with /daily list in your server, and set it up again with /daily set.");
    }

    /** For somebody who may have many servers. */
    Reply inServer(Optional<String> name) {
        return message("In " + name.map(known -> "the server “" + known + "”").orElse("your server") + ", ");
    }

    /** For a channel of the server. */
    Reply here() {
        return message("");
    }

    private Reply message(String where) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.words(where));
        spans.add(Span.channel(channel));
        spans.add(Span.words(what));
        spans.add(Span.moment(since));
        spans.add(Span.words("."));
        return Reply.ofSections(heading, List.of(new Section("", spans), new Section("What to do", advice)));
    }
}
