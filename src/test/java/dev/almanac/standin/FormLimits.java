package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of a form: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal and
 * https://discord.com/developers/docs/components/reference#label.
 */
final class FormLimits {
    private static final int LABEL = 18;
    private static final int TEXT_INPUT = 4;
    private static final int LONGEST_TITLE = 45;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_FIELDS = 5;

    static List<String> problems(JsonNode form) {
        List<String> problems = new ArrayList<>();
        within(form.path("title"), LONGEST_TITLE, problems);
        within(form.path("custom_id"), LONGEST_ID, problems);
        if (form.path("components").isEmpty() || form.path("components").size() > MOST_FIELDS) {
            problems.add("fields: " + form.path("components").size());
        }
        for (JsonNode label : form.path("components")) {
            JsonNode field = label.path("component");
            if (label.path("type").asInt() != LABEL || field.path("type").asInt() != TEXT_INPUT) {
                problems.add("not a text field with a label: " + label);
            }
            within(label.path("label"), LONGEST_TITLE, problems);
            within(field.path("custom_id"), LONGEST_ID, problems);
            if (field.path("max_length").asInt(LONGEST_TEXT) > LONGEST_TEXT) {
                problems.add("max_length: " + field);
            }
        }
        return problems;
    }

    private static void within(JsonNode text, int longest, List<String> problems) {
        if (text.asText().isEmpty() || text.asText().length() > longest) {
            problems.add("not of 1 to " + longest + " characters: " + text);
        }
    }

    private FormLimits() {}
}
