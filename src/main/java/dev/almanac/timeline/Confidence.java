package dev.almanac.timeline;

/** How well an event is founded. It never takes an event off its day: only doubt about the {@link HistoricalDate} does. */
public enum Confidence {
    /** Read in a source, or undisputed. */
    HIGH,
    /** Sources differ, or a single weak one is all there is. */
    MEDIUM,
    /** Widely told, but no source was looked up. */
    UNVERIFIED
}
