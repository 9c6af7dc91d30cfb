package dev.almanac.timeline.file;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ids that events stand for besides their own. An id means one event for ever, so no two may claim it. */
final class FormerIds {
    private final Set<String> present;
    private final Map<String, ObjectReader> claimed = new LinkedHashMap<>();

    /** @param present the ids of the events, which grow while they are read */
    FormerIds(Set<String> present) {
        this.present = present;
    }

    /** Those of an event, as given; notes an id that another event stands for already. */
    List<String> of(ObjectReader event, List<String> ids) {
        for (String id : ids) {
            if (claimed.putIfAbsent(id, event) != null) {
                event.problem("formerly", "another event stands for \"" + id + "\", too", "each id at one event");
            }
        }
        return ids;
    }

    /** Notes an id that an event still has. */
    void check() {
        claimed.forEach((id, event) -> {
            if (present.contains(id)) {
                event.problem("formerly", "an event has the id \"" + id + "\"", "ids that no event has any more");
            }
        });
    }

    /** All ids that lead to an event. */
    Set<String> known() {
        Set<String> known = new HashSet<>(present);
        known.addAll(claimed.keySet());
        return known;
    }
}
