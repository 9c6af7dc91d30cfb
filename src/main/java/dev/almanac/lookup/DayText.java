package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Suggestion;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a day of the year as people type it, in whichever order: {@code july 4}, {@code 4 July}, {@code 7 4}, {@code jul}. */
final class DayText {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(st|nd|rd|th)?[.,]?");
    private static final int SHORTEST_MONTH_NAME = 3;

    /** @param day 0 for the whole month */
    record MonthAndDay(Month month, int day) {}

    /** The twelve months as choices, by name and number. */
    static List<Suggestion> months() {
        return Arrays.stream(Month.values())
                .map(month -> new Suggestion(name(month), String.valueOf(month.getValue())))
                .toList();
    }

    /** @throws BadRequest when the two name no month, or no day of it */
    static MonthAndDay parse(String first, String second) {
        List<String> words = Stream.of((first + " " + second).split("[\\s/]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > 2) {
            refuseYear(words);
        }
        String one = words.get(0);
        if (words.size() == 1) {
            return new MonthAndDay(month(one).orElseThrow(() -> noMonth(one)), 0);
        }
        String other = words.get(1);
        boolean dayFirst =
                isNumber(one) && (month(one).isEmpty() || (month(other).isPresent() && !isNumber(other)));
        String monthText = dayFirst ? other : one;
        String dayText = dayFirst ? one : other;
        Month month = month(monthText).orElseThrow(() -> noMonth(monthText));
        int day = number(dayText).orElse(0);
        if (day < 1 || day > month.maxLength()) {
            int works = month == Month.FEBRUARY ? 28 : month.maxLength();
            String named = number(dayText).isPresent() ? String.valueOf(day) : "“" + dayText + "”";
            throw new BadRequest(name(month) + " has no day " + named + ". Try /onthisday month:" + name(month)
                    + " day:" + works + ".");
        }
        return new MonthAndDay(month, day);
    }

    private static void refuseYear(List<String> words) {
        String last = words.get(words.size() - 1);
        if (number(last).orElse(0) > Month.DECEMBER.maxLength()) {
            MonthAndDay day = parse(words.get(0), words.get(1));
            throw new BadRequest("Leave out the year “" + last + "” when you ask for a day. Try /onthisday month:"
                    + name(day.month()) + " day:" + day.day() + " or /year " + last + ".");
        }
        throw new BadRequest(
                "“" + String.join(" ", words) + "” is more than a month and a day. Try /onthisday month:March day:30.");
    }

    private static BadRequest noMonth(String typed) {
        return new BadRequest("“" + typed + "” isn't a month I know. Try /onthisday month:March day:30.");
    }

    private static Optional<Month> month(String text) {
        OptionalInt number = number(text);
        if (number.isPresent()) {
            return number.getAsInt() >= 1 && number.getAsInt() <= 12
                    ? Optional.of(Month.of(number.getAsInt()))
                    : Optional.empty();
        }
        String typed = text.toLowerCase(Locale.ENGLISH).replaceAll("[.,]$", "");
        return Arrays.stream(Month.values())
                .filter(month -> typed.length() >= SHORTEST_MONTH_NAME
                        && name(month).toLowerCase(Locale.ENGLISH).startsWith(typed))
                .findFirst();
    }

    private static boolean isNumber(String text) {
        return number(text).isPresent();
    }

    private static OptionalInt number(String text) {
        Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ENGLISH));
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private DayText() {}
}
