package dev.almanac.timeline;

import java.util.List;

/**
 * What people call something besides the name that the events use: variants, older names, other scripts, nicknames.
 *
 * @param name of a person or place, as it stands in some event's people, places or title; empty for happenings
 * @param events the ids of the happenings that are called so, the likeliest first; empty for a name
 * @param also the other names; at least one
 */
public record AlsoKnown(String name, List<String> events, List<String> also) {
    public AlsoKnown {
        if (name.isEmpty() == events.isEmpty() || also.isEmpty()) {
            throw new IllegalArgumentException(
                    "other names of either a name or happenings, not " + name + events + also);
        }
        events = List.copyOf(events);
        also = List.copyOf(also);
    }
}
