package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.InvalidDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them: EDTF, {@code 12.4.1961}, {@code April 12, 1961}, {@code 12 avril 1961}, {@code 12–14 April 1961},
 * {@code Sept. 1972}, {@code c. 1500}, {@code 1914-18}, {@code 1860s}, {@code 19th century}, {@code 44 BC}. A date has one
 * reading or none: two figures are never taken for a year.
 */
final class DateText implements DateReader {
    private static final Pattern DAY_IN_NUMBERS = Pattern.compile(
            "(\\d{1,2})[./-] ?(\\d{1,2})[./-] ?(\\d{1,4})(?:,? \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})(?:[t ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?");
    private static final Pattern MONTH_IN_NUMBERS = Pattern.compile("(\\d{1,2})[./](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:ad )?(\\d{1,4})(?:\\.|\\s?г\\.?)?");
    private static final Pattern BEFORE_CHRIST = Pattern.compile(
            "(.*\\d)\\s*(?:bce?|b\\.\\s?c\\.(?:\\s?e\\.)?|v\\.?\\s?(?:chr|u\\. ?z)\\.?|av\\.?\\s?j\\.?-?c\\.?|a\\.?\\s?c\\.?|до н\\. ?э\\.)");
    private static final Pattern AFTER_CHRIST =
            Pattern.compile("(.*\\d)\\s*(?:ad|ce|a\\.d\\.|n\\.?\\s?chr\\.?|d\\.?c\\.?|н\\. ?э\\.)");
    private static final Pattern ABOUT = Pattern.compile(
            "(?:c|ca|circa|about|around|approx|approximately|um|etwa|gegen|vers|environ|hacia|около|ок|~)\\.?\\s*(\\d.*)");
    private static final Pattern DECADE = Pattern.compile("(?:the )?(\\d{3})0(?:'?s|er|er jahre|-е|-e)");
    private static final Pattern CENTURY = Pattern.compile(
            "(?:the )?(\\d{1,2})(?:st|nd|rd|th|e|\\.|-й)? ?(?:century|c\\.|jahrhundert|jh\\.?|jhdt\\.?|siecle|siglo|secolo|seculo|eeuw|век)");
    private static final Pattern DAYS_OF_A_MONTH =
            Pattern.compile("(\\d{1,2})\\.? ?(?:-|/|bis|to|and|und) ?(\\d{1,2})\\.? (\\D.*)");
    private static final Pattern YEARS = Pattern.compile("(\\d{4}) ?[-/] ?(\\d{2}|\\d{4})");
    private static final Pattern BETWEEN = Pattern.compile(" - | to | until | bis | au | hasta | al | до |/");
    private static final Pattern SPREADSHEETS_NUMBER = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final Pattern WORDS = Pattern.compile("[\\s,./]+");
    private static final Pattern DAY_OF_THE_MONTH = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|o|\\.)?");
    private static final Map<String, Integer> SEASONS = Map.ofEntries(
            Map.entry("spring", 21),
            Map.entry("fruhling", 21),
            Map.entry("fruhjahr", 21),
            Map.entry("printemps", 21),
            Map.entry("summer", 22),
            Map.entry("sommer", 22),
            Map.entry("ete", 22),
            Map.entry("autumn", 23),
            Map.entry("fall", 23),
            Map.entry("herbst", 23),
            Map.entry("automne", 23),
            Map.entry("winter", 24),
            Map.entry("hiver", 24));
    private static final LocalDate FIRST_OF_SPREADSHEETS = LocalDate.of(1899, 12, 30);

    private final DateOrder order;
    private final MonthNames months;

    DateText(DateOrder order, MonthNames months) {
        this.order = order;
        this.months = months;
    }

    @Override
    public HistoricalDate read(String written) throws Unfit {
        String bare = written.strip();
        try {
            return HistoricalDate.parse(bare);
        } catch (InvalidDate e) {
            return parse(bare, edtf(bare));
        }
    }

    private HistoricalDate parse(String written, String edtf) throws Unfit {
        try {
            return HistoricalDate.parse(edtf);
        } catch (InvalidDate e) {
            throw new Unfit("the date “" + written + "” can't be: " + e.wrong());
        }
    }

    private String edtf(String written) throws Unfit {
        String folded = Folding.of(written).replaceAll("\\s+", " ");
        Matcher about = ABOUT.matcher(folded);
        if (about.matches()) {
            return unit(written, about.group(1)) + "~";
        }
        if (folded.endsWith("?")) {
            return unit(written, folded.substring(0, folded.length() - 1).strip()) + "?";
        }
        Matcher days = DAYS_OF_A_MONTH.matcher(folded);
        if (days.matches()) {
            return unit(written, days.group(1) + " " + days.group(3)) + "/"
                    + unit(written, days.group(2) + " " + days.group(3));
        }
        Matcher years = YEARS.matcher(folded);
        if (years.matches()) {
            String end = years.group(2);
            return years.group(1) + "/" + (end.length() == 2 ? years.group(1).substring(0, 2) + end : end);
        }
        Optional<String> one = found(folded);
        return one.isPresent() ? one.get() : between(written, folded);
    }

    /** Two dates with something between them, of which the first may leave out the year of the second. */
    private String between(String written, String folded) throws Unfit {
        List<String> ends = List.of(BETWEEN.split(folded, -1));
        if (ends.size() != 2) {
            throw unread(written, folded);
        }
        String end = unit(written, ends.get(1));
        String start = ends.get(0).strip();
        Optional<String> whole = found(start);
        String year = end.substring(0, end.startsWith("-") ? 5 : 4);
        return (whole.isPresent() ? whole.get() : unit(written, start + " " + year)) + "/" + end;
    }

    private String unit(String written, String folded) throws Unfit {
        return found(folded.strip()).orElseThrow(() -> unread(written, folded));
    }

    /** A single date as EDTF, which may yet be a day that no month has; empty when it has none of the forms. */
    private Optional<String> found(String folded) throws Unfit {
        Matcher yearFirst = YEAR_FIRST.matcher(folded);
        if (yearFirst.matches()) {
            return Optional.of(day(yearFirst.group(1), number(yearFirst.group(2)), number(yearFirst.group(3))));
        }
        Matcher numbers = DAY_IN_NUMBERS.matcher(folded);
        if (numbers.matches()) {
            return Optional.of(inNumbers(number(numbers.group(1)), number(numbers.group(2)), numbers.group(3)));
        }
        Matcher month = MONTH_IN_NUMBERS.matcher(folded);
        if (month.matches()) {
            return Optional.of(month(month.group(2), number(month.group(1))));
        }
        Matcher decade = DECADE.matcher(folded);
        if (decade.matches()) {
            return Optional.of(decade.group(1) + "X");
        }
        Matcher century = CENTURY.matcher(folded);
        if (century.matches() && number(century.group(1)) > 0) {
            return Optional.of(String.format(Locale.ROOT, "%02dXX", number(century.group(1)) - 1));
        }
        Matcher before = BEFORE_CHRIST.matcher(folded);
        if (before.matches()) {
            return inWords(before.group(1), true);
        }
        Matcher after = AFTER_CHRIST.matcher(folded);
        return after.matches()
                ? inWords(after.group(1), false).or(() -> yearOf(after.group(1), false))
                : inWords(folded, false);
    }

    private static Optional<String> yearOf(String digits, boolean isBeforeChrist) {
        return digits.matches("\\d{1,4}") ? Optional.of(year(number(digits), isBeforeChrist)) : Optional.empty();
    }

    /** {@code 12 April 1961}, {@code April 12, 1961}, {@code April 1961}, {@code spring 1872}, {@code 1961}. */
    private Optional<String> inWords(String folded, boolean isBeforeChrist) throws Unfit {
        Matcher alone = YEAR.matcher(folded);
        if (alone.matches()) {
            if (alone.group(1).length() < 3 && !isBeforeChrist && !folded.startsWith("ad")) {
                throw new Unfit("the year “" + folded + "” has only two figures; write all four, or 44 BC");
            }
            return Optional.of(year(number(alone.group(1)), isBeforeChrist));
        }
        Optional<Month> month = Optional.empty();
        OptionalInt season = OptionalInt.empty();
        List<String> figures = new ArrayList<>();
        for (String word : WORDS.split(folded.strip(), -1)) {
            if (DAY_OF_THE_MONTH.matcher(word).matches() || word.matches("\\d{3,4}")) {
                figures.add(word);
            } else if (months.month(word).isPresent() && month.isEmpty()) {
                month = months.month(word);
            } else if (SEASONS.containsKey(word)) {
                season = OptionalInt.of(SEASONS.get(word));
            } else if (!List.of("of", "the", "de", "del", "di", "den", "der", "den", "le", "el", "г", "года", "")
                    .contains(word)) {
                return Optional.empty();
            }
        }
        if (season.isPresent()
                && month.isEmpty()
                && figures.size() == 1
                && figures.get(0).matches("\\d{3,4}")) {
            return Optional.of(year(number(figures.get(0)), isBeforeChrist) + "-" + season.getAsInt());
        }
        if (month.isEmpty() || figures.isEmpty() || figures.size() > 2) {
            return Optional.empty();
        }
        return inWords(month.get(), figures, isBeforeChrist);
    }

    private static Optional<String> inWords(Month month, List<String> figures, boolean isBeforeChrist) throws Unfit {
        if (figures.size() == 1) {
            return figures.get(0).matches("\\d{3,4}") || isBeforeChrist
                    ? Optional.of(month(year(number(figures.get(0)), isBeforeChrist), month.getValue()))
                    : Optional.empty();
        }
        boolean yearLast = !figures.get(0).matches("\\d{3,4}");
        String year = figures.get(yearLast ? 1 : 0);
        Matcher day = DAY_OF_THE_MONTH.matcher(figures.get(yearLast ? 0 : 1));
        if (!day.matches() || !year.matches("\\d+") || (year.length() < 3 && !isBeforeChrist)) {
            return Optional.empty();
        }
        return Optional.of(day(year(number(year), isBeforeChrist), month.getValue(), number(day.group(1))));
    }

    /** The order of the sheet first; where that can't be, the other one. */
    private String inNumbers(int first, int second, String year) throws Unfit {
        if (year.length() < 3) {
            throw new Unfit("the year “" + year + "” has only two figures; write all four");
        }
        DateOrder read = Math.max(first, second) > 12 && Math.min(first, second) <= 12
                ? (first > 12 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST)
                : order;
        return read == DateOrder.DAY_FIRST
                ? day(year(number(year), false), second, first)
                : day(year(number(year), false), first, second);
    }

    private static String day(String year, int month, int day) throws Unfit {
        String inMonth = month(year, month);
        try {
            LocalDate.of(Integer.parseInt(year), month, day);
        } catch (DateTimeException e) {
            int last = YearMonth.of(Integer.parseInt(year), month).lengthOfMonth();
            String name = Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
            throw new Unfit(name + " " + year + " has no day " + day + ", its last is " + last);
        }
        return inMonth + String.format(Locale.ROOT, "-%02d", day);
    }

    private static String month(String year, int month) throws Unfit {
        if (month < 1 || month > 12) {
            throw new Unfit("there is no month " + month);
        }
        return year + String.format(Locale.ROOT, "-%02d", month);
    }

    /** @param written from 0; a year 0 isn't anybody's, and is refused as EDTF's 1 BC would be read otherwise */
    private static String year(int written, boolean isBeforeChrist) {
        int year = isBeforeChrist ? 1 - written : written;
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    private static Unfit unread(String written, String folded) {
        if (SPREADSHEETS_NUMBER.matcher(folded).matches()) {
            LocalDate day = FIRST_OF_SPREADSHEETS.plusDays(Long.parseLong(folded.substring(0, 5)));
            return new Unfit("“" + written + "” is a spreadsheet's own number for a day (" + day
                    + "); give the column the format of a date and save it again");
        }
        return new Unfit(
                "“" + written + "” isn't a date that can be read; write 1961-04-12, 12 April 1961, April 1961 or 1961");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.replaceAll("\\D", ""));
    }
}
