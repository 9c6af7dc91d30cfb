package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds IANA time zones by what people know of them: a city, a country, an offset from UTC. */
final class ZoneText {
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?\\s*([+-])\\s*(\\d{1,2})(?::?(\\d{2}))?");
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "US", "us usa america eastern central mountain pacific",
            "GB", "uk england scotland wales great britain",
            "NL", "holland",
            "KR", "korea",
            "CZ", "czech republic",
            "AE", "uae");
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);
    private static final int MOST_IN_MESSAGE = 3;

    private final List<Place> places;

    /** @param country its name in English; empty for UTC */
    private record Place(ZoneId zone, String city, String country, String otherNames) {
        /** How well it answers what was typed: 0 best; none of these, 9. */
        int rank(String typed, Optional<ZoneOffset> offset, Instant now) {
            if (offset.isPresent()) {
                return zone.getRules().getOffset(now).equals(offset.get()) ? 0 : 9;
            }
            String cityText = city.toLowerCase(Locale.ENGLISH);
            String countryText = country.toLowerCase(Locale.ENGLISH);
            String idText = zone.getId().toLowerCase(Locale.ENGLISH).replace('_', ' ');
            if (cityText.startsWith(typed)
                    || idText.equals(typed)
                    || List.of(otherNames.split(" ")).contains(typed)) {
                return 0;
            }
            if (countryText.startsWith(typed)) {
                return 1;
            }
            boolean somewhere = (cityText + " " + countryText + " " + otherNames + " " + idText).contains(typed);
            return somewhere ? 2 : 9;
        }

        /** Whether clocks show the same there, for the next year at least. */
        boolean hasTimesOf(Place other, Instant now) {
            ZoneRules rules = zone.getRules();
            ZoneRules others = other.zone.getRules();
            return Stream.of(now, now.plus(HALF_A_YEAR))
                    .allMatch(moment -> rules.getOffset(moment).equals(others.getOffset(moment))
                            && Objects.equals(rules.nextTransition(moment), others.nextTransition(moment)));
        }

        Suggestion suggestion(Instant now) {
            String offset = zone.getRules().getOffset(now).getId();
            String where = country.isEmpty() ? city : city + ", " + country;
            return new Suggestion(
                    where + " (UTC" + (offset.equals("Z") ? "" : offset) + ") · " + zone.getId(), zone.getId());
        }
    }

    ZoneText() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        places = lines().stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(",", 2))
                .filter(line -> known.contains(line[0]))
                .map(line -> new Place(
                        ZoneId.of(line[0]),
                        line[0].substring(line[0].lastIndexOf('/') + 1).replace('_', ' '),
                        line[1].isEmpty() ? "" : new Locale("", line[1]).getDisplayCountry(Locale.ENGLISH),
                        OTHER_NAMES.getOrDefault(line[1], "")))
                .toList();
    }

    private static List<String> lines() {
        try (InputStream resource = Objects.requireNonNull(ZoneText.class.getResourceAsStream("zones.csv"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to offer, best first; the most used where nothing was typed. Offsets are those of now. */
    List<Suggestion> complete(String typed, Instant now) {
        return found(typed, now).stream().map(place -> place.suggestion(now)).toList();
    }

    private List<Place> found(String typed, Instant now) {
        String text = typed.strip().toLowerCase(Locale.ENGLISH).replace('_', ' ');
        Optional<ZoneOffset> offset = offset(text);
        List<Place> found = new ArrayList<>(places.stream()
                .filter(place -> place.rank(text, offset, now) < 9)
                .toList());
        // The sort is stable: the most used stay first among equals.
        found.sort(Comparator.comparingInt(place -> place.rank(text, offset, now)));
        return found;
    }

    private static Optional<ZoneOffset> offset(String text) {
        Matcher matcher = OFFSET.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        return hours > 14 || minutes > 59
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }

    /** @throws BadRequest when it names no zone, or a country of several times */
    ZoneId parse(String typed, Instant now) {
        // Some old ids are names of countries: the city's id says more.
        boolean country = places.stream().anyMatch(place -> place.country().equalsIgnoreCase(typed.strip()));
        Optional<String> exact = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !country && id.equalsIgnoreCase(typed.strip().replace(' ', '_')))
                .findFirst();
        if (exact.isPresent()) {
            return ZoneId.of(exact.get());
        }
        List<Place> found = found(typed, now);
        if (found.isEmpty()) {
            throw new BadRequest("“" + typed
                    + "” isn’t a time zone I know. Type a city or a country, like Moscow or Germany, and choose"
                    + " from what is offered; or zone:UTC.");
        }
        Place first = found.get(0);
        boolean isCity = first.city().equalsIgnoreCase(typed.strip())
                && found.stream().skip(1).noneMatch(other -> other.city().equalsIgnoreCase(typed.strip()));
        boolean clear =
                found.size() == 1 || isCity || (country && found.stream().allMatch(one -> one.hasTimesOf(first, now)));
        if (!clear) {
            throw new BadRequest("“" + typed + "” may be "
                    + found.stream()
                            .limit(MOST_IN_MESSAGE)
                            .map(place -> place.zone().getId())
                            .collect(Collectors.joining(", "))
                    + (found.size() > MOST_IN_MESSAGE ? " or another" : "") + ". Try zone:"
                    + first.zone().getId() + ".");
        }
        return first.zone();
    }
}
