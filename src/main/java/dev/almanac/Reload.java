package dev.almanac;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineState;
import dev.almanac.timeline.TimelineWatch;
import dev.almanac.timeline.file.FileChanges;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile.Reading;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a front answers with, over the timeline in use: one value, which is replaced as a whole when the file has changed and can be
 * used. Whoever answers asks for it once and ends on what they began with; what was kept with the old one goes with it.
 *
 * @param <E> what is built over a timeline
 */
final class Reload<E> implements Supplier<E>, AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    private static final int MOST_PROBLEMS = 20;

    private final @Nullable FileChanges changes;
    private final TimelineWatch watch;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "timeline");
        named.setDaemon(true);
        return named;
    });
    private @Nullable Function<Timeline, E> build;
    private volatile @Nullable InUse<E> inUse;

    private record InUse<E>(E edition, TimelineState state) {}

    /**
     * Nothing is in use before {@link #build}.
     *
     * @param changes of the timeline's file; null where the timeline comes from none, and never changes
     * @param watch is told which timeline is in use
     */
    Reload(@Nullable FileChanges changes, TimelineWatch watch, Clock clock) {
        this.changes = changes;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Builds the first edition.
     *
     * @param timeline as it was read after the changes were begun to be looked for
     * @param edition builds everything over a timeline, then and for each that follows
     */
    void build(Timeline timeline, Function<Timeline, E> edition) {
        build = edition;
        String file = changes == null ? "" : changes.name();
        inUse = new InUse<>(
                edition.apply(timeline),
                new TimelineState(file, timeline.events().size(), clock.instant(), 0, List.of()));
        watch.inUse(timeline);
    }

    private InUse<E> inUse() {
        return Objects.requireNonNull(inUse);
    }

    @Override
    public E get() {
        return inUse().edition();
    }

    /** Which timeline is in use, since when, and why the file as it is now isn't. */
    TimelineState state() {
        return inUse().state();
    }

    /**
     * Looks at the file from now on, on a thread of its own.
     *
     * @param told is called there each time that the file was taken or refused
     */
    @SuppressWarnings("FutureReturnValueIgnored") // What it does never throws.
    void begin(Consumer<TimelineState> told) {
        if (changes != null) {
            thread.scheduleWithFixedDelay(
                    () -> lookAndTell(told), MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
    }

    private void lookAndTell(Consumer<TimelineState> told) {
        try {
            look().ifPresent(told);
        } catch (RuntimeException failure) {
            log().error("What became of the timeline's file wasn't told", failure);
        }
    }

    /** Looks once, and never throws. Returns what became of the file; empty where it's the same, or still changes. */
    Optional<TimelineState> look() {
        int before = state().number();
        try {
            (changes == null ? Optional.<Reading>empty() : changes.news()).ifPresent(this::take);
        } catch (OutOfMemoryError full) {
            refuse(List.of("There is no room in memory for it beside the one in use (" + full.getMessage()
                    + "). Start the program again, or with a larger -Xmx in ALMANAC_JAVA_OPTS."));
        } catch (RuntimeException failure) {
            log().error("The timeline couldn't be replaced", failure);
            refuse(List.of("The program failed at it; its log says where."));
        }
        return Optional.of(state()).filter(state -> state.number() != before);
    }

    private void take(Reading reading) {
        if (reading.timeline().isEmpty()) {
            refuse(reading.problems().stream().map(Problem::toString).toList());
            return;
        }
        Timeline timeline = reading.timeline().get();
        E edition = Objects.requireNonNull(build).apply(timeline);
        TimelineState state = state().taken(timeline.events().size(), clock.instant());
        inUse = new InUse<>(edition, state);
        watch.inUse(timeline);
    }

    private void refuse(List<String> problems) {
        inUse = new InUse<>(get(), state().refused(shown(problems)));
        int more = problems.size() - 1;
        watch.refused(problems.get(0) + (more == 0 ? "" : " (and " + more + " more)"));
    }

    private static List<String> shown(List<String> problems) {
        int more = problems.size() - MOST_PROBLEMS;
        return more <= 0
                ? problems
                : Stream.concat(
                                problems.stream().limit(MOST_PROBLEMS),
                                Stream.of("and " + more + " more; ./almanac check shows them all."))
                        .toList();
    }

    /** Tells an operator what became of the file. */
    static void log(TimelineState state) {
        if (state.isFileInUse()) {
            log().info("{}", state.inWords());
        } else {
            log().warn("{}\n{}", state.inWords(), String.join("\n", state.problems()));
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Only whoever has something to log waits until the log is set up; answering one question would take a third longer. */
    private static Logger log() {
        return LoggerFactory.getLogger(Reload.class);
    }
}
