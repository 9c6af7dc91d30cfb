package dev.almanac.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an event by the key of an id that it has or had: a sorted array of numbers, each a key and behind it the event's place
 * in the list, so that a million events cost 8 MB.
 */
final class KeyIndex {
    private static final int PLACE_BITS = Long.SIZE - 1 - EventKey.BITS;

    private final List<HistoryEvent> events;
    private final long[] places;

    /** @param events at most 8 million, in an order that stays */
    KeyIndex(List<HistoryEvent> events) {
        if (events.size() > 1 << PLACE_BITS) {
            throw new IllegalArgumentException(events.size() + " events are too many");
        }
        this.events = events;
        long[] found = new long
                [events.stream().mapToInt(event -> 1 + event.formerly().size()).sum()];
        int next = 0;
        for (int place = 0; place < events.size(); place++) {
            HistoryEvent event = events.get(place);
            for (String id : Stream.concat(Stream.of(event.id()), event.formerly().stream())
                    .toList()) {
                found[next++] = EventKey.of(id).bits() << PLACE_BITS | place;
            }
        }
        Arrays.sort(found);
        this.places = found;
    }

    /** Where two events have one key, the earlier. */
    Optional<HistoryEvent> at(EventKey key) {
        long least = key.bits() << PLACE_BITS;
        int found = Arrays.binarySearch(places, least);
        int first = found < 0 ? -found - 1 : found;
        return first < places.length && places[first] >>> PLACE_BITS == key.bits()
                ? Optional.of(events.get((int) (places[first] & ((1 << PLACE_BITS) - 1))))
                : Optional.empty();
    }
}
