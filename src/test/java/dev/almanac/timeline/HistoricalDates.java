package dev.almanac.timeline;

import dev.almanac.timeline.CalendarUnit.Precision;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every form of date that there is, at random. */
final class HistoricalDates {
    static Arbitrary<HistoricalDate> any(int firstYear, int lastYear) {
        Arbitrary<HistoricalDate> single = units(firstYear, lastYear).map(unit -> new HistoricalDate(unit, unit));
        Arbitrary<CalendarUnit> rangeable = units(firstYear, lastYear)
                .filter(unit -> unit.precision() != Precision.DECADE && unit.precision() != Precision.CENTURY);
        Arbitrary<HistoricalDate> range = Combinators.combine(rangeable, rangeable)
                .filter((start, end) ->
                        start.precision() == end.precision() && start.first().isBefore(end.first()))
                .as(HistoricalDate::new);
        Arbitrary<HistoricalDate> from = rangeable.map(unit -> new HistoricalDate(unit, null));
        Arbitrary<HistoricalDate> until = rangeable.map(unit -> new HistoricalDate(null, unit));
        return Arbitraries.oneOf(Arrays.asList(single, single, range, range, from, until));
    }

    private static Arbitrary<CalendarUnit> units(int firstYear, int lastYear) {
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(
                        LocalDate.of(firstYear, 1, 1).toEpochDay(),
                        LocalDate.of(lastYear, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(days, Arbitraries.of(Precision.class), Arbitraries.of(Doubt.class))
                .as((day, precision, doubt) -> day.getYear() < 0 && precision.compareTo(Precision.YEAR) > 0
                        ? new CalendarUnit(Precision.DAY, day, doubt)
                        : new CalendarUnit(precision, beginning(precision, day), doubt));
    }

    private static LocalDate beginning(Precision precision, LocalDate day) {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case SEASON -> LocalDate.of(day.getYear(), Math.max(3, day.getMonthValue() / 3 * 3), 1);
            case YEAR -> day.withDayOfYear(1);
            case DECADE -> LocalDate.of(Math.floorDiv(day.getYear(), 10) * 10, 1, 1);
            case CENTURY -> LocalDate.of(Math.floorDiv(day.getYear(), 100) * 100, 1, 1);
        };
    }

    private HistoricalDates() {}
}
