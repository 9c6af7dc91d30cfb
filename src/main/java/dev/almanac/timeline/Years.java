package dev.almanac.timeline;

/**
 * One year or several, both ends included.
 *
 * @param first counts a year 0, which is 1 BC, as EDTF does (Extended Date/Time Format, ISO 8601-2)
 * @param last counts a year 0, too; never before {@code first}
 */
public record Years(int first, int last) {
    /** 10000 BC: the earliest year that EDTF writes with four digits. */
    public static final int EARLIEST = -9999;

    /** The latest year that EDTF writes with four digits. */
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
