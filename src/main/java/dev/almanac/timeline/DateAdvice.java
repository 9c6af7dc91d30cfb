package dev.almanac.timeline;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses what isn't EDTF, and says how it should have been written as far as that can be told from it. */
final class DateAdvice {
    private static final String FORMS =
            "1901-05-30, 1901-05, 1901, 1902-21 (spring), 190X, 19XX, or two of one kind as in 1780/1783";

    /** {@code 12/04/1961}, which is a day in April or in December. */
    private static final Pattern DAY_LAST_YEAR = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    /** {@code 1961-4-12}, {@code 1961/04/12}. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})");

    /** {@code -44}, {@code -44-03-15}. */
    private static final Pattern NEGATIVE = Pattern.compile("-(\\d{1,4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?");

    /** {@code 44 BC}, {@code 15 March 44 BC}, {@code 30 March 1867}, {@code 867}. */
    private static final Pattern IN_WORDS = Pattern.compile(
            "(?:(?:(\\d{1,2}) )?(\\p{L}{3,}) )?(\\d{1,4})(?: ?(BCE?|B\\.C\\.))?", Pattern.CASE_INSENSITIVE);

    /** {@code 1985/86}. */
    private static final Pattern SHORT_RANGE = Pattern.compile("(\\d{4})/(\\d{1,3})");

    /** The refusal of a whole text that has none of the forms. */
    static InvalidDate refusal(String written) {
        return new InvalidDate("\"" + written + "\" isn't a date in a form known here", right(written));
    }

    private static String right(String written) {
        if (written.endsWith("/")) {
            String start = written.substring(0, written.length() - 1);
            return isRead(start) ? start + ", or " + start + "/.. if nobody knows its end" : FORMS;
        }
        if (written.startsWith("/")) {
            String end = written.substring(1);
            return isRead(end) ? end + ", or .." + written + " if nobody knows its beginning" : FORMS;
        }
        return Stream.of(
                        match(DAY_LAST_YEAR, written).map(DateAdvice::dayOrMonthFirst),
                        match(YEAR_FIRST, written).map(found -> iso(found.group(1), found.group(2), found.group(3))),
                        match(NEGATIVE, written).map(DateAdvice::negative),
                        match(IN_WORDS, written).map(DateAdvice::inWords),
                        match(SHORT_RANGE, written).map(DateAdvice::shortRange))
                .flatMap(Optional::stream)
                .filter(right -> !right.isEmpty())
                .findFirst()
                .orElse(FORMS);
    }

    private static Optional<MatchResult> match(Pattern form, String written) {
        Matcher matcher = form.matcher(written);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String dayOrMonthFirst(MatchResult found) {
        return Stream.of(
                        iso(found.group(3), found.group(2), found.group(1)),
                        iso(found.group(3), found.group(1), found.group(2)))
                .filter(day -> !day.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String negative(MatchResult found) {
        int year = Integer.parseInt(found.group(1));
        String beforeChrist = iso(year(1 - year), found.group(2), found.group(3));
        String counted = iso(year(-year), found.group(2), found.group(3));
        return year == 0 || beforeChrist.isEmpty() || counted.isEmpty()
                ? ""
                : beforeChrist + " for " + year + " BC, " + counted + " for " + (year + 1) + " BC";
    }

    private static String inWords(MatchResult found) {
        int year = Integer.parseInt(found.group(3));
        boolean isBeforeChrist = found.group(4) != null;
        String month = found.group(2) == null ? "" : monthNumber(found.group(2));
        if ((found.group(2) != null && month.isEmpty()) || (isBeforeChrist && year == 0)) {
            return "";
        }
        return iso(year(isBeforeChrist ? 1 - year : year), month, found.group(1));
    }

    private static String shortRange(MatchResult found) {
        String start = found.group(1);
        String end = start.substring(0, 4 - found.group(2).length()) + found.group(2);
        return end.compareTo(start) > 0 ? start + "/" + end : "";
    }

    private static String monthNumber(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ENGLISH)
                        .startsWith(name.toLowerCase(Locale.ENGLISH)))
                .map(month -> String.valueOf(month.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String year(int year) {
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    /** The parts that are given as EDTF; empty when no such day or month exists. */
    private static String iso(String year, String... parts) {
        String written = year
                + Arrays.stream(parts)
                        .filter(part -> part != null && !part.isEmpty())
                        .map(part -> "-" + (part.length() < 2 ? "0" : "") + part)
                        .collect(Collectors.joining());
        return isRead(written) ? written : "";
    }

    private static boolean isRead(String edtf) {
        try {
            return CalendarUnit.isWritten(edtf)
                    && CalendarUnit.parse(edtf).toString().equals(edtf);
        } catch (InvalidDate e) {
            return false;
        }
    }

    private DateAdvice() {}
}
