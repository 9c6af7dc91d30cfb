package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.daily.Rhythm;
import dev.almanac.timeline.Folding;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and words days of the week: {@code every day}, {@code weekdays}, {@code weekends}, {@code mon, wed}, {@code mon-fri}.
 */
final class DaysText {
    private static final int LEAST = 2;

    static Rhythm read(String typed) {
        String text = Folding.of(typed);
        return switch (text) {
            case "every day", "everyday", "daily", "all" -> Rhythm.EVERY_DAY;
            case "weekdays", "weekday", "workdays" -> Rhythm.WEEKDAYS;
            case "weekends", "weekend" -> Rhythm.WEEKENDS;
            default -> Rhythm.of(days(typed, text));
        };
    }

    private static Set<DayOfWeek> days(String typed, String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.replace(" to ", "-").split(" ?(?:,|;|&| and ) ?|(?<!-) (?!-)", -1)) {
            List<Optional<DayOfWeek>> ends =
                    Arrays.stream(part.split(" ?- ?", -1)).map(DaysText::day).toList();
            if (ends.isEmpty() || ends.size() > 2 || ends.stream().anyMatch(Optional::isEmpty)) {
                throw unknown(typed);
            }
            DayOfWeek last = ends.get(ends.size() - 1).orElseThrow();
            DayOfWeek day = ends.get(0).orElseThrow();
            days.add(last);
            while (day != last) {
                days.add(day);
                day = day.plus(1);
            }
        }
        return days;
    }

    /** @throws BadRequest when it is no day of the week */
    static DayOfWeek one(String typed) {
        return day(Folding.of(typed))
                .orElseThrow(() -> new BadRequest("“" + typed + "” isn’t a day of the week. Try weekly:monday."));
    }

    /** The whole name or a beginning of it: {@code mon}, {@code mondays}. */
    private static Optional<DayOfWeek> day(String text) {
        String one = text.endsWith("days") ? text.substring(0, text.length() - 1) : text;
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> one.length() >= LEAST
                        && name(day).toLowerCase(Locale.ENGLISH).startsWith(one))
                .findFirst();
    }

    private static BadRequest unknown(String typed) {
        return new BadRequest("“" + typed
                + "” isn’t a choice of days. Try days:weekdays, days:mon-fri, days:sat, sun or" + " days:every day.");
    }

    /** {@code Monday}. */
    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code every weekday}, {@code on Monday and Friday}, {@code once a week, on Monday,}. */
    static String words(Rhythm rhythm) {
        if (rhythm.weekly()) {
            return "once a week, on " + name(rhythm.days().iterator().next()) + ",";
        }
        if (rhythm.equals(Rhythm.EVERY_DAY)) {
            return "every day";
        }
        if (rhythm.equals(Rhythm.WEEKDAYS)) {
            return "Monday to Friday";
        }
        List<String> names = rhythm.days().stream().sorted().map(DaysText::name).collect(Collectors.toList());
        String last = names.remove(names.size() - 1);
        return "every " + (names.isEmpty() ? last : String.join(", ", names) + " and " + last);
    }

    /** {@code every day}, {@code Monday to Friday}, {@code Mon, Wed}, {@code once a week, on Monday}. */
    static String brief(Rhythm rhythm) {
        if (rhythm.weekly()) {
            return "once a week, on " + name(rhythm.days().iterator().next());
        }
        return rhythm.equals(Rhythm.EVERY_DAY) || rhythm.equals(Rhythm.WEEKDAYS)
                ? words(rhythm)
                : rhythm.days().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    private DaysText() {}
}
