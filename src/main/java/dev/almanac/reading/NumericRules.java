package dev.almanac.reading;

import dev.almanac.reading.Reading.Impossible;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.OnDay;
import dev.almanac.timeline.Years;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads dates that are written in numbers alone: {@code 2026-04-12}, {@code 12.04.1961}, {@code 4/12}, {@code 03/1867}. */
final class NumericRules {
    private final Tokens tokens;
    private final YearPieces pieces;
    private final boolean monthFirst;

    /** @param monthFirst whether whoever asks writes the month before the day: {@code 4/12} for 12 April */
    NumericRules(Tokens tokens, YearPieces pieces, boolean monthFirst) {
        this.tokens = tokens;
        this.pieces = pieces;
        this.monthFirst = monthFirst;
    }

    Optional<DateText> at(int place) {
        boolean begins = tokens.isNumber(place)
                && !(tokens.glued(place)
                        && (tokens.isWord(place - 1)
                                || tokens.isNumber(place - 2)
                                || tokens.hasMark(place - 1, "$€£#:")));
        boolean separated = tokens.hasMark(place + 1, "-/.") && tokens.isNumber(place + 2);
        if (!begins) {
            return Optional.empty();
        }
        if (!separated) {
            return pair(place);
        }
        String mark = tokens.text(place + 1, place + 2);
        boolean loose = !mark.equals(".");
        boolean tight = tokens.glued(place + 1) && tokens.glued(place + 2);
        if ((!tight && !loose) || isLettered(place + 2)) {
            return Optional.empty();
        }
        String separator = dash(mark);
        boolean third = tokens.hasMark(place + 3, separator) && tokens.isNumber(place + 4) && !isLettered(place + 4);
        return third ? three(place, separator) : two(place, separator);
    }

    private static String dash(String mark) {
        return mark.equals("/") || mark.equals(".") ? mark : "-";
    }

    private boolean isLettered(int place) {
        return tokens.isWord(place + 1) && tokens.glued(place + 1);
    }

    private int number(int place) {
        return Integer.parseInt(tokens.digits(place));
    }

    private boolean isShort(int place) {
        return tokens.isNumber(place) && tokens.digits(place).length() <= 2;
    }

    private Optional<DateText> three(int place, String separator) {
        int end = place + 5;
        if (isYear(place) && isShort(place + 2) && isShort(place + 4)) {
            Reading read = date(number(place), number(place + 2), number(place + 4));
            return Optional.of(new DateText(place, end, List.of(read), true));
        }
        if (!isShort(place)
                || !isShort(place + 2)
                || !(isYear(place + 4) || tokens.digits(place + 4).length() == 2)) {
            return Optional.empty();
        }
        int first = number(place);
        int second = number(place + 2);
        List<Years> years = isYear(place + 4) ? List.of(Years.of(number(place + 4))) : pieces.ending(number(place + 4));
        List<Reading> read = new ArrayList<>();
        for (Years year : years) {
            Reading dayFirst = date(year.first(), second, first);
            Reading monthFirst = date(year.first(), first, second);
            boolean dots = separator.equals(".");
            // Nobody writes the month first with dots; with other marks either may be meant.
            read.addAll(
                    dots && !(dayFirst instanceof Impossible)
                            ? List.of(dayFirst)
                            : ordered(dayFirst, monthFirst, !dots && this.monthFirst));
        }
        List<Reading> possible = possible(read);
        boolean sure = isYear(place + 4) && possible.stream().allMatch(OnDate.class::isInstance);
        return Optional.of(new DateText(place, end, possible, sure));
    }

    private boolean isYear(int place) {
        int length = tokens.digits(place).length();
        return (length == 3 || length == 4) && number(place) > 0;
    }

    private static List<Reading> ordered(Reading dayFirst, Reading monthFirst, boolean monthLeads) {
        return monthLeads ? List.of(monthFirst, dayFirst) : List.of(dayFirst, monthFirst);
    }

    private static List<Reading> possible(List<Reading> read) {
        List<Reading> possible = read.stream()
                .filter(one -> !(one instanceof Impossible))
                .distinct()
                .toList();
        return possible.isEmpty() ? read.subList(0, 1) : possible;
    }

    private static Reading date(int year, int month, int day) {
        return month < 1 || month > 12
                ? new Impossible("There is no month " + month + ".", Optional.empty())
                : DayRules.date(year, Month.of(month), day);
    }

    private static Reading day(int month, int day) {
        return month < 1 || month > 12
                ? new Impossible("There is no month " + month + ".", Optional.empty())
                : DayRules.day(Month.of(month), day);
    }

    private Optional<DateText> two(int place, String separator) {
        int end = place + 3;
        if (isShort(place) && isYear(place + 2) && tokens.digits(place + 2).length() == 4) {
            return number(place) < 1 || number(place) > 12
                    ? Optional.empty()
                    : Optional.of(new DateText(
                            place, end, List.of(InMonths.of(YearMonth.of(number(place + 2), number(place)))), true));
        }
        if (!isShort(place) || !isShort(place + 2)) {
            return Optional.empty();
        }
        return days(place, end, separator);
    }

    private Optional<DateText> days(int place, int end, String separator) {
        int second = end - 1;
        Reading dayFirst = day(number(second), number(place));
        if (separator.equals(".") && number(second) > Month.DECEMBER.getValue()) {
            return Optional.empty();
        }
        Reading inOrder = day(number(place), number(second));
        boolean monthLeads = separator.equals("-") || (separator.equals("/") && monthFirst);
        List<Reading> read = separator.equals(".") && dayFirst instanceof OnDay
                ? List.of(dayFirst)
                : possible(ordered(dayFirst, inOrder, monthLeads));
        if (Stream.of(dayFirst, inOrder).noneMatch(OnDay.class::isInstance) && separator.equals("-")) {
            return Optional.empty();
        }
        int to = separator.equals(".") && tokens.glued(end) ? tokens.pastMark(end, ".") : end;
        return Optional.of(new DateText(place, to, read, false));
    }

    /** Two numbers with nothing but a blank between them, where there is nothing else. */
    private Optional<DateText> pair(int place) {
        return place == 0 && tokens.size() == 2 && isShort(0) && isShort(1) ? days(0, 2, "/") : Optional.empty();
    }
}
