package dev.almanac.daily.command;

import dev.almanac.chat.Suggestion;
import dev.almanac.daily.Settings;
import dev.almanac.daily.command.ZoneReading.Meaning;
import dev.almanac.timeline.Lazy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds IANA time zones by what people know of them: an abbreviation, a city, a country, an offset from UTC, an id of the tz database.
 * What is typed whole comes before what begins so, and nothing is ever taken for what it is only a middle of.
 */
public final class ZoneText {
    /** Less is a beginning of too much to be taken for a place. */
    private static final int LEAST_TO_TAKE = 3;

    /** From so many letters on one edit makes a misspelling, from {@link #TWO_EDITS} on two. */
    private static final int ONE_EDIT = 4;

    private static final int TWO_EDITS = 9;
    private static final int MOST_NEAREST = 2;

    private static final String TIME = " time";

    // A start doesn't wait for what only /daily needs: the tables take it a tenth of a second.
    private final Lazy<ZonePlaces> places = new Lazy<>(ZonePlaces::new);
    private final Lazy<ZoneIds> ids = new Lazy<>(ZoneIds::new);
    private final Lazy<Map<String, List<Meaning>>> abbreviations = new Lazy<>(this::readAbbreviations);
    private final Lazy<LikelyZones> likely = new Lazy<>(() -> new LikelyZones(places.get()));

    /** Makes the tables, so that nobody waits for them. */
    public void prepare() {
        ids.get();
        abbreviations.get();
        likely.get();
    }

    private Map<String, List<Meaning>> readAbbreviations() {
        return ZoneTables.rows(ZoneTables.ABBREVIATIONS).stream()
                .filter(row -> Settings.zone(row.get(1)).isPresent())
                .collect(Collectors.groupingBy(
                        row -> ZonePlace.folded(row.get(0)), Collectors.mapping(this::meaning, Collectors.toList())));
    }

    private Meaning meaning(List<String> abbreviation) {
        ZoneId zone = ZoneId.of(abbreviation.get(1));
        return new Meaning(
                zone,
                abbreviation.get(2).isEmpty()
                        ? places.get().name(zone)
                        : abbreviation.get(2).replace(';', ','));
    }

    /** Which zone is meant, or which may be. */
    public ZoneReading read(String typed) {
        Optional<ZoneId> offset = ZoneIds.offset(typed);
        if (offset.isPresent()) {
            return ZoneReading.of(offset.get());
        }
        String text = text(typed);
        if (text.isEmpty()) {
            return ZoneReading.UNKNOWN;
        }
        if (abbreviations.get().containsKey(text)) {
            return ZoneReading.among(abbreviations.get().get(text));
        }
        List<ZonePlace> found = places.get().found(text);
        boolean whole = !found.isEmpty() && found.get(0).rank(text) == ZonePlace.Rank.WHOLE;
        Optional<ZoneId> id = whole ? Optional.empty() : ids.get().zone(typed);
        if (id.isPresent()) {
            return ZoneReading.of(id.get());
        }
        if (found.isEmpty()) {
            return ZoneReading.UNKNOWN;
        }
        ZonePlace.Rank best = found.get(0).rank(text);
        List<Meaning> meanings = once(found.stream().filter(place -> place.rank(text) == best)).stream()
                .map(place -> new Meaning(place.zone(), place.name()))
                .toList();
        return whole || text.length() >= LEAST_TO_TAKE
                ? ZoneReading.among(meanings)
                : new ZoneReading(Optional.empty(), meanings);
    }

    /**
     * The zones of places that are spelt nearly so, the likeliest first, for what is none as it is typed. Nobody knows that they are meant:
     * they are offered, and never taken.
     */
    public List<Meaning> nearest(String typed) {
        String text = text(typed);
        int most = text.length() < ONE_EDIT ? 0 : text.length() < TWO_EDITS ? 1 : 2;
        return once(places.get().near(text, most).stream()).stream()
                .limit(MOST_NEAREST)
                .map(place -> new Meaning(place.zone(), place.name()))
                .toList();
    }

