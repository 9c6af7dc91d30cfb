package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was written to the stand-ins of this process, and what the bot wrote there, as far as it can be told from other text: so that
 * it can be looked for where it must not be.
 */
public final class Said {
    private static final int SHORTEST = 12;
    private static final int MOST = 5_000;
    private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

    static void by(String text) {
        text.lines().map(String::strip).filter(Said::isTellable).forEach(line -> {
            if (ALL.size() < MOST) {
                ALL.add(line);
            }
        });
    }

    /** All texts of a message. */
    static void in(JsonNode message) {
        List.of("content", "description")
                .forEach(field -> message.findValuesAsText(field).forEach(Said::by));
    }

    private static boolean isTellable(String line) {
        return line.length() >= SHORTEST && line.matches(".*\\p{L}.*") && line.contains(" ");
    }

    /** All of it, and begins anew. */
    public static Collection<String> taken() {
        Set<String> taken = Set.copyOf(ALL);
        ALL.removeAll(taken);
        return taken;
    }

    private Said() {}
}
