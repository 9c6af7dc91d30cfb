package dev.almanac.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Days that have a name in English, with the same date every year or not; Christmas and Easter have a second one by the Julian calendar. */
final class NamedDays {
    private static final MonthDay CHRISTMAS = MonthDay.of(Month.DECEMBER, 25);
    private static final MonthDay ORTHODOX_CHRISTMAS = MonthDay.of(Month.JANUARY, 7);
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);
    private static final MonthDay ORTHODOX_CHRISTMAS_EVE = MonthDay.of(Month.JANUARY, 6);
    private static final MonthDay NEW_YEARS_EVE = MonthDay.of(Month.DECEMBER, 31);
    private static final MonthDay NEW_YEARS_DAY = MonthDay.of(Month.JANUARY, 1);
    private static final MonthDay HALLOWEEN = MonthDay.of(Month.OCTOBER, 31);
    private static final MonthDay VALENTINES_DAY = MonthDay.of(Month.FEBRUARY, 14);

    /** Longer names stand before shorter ones that they begin with. */
    private static final List<Named> DAYS = List.of(
            named("christmas eve", CHRISTMAS_EVE, ORTHODOX_CHRISTMAS_EVE),
            named("xmas eve", CHRISTMAS_EVE, ORTHODOX_CHRISTMAS_EVE),
            named("christmas day", CHRISTMAS, ORTHODOX_CHRISTMAS),
            named("xmas day", CHRISTMAS, ORTHODOX_CHRISTMAS),
            named("christmas", CHRISTMAS, ORTHODOX_CHRISTMAS),
            named("xmas", CHRISTMAS, ORTHODOX_CHRISTMAS),
            named("new year ' s eve", NEW_YEARS_EVE),
            named("new years eve", NEW_YEARS_EVE),
            named("new year eve", NEW_YEARS_EVE),
            named("new year ' s day", NEW_YEARS_DAY),
            named("new years day", NEW_YEARS_DAY),
            named("new year", NEW_YEARS_DAY),
            named("halloween", HALLOWEEN),
            named("valentine ' s day", VALENTINES_DAY),
            named("valentines day", VALENTINES_DAY),
            fromEaster("good friday", -2),
            fromEaster("easter monday", 1),
            fromEaster("easter sunday", 0),
            fromEaster("easter day", 0),
            fromEaster("easter", 0),
            thanksgiving("thanksgiving day"),
            thanksgiving("thanksgiving"));

    private record Named(List<String> name, IntFunction<List<LocalDate>> in) {}

    /**
     * A day's name in a text.
     *
     * @param to behind its last token
     * @param days its dates in a year, the likeliest first
     */
    record Found(int to, IntFunction<List<LocalDate>> days) {}

    private static Named named(String name, MonthDay... days) {
        return named(name, year -> Stream.of(days).map(day -> day.atYear(year)).toList());
    }

    private static Named named(String name, IntFunction<List<LocalDate>> in) {
        return new Named(Arrays.asList(name.split(" ")), in);
    }

    private static Named fromEaster(String name, int days) {
        return named(
                name,
                year -> Stream.of(easter(year), orthodoxEaster(year))
                        .distinct()
                        .map(easter -> easter.plusDays(days))
                        .toList());
    }

    /** In the United States, since 1942 on the fourth Thursday of November. */
    private static Named thanksgiving(String name) {
        return named(
                name,
                year -> List.of(LocalDate.of(year, Month.NOVEMBER, 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))));
    }

    /** By the Gregorian calendar, as J. M. Oudin reckoned it. */
    private static LocalDate easter(int year) {
        int century = Math.floorDiv(year, 100);
        int golden = Math.floorMod(year, 19);
        int epact = Math.floorMod(
                century - century / 4 - Math.floorDiv(century - Math.floorDiv(century - 17, 25), 3) + 19 * golden + 15,
                30);
        epact -= epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        return sundayAfter(LocalDate.of(year, Month.MARCH, 21).plusDays(epact));
    }

    /** By the Julian calendar, told by ours. */
    private static LocalDate orthodoxEaster(int year) {
        int epact = Math.floorMod(19 * Math.floorMod(year, 19) + 15, 30);
        int behind = Math.floorDiv(year, 100) - Math.floorDiv(year, 400) - 2;
        return sundayAfter(LocalDate.of(year, Month.MARCH, 21).plusDays(epact + behind));
    }

    private static LocalDate sundayAfter(LocalDate fullMoon) {
        return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }

    /** The name that begins at a place. */
    static Optional<Found> at(Tokens tokens, int place) {
        return DAYS.stream()
                .filter(named -> tokens.begin(place, named.name()))
                .findFirst()
                .map(named -> new Found(place + named.name().size(), named.in()));
    }

    private NamedDays() {}
}
