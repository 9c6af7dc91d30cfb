package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What people read in a message. */
final class Texts {
    private Texts() {}

    /** The content and the text displays, one behind the other. */
    static String of(JsonNode message) {
        return values(message, "content").stream().collect(Collectors.joining("\n"));
    }

    /** The custom id of the button of this label. */
    static String button(JsonNode message, String label) {
        return message.findParents("custom_id").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .map(button -> button.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + label + " in " + message));
    }

    /** All values of a field that are not empty, in order. */
    static List<String> values(JsonNode message, String field) {
        return message.findValues(field).stream()
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
