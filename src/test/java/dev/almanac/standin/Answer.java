package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the bot answered to an interaction: what the person saw in the end.
 *
 * @param type of the callback: 4 message, 5 message after a deferral, 6 edit after a deferral, 7 edit, 8 choices, 9 a form
 * @param message the id of the message that was sent or edited; 0 for choices and a form
 * @param took from the moment the gateway sent the interaction
 * @param deferredAfter how long the deferral took; empty when it was answered at once
 */
public record Answer(int type, JsonNode data, long message, Duration took, Optional<Duration> deferredAfter) {
    static final int EPHEMERAL = 1 << 6;

    public boolean isPrivate() {
        return (data.path("flags").asInt() & EPHEMERAL) != 0;
    }

    /** All its text displays, one behind the other. */
    public String text() {
        return Texts.of(data);
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
        return Texts.values(data, "custom_id");
    }

    /** The custom id of its only menu. */
    public String menu() {
        return data.findParents("options").get(0).path("custom_id").asText();
    }

    /** The custom id of the menu with this placeholder. */
    public String menu(String placeholder) {
        return data.findParents("options").stream()
                .filter(menu -> menu.path("placeholder").asText().equals(placeholder))
                .map(menu -> menu.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no menu " + placeholder + " in " + data));
    }

    /** What its menus offer, in order. */
    public List<String> options() {
        return data.findParents("options").stream()
                .flatMap(menu -> Texts.values(menu, "label").stream())
                .toList();
    }

    /** The custom id of the button of this label. */
    public String button(String label) {
        return Texts.button(data, label);
    }
}
