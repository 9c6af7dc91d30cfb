package dev.almanac.chat;

import java.util.List;

/** Which page this is, of how many; both from 1. */
public record Pages(int number, int count) {
    /** The only page there is. */
    public static final Pages ONE = new Pages(1, 1);

    /** Titled lines to a page, in every front. */
    public static final int SIZE = 5;

    /**
     * Events to a page of a list, in every front, so that a page has the same events in each. The title is at most 100 characters,
     * so that twenty lines fit into one look, and into any front's message where few of their characters need an escape; a front
     * that is short of room cuts titles, never lines.
     */
    public static final int LINES = 20;

    /** More pages than these nobody turns. */
    public static final int MOST = 10;

    /** The page asked for, or the last one where there are no longer that many. */
    public static Pages of(int asked, int items) {
        return of(asked, items, SIZE);
    }

    /** As {@link #of}, of a list of events. */
    public static Pages ofLines(int asked, int events) {
        return of(asked, events, LINES);
    }

    private static Pages of(int asked, int items, int size) {
        int count = Math.max(1, (items + size - 1) / size);
        return new Pages(Math.min(asked, count), count);
    }

    public <T> List<T> cut(List<T> items) {
        return cut(items, SIZE);
    }

    /** As {@link #cut}, of a list of events. */
    public <T> List<T> cutLines(List<T> events) {
        return cut(events, LINES);
    }

    private <T> List<T> cut(List<T> items, int size) {
        return items.subList(Math.min(items.size(), (number - 1) * size), Math.min(items.size(), number * size));
    }

    public boolean hasNext() {
        return number < count;
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
