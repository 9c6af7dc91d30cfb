package dev.almanac;

/** Nothing can be started until somebody mends a setting or a file; the message says which, and what would be right. */
final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }
}
