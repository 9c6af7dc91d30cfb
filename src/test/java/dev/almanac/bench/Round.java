package dev.almanac.bench;

import java.time.Duration;

/**
 * What came of asking for a while.
 *
 * @param characters of JSON in an answer, on average
 * @param time from the first question to the last answer
 * @param half how long the quicker half waited at most
 * @param most how long the quickest 99 of a hundred waited at most
 */
record Round(int answers, int characters, Duration time, Duration half, Duration most) {
    double perSecond() {
        return answers * 1e9 / time.toNanos();
    }

    /** For {@link #parse}. */
    String written() {
        return answers + " " + characters + " " + time + " " + half + " " + most;
    }

    static Round parse(String written) {
        String[] parts = written.split(" ", -1);
        return new Round(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Duration.parse(parts[2]),
                Duration.parse(parts[3]),
                Duration.parse(parts[4]));
    }
}
