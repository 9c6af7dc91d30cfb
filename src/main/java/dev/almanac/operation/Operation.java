package dev.almanac.operation;

import dev.almanac.daily.store.DatabaseWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;

/**
 * The pages for whoever runs the bot: {@code /livez}, {@code /readyz} and {@code /metrics}. They are served from the first
 * moment, so that a start that takes long can be seen.
 */
public final class Operation implements AutoCloseable {
    private static final String PROCESS = "process";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LogbackMetrics logged = new LogbackMetrics();
    private final Parts parts;
    private final Watches watches;
    private final DatabaseWatch database;
    private final OperatorServer server;

    private Operation(InetSocketAddress address, Clock clock, String version) throws IOException {
        this.parts = new Parts(clock);
        parts.ready(PROCESS, "running");
        this.watches = new Watches(
                new AnswerFigures(registry),
                new SearchFigures(registry, parts),
                new TimelineFigures(registry, clock, parts),
                new DailyFigures(registry, clock, parts),
                new DiscordFigures(registry, parts));
        this.database = new DatabaseFigures(registry);
        for (MeterBinder binder : binders()) {
            binder.bindTo(registry);
        }
        Gauge.builder("almanac.ready", parts, all -> all.areReady() ? 1 : 0)
                .description("1 while all parts of this process do their work, as /readyz says")
                .register(registry);
        Gauge.builder("almanac.build", () -> 1)
                .description("Always 1; says which version runs")
                .tag("version", version)
                .register(registry);
        this.server = OperatorServer.start(address, new OperatorPages(parts, registry::scrape));
    }

    /**
     * Pages that are being served.
     *
     * @throws IOException when they can't be served there
     */
    public static Operation at(InetSocketAddress address, Clock clock, String version) throws IOException {
        return new Operation(address, clock, version);
    }

    private List<MeterBinder> binders() {
        return List.of(
                new ClassLoaderMetrics(),
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                collections,
                logged,
                new FileDescriptorMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics());
    }

    /** What a bot tells what happens in it. */
    public Watches watches() {
        return watches;
    }

    /** What its database tells how it is used. */
    public DatabaseWatch database() {
        return database;
    }

    /** Where the pages are. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** All the figures there are now. */
    MeterRegistry registry() {
        return registry;
    }

    /** The bot has been told to stop: from now on it isn't ready. */
    public void closing() {
        parts.waits(PROCESS, "closing", "it was told to stop");
    }

    @Override
    public void close() {
        server.close();
        collections.close();
        logged.close();
        registry.close();
    }
}
