package dev.almanac.daily.engine;

import dev.almanac.chat.LogContext;
import dev.almanac.daily.Postbox.Failure;
import dev.almanac.daily.ScheduleStore.Away;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to Discord that are under way, one to a channel at a time. What comes of one is written on the executor's one
 * thread; what can't be written, for want of a database, is kept until it can.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Executor executor;
    private final Map<Long, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Queue<Runnable> unwritten = new ArrayDeque<>();
    private long begun;

    Requests(Executor executor) {
        this.executor = executor;
    }

    boolean isUnderWay(long channel) {
        return underWay.containsKey(channel);
    }

    /** How many there were so far. */
    long begun() {
        return begun;
    }

    /** Follows a request; done when what came of it is written. */
    <T> CompletableFuture<Void> follow(
            long channel, CompletableFuture<T> asked, Consumer<T> done, Consumer<Failure> failed) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        begun++;
        underWay.put(channel, written);
        LogContext asking = LogContext.here();
        asked.whenCompleteAsync(
                        (answer, thrown) -> {
                            asking.run(() -> write(
                                    channel,
                                    thrown == null ? () -> done.accept(answer) : () -> failed.accept(failure(thrown))));
                            underWay.remove(channel);
                            written.complete(null);
                        },
                        executor)
                .exceptionally(answeredAbove -> null);
        return written;
    }

    private void write(long channel, Runnable outcome) {
        try {
            outcome.run();
        } catch (Away away) {
            LOG.warn("What became of channel {} can't be written now; trying again: {}", channel, away.toString());
            unwritten.add(outcome);
        } catch (RuntimeException e) {
            LOG.error("What became of channel {} can't be followed; its claim is looked at again", channel, e);
        }
    }

    private static Failure failure(Throwable thrown) {
        Throwable cause = thrown instanceof Failure || thrown.getCause() == null ? thrown : thrown.getCause();
        return cause instanceof Failure failure ? failure : new Failure(Failure.Kind.IN_DOUBT, cause.toString());
    }

    /** Writes what could not be written before; throws what keeps it from being written now. */
    void catchUp() {
        for (Runnable outcome = unwritten.peek(); outcome != null; outcome = unwritten.peek()) {
            try {
                outcome.run();
            } catch (Away away) {
                throw away;
            } catch (RuntimeException e) {
                LOG.error("What became of a request can't be followed; its claim is looked at again", e);
            }
            unwritten.remove();
        }
    }

    /** Waits for all that is under way, at most so long. */
    void await(Duration longest) {
        CompletableFuture.allOf(underWay.values().toArray(new CompletableFuture<?>[0]))
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
