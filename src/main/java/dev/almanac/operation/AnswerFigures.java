package dev.almanac.operation;

import dev.almanac.chat.AnswerWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How many answers of which kind, and how long they took. */
final class AnswerFigures implements AnswerWatch {
    /** The last is what Discord waits: https://discord.com/developers/docs/interactions/receiving-and-responding. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final MeterRegistry registry;

    AnswerFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String command, Outcome outcome, Duration took) {
        Timer.builder("almanac.answers")
                .description("Answers to people, by command and outcome; kept ones were ready to be shown again")
                .tag("command", command)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }
}
