package dev.almanac.operation;

import dev.almanac.discord.DiscordWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the shards of this process are, and what is asked of Discord. */
final class DiscordFigures implements DiscordWatch {
    private static final String PART = "discord";
    private static final String ALL_SHARDS = "shards";

    private final MeterRegistry registry;
    private final Parts parts;
    private final Map<Integer, ShardState> shards = new ConcurrentHashMap<>();
    private final AtomicInteger identifiesLeft = new AtomicInteger(-1);
    private final AtomicInteger shardsWaiting = new AtomicInteger();
    private final Counter searchesRefused;

    DiscordFigures(MeterRegistry registry, Parts parts) {
        this.registry = registry;
        this.parts = parts;
        parts.waits(PART, "starting", "no shard is connected yet");
        for (ShardState state : new ShardState[] {ShardState.CONNECTING, ShardState.READY, ShardState.RECONNECTING}) {
            Gauge.builder(
                            "almanac.shards",
                            () -> shards.values().stream().filter(state::equals).count())
                    .description("Shards that this process holds, by their state")
                    .tag("state", word(state))
                    .register(registry);
        }
        Gauge.builder("almanac.shards.waiting", shardsWaiting, AtomicInteger::get)
                .description("Shards that no process runs, because none has room for them")
                .register(registry);
        Gauge.builder("almanac.identifies.left", identifiesLeft, AtomicInteger::get)
                .description("Sessions that Discord lets the bot begin before its day is over; -1 while unknown")
                .register(registry);
        searchesRefused = Counter.builder("almanac.searches.refused")
                .description("Searches that were turned away because too many waited")
                .register(registry);
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void shard(int shard, ShardState state) {
        String part = "shard-" + shard;
        if (state == ShardState.CLOSED) {
            shards.remove(shard);
            parts.isNone(part);
        } else {
            shards.put(shard, state);
            if (state == ShardState.READY) {
                parts.ready(part, word(state));
            } else {
                parts.waits(part, word(state), "");
            }
        }
        long ready = shards.values().stream().filter(ShardState.READY::equals).count();
        if (shards.isEmpty()) {
            parts.waits(PART, "not connected", "this process holds no shard");
        } else if (ready == shards.size()) {
            parts.ready(PART, "ready");
        } else {
            parts.waits(PART, "connecting", ready + " of " + shards.size() + " shards are ready");
        }
    }

    /** This process is well all the same: nothing that it could do would help. */
    @Override
    public void shardsWait(Set<Integer> waiting) {
        shardsWaiting.set(waiting.size());
        if (waiting.isEmpty()) {
            parts.ready(ALL_SHARDS, "taken");
        } else {
            parts.readyBut(
                    ALL_SHARDS,
                    "waiting",
                    "no process has room for " + new TreeSet<>(waiting)
                            + "; raise ALMANAC_SHARDS_HERE, or start another process");
        }
    }

    @Override
    public void sessionBegan(boolean resumed) {
        Counter.builder("almanac.reconnects")
                .description("Connections to the gateway that were made anew, with their session or with a new one")
                .tag("session", resumed ? "resumed" : "new")
                .register(registry)
                .increment();
    }

    @Override
    public void disconnected(int closeCode) {
        Counter.builder("almanac.disconnects")
                .description("Connections to the gateway that ended, by Discord's close code; 0 for none")
                .tag("code", closeCode >= 1000 && closeCode < 5000 ? String.valueOf(closeCode) : "0")
                .register(registry)
                .increment();
    }

    @Override
    public void identifiesLeft(int left) {
        identifiesLeft.set(left);
    }

    /** Under the name and with the tags that Micrometer has for requests of a client. */
    @Override
    public void asked(String method, String route, int status, Duration took) {
        Timer.builder("http.client.requests")
                .description("Requests to Discord's REST API, each attempt by itself; status 0 for no answer")
                .tag("method", method)
                .tag("uri", route)
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3))
                .register(registry)
                .record(took);
    }

    @Override
    public void searchRefused() {
        searchesRefused.increment();
    }
}
