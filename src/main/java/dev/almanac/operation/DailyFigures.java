package dev.almanac.operation;

import dev.almanac.daily.DailyWatch;
import dev.almanac.daily.ScheduleStore.Backlog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What becomes of the daily posts, how late they are, and whether they and their database work. */
final class DailyFigures implements DailyWatch {
    private static final String PART = "daily";
    private static final String DATABASE = "database";

    /** A turn takes seconds at most, and the next one begins a few seconds later. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Parts parts;
    private final Timer sent;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private volatile Backlog backlog = new Backlog(0, Optional.empty());

    DailyFigures(MeterRegistry registry, Clock clock, Parts parts) {
        this.clock = clock;
        this.parts = parts;
        parts.waits(PART, "starting", "");
        parts.waits(DATABASE, "opening", "");
        sent = Timer.builder("almanac.posts.late")
                .description("Daily posts that are out, and by how much they came after their time")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        Duration.ofHours(6))
                .register(registry);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("almanac.posts")
                            .description("What else became of daily posts")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("almanac.posts.due", () -> backlog.posts())
                .description("Schedules of all processes whose time has come and that wait to be looked at")
                .register(registry);
        TimeGauge.builder("almanac.posts.overdue", this::overdue, TimeUnit.MILLISECONDS)
                .description("For how long the first of them has waited")
                .register(registry);
    }

    private long overdue() {
        Instant now = clock.instant();
        return backlog.since()
                .map(since -> Math.max(0, Duration.between(since, now).toMillis()))
                .orElse(0L);
    }

    @Override
    public void sent(Duration late) {
        sent.record(late);
    }

    @Override
    public void became(Outcome outcome) {
        Optional.ofNullable(outcomes.get(outcome)).ifPresent(Counter::increment);
    }

    @Override
    public void due(Backlog now) {
        backlog = now;
    }

    @Override
    public void works() {
        parts.ready(DATABASE, "ready");
        parts.ready(PART, "ready", LONGEST_TURN);
    }

    @Override
    public void waits(String why, boolean heldByAnother) {
        if (heldByAnother) {
            parts.readyBut(DATABASE, "held by another process", why);
            parts.readyBut(PART, "standing by", why);
        } else {
            parts.waits(DATABASE, "away", withoutStatement(why));
            parts.waits(PART, "waiting", "its database is away");
        }
    }

    /** JDBI's messages end with the statement and its values, which are ids. */
    private static String withoutStatement(String why) {
        return why.replaceFirst("(?s) ?\\[statement:.*", "").lines().findFirst().orElse("");
    }

    @Override
    public void fails(Throwable why) {
        parts.waits(PART, "failing", why.getClass().getName());
    }
}
