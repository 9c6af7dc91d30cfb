package dev.almanac.daily.command;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a daily post can be changed on its panel, and the option of {@code /daily set} that says the same. */
enum PanelPart {
    TIME("Time", "time"),
    ZONE("Time zone", "zone"),
    DAYS("Days", "days"),
    WEEKLY("", "weekly"),
    KINDS("Kinds of events", "categories"),
    EMPTY("Empty days", "empty"),
    SENSITIVE("Sensitive events", "sensitive"),
    ROLE("Role to mention", "role"),
    SILENT("Notification", "silent"),
    COLOUR("Colour", "colour"),
    PICTURE("Picture", "picture"),
    INTRO("Introduction", "intro"),
    PUBLISH("Publishing", "publish");

    static final List<PanelPart> ON_THE_PANEL =
            Arrays.stream(values()).filter(part -> !part.title.isEmpty()).toList();

    private final String title;
    private final String option;

    /** @param title in the panel's menu; empty where it stands in that of another part */
    PanelPart(String title, String option) {
        this.title = title;
        this.option = option;
    }

    /** The one that a button or a menu names. */
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

    /** As buttons and menus carry it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A button that changes it. */
    Choice to(String value, String label, boolean chosen, long channel, Request request) {
        return new Choice((chosen ? "✓ " : "") + label, change(channel, request).with(DailyCommand.TO, value));
    }

    /** A menu that changes it to one of these. */
    Menu menu(String label, List<Menu.Item> items, long channel, Request request) {
        return new Menu(label, change(channel, request), DailyCommand.TO, false, items);
    }

    /** A menu in which several of these are ticked. */
    Menu ticking(String label, List<Menu.Item> items, long channel, Request request) {
        List<String> all = items.stream().map(Menu.Item::value).toList();
        List<String> ticked =
                items.stream().filter(Menu.Item::chosen).map(Menu.Item::value).toList();
        return new Menu(
                label,
                change(channel, request).with(DailyCommand.SHOWN, Ticks.written(all, ticked)),
                DailyCommand.TO,
                true,
                items);
    }

    private Question change(long channel, Request request) {
        return PanelRights.question("change", channel, request).with(DailyCommand.PART, id());
    }
}
