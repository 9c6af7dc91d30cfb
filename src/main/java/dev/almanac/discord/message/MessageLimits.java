package dev.almanac.discord.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Discord refuses in the body of a message, for messages of Components V2
 * (https://discord.com/developers/docs/components/reference) and for plain ones
 * (https://discord.com/developers/docs/resources/message).
 */
public final class MessageLimits {
    /** The flag IS_COMPONENTS_V2. */
    public static final int COMPONENTS_V2 = 1 << 15;

    static final int ALL_TEXT = 4000;
    static final int ALL_COMPONENTS = 40;
    private static final int CONTENT = 2000;
    private static final int BUTTONS_IN_ROW = 5;
    private static final int TEXTS_IN_SECTION = 3;
    private static final int LABEL = 80;
    private static final int CUSTOM_ID = 100;
    private static final int URL = 512;
    private static final int PICTURES_IN_GALLERY = 10;
    private static final int ALT = 1024;
    private static final int MEDIA_URL = 2048;
    /** Stands before the name of a file that is sent with the message. */
    public static final String ATTACHED = "attachment://";

    private static final int OPTIONS = 25;
    private static final int OPTION_TEXT = 100;
    private static final int PLACEHOLDER = 150;
    private static final int WHITE = 0xFFFFFF;

    private static final int ACTION_ROW = 1;
    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int LINK = 5;
    private static final int SECTION = 9;
    private static final int TEXT_DISPLAY = 10;
    private static final int THUMBNAIL = 11;
    private static final int MEDIA_GALLERY = 12;
    private static final int SEPARATOR = 14;
    private static final int CONTAINER = 17;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> customIds = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private int components;
    private int text;

    /** Everything that Discord would refuse in this body; empty when it would be sent. */
    public static List<String> problems(JsonNode message) {
        MessageLimits limits = new MessageLimits();
        limits.message(message);
        return List.copyOf(limits.problems);
    }

    private void message(JsonNode message) {
        boolean v2 = (message.path("flags").asInt() & COMPONENTS_V2) != 0;
        String content = message.path("content").asText("");
        message.path("attachments")
                .forEach(file -> files.add(file.path("filename").asText("")));
        message.path("components").forEach(component -> topLevel(component, v2));
        if (v2) {
            if (!content.isEmpty() || message.path("embeds").size() > 0 || message.hasNonNull("poll")) {
                problem("a message of Components V2 has neither content nor embeds nor a poll");
            }
            if (message.path("components").isEmpty()) {
                problem("a message of Components V2 has no components");
            }
        } else if (content.isEmpty()
                && message.path("embeds").isEmpty()
                && message.path("components").isEmpty()) {
            problem("an empty message");
        }
        atMost("content", content.length(), CONTENT);
        atMost("components in total", components, ALL_COMPONENTS);
        atMost("characters in text displays together", text, ALL_TEXT);
    }

    private void topLevel(JsonNode component, boolean v2) {
        int type = component.path("type").asInt();
        if (!v2 && type != ACTION_ROW) {
            problem("a component of type " + type + " without the flag of Components V2");
        }
        if (type == CONTAINER) {
            container(component);
        } else {
            inContainer(component);
        }
    }

    private void container(JsonNode container) {
        components++;
        int colour = container.path("accent_color").asInt(0);
        if (colour < 0 || colour > WHITE) {
            problem("accent_color " + colour + " isn't a colour");
        }
        if (container.path("components").isEmpty()) {
            problem("an empty container");
        }
        container.path("components").forEach(this::inContainer);
    }

    private void inContainer(JsonNode component) {
        components++;
        int type = component.path("type").asInt();
        switch (type) {
            case ACTION_ROW -> row(component);
            case SECTION -> section(component);
            case TEXT_DISPLAY -> text(component);
            case MEDIA_GALLERY -> gallery(component);
            case SEPARATOR -> {}
            default -> problem("a component of type " + type + " where none may stand");
        }
    }

    private void row(JsonNode row) {
        if (row.path("components").path(0).path("type").asInt() == STRING_SELECT) {
            between("components beside a select menu", row.path("components").size() - 1, 0, 0);
            select(row.path("components").path(0));
            return;
        }
        between("buttons in an action row", row.path("components").size(), 1, BUTTONS_IN_ROW);
        row.path("components").forEach(this::button);
    }

    private void section(JsonNode section) {
        between("texts in a section", section.path("components").size(), 1, TEXTS_IN_SECTION);
        for (JsonNode text : section.path("components")) {
            components++;
            text(text);
        }
        JsonNode accessory = section.path("accessory");
        switch (accessory.path("type").asInt()) {
            case BUTTON -> button(accessory);
            case THUMBNAIL -> {
                components++;
                picture(accessory);
            }
            default -> problem("a section with neither a button nor a picture beside it");
        }
    }

    private void gallery(JsonNode gallery) {
        between("pictures in a gallery", gallery.path("items").size(), 1, PICTURES_IN_GALLERY);
        gallery.path("items").forEach(this::picture);
    }

    /** From the web, or a file of the message's own, which must be sent with it. */
    private void picture(JsonNode item) {
        atMost(
                "characters of alternative text",
                item.path("description").asText("").length(),
                ALT);
        String url = item.path("media").path("url").asText("");
        between("characters in a picture's url", url.length(), 1, MEDIA_URL);
        if (url.startsWith(ATTACHED) && !files.contains(url.substring(ATTACHED.length()))) {
            problem("the picture " + url + " isn't sent with the message");
        }
    }

    private void text(JsonNode display) {
        String content = display.path("content").asText("");
        if (content.isBlank()) {
            problem("an empty text display");
        }
        text += content.length();
    }

    private void button(JsonNode button) {
        components++;
        if (button.path("type").asInt() != BUTTON) {
            problem("a component of type " + button.path("type").asInt() + " where a button should stand");
        }
        between(
                "characters in a button's label",
                button.path("label").asText("").length(),
                1,
                LABEL);
        if (button.path("style").asInt() == LINK) {
            between(
                    "characters in a button's url",
                    button.path("url").asText("").length(),
                    1,
                    URL);
            return;
        }
        customId(button);
    }

    private void select(JsonNode menu) {
        components++;
        customId(menu);
        atMost(
                "characters in a placeholder",
                menu.path("placeholder").asText("").length(),
                PLACEHOLDER);
        between("options in a select menu", menu.path("options").size(), 1, OPTIONS);
        int most = menu.path("max_values").asInt(1);
        between(
                "values to choose at most",
                most,
                menu.path("min_values").asInt(1),
                menu.path("options").size());
        long chosen = menu.path("options").findValues("default").stream()
                .filter(JsonNode::asBoolean)
                .count();
        atMost("values that are chosen already", (int) chosen, most);
        Set<String> values = new HashSet<>();
        for (JsonNode option : menu.path("options")) {
            String label = option.path("label").asText("");
            String value = option.path("value").asText("");
            between("characters in an option's label", label.isBlank() ? 0 : label.length(), 1, OPTION_TEXT);
            between("characters in an option's value", value.length(), 1, OPTION_TEXT);
            atMost(
                    "characters in an option's description",
                    option.path("description").asText("").length(),
                    OPTION_TEXT);
            if (!values.add(value)) {
                problem("the option " + value + " stands twice");
            }
        }
    }

    private void customId(JsonNode component) {
        String id = component.path("custom_id").asText("");
        between("characters in a custom_id", id.length(), 1, CUSTOM_ID);
        if (!customIds.add(id)) {
            problem("the custom_id " + id + " stands twice");
        }
    }

    private void atMost(String what, int count, int most) {
        if (count > most) {
            problem(count + " " + what + ", at most " + most);
        }
    }

    private void between(String what, int count, int least, int most) {
        if (count < least) {
            problem(count + " " + what + ", at least " + least);
        }
        atMost(what, count, most);
    }

    private void problem(String problem) {
        problems.add(problem);
    }
}
