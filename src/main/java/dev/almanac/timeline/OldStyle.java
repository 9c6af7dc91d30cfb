package dev.almanac.timeline;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of the Julian calendar, which Russia kept until 31 January 1918 (1 February became 14 February): the Old Style
 * date. Not a {@link LocalDate}, which would refuse 29 February 1900.
 *
 * @param year counts a year 0, as ISO 8601 does
 */
public record OldStyle(int year, int month, int day) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{4})-(\\d{2})-(\\d{2})");

    /** 1 March of the Julian year 0, in days since 1 January 1970. The leap day is the last of a year that begins then. */
    private static final long MARCH_OF_YEAR_0 = -719_470;

    private static final int DAYS_OF_FOUR_YEARS = 1461;

    /** March to July, and twice as many more: 31, 30, 31, 30 and 31 days. */
    private static final int DAYS_OF_FIVE_MONTHS = 153;

    private static final int MARCH = 3;

    /** The same day in the Julian calendar. */
    public static OldStyle of(LocalDate newStyle) {
        long day = newStyle.toEpochDay() - MARCH_OF_YEAR_0;
        int year = (int) Math.floorDiv(4 * day + 3, DAYS_OF_FOUR_YEARS);
        int dayOfYear = (int) (day - daysBefore(year));
        int month = (5 * dayOfYear + 2) / DAYS_OF_FIVE_MONTHS;
        int dayOfMonth = dayOfYear - daysBeforeMonth(month) + 1;
        return month < 10
                ? new OldStyle(year, month + MARCH, dayOfMonth)
                : new OldStyle(year + 1, month + MARCH - 12, dayOfMonth);
    }

    /** Of years that begin in March. */
    private static long daysBefore(int year) {
        return Math.floorDiv((long) year * DAYS_OF_FOUR_YEARS, 4);
    }

    /** @param month counted from March, which is 0 */
    private static int daysBeforeMonth(int month) {
        return (DAYS_OF_FIVE_MONTHS * month + 2) / 5;
    }

    /**
     * Reads {@code 1867-03-18}.
     *
     * @throws InvalidDate when it has another form, or the Julian calendar has no such day
     */
    public static OldStyle parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidDate("\"" + text + "\" isn't a day", "the Julian day, as in 1901-05-17");
        }
        OldStyle read = new OldStyle(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        String right = of(read.newStyle()).toString();
        if (!right.equals(text)) {
            throw new InvalidDate("the Julian calendar has no " + text, right);
        }
        return read;
    }

    /** Whether this is the Julian day of a Gregorian one. */
    public boolean isOf(LocalDate newStyle) {
        OldStyle julian = of(newStyle);
        return year == julian.year && month == julian.month && day == julian.day;
    }

    /** The same day in the Gregorian calendar. A month or a day that is too great counts on into what follows. */
    public LocalDate newStyle() {
        int months = 12 * year + month - MARCH;
        return LocalDate.ofEpochDay(MARCH_OF_YEAR_0
                + daysBefore(Math.floorDiv(months, 12))
                + daysBeforeMonth(Math.floorMod(months, 12))
                + day
                - 1);
    }

    @Override
    public String toString() {
        return Digits.year(year) + "-" + Digits.two(month) + "-" + Digits.two(day);
    }
}
