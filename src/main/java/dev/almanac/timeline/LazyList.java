package dev.almanac.timeline;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** A list of known size that finds its items only as far as they are asked for; for one thread. */
final class LazyList<T> extends AbstractList<T> {
    private final int size;
    private final Iterator<T> rest;
    private final List<T> found = new ArrayList<>();

    LazyList(int size, Iterator<T> items) {
        this.size = size;
        this.rest = items;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size);
        while (found.size() <= index) {
            found.add(rest.next());
        }
        return found.get(index);
    }

    @Override
    public int size() {
        return size;
    }
}
