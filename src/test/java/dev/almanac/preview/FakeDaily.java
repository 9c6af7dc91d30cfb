package dev.almanac.preview;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.chat.Usage.Need;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Settings with subcommands, for managers only, answered late and in private; what is set is told and forgotten. */
final class FakeDaily implements Command {
    private static final Instant NEXT = Instant.parse("2026-11-25T06:00:00Z");

    @Override
    public Usage usage() {
        Option channel = Option.channel("channel", "Where to post").asRequired();
        List<Suggestion> afterwards =
                List.of(new Suggestion("The nearest anniversary", "nearest"), new Suggestion("Nothing", "nothing"));
        return new Usage(
                "daily",
                "A post each day",
                "/daily list",
                List.of(),
                List.of(
                        Usage.of(
                                "set",
                                "Post each day in a channel",
                                "/daily set",
                                channel,
                                Option.text("time", "When, like 09:00"),
                                Option.completed("zone", "Whose time that is"),
                                Option.choice("empty", "What to post on a day without an event", afterwards),
                                Option.role("role", "Who is told")),
                        Usage.of("list", "Where it is posted", "/daily list")),
                Audience.SERVER_MANAGERS,
                Need.SERVER,
                Answering.DEFERRED);
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return Stream.of(
                        new Suggestion("Moscow, UTC+3", "Europe/Moscow"),
                        new Suggestion("New York", "America/New_York"))
                .filter(zone -> zone.name().startsWith(typed))
                .toList();
    }

    @Override
    public Reply answer(Request request) {
        Question preview = Question.of("daily list");
        long channel = Long.parseLong(request.option("channel").orElse("1400000000000000101"));
        Section where = new Section("Where", List.of(Span.words("In "), Span.channel(channel)));
        Section when = new Section(
                "When",
                List.of(
                        Span.words(request.option("time").orElse("09:00") + " in "
                                + request.option("zone").orElse("UTC") + ": next "),
                        Span.moment(NEXT),
                        Span.words(", "),
                        Span.fromNow(NEXT)));
        Section who = new Section(
                "Who is told",
                request.option("role").stream()
                        .map(role -> Span.role(Long.parseLong(role)))
                        .toList());
        Reply reply = Reply.ofSections(
                "The daily post",
                Stream.of(where, when, who)
                        .filter(section -> !section.spans().isEmpty())
                        .toList());
        Menu zones = new Menu(
                "Choose zones",
                Question.of("daily set").with("channel", String.valueOf(channel)),
                "zone",
                true,
                List.of(
                        new Menu.Item("Europe/Moscow", "Moscow", "", false),
                        new Menu.Item("America/New_York", "New York", "In winter UTC-5", false),
                        new Menu.Item("UTC", "UTC", "", true)));
        return reply.inPrivate().withMenus(List.of(zones)).withChoices(List.of(new Choice("Preview", preview)));
    }
}
