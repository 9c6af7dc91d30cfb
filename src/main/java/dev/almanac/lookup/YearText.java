package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.timeline.Years;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads years as people type them: {@code 1867}, {@code 1914-1917}, {@code 1914–17}, {@code 1860s}, {@code 1800s} (the
 * century), {@code 19th century}, {@code 44 BC}, {@code 49-44 BC}.
 */
final class YearText {
    private static final String ERA = "\\s*(bc|bce|b\\.c\\.|ad|ce|a\\.d\\.)?";
    private static final Pattern YEARS = Pattern.compile(
            "(?:ad\\s*)?(\\d{1,9})" + ERA + "(?:\\s*(?:-|to|until)\\s*(?:ad\\s*)?(\\d{1,9})" + ERA + ")?");
    private static final Pattern DECADE = Pattern.compile("(?:the\\s+)?(\\d{1,3}0)['’]?s");
    private static final Pattern CENTURY =
            Pattern.compile("(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)\\s+(?:century|c\\.)" + ERA);
    private static final String WORKS = "Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.";

    /** @throws BadRequest when the text names no year between 10000 BC and 9999 */
    static Years parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ENGLISH).replaceAll("[‐‑‒–—−]", "-");
        Matcher decade = DECADE.matcher(text);
        if (decade.matches()) {
            int first = Integer.parseInt(decade.group(1));
            return new Years(first == 0 ? 1 : first, first + (first > 0 && first % 100 == 0 ? 99 : 9));
        }
        Matcher century = CENTURY.matcher(text);
        if (century.matches() && Integer.parseInt(century.group(1)) > 0) {
            int last = Integer.parseInt(century.group(1)) * 100;
            return isBeforeChrist(century.group(2)) ? new Years(1 - last, 100 - last) : new Years(last - 99, last);
        }
        Matcher years = YEARS.matcher(text);
        if (!years.matches()) {
            throw new BadRequest("“" + typed + "” isn't a year I know. " + WORKS);
        }
        return years.group(3) == null
                ? Years.of(year(typed, years.group(1), years.group(2)))
                : range(typed, years.group(1), years.group(2), years.group(3), years.group(4));
    }

    private static Years range(String typed, String from, @Nullable String fromEra, String to, @Nullable String toEra) {
        boolean shortened = fromEra == null && !isBeforeChrist(toEra) && to.length() < from.length();
        String fullTo = shortened ? from.substring(0, from.length() - to.length()) + to : to;
        int first = year(typed, from, fromEra == null ? toEra : fromEra);
        int last = year(typed, fullTo, toEra);
        return new Years(Math.min(first, last), Math.max(first, last));
    }

    private static int year(String typed, String digits, @Nullable String era) {
        int year = Integer.parseInt(digits);
        if (year == 0) {
            throw new BadRequest("There was no year 0: AD 1 followed 1 BC. " + WORKS);
        }
        int astronomical = isBeforeChrist(era) ? 1 - year : year;
        if (astronomical > Years.LATEST || astronomical < Years.EARLIEST) {
            throw new BadRequest("“" + typed + "” is out of reach: years go from 10000 BC to 9999. " + WORKS);
        }
        return astronomical;
    }

    private static boolean isBeforeChrist(@Nullable String era) {
        return era != null && era.startsWith("b");
    }

    /** The one way to write them that {@link #parse} reads back as the same. */
    static String canonical(Years years) {
        return years.isOne() ? one(years.first()) : one(years.first()) + "-" + one(years.last());
    }

    private static String one(int year) {
        return year > 0 ? (year < 1000 ? "AD " : "") + year : 1 - year + " BC";
    }

    private YearText() {}
}
