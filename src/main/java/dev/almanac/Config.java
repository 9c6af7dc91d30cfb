package dev.almanac;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The settings of the program, read from environment variables; each is described in the README. */
record Config(Path events, Optional<ZoneId> zone) {
    /** A setting that can't be used: which, its value, what would be right. */
    static final class Invalid extends RuntimeException {
        Invalid(String message) {
            super(message);
        }
    }

    /**
     * @param home the folder of the program, where its timeline lies
     * @throws Invalid at the first setting that can't be used
     */
    static Config of(Map<String, String> environment, Path home) {
        String events = environment.getOrDefault("ALMANAC_EVENTS", "");
        return new Config(
                events.isBlank() ? home.resolve("events.json") : Path.of(events),
                zone(environment.getOrDefault("ALMANAC_ZONE", "")));
    }

    private static Optional<ZoneId> zone(String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(written.strip()));
        } catch (DateTimeException e) {
            throw new Invalid(
                    "ALMANAC_ZONE is \"" + written + "\", which is no time zone. Write one like Europe/Berlin or UTC.");
        }
    }
}
