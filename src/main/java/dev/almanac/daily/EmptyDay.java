package dev.almanac.daily;

/** What is posted on a day on which nothing is known to have happened. */
public enum EmptyDay {
    /** The events of the nearest day that has some. */
    NEAREST,
    RANDOM,
    NOTHING
}
