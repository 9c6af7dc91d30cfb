package dev.almanac.exchange;

/** A file can't be brought in or out as a whole; the message says why, and what would do. */
public class CannotExchange extends RuntimeException {
    CannotExchange(String message) {
        super(message);
    }
}
