package dev.almanac.discord;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;

/**
 * Sends the first answer to an interaction at once, and all else as JDA does. JDA would keep a bucket for each interaction until it
 * cleans up, every 30 seconds. An interaction is answered once, and the global limit isn't for that:
 * https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
final class AnswersAtOnce implements RestRateLimiter {
    private final Executor threads;
    private final GlobalRateLimit limit;
    private final RestRateLimiter others;
    private final Clock clock;

    /** How many answers are being sent, and one while nobody has stopped this. */
    private final AtomicInteger open = new AtomicInteger(1);

    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile Runnable whenStopped = () -> {};

    AnswersAtOnce(RateLimitConfig config, Clock clock) {
        this(config.getElastic(), config.getGlobalRateLimit(), new SequentialRestRateLimiter(config), clock);
    }

    AnswersAtOnce(Executor threads, GlobalRateLimit limit, RestRateLimiter others, Clock clock) {
        this.threads = threads;
        this.limit = limit;
        this.others = others;
        this.clock = clock;
    }

    @Override
    public void enqueue(Work task) {
        if (!task.getRoute().getBaseRoute().equals(Route.Interactions.CALLBACK) || isBanned()) {
            others.enqueue(task);
            return;
        }
        open.incrementAndGet();
        threads.execute(() -> send(task));
    }

    /** Cloudflare refuses everything for a while, and for longer whoever goes on asking. */
    private boolean isBanned() {
        return limit.getCloudflare() > clock.millis();
    }

    private void send(Work task) {
        try {
            if (!task.isSkipped()) {
                // JDA reads what it brings, and closes it.
                task.execute();
                if (!task.isDone()) {
                    others.enqueue(task);
                }
            }
        } finally {
            ended();
        }
    }

    private void ended() {
        if (open.decrementAndGet() == 0) {
            others.stop(false, whenStopped);
        }
    }

    @Override
    public void stop(boolean shutdown, Runnable callback) {
        // JDA may stop it from two threads.
        boolean first = stopped.compareAndSet(false, true);
        if (shutdown) {
            others.stop(true, callback);
        } else if (first) {
            whenStopped = callback;
            ended();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped.get();
    }

    @Override
    public int cancelRequests() {
        return others.cancelRequests();
    }
}
