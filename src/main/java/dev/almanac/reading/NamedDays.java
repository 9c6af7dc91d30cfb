package dev.almanac.reading;

import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Days that have a name in English and the same date every year; Christmas has a second one by the Julian calendar. */
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
            named("valentines day", VALENTINES_DAY));

    private record Named(List<String> name, List<MonthDay> days) {}

    /**
     * A day's name in a text.
     *
     * @param to behind its last token
     * @param days the likeliest first
     */
    record Found(int to, List<MonthDay> days) {}

    private static Named named(String name, MonthDay... days) {
        return new Named(Arrays.asList(name.split(" ")), List.of(days));
    }

    /** The name that begins at a place. */
    static Optional<Found> at(Tokens tokens, int place) {
        return DAYS.stream()
                .filter(named -> tokens.begin(place, named.name()))
                .findFirst()
                .map(named -> new Found(place + named.name().size(), named.days()));
    }

    private NamedDays() {}
}
