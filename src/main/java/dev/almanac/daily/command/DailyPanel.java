package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.Due;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Post;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.Schedule.State;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Stop;
import dev.almanac.daily.engine.PostNow;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.TimelineHead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an admin sees of a daily post: in private, with buttons for who opened it. */
final class DailyPanel {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final ChannelChecks checks;
    private final ZoneQuestion zones;
    private final List<Category> categories;

    DailyPanel(Guilds guilds, ZoneText zones, TimelineHead head) {
        this.checks = new ChannelChecks(guilds);
        this.zones = new ZoneQuestion(zones, guilds);
        this.categories = head.categories();
    }

    /** All about one channel's post. */
    Reply of(Schedule schedule, String heading, Request request, Instant now) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", when(schedule.settings(), now)));
        sections.add(next(schedule, now));
        Optional<ZoneQuestion.Asked> zone = zones.of(schedule.settings(), request, now);
        zone.ifPresent(asked -> sections.add(new Section("Time zone", asked.words())));
        sections.add(new Section("What is posted", what(schedule.settings())));
        sections.add(new Section("Check", checks.of(schedule.settings())));
        List<Choice> choices = new ArrayList<>();
        zone.ifPresent(asked -> choices.addAll(asked.choices()));
        choices.addAll(choices(schedule, request));
        return Reply.ofSections("Daily post: " + heading, sections).inPrivate().withChoices(choices);
    }

    private static List<Span> when(Settings settings, Instant now) {
        String where = settings.zone()
                .map(zone -> " in " + ZoneIds.words(zone) + ", where it is "
                        + TIME.format(LocalTime.ofInstant(now, zone)) + " now.")
                .orElse(".");
        return List.of(
                Span.channel(settings.channel()), Span.words(", every day at " + TIME.format(settings.time()) + where));
    }

    private static Section next(Schedule schedule, Instant now) {
        if (schedule.goneSince().isPresent()) {
            return new Section(
                    "Next post", "None: the bot seemed to have left this server. /daily check starts it again.");
        }
        return switch (schedule.state()) {
            case ACTIVE -> new Section("Next post", nextOf(schedule, now));
            case PAUSED -> new Section("Next post", "None: it is paused. /daily resume goes on with it.");
            case STOPPED ->
                new Section(
                        "Stopped",
                        List.of(
                                Span.words(sentence(schedule.stop()
                                                .map(Stop::reason)
                                                .orElse("")) + " Stopped "),
                                Span.fromNow(schedule.since()),
                                Span.words("; it goes on by itself once that is fixed.")));
            case WAITING -> new Section("Next post", "None: it waits for a time zone, and posts nothing until then.");
        };
    }

    private static List<Span> nextOf(Schedule schedule, Instant now) {
        List<Span> spans = new ArrayList<>();
        Due due = schedule.due();
        if (!due.at().isAfter(now)) {
            spans.add(Span.words("The post for " + DAY.format(due.day()) + " is on its way. After that: "));
            due = Due.after(now, due.day(), schedule.settings());
        }
        spans.add(Span.moment(due.at()));
        spans.add(Span.words(", "));
        spans.add(Span.fromNow(due.at()));
        spans.add(Span.words("."));
        return spans;
    }

    static String sentence(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1) + ".";
    }

    private List<Span> what(Settings settings) {
        List<Span> spans = new ArrayList<>();
        String kinds = settings.categories().isEmpty()
                ? "Events of all kinds"
                : "Events of these kinds: "
                        + settings.categories().stream().map(this::title).collect(Collectors.joining(", "));
        String empty = switch (settings.empty()) {
            case NEAREST -> "the nearest anniversary";
            case RANDOM -> "a random event";
            case NOTHING -> "nothing";
        };
        spans.add(Span.words(kinds + (settings.sensitive() ? "" : ", without sensitive ones")
                + ". On a day without any: " + empty + "."));
        if (settings.role() != 0) {
            spans.add(Span.words(" It mentions "));
            spans.add(Span.role(settings.role()));
            spans.add(Span.words("."));
        }
        if (settings.silent()) {
            spans.add(Span.words(" It notifies nobody."));
        }
        if (settings.picture()) {
            spans.add(Span.words(" It has a picture of its day."));
        }
        if (settings.publish()) {
            spans.add(Span.words(" It is published to the servers that follow the channel."));
        }
        return spans;
    }

    private String title(String id) {
        return categories.stream()
                .filter(category -> category.id().equals(id))
                .map(Category::title)
                .findFirst()
                .orElse(id);
    }

    private static List<Choice> choices(Schedule schedule, Request request) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("Preview", question("preview", schedule, request)));
        if (schedule.state() == State.ACTIVE) {
            choices.add(new Choice("Post now", question("post", schedule, request)));
        }
        if (schedule.settings().role() != 0) {
            choices.add(new Choice("Mention no role", question("unmention", schedule, request)));
        }
        choices.add(new Choice("Remove", question("remove", schedule, request)).asDeleting());
        return choices;
    }

    private static Question question(String subcommand, Schedule schedule, Request request) {
        return PanelRights.question(subcommand, schedule.channel(), request);
    }

    private static Choice back(Schedule schedule, Request request) {
        return new Choice("Back", question("check", schedule, request));
    }

    Reply askToRemove(Schedule schedule, Request request) {
        return Reply.ofSections(
                        "Remove the daily post?",
                        List.of(new Section(
                                "",
                                List.of(
                                        Span.words("The post in "),
                                        Span.channel(schedule.channel()),
                                        Span.words(
                                                " ends, and its settings are forgotten. /daily pause keeps them.")))))
                .inPrivate()
                .withChoices(List.of(
                        new Choice(
                                        "Yes, remove it",
                                        question("remove", schedule, request).with(DailyCommand.SURE, "yes"))
                                .asDeleting(),
                        back(schedule, request)));
    }

    Reply removed(long channel) {
        return Reply.ofSections(
                        "Daily post removed",
                        List.of(new Section(
                                "",
                                List.of(
                                        Span.channel(channel),
                                        Span.words(" gets no more posts. /daily set gives it one again.")))))
                .inPrivate();
    }

    /** The post of a day, as it will be. */
    Reply preview(Post post, Schedule schedule, LocalDate day, Request request) {
        String notice = "Preview of " + DAY.format(day) + ", for you only.\n"
                + post.reply().notice();
        return post.reply().inPrivate().withNotice(notice.strip()).withChoices(List.of(back(schedule, request)));
    }

    Reply nothingToPost(Schedule schedule, MonthDay day, Request request) {
        return Reply.ofSections("Daily post: Preview", List.of())
                .inPrivate()
                .withNotice("Nothing is posted on " + DAY.format(day)
                        + ": the timeline has no event of the kinds chosen here "
                        + (schedule.settings().empty() == EmptyDay.NOTHING
                                ? "for that day, and you chose to post nothing then."
                                : "for that day or any other."))
                .withChoices(List.of(back(schedule, request)));
    }

    Reply posted(PostNow.Outcome outcome, Schedule schedule, Question asked, Request request, Instant now) {
        String heading = switch (outcome) {
            case POSTED -> "Posted";
            case OUT_ALREADY -> "Today’s is out already";
            case MAY_BE_OUT -> "Today’s may be out already";
            case IN_DOUBT -> "It is on its way; look again in a minute";
            case TRYING -> "It is on its way";
            case NOTHING_TO_POST -> "There is nothing to post today";
            case FAILED -> "It could not be posted";
        };
        Reply panel = of(schedule, heading, request, now);
        if (outcome != PostNow.Outcome.OUT_ALREADY && outcome != PostNow.Outcome.MAY_BE_OUT) {
            return panel;
        }
        List<Choice> choices =
                List.of(new Choice("Post one more", asked.with(DailyCommand.EXTRA, "yes")), back(schedule, request));
        return panel.withChoices(choices);
    }
}
