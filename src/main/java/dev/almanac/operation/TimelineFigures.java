package dev.almanac.operation;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineWatch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Which timeline is in use: how large it is, and since when. */
final class TimelineFigures implements TimelineWatch {
    private static final String PART = "timeline";

    private final Clock clock;
    private final Parts parts;
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicLong since;

    TimelineFigures(MeterRegistry registry, Clock clock, Parts parts) {
        this.clock = clock;
        this.parts = parts;
        this.since = new AtomicLong(clock.millis());
        parts.waits(PART, "reading", "");
        Gauge.builder("almanac.timeline.events", events, AtomicInteger::get)
                .description("Events of the timeline in use")
                .register(registry);
        TimeGauge.builder("almanac.timeline.age", () -> clock.millis() - since.get(), TimeUnit.MILLISECONDS)
                .description("How long the timeline in use has been in use")
                .register(registry);
    }

    @Override
    public void inUse(Timeline timeline) {
        events.set(timeline.events().size());
        since.set(clock.millis());
        parts.ready(PART, "ready");
    }

    @Override
    public void refused(String why) {
        // The timeline before it is answered from: that's no reason to send people elsewhere.
        parts.readyBut(PART, "older than its file", why);
    }
}
