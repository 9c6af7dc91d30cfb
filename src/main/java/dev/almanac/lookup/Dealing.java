package dev.almanac.lookup;

import dev.almanac.search.Scope;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which chance deals events: of every six, three of the greatest weight, two of the usual, one of the least, each
 * weight in a shuffled order of its own as long as it lasts. Nothing is kept: a {@link Shuffle} says it all.
 *
 * @param byWeight the events of each weight, the least first
 */
record Dealing(List<List<HistoryEvent>> byWeight) {
    /** The weights of six in a row; which of them is the first, the seed says. */
    private static final int[] SIX = {3, 2, 3, 1, 2, 3};

    /** All events of a timeline that match. */
    static Dealing of(Timeline timeline, Scope scope) {
        return new Dealing(IntStream.rangeClosed(HistoryEvent.LEAST_WEIGHT, HistoryEvent.MOST_WEIGHT)
                .mapToObj(weight -> timeline.any(weight, scope.category(), scope.years()))
                .toList());
    }

    int size() {
        return byWeight.stream().mapToInt(List::size).sum();
    }

    /** The event at this place; its position must be less than {@link #size}. */
    HistoryEvent at(Shuffle place) {
        if (place.position() < 0 || place.position() >= size()) {
            throw new IllegalArgumentException("position " + place.position() + " of " + size());
        }
        // Slots are counted, whether or not their weight has run out: the one that is wanted is the last with too few
        // before it.
        int least = 0;
        int most = SIX.length * (size() + 1);
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (dealt(middle + 1, place.seed()) > place.position()) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        int weight = weight(least, place.seed());
        List<HistoryEvent> events = events(weight);
        Shuffle own = new Shuffle(place.seed() * SIX.length + weight, slots(weight, least, place.seed()));
        return events.get(own.pick(events.size()));
    }

    private List<HistoryEvent> events(int weight) {
        return byWeight.get(weight - HistoryEvent.LEAST_WEIGHT);
    }

    private static int weight(int slot, int seed) {
        return SIX[Math.floorMod(slot + Math.floorMod(seed, SIX.length), SIX.length)];
    }

    /** How many events so many slots have dealt. */
    private int dealt(int slots, int seed) {
        int dealt = 0;
        for (int weight = HistoryEvent.LEAST_WEIGHT; weight <= HistoryEvent.MOST_WEIGHT; weight++) {
            dealt += Math.min(events(weight).size(), slots(weight, slots, seed));
        }
        return dealt;
    }

    /** How many of the first so many slots are for a weight. */
    private static int slots(int weight, int slots, int seed) {
        int begun = slots - slots % SIX.length;
        int ofWeight = begun / SIX.length * weight;
        for (int slot = begun; slot < slots; slot++) {
            ofWeight += weight(slot, seed) == weight ? 1 : 0;
        }
        return ofWeight;
    }
}
