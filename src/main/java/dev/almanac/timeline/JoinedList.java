package dev.almanac.timeline;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Several lists read one after the other as one list, without a copy. */
final class JoinedList<T> extends AbstractList<T> implements RandomAccess {
    private final List<List<T>> parts;
    private final int size;

    private JoinedList(List<List<T>> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(List::size).sum();
    }

    static <T> List<T> of(Collection<List<T>> parts) {
        return new JoinedList<>(parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    @Override
    public T get(int index) {
        int left = Objects.checkIndex(index, size);
        for (List<T> part : parts) {
            if (left < part.size()) {
                return part.get(left);
            }
            left -= part.size();
        }
        throw new IllegalStateException("the parts of a joined list have changed");
    }

    @Override
    public int size() {
        return size;
    }
}
