package dev.almanac.timeline;

/**
 * One year or several, both ends included.
 *
 * @param first counts a year 0, which is 1 BC (ISO 8601)
 */
public record Years(int first, int last) {
    public static final int EARLIEST = -9999;
    public static final int LATEST = 9999;

    public Years {
        if (first > last || first < EARLIEST || last > LATEST) {
            throw new IllegalArgumentException("no years: " + first + " to " + last);
        }
    }

    public static Years of(int year) {
        return new Years(year, year);
    }

    public boolean isOne() {
        return first == last;
    }
}
