package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Post;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.engine.PostNow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an admin is asked before something can't be taken back, and shown of what a button did beside the panel. */
final class PanelSteps {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final DailyPanel panel;

    PanelSteps(DailyPanel panel) {
        this.panel = panel;
    }

    private static Question question(String subcommand, Schedule schedule, Request request) {
        return PanelRights.question(subcommand, schedule.channel(), request);
    }

    private static Choice back(Schedule schedule, Request request) {
        return DailyPanel.back(schedule.channel(), request);
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
        // What has a picture is a message of its own, and the panel stays where it was.
        List<Choice> choices = post.reply().picture().isPresent() ? List.of() : List.of(back(schedule, request));
        return post.reply().inPrivate().withNotice(notice.strip()).withChoices(choices);
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

    /** @param today the day whose post it would be */
    Reply askToPost(Schedule schedule, LocalDate today, Request request) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.channel(schedule.channel()));
        spans.add(Span.words(" gets today’s post, of " + DAY.format(today)
                + (schedule.due().day().equals(today)
                        ? ", at once, so none comes at "
                                + TIME.format(schedule.settings().time()) + ". "
                        : ". ")));
        spans.addAll(mentions(schedule));
        return Reply.ofSections("Post now?", List.of(new Section("", spans)))
                .inPrivate()
                .withChoices(List.of(
                        new Choice(
                                        "Yes, post it",
                                        question("post", schedule, request).with(DailyCommand.SURE, "yes"))
                                .asFirst(),
                        back(schedule, request)));
    }

    private static List<Span> mentions(Schedule schedule) {
        long role = schedule.settings().role();
        boolean silent = schedule.settings().silent();
        return role == 0
                ? List.of(Span.words("It mentions nobody."))
                : List.of(Span.words("It mentions "), Span.role(role), Span.words(silent ? ", but silently." : "."));
    }

    Reply posted(PostNow.Outcome outcome, Schedule schedule, Request request, Instant now) {
        String heading = switch (outcome) {
            case POSTED -> "Posted";
            case OUT_ALREADY -> "Today’s is out already";
            case MAY_BE_OUT -> "Today’s may be out already";
            case IN_DOUBT -> "It is on its way; look again in a minute";
            case TRYING -> "It is on its way";
            case NOTHING_TO_POST -> "There is nothing to post today";
            case FAILED -> "It could not be posted";
        };
        if (outcome != PostNow.Outcome.OUT_ALREADY && outcome != PostNow.Outcome.MAY_BE_OUT) {
            return panel.of(schedule, heading, request, now);
        }
        List<Span> spans = new ArrayList<>();
        spans.add(Span.words("One more would tell another event of today in "));
        spans.add(Span.channel(schedule.channel()));
        spans.add(Span.words(", if there is one. "));
        spans.addAll(mentions(schedule));
        return Reply.ofSections("Daily post: " + heading, List.of(new Section("", spans)))
                .inPrivate()
                .withChoices(List.of(
                        new Choice(
                                "Post one more",
                                question("post", schedule, request).with(DailyCommand.EXTRA, "yes")),
                        back(schedule, request)));
    }
}
