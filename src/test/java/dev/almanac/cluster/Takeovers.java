package dev.almanac.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long shards were without a process that has them, after theirs was killed or frozen. */
final class Takeovers {
    private final Map<String, Long> gone = new HashMap<>();
    private final List<Duration> taken = new ArrayList<>();
    private Map<Integer, String> holders = Map.of();

    /** A process is killed or frozen now. */
    synchronized void gone(String process) {
        gone.put(process, System.nanoTime());
    }

    /** Who has each shard, at this moment. */
    synchronized void seen(Map<Integer, String> now) {
        holders.forEach((shard, before) -> {
            Long since = gone.get(before);
            String holder = now.get(shard);
            if (since != null && holder != null && !holder.equals(before)) {
                taken.add(Duration.ofNanos(System.nanoTime() - since));
            }
        });
        holders = now;
    }

    /** Nobody can say who has what: what was seen before is no measure any more. */
    synchronized void unseen() {
        gone.clear();
    }

    synchronized String inWords() {
        List<Duration> sorted = taken.stream().sorted().toList();
        return sorted.isEmpty()
                ? "no takeovers"
                : String.format(
                        Locale.ROOT,
                        "%d shards taken over after %.1f s (p50), %.1f s (most)",
                        sorted.size(),
                        seconds(sorted.get(sorted.size() / 2)),
                        seconds(sorted.get(sorted.size() - 1)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
