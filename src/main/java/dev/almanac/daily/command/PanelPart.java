package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a daily post can be changed by buttons, and the option of {@code /daily set} that says the same. */
enum PanelPart {
    TIME("Time", "time"),
    ZONE("Time zone", "zone"),
    DAYS("Days", "days"),
    WEEKLY("", "weekly"),
    KINDS("Kinds", "categories"),
    EMPTY("Empty days", "empty"),
    ROLE("Role", "role"),
    COLOUR("Colour", "colour"),
    INTRO("", "intro"),
    SENSITIVE("", "sensitive"),
    SILENT("", "silent"),
    PUBLISH("", "publish"),
    MORE("More", "");

    static final List<PanelPart> ON_THE_PANEL =
            Arrays.stream(values()).filter(part -> !part.title.isEmpty()).toList();

    private final String title;
    private final String option;

    /** @param title the label of its button on the panel; empty where it has none there */
    PanelPart(String title, String option) {
        this.title = title;
        this.option = option;
    }

    /** The one that a button names. */
    static Optional<PanelPart> of(String id) {
        return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    String title() {
        return title;
    }

    /** The option of {@code /daily set}. */
    String option() {
        return option;
    }

    /** Whether more than one value is chosen, so that its buttons stay. */
    boolean takesSeveral() {
        return this == KINDS || this == DAYS || this == WEEKLY;
    }

    /** As buttons carry it. */
    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Opens it. */
    Choice choice(long channel, Request request) {
        return new Choice(title, PanelRights.question("panel", channel, request).with(DailyCommand.PART, id()));
    }

    /** Changes it. */
    Choice to(String value, String label, long channel, Request request) {
        return new Choice(
                label,
                PanelRights.question("change", channel, request)
                        .with(DailyCommand.PART, id())
                        .with(DailyCommand.TO, value));
    }
}
