package dev.almanac.daily.command;

import dev.almanac.daily.Settings;
import dev.almanac.daily.command.ZoneReading.Meaning;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Guesses where people live by the languages of Discord that they read, and says where most others do. */
final class LikelyZones {
    private static final int LIKELIEST = 4;
    private static final int MOST = 25;
    private static final String OTHERS = "*";
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ZonePlaces places;
    private final Map<String, List<ZoneId>> byLanguage = ZoneTables.rows(ZoneTables.LANGUAGES).stream()
            .collect(Collectors.toMap(
                    row -> row.get(0),
                    row -> row.stream()
                            .skip(1)
                            .flatMap(id -> Settings.zone(id).stream())
                            .toList()));

    LikelyZones(ZonePlaces places) {
        this.places = places;
    }

    /**
     * Four zones and UTC, then zones of many people from west to east; 25 at most.
     *
     * @param first those that are likeliest of all
     * @param languages the likeliest first; English of the United States counts last, because it is everybody's until they choose
     */
    List<Meaning> of(List<ZoneId> first, List<Locale> languages) {
        Set<ZoneId> zones = new LinkedHashSet<>(first);
        languages.stream()
                .filter(language -> !language.equals(Locale.US) && !language.equals(Locale.ENGLISH))
                .forEach(language -> zones.addAll(zones(language)));
        zones.addAll(zones(Locale.US));
        zones.remove(UTC);
        Set<ZoneId> all = zones.stream().limit(LIKELIEST).collect(Collectors.toCollection(LinkedHashSet::new));
        all.add(UTC);
        all.addAll(byLanguage.getOrDefault(OTHERS, List.of()));
        return all.stream()
                .limit(MOST)
                .map(zone -> new Meaning(zone, places.name(zone)))
                .toList();
    }

    private List<ZoneId> zones(Locale language) {
        List<ZoneId> whole = byLanguage.get(language.toLanguageTag());
        return whole == null ? byLanguage.getOrDefault(language.getLanguage(), List.of()) : whole;
    }
}
