package dev.almanac.daily.command;

import dev.almanac.chat.Suggestion;
import dev.almanac.timeline.Edits;
import dev.almanac.timeline.Folding;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place whose clocks go by a zone: the one that a zone is named after, or a large city.
 *
 * @param name of the city, as English writes it
 * @param country in English; empty for UTC
 * @param names what people call the city, folded
 * @param countryNames what people call the country, folded
 * @param wholly what means this place only where nothing else is typed: its country in other languages
 * @param id of the zone, folded
 * @param words all of its names and the id, with a blank before each word
 */
record ZonePlace(
        ZoneId zone,
        String name,
        String country,
        Set<String> names,
        Set<String> countryNames,
        Set<String> wholly,
        String id,
        String words) {
    /** What stands between words, besides blanks. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,_/()-]+");

    private static final Pattern NOT_SAID = Pattern.compile("[.'’·]");

    /** A year in which all rules are those that go on for ever, as far as they are known. */
    private static final List<Instant> FAR_AHEAD =
            List.of(Instant.parse("2200-01-15T00:00:00Z"), Instant.parse("2200-07-15T00:00:00Z"));

    /** How well a place answers what was typed, best first. */
    enum Rank {
        WHOLE,
        /** The beginning of a city's or a country's name. */
        BEGINNING,
        /** The beginning of a zone's id, which is the name of a continent or an ocean. */
        BEGINNING_OF_ID,
        /** The beginning of a later word. */
        BEGINNING_OF_WORD,
        /** Found inside a word: nobody means that. */
        INSIDE,
        NOT_AT_ALL;

        /** Whether somebody who types this may mean the place. */
        boolean mayBeMeant() {
            return compareTo(INSIDE) < 0;
        }
    }

    ZonePlace {
        names = Set.copyOf(names);
        countryNames = Set.copyOf(countryNames);
        wholly = Set.copyOf(wholly);
    }

    ZonePlace(
            ZoneId zone, String name, String country, Set<String> names, Set<String> countryNames, Set<String> wholly) {
        this(
                zone,
                name,
                country,
                names,
                countryNames,
                wholly,
                folded(zone.getId()),
                " " + String.join(" ", names) + " " + String.join(" ", countryNames) + " " + folded(zone.getId()));
    }

    /** A name as anybody might type it, in one way only. */
    static String folded(String name) {
        String said = NOT_SAID.matcher(Folding.of(name)).replaceAll("");
        return BETWEEN_WORDS.matcher(said).replaceAll(" ").strip();
    }

    /** How well this answers what was typed, folded. */
    Rank rank(String typed) {
        if (names.contains(typed) || countryNames.contains(typed) || wholly.contains(typed)) {
            return Rank.WHOLE;
        }
        if (names.stream().anyMatch(one -> one.startsWith(typed))
                || countryNames.stream().anyMatch(one -> one.startsWith(typed))) {
            return Rank.BEGINNING;
        }
        if (id.startsWith(typed)) {
            return Rank.BEGINNING_OF_ID;
        }
        if (!words.contains(typed)) {
            return Rank.NOT_AT_ALL;
        }
        return words.contains(" " + typed) ? Rank.BEGINNING_OF_WORD : Rank.INSIDE;
    }

    /** How far what was typed, folded, is from the nearest of all that this is called by its whole name. */
    int edits(String typed) {
        return Stream.of(names, countryNames, Set.of(id))
                .flatMap(Set::stream)
                .mapToInt(name -> Edits.between(name, typed))
                .min()
                .orElseThrow();
    }

    /** Whether clocks show the same in both zones from now on, as far as their rules are known. */
    static boolean showTheSame(ZoneId one, ZoneId other) {
        ZoneRules rules = one.getRules();
        ZoneRules others = other.getRules();
        return rules.getTransitionRules().equals(others.getTransitionRules())
                && FAR_AHEAD.stream().allMatch(moment -> rules.getOffset(moment).equals(others.getOffset(moment)));
    }

    /** What completion shows: the place, its offset at this moment, the zone. */
    Suggestion suggestion(Instant now, Optional<String> said) {
        String where = country.isEmpty() || country.equals(name) ? name : name + ", " + country;
        return new Suggestion(
                said.map(words -> words.toUpperCase(Locale.ROOT) + ": ").orElse("") + where + " (" + offset(zone, now)
                        + ") · " + zone.getId(),
                zone.getId());
    }

    /** {@code UTC+03:00}. */
    static String offset(ZoneId zone, Instant now) {
        String offset = zone.getRules().getOffset(now).getId();
        return "UTC" + (offset.equals("Z") ? "" : offset);
    }
}
