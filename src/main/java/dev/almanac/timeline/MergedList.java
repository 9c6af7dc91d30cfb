package dev.almanac.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Two lists by date, a long and a short one, read as one by date; the long one is not copied. */
final class MergedList extends AbstractList<HistoryEvent> implements RandomAccess {
    private final List<HistoryEvent> many;
    private final List<HistoryEvent> few;
    /** Where each of the few stands among all. */
    private final int[] places;

    MergedList(List<HistoryEvent> many, List<HistoryEvent> few) {
        this.many = many;
        this.few = few;
        this.places = new int[few.size()];
        for (int i = 0; i < places.length; i++) {
            int before = Collections.binarySearch(many, few.get(i));
            places[i] = i + (before < 0 ? -before - 1 : before);
        }
    }

    @Override
    public HistoryEvent get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(places, index);
        return found >= 0 ? few.get(found) : many.get(index - (-found - 1));
    }

    @Override
    public int size() {
        return many.size() + few.size();
    }
}
