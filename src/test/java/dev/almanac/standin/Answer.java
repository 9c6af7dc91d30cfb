package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bot answered to an interaction.
 *
 * @param type of the callback: 4 message, 7 edit of the message, 8 choices
 * @param message the id of the message that was sent or edited; 0 for choices
 * @param took from the moment the gateway sent the interaction
 */
public record Answer(int type, JsonNode data, long message, Duration took) {
    private static final int EPHEMERAL = 1 << 6;

    public boolean isPrivate() {
        return (data.path("flags").asInt() & EPHEMERAL) != 0;
    }

    /** All its text displays, one behind the other. */
    public String text() {
        return String.join("\n", values("content"));
    }

    /** The choices it offers, as {@code name=value}. */
    public List<String> choices() {
        List<String> choices = new ArrayList<>();
        data.path("choices")
                .forEach(choice -> choices.add(choice.path("name").asText() + "="
                        + choice.path("value").asText()));
        return choices;
    }

    /** The custom ids of its buttons, in order. */
    public List<String> buttons() {
        return values("custom_id");
    }

    /** The custom id of the button of this label. */
    public String button(String label) {
        return data.findParents("custom_id").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .map(button -> button.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no button " + label + " in " + data));
    }

    private List<String> values(String field) {
        List<String> values = new ArrayList<>();
        data.findValues(field).stream()
                .map(JsonNode::asText)
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return values;
    }
}
