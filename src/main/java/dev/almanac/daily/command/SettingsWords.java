package dev.almanac.daily.command;

import dev.almanac.chat.DateWords;
import dev.almanac.chat.Span;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Settings;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.TimelineHead;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the settings of a daily post mean, in words. */
final class SettingsWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final String SILENT = "It comes silently: nobody gets a push or desktop notification.";
    private static final String SILENT_ROLE = "its members see the mention, and get no push or desktop notification.";

    private final Supplier<PostText> text;
    private final List<Category> categories;

    SettingsWords(Supplier<PostText> text, TimelineHead head) {
        this.text = text;
        this.categories = head.categories();
    }

    /** When it is posted: {@code every day at 09:00}. */
    static String when(Settings settings) {
        return DaysText.words(settings.rhythm()) + " at " + TIME.format(settings.time());
    }

    /** In whole sentences, for one post. */
    List<Span> what(Settings settings) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.words(kinds(settings) + "." + daysWithout(settings)));
        if (settings.role() != 0) {
            spans.add(Span.words(" It mentions "));
            spans.add(Span.role(settings.role()));
            spans.add(Span.words(settings.silent() ? ", but silently: " + SILENT_ROLE : "."));
        } else if (settings.silent()) {
            spans.add(Span.words(" " + SILENT));
        }
        if (settings.picture()) {
            spans.add(Span.words(
                    settings.rhythm().weekly()
                            ? " It has a picture of the day of its first event."
                            : " It has a picture of its day."));
        }
        if (settings.colour().isPresent()) {
            spans.add(Span.words(
                    " Its card is " + ColourText.words(settings.colour().getAsInt()) + "."));
        }
        if (settings.publish()) {
            spans.add(Span.words(" It is published to the servers that follow the channel."));
        }
        if (!settings.intro().isEmpty()) {
            spans.add(Span.words(" It begins with the server’s words: “" + settings.intro() + "”"));
        }
        return spans;
    }

    /** Who is notified, in a sentence. */
    static String notification(Settings settings) {
        if (!settings.silent()) {
            return "It notifies people as their settings for the channel say"
                    + (settings.role() == 0 ? "." : ", and the role that it mentions.");
        }
        return settings.role() == 0 ? SILENT : "It mentions its role silently: " + SILENT_ROLE;
    }

    /**
     * What a part of the settings is now, in a few words.
     *
     * @param role the name of the role that is mentioned; empty where it isn't known
     */
    String brief(PanelPart part, Settings settings, Optional<String> role) {
        return switch (part) {
            case TIME -> TIME.format(settings.time());
            case ZONE -> settings.zone().map(ZoneIds::words).orElse("Not chosen yet");
            case DAYS, WEEKLY -> capital(DaysText.brief(settings.rhythm()));
            case KINDS ->
                settings.categories().isEmpty()
                        ? "All"
                        : settings.categories().stream().map(this::title).collect(Collectors.joining(", "));
            case EMPTY -> capital(of(settings.empty()));
            case SENSITIVE -> settings.sensitive() ? "Told" : "Left out";
            case ROLE ->
                settings.role() == 0 ? "Nobody" : role.map(name -> "@" + name).orElse("One role");
            case SILENT -> settings.silent() ? "Silent" : "As usual";
            case COLOUR ->
                settings.colour().isEmpty()
                        ? "That of the event’s kind"
                        : capital(ColourText.words(settings.colour().getAsInt()));
            case PICTURE -> settings.picture() ? "Of its day" : "None";
            case INTRO -> settings.intro().isEmpty() ? "None" : settings.intro();
            case PUBLISH -> settings.publish() ? "Published" : "Not published";
        };
    }

    /** In a line, for a list of posts. */
    List<Span> brief(Settings settings) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.words(kinds(settings)));
        if (settings.role() != 0) {
            spans.add(Span.words("; mentions "));
            spans.add(Span.role(settings.role()));
        }
        if (settings.silent()) {
            spans.add(Span.words("; silent"));
        }
        if (settings.publish()) {
            spans.add(Span.words("; published"));
        }
        return spans;
    }

    /** Which ones: {@code Events of all kinds}. */
    String kinds(Settings settings) {
        return capital(events(settings));
    }

    private String events(Settings settings) {
        String what = settings.rhythm().weekly() ? "events of a whole week," : "events";
        String kinds = settings.categories().isEmpty()
                ? what + " of all kinds"
                : what + " of these kinds: "
                        + settings.categories().stream().map(this::title).collect(Collectors.joining(", "));
        return kinds + (settings.sensitive() ? "" : ", without sensitive ones");
    }

    /** What happens on days without any, in a sentence behind a blank; empty where each day has some. */
    String daysWithout(Settings settings) {
        int days = text.get().daysWithout(settings);
        if (days == 0) {
            return "";
        }
        String which = settings.rhythm().weekly()
                ? " In a week without any: "
                : " On the " + new DateWords().count(days, "day") + " of the year without any: ";
        return which
                + switch (settings.empty()) {
                    case NEAREST -> "the nearest anniversary.";
                    case RANDOM -> "a random event.";
                    case NOTHING -> "nothing, so the channel stays silent then.";
                };
    }

    /** {@code the nearest anniversary}. */
    static String of(EmptyDay choice) {
        return switch (choice) {
            case NEAREST -> "the nearest anniversary";
            case RANDOM -> "a random event";
            case NOTHING -> "nothing";
        };
    }

    private String title(String id) {
        return categories.stream()
                .filter(category -> category.id().equals(id))
                .map(Category::title)
                .findFirst()
                .orElse(id);
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
