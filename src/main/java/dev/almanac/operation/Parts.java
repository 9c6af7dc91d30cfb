package dev.almanac.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How the parts of the program are, as they last said themselves. Any number of threads may tell and ask at once. */
final class Parts {
    private final Clock clock;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    /**
     * How a part is.
     *
     * @param ready whether it does its work
     * @param word like {@code ready} or {@code away}
     * @param since when it said another word before
     * @param why for operators, in a line; empty where there is nothing to tell
     * @param goodUntil when it should have said so again; empty where it says so only once
     */
    record State(boolean ready, String word, Instant since, String why, Optional<Instant> goodUntil) {
        private State at(Instant now) {
            return goodUntil
                    .filter(now::isAfter)
                    .map(end -> new State(
                            false, "silent", end, "it was " + word + ", and says nothing any more", goodUntil))
                    .orElse(this);
        }
    }

    Parts(Clock clock) {
        this.clock = clock;
    }

    /** A part is well. */
    void ready(String part, String word) {
        says(part, true, word, "", Optional.empty());
    }

    /** A part is well, and will say so again in this time; if it doesn't, it isn't. */
    void ready(String part, String word, Duration again) {
        says(part, true, word, "", Optional.of(clock.instant().plus(again)));
    }

    /** A part does its work, and an operator should know something. */
    void readyBut(String part, String word, String why) {
        says(part, true, word, why, Optional.empty());
    }

    /** A part can't do its work now. */
    void waits(String part, String word, String why) {
        says(part, false, word, why, Optional.empty());
    }

    private void says(String part, boolean ready, String word, String why, Optional<Instant> goodUntil) {
        Instant now = clock.instant();
        states.compute(
                part,
                (name, before) -> new State(
                        ready,
                        word,
                        before == null || !before.at(now).word().equals(word) ? now : before.since(),
                        why,
                        goodUntil));
    }

    /** A part is none any more. */
    void isNone(String part) {
        states.remove(part);
    }

    /** All of them by name. */
    Map<String, State> now() {
        Instant now = clock.instant();
        return states.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, part -> part.getValue().at(now)));
    }

    boolean areReady() {
        return now().values().stream().allMatch(State::ready);
    }
}
