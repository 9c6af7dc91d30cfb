package dev.almanac.chat;

import dev.almanac.timeline.CalendarUnit;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Dates as English readers write them: {@code 30 March 1867}, {@code July–August 1878}, {@code 15 March 44 BC}. */
public final class DateWords {
    private static final Locale LANGUAGE = Locale.ENGLISH;

    /** Not looked up: to read the JDK's names takes longer than to answer a question. */
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

    public String of(HistoricalDate date) {
        return sentence(words(date));
    }

    private String words(HistoricalDate date) {
        if (date.end() == null) {
            return "from " + marked(Objects.requireNonNull(date.start()));
        }
        if (date.start() == null) {
            return "until " + marked(date.end());
        }
        if (!date.isRange()) {
            return marked(date.start());
        }
        return date.isDoubtful() ? marked(date.start()) + " – " + marked(date.end()) : range(date.start(), date.end());
    }

    private String range(CalendarUnit start, CalendarUnit end) {
        boolean sameYear = start.first().getYear() == end.first().getYear();
        boolean sameMonth = sameYear && start.first().getMonth() == end.first().getMonth();
        return switch (start.precision()) {
            case DAY ->
                sameMonth
                        ? start.first().getDayOfMonth() + "–" + of(end)
                        : (sameYear ? of(MonthDay.from(start.first())) : of(start)) + " – " + of(end);
            case MONTH -> sameYear ? of(start.first().getMonth()) + "–" + of(end) : of(start) + " – " + of(end);
            case SEASON -> sameYear ? SEASONS.get(start.season() - 1) + "–" + of(end) : of(start) + " – " + of(end);
            default -> of(new Years(start.first().getYear(), end.last().getYear()));
        };
    }

    private String marked(CalendarUnit unit) {
        return switch (unit.doubt()) {
            case NONE -> of(unit);
            case UNCERTAIN -> "perhaps " + of(unit);
            case APPROXIMATE -> "about " + of(unit);
            case UNCERTAIN_AND_APPROXIMATE -> "perhaps about " + of(unit);
        };
    }

    private String of(CalendarUnit unit) {
        LocalDate first = unit.first();
        return switch (unit.precision()) {
            case DAY -> of(first);
            case MONTH -> of(first.getMonth()) + " " + year(first.getYear());
            case SEASON ->
                SEASONS.get(unit.season() - 1) + " "
                        + of(new Years(first.getYear(), unit.last().getYear()));
            case YEAR -> year(first.getYear());
            case DECADE -> first.getYear() + "s";
            case CENTURY -> of(new Years(first.getYear(), unit.last().getYear()));
        };
    }

    public String of(LocalDate day) {
        return of(MonthDay.from(day)) + " " + year(day.getYear());
    }

    /** The Julian day, with its year only where that differs from the New Style one. */
    public String of(OldStyle day, LocalDate newStyle) {
        String year = day.year() == newStyle.getYear() ? "" : " " + year(day.year());
        return day.day() + " " + of(Month.of(day.month())) + year;
    }

    public String of(MonthDay day) {
        return day.getDayOfMonth() + " " + of(day.getMonth());
    }

    public String of(Month month) {
        return MONTHS.get(month.getValue() - 1);
    }

    /** {@code 1867}, {@code 44 BC}, {@code 1914–1917}, {@code AD 60–69}, {@code 49–44 BC}, {@code 44 BC – AD 14}. */
    public String of(Years years) {
        if (years.isOne()) {
            return year(years.first());
        }
        if (years.first() > 0) {
            return (years.last() < 1000 ? "AD " : "") + years.first() + "–" + years.last();
        }
        return years.last() > 0
                ? year(years.first()) + " – AD " + years.last()
                : 1 - years.first() + "–" + year(years.last());
    }

    /** {@code 1867}, {@code 44 BC}; {@code year} counts a year 0, which is 1 BC. */
    public String year(int year) {
        return year > 0 ? String.valueOf(year) : 1 - year + " BC";
    }

    /** {@code 1 event}, {@code 2 events}. */
    public String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** The same words with a capital. */
    public String sentence(String words) {
        return words.substring(0, 1).toUpperCase(LANGUAGE) + words.substring(1);
    }
}
