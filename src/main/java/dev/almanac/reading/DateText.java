package dev.almanac.reading;

import java.util.List;

/**
 * A date found in a text.
 *
 * @param from the first of its tokens
 * @param to behind the last of them
 * @param readings what it can mean, the likeliest first
 * @param sure whether it is a date wherever it stands; else only where little else stands beside it
 */
record DateText(int from, int to, List<Reading> readings, boolean sure) {
    DateText {
        readings = List.copyOf(readings);
    }
}
