package dev.almanac.operation;

import dev.almanac.search.SearchWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How many searches of which kind, and whether there is an index. */
final class SearchFigures implements SearchWatch {
    private static final String PART = "search";

    private final MeterRegistry registry;
    private final Parts parts;

    SearchFigures(MeterRegistry registry, Parts parts) {
        this.registry = registry;
        this.parts = parts;
        parts.waits(PART, "building", "the index of the timeline is being built");
    }

    @Override
    public void built(Duration took) {
        parts.ready(PART, "ready");
        Timer.builder("almanac.search.index")
                .description("The index of a timeline that was built")
                .register(registry)
                .record(took);
    }

    @Override
    public void cannotBeBuilt(Throwable why) {
        parts.waits(PART, "failed", why.toString());
    }

    @Override
    public void searched(Kind kind, Duration took) {
        Timer.builder("almanac.searches")
                .description("Searches of the index: to find, to count, or to complete what somebody types")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(100))
                .register(registry)
                .record(took);
    }
}
