package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Suggestion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTextTest {
    private static final Instant WINTER = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-24T08:00:00Z");

    private final ZoneText zones = new ZoneText();

    private List<String> complete(String typed) {
        return zones.complete(typed, WINTER).stream().map(Suggestion::value).toList();
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
        "+3, Europe/Moscow",
        "UTC+3, Europe/Moscow",
        "gmt -5, America/New_York",
        "+5:45, Asia/Kathmandu",
        "utc, UTC",
        "usa, America/New_York",
        "us, America/New_York",
        "Uk, Europe/London",
        "new york, America/New_York",
        "america/new_york, America/New_York",
        "xyzzy, ''"
    })
    void findsAZoneByCityCountryOrOffset(String typed, String first) {
        assertEquals(first, complete(typed).stream().findFirst().orElse(""));
    }

    @Test
    void saysPlaceOffsetAndId() {
        assertEquals(
                List.of(
                        new Suggestion("Moscow, Russia (UTC+03:00) · Europe/Moscow", "Europe/Moscow"),
                        new Suggestion("Berlin, Germany (UTC+02:00) · Europe/Berlin", "Europe/Berlin"),
                        new Suggestion("UTC (UTC) · UTC", "UTC")),
                List.of(
                        zones.complete("moscow", SUMMER).get(0),
                        zones.complete("berlin", SUMMER).get(0),
                        zones.complete("utc", SUMMER).get(0)));
    }

    @Test
    void anOffsetIsThatOfNow() {
        assertTrue(zones.complete("+2", SUMMER).stream()
                .anyMatch(found -> found.value().equals("Europe/Berlin")));
        assertTrue(zones.complete("+2", WINTER).stream()
                .noneMatch(found -> found.value().equals("Europe/Berlin")));
    }

    @Test
    void offersMoreThanAFrontShowsTheBestFirst() {
        assertTrue(complete("a").size() > 25);
        assertTrue(zones.complete("", WINTER).stream()
                .allMatch(found -> found.name().length() <= 100));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        "america/new york, America/New_York",
        "berlin, Europe/Berlin",
        "Germany, Europe/Berlin",
        "Japan, Asia/Tokyo",
        "utc, UTC",
        "+5:45, Asia/Kathmandu"
    })
    void takesWhatNamesOneZone(String typed, String zone) {
        assertEquals(ZoneId.of(zone), zones.parse(typed, WINTER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "usa|“usa” may be America/New_York, America/Chicago, America/Denver or another. Try zone:America/New_York.",
                "+3|“+3” may be Europe/Moscow, Europe/Istanbul, Africa/Addis_Ababa or another. Try zone:Europe/Moscow.",
                "atlantis|“atlantis” isn’t a time zone I know. Type a city or a country, like Moscow or Germany, and choose from what"
                        + " is offered; or zone:UTC.",
                "+25|“+25” isn’t a time zone I know. Type a city or a country, like Moscow or Germany, and choose from what"
                        + " is offered; or zone:UTC.",
            })
    void refusesWhatNamesNoneOrSeveralAndSaysWhatWorks(String typed, String message) {
        assertEquals(
                message,
                assertThrows(BadRequest.class, () -> zones.parse(typed, WINTER)).getMessage());
    }
}
