package dev.almanac.timeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
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

    /** The same day in the Julian calendar. */
    public static OldStyle of(LocalDate newStyle) {
        Calendar julian = julian();
        julian.setTimeInMillis(newStyle.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        int year = julian.get(Calendar.YEAR);
        return new OldStyle(
                julian.get(Calendar.ERA) == GregorianCalendar.BC ? 1 - year : year,
                julian.get(Calendar.MONTH) + 1,
                julian.get(Calendar.DAY_OF_MONTH));
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
        if (!of(read.newStyle()).equals(read) || !read.toString().equals(text)) {
            throw new InvalidDate(
                    "the Julian calendar has no " + text, of(read.newStyle()).toString());
        }
        return read;
    }

    /** The same day in the Gregorian calendar. */
    public LocalDate newStyle() {
        Calendar julian = julian();
        julian.set(Calendar.ERA, year > 0 ? GregorianCalendar.AD : GregorianCalendar.BC);
        julian.set(year > 0 ? year : 1 - year, month - 1, day);
        return julian.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    // GregorianCalendar is the JDK's only Julian calendar, and takes its change as a Date.
    @SuppressWarnings("JavaUtilDate")
    private static Calendar julian() {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setGregorianChange(new Date(Long.MAX_VALUE));
        calendar.clear();
        return calendar;
    }

    @Override
    public String toString() {
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d-%02d-%02d", Math.abs(year), month, day);
    }
}
