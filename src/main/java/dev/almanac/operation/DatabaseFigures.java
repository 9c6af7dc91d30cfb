package dev.almanac.operation;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.almanac.daily.store.DatabaseWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How the pool of connections is used, as HikariCP counts it, and how long statements take. */
final class DatabaseFigures implements DatabaseWatch {
    private final MeterRegistry registry;
    private final MetricsTrackerFactory pool;

    DatabaseFigures(MeterRegistry registry) {
        this.registry = registry;
        this.pool = new MicrometerMetricsTrackerFactory(registry);
    }

    @Override
    public MetricsTrackerFactory pool() {
        return pool;
    }

    @Override
    public void asked(String verb, boolean answered, Duration took) {
        Timer.builder("almanac.database.statements")
                .description("Statements of SQL, by their verb")
                .tag("verb", verb)
                .tag("outcome", answered ? "success" : "error")
                .serviceLevelObjectives(
                        Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry)
                .record(took);
    }
}
