package dev.almanac.daily.command;

import dev.almanac.daily.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All places that are known, the likeliest first: one for each zone, then large cities, most people first. */
final class ZonePlaces {
    /** A country is found by its name in these as well, when it is typed whole. */
    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("ru"), Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));

    private final List<ZonePlace> zones;
    private final List<ZonePlace> all;
    private final Map<ZoneId, ZonePlace> byZone;
    private final Map<String, List<String>> countryNames = new HashMap<>();

    ZonePlaces() {
        ZoneTables.rows(ZoneTables.COUNTRIES)
                .forEach(row -> countryNames.put(
                        row.get(0), ZoneTables.names(row.get(1)).toList()));
        Map<String, List<String>> formerly = ZoneTables.rows(ZoneTables.OLD_ZONES).stream()
                .filter(row -> !row.get(2).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.get(1), Collectors.mapping(row -> row.get(2), Collectors.toList())));
        zones = ZoneTables.rows(ZoneTables.ZONES).stream()
                .filter(row -> Settings.zone(row.get(0)).isPresent())
                .map(row ->
                        place(row.get(0), cityOf(row.get(0)), row.get(1), formerly.getOrDefault(row.get(0), List.of())))
                .toList();
        byZone = zones.stream()
                .collect(Collectors.toMap(ZonePlace::zone, place -> place, (one, other) -> one, LinkedHashMap::new));
        all = new ArrayList<>(zones);
        ZoneTables.rows(ZoneTables.CITIES).stream()
                .filter(row -> Settings.zone(row.get(2)).isPresent())
                .map(row -> place(
                        row.get(2),
                        row.get(0),
                        row.get(1),
                        ZoneTables.names(row.get(3)).toList()))
                .forEach(all::add);
    }

    private static String cityOf(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private ZonePlace place(String zone, String city, String code, List<String> otherNames) {
        Locale place = new Locale("", code);
        String country = code.isEmpty() ? "" : place.getDisplayCountry(Locale.ENGLISH);
        Set<String> names = new HashSet<>(Set.of(ZonePlace.folded(city)));
        otherNames.stream().map(ZonePlace::folded).forEach(names::add);
        Set<String> countries = new HashSet<>();
        Set<String> wholly = new HashSet<>();
        if (!country.isEmpty()) {
            countries.add(ZonePlace.folded(country));
            countryNames.getOrDefault(code, List.of()).stream()
                    .map(ZonePlace::folded)
                    .forEach(countries::add);
            LANGUAGES.stream()
                    .map(place::getDisplayCountry)
                    .map(ZonePlace::folded)
                    .forEach(wholly::add);
            names.forEach(name -> countries.forEach(of -> wholly.add(name + " " + of)));
        }
        return new ZonePlace(ZoneId.of(zone), city, country, names, countries, wholly);
    }

    /** One for each zone. */
    List<ZonePlace> ofZones() {
        return zones;
    }

    /** Those that may be meant, best first; of equals the likeliest. What is only inside of words comes last, and never alone. */
    List<ZonePlace> found(String typed) {
        Map<ZonePlace.Rank, List<ZonePlace>> ranks =
                all.stream().collect(Collectors.groupingBy(place -> place.rank(typed)));
        List<ZonePlace> found = new ArrayList<>();
        for (ZonePlace.Rank rank : ZonePlace.Rank.values()) {
            boolean offered = rank.mayBeMeant() || (rank == ZonePlace.Rank.INSIDE && !found.isEmpty());
            found.addAll(offered ? ranks.getOrDefault(rank, List.of()) : List.of());
        }
        return found;
    }

    /** Those whose names are as few edits away from what was typed as any, and at most so many; of equals the likeliest first. */
    List<ZonePlace> near(String typed, int most) {
        Map<Integer, List<ZonePlace>> byEdits =
                all.stream().collect(Collectors.groupingBy(place -> place.edits(typed)));
        return IntStream.rangeClosed(1, most)
                .mapToObj(edits -> byEdits.getOrDefault(edits, List.of()))
                .filter(places -> !places.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The place that the zone is named after; empty for what is no zone of a place. */
    Optional<ZonePlace> of(ZoneId zone) {
        return Optional.ofNullable(byZone.get(zone));
    }

    /** What people call the zone: {@code New York}, {@code UTC}, {@code UTC-08:00}. */
    String name(ZoneId zone) {
        return of(zone).map(ZonePlace::name).orElseGet(zone::getId);
    }
}
