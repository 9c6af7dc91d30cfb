package dev.almanac.chat;

import java.util.List;

/** Which page this is, of how many; both from 1. */
public record Pages(int number, int count) {
    /** The only page there is. */
    public static final Pages ONE = new Pages(1, 1);

    /** Cards to a page, in every front. */
    public static final int SIZE = 5;

    /** The page asked for, or the last one where there are no longer that many. */
    public static Pages of(int asked, int items) {
        int count = Math.max(1, (items + SIZE - 1) / SIZE);
        return new Pages(Math.min(asked, count), count);
    }

    public <T> List<T> cut(List<T> items) {
        return items.subList(Math.min(items.size(), (number - 1) * SIZE), Math.min(items.size(), number * SIZE));
    }

    public boolean hasNext() {
        return number < count;
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
