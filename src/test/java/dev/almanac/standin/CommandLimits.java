package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Discord refuses of a command (https://discord.com/developers/docs/interactions/application-commands). */
public final class CommandLimits {
    private static final int OF_A_MESSAGE = 3;
    private static final String NAME = "[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}";

    private final List<String> problems = new ArrayList<>();
    private int characters;

    /** Everything wrong with a command; empty when Discord would take it. */
    public static List<String> problems(JsonNode command) {
        CommandLimits limits = new CommandLimits();
        limits.named(command);
        if (limits.characters > 8000) {
            limits.problems.add(command.path("name") + " has " + limits.characters + " characters, at most 8000");
        }
        return List.copyOf(limits.problems);
    }

    private void named(JsonNode part) {
        String name = part.path("name").asText();
        String description = part.path("description").asText();
        if (part.path("type").asInt() == OF_A_MESSAGE && part.has("integration_types")) {
            within("the name of a message's menu", name.length(), 1, 32);
            within(name + "'s description", description.length(), 0, 0);
            return;
        }
        if (!name.matches(NAME) || !name.equals(name.toLowerCase(Locale.ROOT))) {
            problems.add("\"" + name + "\" is no name");
        }
        within(name + "'s description", description.length(), 1, 100);
        characters += name.length() + description.length();
        within(name + "'s options", part.path("options").size(), 0, 25);
        within(name + "'s choices", part.path("choices").size(), 0, 25);
        boolean optional = false;
        for (JsonNode option : part.path("options")) {
            boolean required = option.path("required").asBoolean();
            if (required && optional) {
                problems.add("the required option " + option.path("name") + " stands behind an optional one");
            }
            optional |= !required;
            if (option.path("autocomplete").asBoolean()
                    && option.path("choices").size() > 0) {
                problems.add(option.path("name") + " has choices and autocomplete");
            }
            named(option);
        }
        for (JsonNode choice : part.path("choices")) {
            within("a choice's name", choice.path("name").asText().length(), 1, 100);
            within("a choice's value", choice.path("value").asText().length(), 1, 100);
            characters += choice.path("name").asText().length()
                    + choice.path("value").asText().length();
        }
    }

    private void within(String what, int count, int least, int most) {
        if (count < least || count > most) {
            problems.add(what + ": " + count + ", from " + least + " to " + most);
        }
    }
}
