package dev.almanac.timeline.file;

import dev.almanac.timeline.AlsoKnown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the other names in the head of a file, and notes those that lead to no event. */
final class NamesReader {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_OTHERS = 50;

    private final Map<ObjectReader, AlsoKnown> entries = new LinkedHashMap<>();

    /** All that are sound by themselves. */
    List<AlsoKnown> names(ObjectReader file) {
        file.objects("names", MOST_ENTRIES).forEach(this::read);
        return List.copyOf(entries.values());
    }

    private void read(ObjectReader entry) {
        String name = entry.optionalText("name", LONGEST_NAME);
        List<String> events = entry.ids("events", MOST_OTHERS);
        List<String> also = entry.texts("also", LONGEST_NAME, MOST_OTHERS);
        entry.noOthers();
        if (entry.has("name") == entry.has("events")) {
            entry.problem(
                    "name",
                    entry.has("name") ? "and \"events\" are both given" : "and \"events\" are both missing",
                    "one of them");
        } else if (also.isEmpty()) {
            entry.problem("also", "names nothing", "what else people call it");
        } else if (name.isEmpty() != events.isEmpty()) {
            entries.put(entry, new AlsoKnown(name, events, also));
        } else if (entry.has("events")) {
            entry.problem("events", "names no event", "ids of events");
        }
    }

    /** To be called when all events are read: whatever leads to none of them helps nobody. */
    void check(EventReader events) {
        Set<String> names = events.names();
        Set<String> ids = events.ids();
        List<String> titles = events.titles();
        entries.forEach((entry, known) -> {
            if (!known.name().isEmpty()
                    && !names.contains(known.name())
                    && titles.stream().noneMatch(title -> hasWords(title, known.name()))) {
                entry.problem(
                        "name",
                        "\"" + known.name() + "\" stands in no event's people, places or title",
                        "a name as an event has it");
            }
            known.events().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> entry.problem("events", "no event has the id \"" + id + "\"", "ids of events"));
        });
    }

    /** Whether a title has a name as whole words. */
    private static boolean hasWords(String title, String name) {
        for (int at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(title.codePointBefore(at));
            boolean ends = end == title.length() || !Character.isLetterOrDigit(title.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
