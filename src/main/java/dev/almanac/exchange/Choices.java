package dev.almanac.exchange;

import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who imports a file says about it.
 *
 * @param map which columns of a sheet hold what, by heading or number from 1; what isn't in it goes by its heading
 * @param order in which days are written in figures; empty to go by what the dates show
 * @param day the day that a file of one day is about; empty to go by its name
 * @param origin where events come from that name no source
 * @param category of events that name none; empty for one called "Event"
 * @param language of the file, a BCP 47 tag
 */
public record Choices(
        Map<Column, String> map,
        Optional<DateOrder> order,
        Optional<MonthDay> day,
        Origin origin,
        String category,
        String language) {
    public Choices {
        map = Map.copyOf(map);
    }

    /** What {@code date=Datum,title=Titel} says. */
    public static Map<Column, String> map(String written) {
        Map<Column, String> map = new java.util.EnumMap<>(Column.class);
        for (String pair : written.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new CannotExchange("“" + pair
                        + "” doesn't say which column holds what. Write it as in --map date=Datum,title=Titel.");
            }
            map.put(
                    Column.of(pair.substring(0, equals).strip()),
                    pair.substring(equals + 1).strip());
        }
        return map;
    }
}