    /** {@code Moscow time} is Moscow. */
    private static String text(String typed) {
        String text = ZonePlace.folded(typed);
        return text.endsWith(TIME) ? text.substring(0, text.length() - TIME.length()) : text;
    }

    /** The first place of each zone. */
    private static List<ZonePlace> once(Stream<ZonePlace> found) {
        return List.copyOf(found.collect(
                        Collectors.toMap(ZonePlace::zone, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                .values());
    }

    /** What to offer, best first; the most used where nothing was typed. Offsets are those of now. */
    List<Suggestion> complete(String typed, Instant now) {
        Optional<ZoneId> offset = ZoneIds.offset(typed);
        if (offset.isPresent()) {
            ZoneId fixed = offset.get();
            Stream<Suggestion> places = this.places.get().ofZones().stream()
                    .filter(place -> !place.country().isEmpty() && offsetIs(fixed, place.zone(), now))
                    .map(place -> place.suggestion(now, Optional.empty()));
            return Stream.concat(Stream.of(fixed(fixed)), places).toList();
        }
        String text = text(typed);
        if (text.isEmpty()) {
            return places.get().ofZones().stream()
                    .map(place -> suggestion(place, now))
                    .toList();
        }
        Map<String, Suggestion> offered = new LinkedHashMap<>();
        abbreviations
                .get()
                .getOrDefault(text, List.of())
                .forEach(meaning -> places.get()
                        .of(meaning.zone())
                        .ifPresent(place -> offered.putIfAbsent(
                                place.zone().getId(),
                                place.country().isEmpty()
                                        ? suggestion(place, now)
                                        : place.suggestion(now, Optional.of(text)))));
        List<ZonePlace> found = places.get().found(text);
        ids.get()
                .zone(typed)
                .filter(id -> found.stream().noneMatch(place -> place.zone().equals(id)))
                .ifPresent(id -> offered.putIfAbsent(
                        id.getId(),
                        places.get().of(id).map(place -> suggestion(place, now)).orElseGet(() -> fixed(id))));
        once(found.stream()).forEach(place -> offered.putIfAbsent(place.zone().getId(), suggestion(place, now)));
        if (offered.isEmpty()) {
            nearest(typed).stream()
                    .flatMap(meaning -> places.get().of(meaning.zone()).stream())
                    .forEach(place -> offered.put(place.zone().getId(), suggestion(place, now)));
        }
        return new ArrayList<>(offered.values());
    }

    private static boolean offsetIs(ZoneId fixed, ZoneId zone, Instant now) {
        return zone.getRules().getOffset(now).equals(fixed.getRules().getOffset(now));
    }

    private static Suggestion suggestion(ZonePlace place, Instant now) {
        return place.country().isEmpty() ? fixed(place.zone()) : place.suggestion(now, Optional.empty());
    }

    private static Suggestion fixed(ZoneId zone) {
        return new Suggestion(zone.getId() + (zone.getId().equals("UTC") ? "" : ", summer and winter"), zone.getId());
    }

    /** The zones of whoever reads these languages, the likeliest first; ends with those that most of all people use. */
    List<Meaning> likely(List<ZoneId> first, List<Locale> languages) {
        return likely.get().of(first, languages);
    }

    /** As it is kept until somebody says which zone is meant: no id of a zone in any version of Java; else empty. */
    static String kept(String typed, int longest) {
        String text = ZonePlace.folded(typed);
        try {
            return ZoneId.of(text).getId().isEmpty() ? text : "";
        } catch (DateTimeException none) {
            return text.length() > longest ? text.substring(0, longest) : text;
        }
    }

    /** What was kept, as people write it: {@code EST}. */
    String written(String kept) {
        return abbreviations.get().containsKey(kept) ? kept.toUpperCase(Locale.ROOT) : kept;
    }
}
