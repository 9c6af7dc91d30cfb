package dev.almanac.search;

import dev.almanac.timeline.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The search over a timeline, which is built once: ahead, on a thread of its own, or by whoever needs it first. */
public final class PreparedSearch {
    private final FutureTask<EventSearch> building;
    private volatile boolean ahead;

    /** A search that nobody has needed yet, and nobody watches. */
    public PreparedSearch(Timeline timeline) {
        this(timeline, SearchWatch.NONE);
    }

    /** A search that nobody has needed yet. */
    public PreparedSearch(Timeline timeline, SearchWatch watch) {
        this.building = new FutureTask<>(() -> built(timeline, watch));
    }

    private static EventSearch built(Timeline timeline, SearchWatch watch) {
        long began = System.nanoTime();
        try {
            EventSearch search = EventSearch.over(timeline, watch);
            watch.built(Duration.ofNanos(System.nanoTime() - began));
            return search;
        } catch (RuntimeException | Error failure) {
            watch.cannotBeBuilt(failure);
            throw failure;
        }
    }

    /** Begins to build on a thread of its own. */
    public void prepare() {
        ahead = true;
        Thread thread = new Thread(building, "indexing");
        thread.setDaemon(true);
        thread.start();
    }

    /** Builds here, so that it is ready when this returns. */
    public void build() {
        building.run();
    }

    /** The search; empty while it is being built ahead. */
    public Optional<EventSearch> ready() {
        if (!ahead) {
            // Only the first to come here builds; the others wait below.
            building.run();
        } else if (!building.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(building.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the index can't be built", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
