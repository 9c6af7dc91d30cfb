package dev.almanac.timeline;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when it's first asked for, once, and kept; any number of threads may ask. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    /** Nothing is made yet. */
    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T ready = made;
        return ready != null ? ready : makeOnce();
    }

    private synchronized T makeOnce() {
        T ready = made;
        if (ready == null) {
            ready = making.get();
            made = ready;
        }
        return ready;
    }
}
