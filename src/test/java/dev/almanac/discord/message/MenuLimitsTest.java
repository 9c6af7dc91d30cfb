package dev.almanac.discord.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Discord refuses in a select menu. */
class MenuLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode menu(int options) {
        ObjectNode menu = JSON.createObjectNode().put("type", 3).put("custom_id", "1|m");
        ArrayNode all = menu.putArray("options");
        for (int i = 0; i < options; i++) {
            all.addObject().put("label", "Option").put("value", "v" + i);
        }
        return menu;
    }

    private static List<String> problems(ObjectNode... components) {
        ObjectNode message = JSON.createObjectNode().put("flags", MessageLimits.COMPONENTS_V2);
        ArrayNode row =
                message.putArray("components").addObject().put("type", 1).putArray("components");
        for (ObjectNode component : components) {
            row.add(component);
        }
        return MessageLimits.problems(message);
    }

    @Test
    void takesOneToTwentyFiveOptions() {
        assertEquals(List.of(), problems(menu(1)));
        assertEquals(List.of(), problems(menu(25)));
        assertEquals(
                List.of("0 options in a select menu, at least 1", "1 values to choose at most, at most 0"),
                problems(menu(0)));
        assertEquals(List.of("26 options in a select menu, at most 25"), problems(menu(26)));
    }

    @Test
    void hasNoMoreChosenThanCanBe() {
        ObjectNode menu = menu(3).put("max_values", 2);
        menu.path("options").forEach(option -> ((ObjectNode) option).put("default", true));

        assertEquals(List.of("3 values that are chosen already, at most 2"), problems(menu));
        assertEquals(List.of("4 values to choose at most, at most 3"), problems(menu(3).put("max_values", 4)));
        assertEquals(List.of("1 values to choose at most, at least 2"), problems(menu(3).put("min_values", 2)));
    }

    @Test
    void standsAloneInItsRow() {
        assertEquals(
                List.of("1 components beside a select menu, at most 0"),
                problems(menu(1), menu(1).put("custom_id", "other")));
    }

    @Test
    void hasAnOptionOnceAndWithinItsLengths() {
        ObjectNode menu = menu(1).put("placeholder", "x".repeat(151)).put("custom_id", "");
        menu.withArray("options").addObject().put("label", " ").put("value", "v0");
        menu.withArray("options")
                .addObject()
                .put("label", "x".repeat(101))
                .put("value", "x".repeat(101))
                .put("description", "x".repeat(101));

        assertEquals(
                List.of(
                        "0 characters in a custom_id, at least 1",
                        "151 characters in a placeholder, at most 150",
                        "0 characters in an option's label, at least 1",
                        "the option v0 stands twice",
                        "101 characters in an option's label, at most 100",
                        "101 characters in an option's value, at most 100",
                        "101 characters in an option's description, at most 100"),
                problems(menu));
    }
}
