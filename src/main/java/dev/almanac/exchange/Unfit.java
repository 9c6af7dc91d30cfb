package dev.almanac.exchange;

/** What stands in a row can't be used; the message says why, as the rest of a sentence about the row. */
final class Unfit extends Exception {
    Unfit(String message) {
        super(message);
    }
}
