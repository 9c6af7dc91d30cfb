package dev.almanac.standin;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Discord's limits of how often a bot may ask, none unless a test wants them
 * (https://discord.com/developers/docs/topics/rate-limits). They go by the machine's time, as JDA's waiting does.
 */
public final class RateLimits {
    private static final int MESSAGES = 5;
    private static final Duration MESSAGE_WINDOW = Duration.ofSeconds(5);

    private final Window everything = new Window();
    private final Map<Long, Window> byChannel = new HashMap<>();
    private int perSecond;
    private boolean perChannel;

    /** So many requests, from the first one of a window on. */
    private static final class Window {
        private long begin;
        private int used;

        /** Nanoseconds to wait; 0 when the request is within the limit. */
        private long refused(int most, Duration length, long now) {
            if (used == 0 || now - begin >= length.toNanos()) {
                begin = now;
                used = 0;
            }
            if (used == most) {
                return begin + length.toNanos() - now;
            }
            used++;
            return 0;
        }
    }

    /** Allows so many requests a second over all routes; 0 for any number. Discord allows 50. */
    public synchronized void allowPerSecond(int requests) {
        perSecond = requests;
    }

    /** Whether a channel takes only five messages in five seconds. */
    public synchronized void limitChannels(boolean limited) {
        perChannel = limited;
    }

    /** The refusal of a request that comes too soon. */
    synchronized Optional<RestAnswer> everywhere() {
        long wait = perSecond == 0 ? 0 : everything.refused(perSecond, Duration.ofSeconds(1), System.nanoTime());
        return wait == 0 ? Optional.empty() : Optional.of(RestAnswer.limitedEverywhere(Duration.ofNanos(wait)));
    }

    /** The refusal of a message that comes too soon after others of its channel. */
    synchronized Optional<RestAnswer> message(long channel) {
        long wait = perChannel
                ? byChannel
                        .computeIfAbsent(channel, any -> new Window())
                        .refused(MESSAGES, MESSAGE_WINDOW, System.nanoTime())
                : 0;
        return wait == 0 ? Optional.empty() : Optional.of(RestAnswer.limited(Duration.ofNanos(wait)));
    }

    /** The headers by which a bot sees how many messages it may still send there; none without that limit. */
    synchronized Map<String, String> headers(long channel) {
        Window window = byChannel.get(channel);
        if (!perChannel || window == null) {
            return Map.of();
        }
        double left = (window.begin + MESSAGE_WINDOW.toNanos() - System.nanoTime()) / 1e9;
        return Map.of(
                "X-RateLimit-Bucket", "messages",
                "X-RateLimit-Limit", String.valueOf(MESSAGES),
                "X-RateLimit-Remaining", String.valueOf(MESSAGES - window.used),
                "X-RateLimit-Reset", String.valueOf(System.currentTimeMillis() / 1000.0 + left),
                "X-RateLimit-Reset-After", String.valueOf(Math.max(0, left)));
    }
}
