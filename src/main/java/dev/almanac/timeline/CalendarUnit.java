package dev.almanac.timeline;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of the New Style (proleptic Gregorian) calendar that EDTF can name: a day, a month, a season, a year, a
 * decade or a century. A season is three whole months; winter begins in December of the year that names it and ends in
 * February of the next. All its days lie in {@link Years#EARLIEST} to {@link Years#LATEST}; decades and centuries begin
 * in the year 0 at the earliest.
 *
 * @param first its first day; years count a year 0, which is 1 BC (ISO 8601)
 */
public record CalendarUnit(Precision precision, LocalDate first, Doubt doubt) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern DECADE = Pattern.compile("(\\d{3})X");
    private static final Pattern CENTURY = Pattern.compile("(\\d{2})XX");
    private static final int SPRING = 21;
    private static final int WINTER = 24;

    /** How wide a unit is, narrowest first. */
    public enum Precision {
        DAY,
        MONTH,
        SEASON,
        YEAR,
        DECADE,
        CENTURY
    }

    /** Refuses a first day that doesn't begin such a unit, and a unit that reaches beyond the years we know. */
    public CalendarUnit {
        boolean begins = switch (precision) {
            case DAY -> true;
            case MONTH -> first.getDayOfMonth() == 1;
            case SEASON -> first.getDayOfMonth() == 1 && first.getMonthValue() % 3 == 0;
            case YEAR -> first.getDayOfYear() == 1;
            case DECADE -> first.getDayOfYear() == 1 && first.getYear() % 10 == 0;
            case CENTURY -> first.getDayOfYear() == 1 && first.getYear() % 100 == 0;
        };
        if (!begins) {
            throw new IllegalArgumentException("no " + precision + " begins on " + first);
        }
        boolean isWide = precision == Precision.DECADE || precision == Precision.CENTURY;
        if (first.getYear() < (isWide ? 0 : Years.EARLIEST)
                || last(precision, first).getYear() > Years.LATEST) {
            throw new IllegalArgumentException("the " + precision + " of " + first + " is out of reach");
        }
    }

    /** Whether a text has the form of a unit, whether or not that month and day exist. */
    static boolean isWritten(String edtf) {
        String bare = edtf.substring(0, edtf.length() - Doubt.endOf(edtf).mark().length());
        return Stream.of(FORM, DECADE, CENTURY)
                .anyMatch(form -> form.matcher(bare).matches());
    }

    static CalendarUnit parse(String edtf) {
        Doubt doubt = Doubt.endOf(edtf);
        String bare = edtf.substring(0, edtf.length() - doubt.mark().length());
        Matcher form = FORM.matcher(bare);
        if (!form.matches()) {
            return decadeOrCentury(edtf, bare, doubt);
        }
        if (form.group(1).equals("-0000")) {
            throw new InvalidDate("there is no year -0000", "0000 for 1 BC");
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) == null) {
            return year(Precision.YEAR, year, doubt);
        }
        int month = Integer.parseInt(form.group(2));
        return form.group(3) == null
                ? monthOrSeason(year, month, form.group(1), doubt)
                : day(year, month, Integer.parseInt(form.group(3)), form.group(1), doubt);
    }

    private static CalendarUnit decadeOrCentury(String edtf, String bare, Doubt doubt) {
        Matcher decade = DECADE.matcher(bare);
        if (decade.matches()) {
            return year(Precision.DECADE, Integer.parseInt(decade.group(1)) * 10, doubt);
        }
        Matcher century = CENTURY.matcher(bare);
        if (century.matches()) {
            return year(Precision.CENTURY, Integer.parseInt(century.group(1)) * 100, doubt);
        }
        throw new InvalidDate("\"" + edtf + "\" isn't a date of EDTF", "1901-05-30");
    }

    private static CalendarUnit year(Precision precision, int year, Doubt doubt) {
        return new CalendarUnit(precision, LocalDate.of(year, 1, 1), doubt);
    }

    private static CalendarUnit monthOrSeason(int year, int month, String written, Doubt doubt) {
        if (month == WINTER && year == Years.LATEST) {
            throw new InvalidDate(
                    "the winter of " + written + " ends in the year " + (year + 1) + ", which is out of reach",
                    written + "-12 or " + written);
        }
        if (month >= SPRING && month <= WINTER) {
            return new CalendarUnit(Precision.SEASON, LocalDate.of(year, (month - SPRING + 1) * 3, 1), doubt);
        }
        if (month < 1 || month > 12) {
            throw new InvalidDate(
                    "there is no month " + month,
                    written + "-03 or " + written
                            + "-03-30 (months 01 to 12; 21 spring, 22 summer, 23 autumn, 24 winter)");
        }
        return new CalendarUnit(Precision.MONTH, LocalDate.of(year, month, 1), doubt);
    }

    private static CalendarUnit day(int year, int month, int day, String written, Doubt doubt) {
        if (month < 1 || month > 12) {
            throw new InvalidDate("there is no month " + month, written + "-03 or " + written + "-03-30");
        }
        LocalDate begin = LocalDate.of(year, month, 1);
        if (day < 1 || day > begin.lengthOfMonth()) {
            String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            throw new InvalidDate(
                    name + " " + written + " has no day " + day,
                    String.format(Locale.ROOT, "%s-%02d-%02d", written, month, begin.lengthOfMonth()));
        }
        return new CalendarUnit(Precision.DAY, begin.withDayOfMonth(day), doubt);
    }

    /** The last day that belongs to it. */
    public LocalDate last() {
        return last(precision, first);
    }

    private static LocalDate last(Precision precision, LocalDate first) {
        return switch (precision) {
            case DAY -> first;
            case MONTH -> first.plusMonths(1).minusDays(1);
            case SEASON -> first.plusMonths(3).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
            case DECADE -> first.plusYears(10).minusDays(1);
            case CENTURY -> first.plusYears(100).minusDays(1);
        };
    }

    /** 1 spring, 2 summer, 3 autumn, 4 winter; of a season only. */
    public int season() {
        return first.getMonthValue() / 3;
    }

    // Written out: a record's own are made when they are first called, which takes a start ten milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarUnit unit
                && precision == unit.precision
                && first.equals(unit.first)
                && doubt == unit.doubt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(precision, first, doubt);
    }

    /** The EDTF form, which {@link HistoricalDate#parse} reads back. */
    @Override
    public String toString() {
        String written = Digits.year(first.getYear());
        String bare = switch (precision) {
            case DAY -> written + "-" + Digits.two(first.getMonthValue()) + "-" + Digits.two(first.getDayOfMonth());
            case MONTH -> written + "-" + Digits.two(first.getMonthValue());
            case SEASON -> written + "-" + (SPRING - 1 + season());
            case YEAR -> written;
            case DECADE -> written.substring(0, 3) + "X";
            case CENTURY -> written.substring(0, 2) + "XX";
        };
        return bare + doubt.mark();
    }

    static List<Precision> rangeable() {
        return List.of(Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR);
    }
}
