package dev.almanac.reading;

import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InWeek;
import dev.almanac.reading.Reading.Nearby;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.OnDay;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads days, weeks and months that are called by a name: {@code today}, {@code 50 years ago today}, {@code Christmas}, {@code Monday}, {@code this weekend}. */
final class CalledRules {
    private final Tokens tokens;
    private final YearPieces pieces;
    private final LocalDate today;

    CalledRules(Tokens tokens, YearPieces pieces, LocalDate today) {
        this.tokens = tokens;
        this.pieces = pieces;
        this.today = today;
    }

    /** A day, and where its name ends. */
    private record Near(int to, Nearby day) {}

    Optional<DateText> at(int place) {
        return Stream.of(nearby(place), yearNearby(place), named(place), week(place), isoWeek(place))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(DateText::to));
    }

    private Optional<DateText> nearby(int place) {
        Optional<Near> found = near(place);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int end = found.get().to();
        Optional<YearPiece> year = year(end);
        return year.isPresent()
                ? Optional.of(inYear(place, year.get().to(), found.get(), year.get()))
                : Optional.of(new DateText(place, end, List.of(found.get().day()), false));
    }

    private Optional<YearPiece> year(int end) {
        return pieces.one(tokens.has(end, "of", "in") ? end + 1 : tokens.pastMark(end, ","))
                .filter(piece -> piece.isSure() && piece.problem().isEmpty());
    }

    private Optional<Near> near(int place) {
        int end = Math.max(tokens.past(place, "this", "day"), tokens.past(place, "what", "day", "is", "it"));
        boolean isToday = end > place || tokens.has(place, "today", "tonight", "now");
        String called = isToday ? "today" : tokens.has(place, "yesterday", "tomorrow") ? tokens.word(place) : "";
        LocalDate day = today.plusDays(called.equals("tomorrow") ? 1 : called.equals("yesterday") ? -1 : 0);
        return called.isEmpty()
                ? Optional.empty()
                : Optional.of(new Near(Math.max(end, place + 1), new Nearby(called, day)));
    }

    private static DateText inYear(int from, int to, Near near, YearPiece year) {
        LocalDate day = near.day().date();
        return new DateText(
                from,
                to,
                List.of(DayRules.date(year.years().get(0).first(), day.getMonth(), day.getDayOfMonth())),
                false);
    }

    /** {@code 50 years ago today}, {@code last year on this day}. */
    private Optional<DateText> yearNearby(int place) {
        return pieces.one(place)
                .filter(year -> !year.isNumber() && year.isSure())
                .flatMap(year -> near(tokens.past(tokens.pastMark(year.to(), ","), "on"))
                        .map(near -> inYear(place, near.to(), near, year)));
    }

    /** A day that has a name of its own: {@code Christmas}, {@code New Year's Eve 1991}, {@code Easter 1961}. */
    private Optional<DateText> named(int place) {
        Optional<NamedDays.Found> found = NamedDays.at(tokens, place);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int end = found.get().to();
        Optional<YearPiece> year = year(end);
        int in = year.map(of -> of.years().get(0).first()).orElse(today.getYear());
        return Optional.of(new DateText(
                place,
                year.map(YearPiece::to).orElse(end),
                found.get().days().apply(in).stream()
                        .map(day -> year.isPresent() ? new OnDate(day) : (Reading) new OnDay(MonthDay.from(day)))
                        .toList(),
                false));
    }

    /** {@code Monday}: the next one, or the last; {@code last Friday}. Only where no other date says which day it is. */
    Optional<DateText> weekday(int place) {
        int step = List.of("last", "this", "next").indexOf(tokens.word(place));
        int at = step < 0 ? place : place + 1;
        Optional<DayOfWeek> named = Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(tokens.word(at)))
                .findFirst();
        return named.map(day -> {
            LocalDate next = today.with(TemporalAdjusters.nextOrSame(day));
            LocalDate last = today.with(TemporalAdjusters.previous(day));
            List<LocalDate> days = switch (step) {
                case 0 -> List.of(last);
                case 1 -> List.of(today.with(ChronoField.DAY_OF_WEEK, day.getValue()));
                case 2 -> List.of(today.with(TemporalAdjusters.next(day)));
                default -> List.of(next, last);
            };
            return new DateText(
                    place,
                    at + 1,
                    days.stream()
                            .map(one -> (Reading) new OnDay(MonthDay.from(one)))
                            .toList(),
                    false);
        });
    }

    private Optional<DateText> week(int place) {
        int step = List.of("last", "this", "next").indexOf(tokens.word(place)) - 1;
        if (step >= -1 && tokens.has(place + 1, "week")) {
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusWeeks(step);
            return Optional.of(new DateText(place, place + 2, List.of(new InWeek(monday)), false));
        }
        // Not the last or the next one: when their answers are looked at again on a Saturday, they would be others.
        if (step == 0 && tokens.has(place + 1, "weekend")) {
            LocalDate saturday = today.with(ChronoField.DAY_OF_WEEK, DayOfWeek.SATURDAY.getValue());
            List<Reading> days =
                    List.of(new OnDay(MonthDay.from(saturday)), new OnDay(MonthDay.from(saturday.plusDays(1))));
            return Optional.of(new DateText(place, place + 2, days, false));
        }
        if (step >= -1 && tokens.has(place + 1, "month")) {
            YearMonth month = YearMonth.from(today).plusMonths(step);
            return Optional.of(new DateText(place, place + 2, List.of(new InMonth(month.getMonth())), false));
        }
        return Optional.empty();
    }

    /** {@code 1961-W15}, as ISO 8601 has it. */
    private Optional<DateText> isoWeek(int place) {
        boolean iso = tokens.digits(place).length() == 4
                && tokens.hasMark(place + 1, "-")
                && tokens.has(place + 2, "w")
                && tokens.digits(place + 3).length() == 2
                && tokens.glued(place + 3);
        if (!iso) {
            return Optional.empty();
        }
        try {
            LocalDate monday =
                    LocalDate.of(Integer.parseInt(tokens.digits(place)), 1, 4).with(ChronoField.DAY_OF_WEEK, 1);
            int week = Integer.parseInt(tokens.digits(place + 3));
            IsoFields.WEEK_OF_WEEK_BASED_YEAR
                    .rangeRefinedBy(monday)
                    .checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return Optional.of(new DateText(place, place + 4, List.of(new InWeek(monday.plusWeeks(week - 1))), true));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
