package dev.almanac.search;

import dev.almanac.timeline.Timeline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The search over a timeline, which is built once: ahead, on a thread of its own, or by whoever needs it first. */
public final class PreparedSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Timeline timeline;
    private final SearchWatch watch;
    private final Duration patience;
    private final CompletableFuture<EventSearch> built = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean ahead;

    /** A search that nobody has needed yet, and nobody watches. */
    public PreparedSearch(Timeline timeline) {
        this(timeline, SearchWatch.NONE);
    }

    /** A search that nobody has needed yet. */
    public PreparedSearch(Timeline timeline, SearchWatch watch) {
        this(timeline, watch, PATIENCE);
    }

    /**
     * A search that nobody has needed yet.
     *
     * @param patience how long {@link #readiness} waits at most
     */
    public PreparedSearch(Timeline timeline, SearchWatch watch, Duration patience) {
        this.timeline = timeline;
        this.watch = watch;
        this.patience = patience;
    }

    /** Begins to build on a thread of its own. */
    public void prepare() {
        prepareAfter(CompletableFuture.completedFuture(null));
    }

    /** Begins to build on a thread of its own once something else is done. */
    @SuppressWarnings("FutureReturnValueIgnored") // A thread can always be begun.
    public void prepareAfter(CompletableFuture<Void> before) {
        prepare(building -> before.thenRun(() -> {
            Thread thread = new Thread(building, "indexing");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    /** Begins to build as soon as an executor does. */
    public void prepare(Executor builder) {
        ahead = true;
        builder.execute(this::build);
    }

    /** Builds here, so that it is ready when this returns. */
    public void build() {
        if (begun.compareAndSet(false, true)) {
            built.completeAsync(this::over, Runnable::run);
        }
    }

    private EventSearch over() {
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

    /** Done as soon as {@link #ready} has a search, or when it has been waited for long enough; never fails. */
    public CompletableFuture<Void> readiness() {
        return ahead && !built.isDone()
                ? built.<Void>handle((search, failure) -> null)
                        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(null);
    }

    /** The search; empty while it is being built ahead. */
    public Optional<EventSearch> ready() {
        if (!ahead) {
            // Only the first to come here builds; the others wait below.
            build();
        } else if (!built.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(built.join());
        } catch (CompletionException e) {
            throw new IllegalStateException("the index can't be built", e.getCause());
        }
    }
}
