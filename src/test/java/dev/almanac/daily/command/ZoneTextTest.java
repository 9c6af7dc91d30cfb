package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Suggestion;
import dev.almanac.daily.command.ZoneReading.Meaning;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTextTest {
    private static final Instant WINTER = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-24T08:00:00Z");

    private final ZoneText zones = new ZoneText();

    private List<String> complete(String typed) {
        return zones.complete(typed, WINTER).stream().map(Suggestion::value).toList();
    }

    private List<String> meanings(String typed) {
        return zones.read(typed).meanings().stream()
                .map(meaning -> meaning.zone().getId())
                .toList();
    }

    @Test
    void offersTheMostUsedBeforeAnythingIsTyped() {
        assertEquals(
                List.of("UTC", "Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Moscow", "America/New_York"),
                complete("").subList(0, 6));
    }

    @ParameterizedTest
    @CsvSource({
        "mosc, Europe/Moscow",
        "germany, Europe/Berlin",
        "+3, UTC+03:00",
        "gmt -5, UTC-05:00",
        "+5:45, UTC+05:45",
        "utc, UTC",
        "usa, America/New_York",
        "us, America/New_York",
        "Uk, Europe/London",
        "new york, America/New_York",
        "york, America/New_York",
        "america/new_york, America/New_York",
        "US/Eas, ''",
        "EST, America/New_York",
        "MST, America/Denver",
        "CET, Europe/Berlin",
        "Niger, Africa/Niamey",
        "nige, Africa/Lagos",
        "India, Asia/Kolkata",
        "indi, Asia/Kolkata",
        "europe/be, Europe/Berlin",
        "mumb, Asia/Kolkata",
        "xyzzy, ''",
        "mste, ''",
        "allin, ''"
    })
    void offersTheBestFirst(String typed, String first) {
        assertEquals(first, complete(typed).stream().findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Moskow, Europe/Moscow",
        "Moskow, Europe/Moscow",
        "Lodnon, Europe/London",
        "Brelin, Europe/Berlin",
        "new yrok, America/New_York",
        "Austrlia, Australia/Sydney",
        "San Fransico, America/Los_Angeles",
        "xyzzy, ''",
    })
    void offersTheNearestOfWhatIsMisspeltAndNeverTakesIt(String typed, String nearest) {
        assertEquals(
                nearest,
                zones.nearest(typed).stream()
                        .findFirst()
                        .map(meaning -> meaning.zone().getId())
                        .orElse(""));
        assertEquals(ZoneReading.UNKNOWN, zones.read(typed));
        assertEquals(nearest, complete(typed).stream().findFirst().orElse(""));
    }

    @Test
    void offersEachZoneOnceAndTheMiddlesOfWordsLast() {
        assertEquals(
                List.of("Europe/Rome", "Asia/Riyadh", "Africa/Harare"),
                Stream.of("rom", "riya", "hara")
                        .map(typed -> complete(typed).get(0))
                        .toList());
        List<String> offered = complete("an");
        assertEquals(new HashSet<>(offered).size(), offered.size());
        assertTrue(offered.indexOf("Europe/Andorra") < offered.indexOf("America/Los_Angeles"));
        assertTrue(offered.indexOf("America/Los_Angeles") < offered.indexOf("Europe/Amsterdam"));
    }

    @Test
    void saysPlaceOffsetAndId() {
        assertEquals(
                List.of(
                        new Suggestion("Moscow, Russia (UTC+03:00) · Europe/Moscow", "Europe/Moscow"),
                        new Suggestion("Berlin, Germany (UTC+02:00) · Europe/Berlin", "Europe/Berlin"),
                        new Suggestion("Mumbai, India (UTC+05:30) · Asia/Kolkata", "Asia/Kolkata"),
                        new Suggestion(
                                "EST: New York, United States (UTC-04:00) · America/New_York", "America/New_York"),
                        new Suggestion("UTC-08:00, summer and winter", "UTC-08:00"),
                        new Suggestion("UTC", "UTC")),
                Stream.of("moscow", "berlin", "bombay", "est", "utc-8", "utc")
                        .map(typed -> zones.complete(typed, SUMMER).get(0))
                        .toList());
    }

    @Test
    void anOffsetAlsoOffersPlacesThatHaveItNow() {
        assertTrue(zones.complete("+2", SUMMER).stream()
                .anyMatch(found -> found.value().equals("Europe/Berlin")));
        assertTrue(zones.complete("+2", WINTER).stream()
                .noneMatch(found -> found.value().equals("Europe/Berlin")));
    }

    @Test
    void offersMoreThanAFrontShowsTheBestFirst() {
        assertTrue(complete("a").size() > 25);
        assertTrue(Stream.of("", "a", "e", "+1", "cst")
                .flatMap(typed -> zones.complete(typed, WINTER).stream())
                .allMatch(found -> found.name().length() <= 100));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        "america/new york, America/New_York",
        "berlin, Europe/Berlin",
        "mosc, Europe/Moscow",
        "Moscow time, Europe/Moscow",
        "'Paris, France', Europe/Paris",
        "Germany, Europe/Berlin",
        "Japan, Asia/Tokyo",
        "India, Asia/Kolkata",
        "Niger, Africa/Niamey",
        "Nigeria, Africa/Lagos",
        "Guinea, Africa/Conakry",
        "Ivory Coast, Africa/Abidjan",
        "Deutschland, Europe/Berlin",
        "Польша, Europe/Warsaw",
        // Cities that no zone is named after.
        "Mumbai, Asia/Kolkata",
        "beijing, Asia/Shanghai",
        "St. Petersburg, Europe/Moscow",
        "Санкт-Петербург, Europe/Moscow",
        "são paulo, America/Sao_Paulo",
        "Sao Paulo, America/Sao_Paulo",
        "Xian, Asia/Shanghai",
        "San Francisco, America/Los_Angeles",
        "'Washington, D.C.', America/New_York",
        "Zürich, Europe/Zurich",
        "Munchen, Europe/Berlin",
        // What places and zones were called before.
        "Kiev, Europe/Kyiv",
        "Europe/Kiev, Europe/Kyiv",
        "Calcutta, Asia/Kolkata",
        "asia/calcutta, Asia/Kolkata",
        "Saigon, Asia/Ho_Chi_Minh",
        "US/Pacific, America/Los_Angeles",
        "eastern, America/New_York",
        "Pacific time, America/Los_Angeles",
        "EST5EDT, America/New_York",
        "W-SU, Europe/Moscow",
        "Hawaii, Pacific/Honolulu",
        // Abbreviations of one meaning.
        "CET, Europe/Berlin",
        "cest, Europe/Berlin",
        "EDT, America/New_York",
        "PDT, America/Los_Angeles",
        "MSK, Europe/Moscow",
        "JST, Asia/Tokyo",
        // Offsets.
        "UTC-8, UTC-08:00",
        "UTC−8, UTC-08:00",
        "GMT+3, UTC+03:00",
        "+05:30, UTC+05:30",
        "+0530, UTC+05:30",
        "+5:45, UTC+05:45",
        "utc + 3, UTC+03:00",
        "+14, UTC+14:00",
        "UTC+0, UTC",
        // Whatever means UTC reads UTC.
        "utc, UTC",
        "Etc/UTC, UTC",
        "Zulu, UTC",
        "z, UTC",
        "GMT0, UTC",
        "Etc/GMT+8, UTC-08:00"
    })
    void takesWhatNamesOneZone(String typed, String zone) {
        assertEquals(Optional.of(ZoneId.of(zone)), zones.read(typed).zone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EST|America/New_York, America/Panama",
                "CST|America/Chicago, Asia/Shanghai, America/Costa_Rica, America/Havana",
                "MST|America/Denver, America/Phoenix",
                "PST|America/Los_Angeles, Asia/Manila",
                "GMT|Europe/London, UTC",
                "BST|Europe/London, Asia/Dhaka, Pacific/Bougainville",
                "ist|Asia/Kolkata, Asia/Jerusalem, Europe/Dublin",
                "EET|Europe/Athens, Europe/Kaliningrad, Africa/Cairo",
                "AEST|Australia/Sydney, Australia/Brisbane",
                "New Zealand|Pacific/Auckland, Pacific/Chatham",
                "Portugal|Europe/Lisbon, Atlantic/Azores, Atlantic/Madeira",
                "Petersburg|America/Indiana/Petersburg, Europe/Moscow",
            })
    void saysWhatMayBeMeantByWhatHasSeveralMeanings(String typed, String zoneIds) {
        assertFalse(zones.read(typed).zone().isPresent());
        assertEquals(Set.of(zoneIds.split(", ")), new HashSet<>(meanings(typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "EST, America/New_York",
        "usa, America/New_York",
        "Russia, Europe/Moscow",
        "Brazil, America/Sao_Paulo",
        "Australia, Australia/Sydney",
        "China, Asia/Shanghai",
        "Indonesia, Asia/Jakarta",
        "GMT, Europe/London",
        "San Juan, America/Argentina/San_Juan"
    })
    void namesTheLikeliestFirst(String typed, String first) {
        assertEquals(first, meanings(typed).get(0));
    }

    @Test
    void saysWhatSetsTheMeaningsOfAnAbbreviationApart() {
        assertEquals(
                List.of(
                        new Meaning(ZoneId.of("America/New_York"), "New York, with summer time"),
                        new Meaning(ZoneId.of("America/Panama"), "Panama, all year")),
                zones.read("est").meanings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"atlantis", "+25", "+15", "-13", "+5:75", "sterdam", "allin", "", " ", "x|y", "\u202eEשלום"})
    void takesNothingForWhatItIsNot(String typed) {
        assertEquals(ZoneReading.UNKNOWN, zones.read(typed));
    }

    @Test
    void aBeginningOfACityAndOfACountryMayBeEither() {
        assertEquals(List.of("Asia/Kolkata", "America/Indiana/Indianapolis"), meanings("indi"));
    }

    @Test
    void takesNoBeginningOfTwoLetters() {
        assertEquals(Optional.empty(), zones.read("mo").zone());
        assertEquals(Optional.empty(), zones.read("qa").zone());
        assertEquals(Optional.of(ZoneId.of("Asia/Qatar")), zones.read("qat").zone());
    }

    @Test
    void whatTheTablesNameIsKnownAndACityIsFoundByItsName() {
        Map.of(ZoneTables.OLD_ZONES, 1, ZoneTables.CITIES, 2, ZoneTables.ABBREVIATIONS, 1)
                .forEach((table, column) -> ZoneTables.rows(table)
                        .forEach(row -> assertEquals(
                                row.get(column), ZoneId.of(row.get(column)).getId())));
        ZoneTables.rows(ZoneTables.CITIES).forEach(row -> {
            ZoneReading read = zones.read(row.get(0));
            ZoneId zone = ZoneId.of(row.get(2));
            boolean meant = read.zone()
                            .filter(found -> ZonePlace.showTheSame(found, zone))
                            .isPresent()
                    || read.meanings().stream().anyMatch(meaning -> ZonePlace.showTheSame(meaning.zone(), zone));
            assertTrue(meant, row.get(0));
        });
        ZoneTables.rows(ZoneTables.LANGUAGES)
                .forEach(row -> row.stream()
                        .skip(1)
                        .forEach(zone -> assertEquals(zone, ZoneId.of(zone).getId())));
        assertTrue(ZoneTables.rows(ZoneTables.CITIES).size() >= 300);
    }

    @Test
    void guessesByLanguage() {
        assertEquals(
                List.of("Moscow", "Yekaterinburg", "Novosibirsk", "Samara", "UTC"),
                likely(Locale.forLanguageTag("ru")));
        assertEquals(List.of("Berlin", "Vienna", "Zurich", "New York", "UTC"), likely(Locale.US, Locale.GERMAN));
        assertEquals(List.of("New York", "Chicago", "Los Angeles", "Denver", "UTC"), likely(Locale.US, Locale.ENGLISH));
        assertEquals(
                List.of("Mexico City", "Bogota", "Buenos Aires", "Santiago", "UTC"),
                likely(Locale.forLanguageTag("es-419")));
        assertEquals(
                List.of("Tokyo", "London", "Dublin", "Sydney", "UTC"),
                zones.likely(List.of(ZoneId.of("Asia/Tokyo")), List.of(Locale.UK)).stream()
                        .limit(5)
                        .map(Meaning::words)
                        .toList());
    }

    private List<String> likely(Locale... languages) {
        return zones.likely(List.of(), List.of(languages)).stream()
                .limit(5)
                .map(Meaning::words)
                .toList();
    }

    @Test
    void offersZonesOfManyPeopleBehindThoseThatItGuesses() {
        List<Meaning> likely = zones.likely(List.of(), List.of(Locale.forLanguageTag("hu"), Locale.US));

        assertEquals(24, likely.size());
        assertEquals(24, likely.stream().map(Meaning::zone).distinct().count());
        assertEquals(
                List.of("Budapest", "New York", "Chicago", "Los Angeles", "UTC", "Honolulu", "Denver", "Sao Paulo"),
                likely.stream().limit(8).map(Meaning::words).toList());
    }

    @Test
    void keepsNothingThatJavaTakesForAZone() {
        assertEquals(
                List.of("est", "cst", "", "atlantis", "aaaa"),
                Stream.of("EST", "CST", "+15", "Atlantis", "AAAAAAAA")
                        .map(typed -> ZoneText.kept(typed, typed.startsWith("AAAA") ? 4 : 64))
                        .toList());
        assertEquals(
                List.of("EST", "atlantis"),
                Stream.of("est", "atlantis").map(zones::written).toList());
    }
}
