package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.chat.Asker;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Settings;
import dev.almanac.timeline.Events;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTextTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Settings KNOWN = new Settings(
            7, 70, LocalTime.of(18, 30), "Asia/Tokyo", EmptyDay.NOTHING, List.of("space"), false, true, 9, true);

    private final SettingsText text = new SettingsText(new ZoneText(), Events.HEAD);

    private Settings read(Optional<Settings> known, Optional<ZoneId> guildZone, String... options) {
        Question question = Question.of("daily set");
        for (int i = 0; i < options.length; i += 2) {
            question = question.with(options[i], options[i + 1]);
        }
        Request request =
                new Request(question, LocalDate.of(2026, 11, 24), UTC, "70", new Asker(7, 5, 1, Asker.Rights.NONE));
        return text.read(request, 70, known, guildZone);
    }

    @Test
    void whatIsNotSaidIsWhatMostWouldWant() {
        assertEquals(
                new Settings(7, 70, LocalTime.of(9, 0), "", EmptyDay.NEAREST, List.of(), true, false, 0, false)
                        .withPicture(true),
                read(Optional.empty(), Optional.empty()));
    }

    @Test
    void theGuildsLastZoneIsTheDefault() {
        assertEquals(
                "Europe/Berlin",
                read(Optional.empty(), Optional.of(ZoneId.of("Europe/Berlin"))).zoneId());
    }

    @Test
    void whatIsNotSaidStaysAsItWas() {
        assertEquals(KNOWN, read(Optional.of(KNOWN), Optional.of(UTC)));
        assertEquals(
                true,
                read(Optional.of(KNOWN), Optional.of(UTC), "picture", "yes").picture());
        assertEquals(
                false, read(Optional.empty(), Optional.of(UTC), "picture", "no").picture());
        assertEquals(
                new Settings(
                        7,
                        70,
                        LocalTime.of(7, 15),
                        "Europe/Moscow",
                        EmptyDay.RANDOM,
                        List.of("treaty", "space"),
                        true,
                        false,
                        12,
                        false),
                read(
                        Optional.of(KNOWN),
                        Optional.of(UTC),
                        "time",
                        "7:15",
                        "zone",
                        "moscow",
                        "empty",
                        "random",
                        "categories",
                        "Treaty, SPACE, treaty",
                        "sensitive",
                        "yes",
                        "silent",
                        "no",
                        "role",
                        "12",
                        "publish",
                        "no"));
        assertEquals(
                List.of(),
                read(Optional.of(KNOWN), Optional.of(UTC), "categories", "all").categories());
    }

    @ParameterizedTest
    @CsvSource({
        // typed, zone before, zone then
        "EST, '', est",
        "Atlantis, '', atlantis",
        "+15, '', ''",
        "EST, Asia/Tokyo, Asia/Tokyo",
        "Atlantis, Asia/Tokyo, Asia/Tokyo",
        "Atlantis, est, atlantis",
        "MSK, est, Europe/Moscow",
        "utc-8, Asia/Tokyo, UTC-08:00",
        "Etc/UTC, '', UTC",
    })
    void aZoneThatNobodyCanTellIsKeptAsItWasSaidAndReplacesNone(String typed, String before, String then) {
        Settings known =
                new Settings(7, 70, LocalTime.of(18, 30), before, EmptyDay.NOTHING, List.of(), false, true, 9, true);

        assertEquals(
                then, read(Optional.of(known), Optional.of(UTC), "zone", typed).zoneId());
    }

    @Test
    void anUnclearZoneOfANewPostWaitsEvenWhereTheGuildHasOne() {
        assertEquals(
                "est", read(Optional.empty(), Optional.of(UTC), "zone", "EST").zoneId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time|soon|“soon” isn’t a time of day. Try time:09:00, time:9 or time:9am.",
                "empty|more|“more” isn’t a choice for empty. Try nearest, random or nothing.",
                "categories|treaty, wars|“wars” isn’t a category here. Try treaty, space, or all.",
                "sensitive|maybe|“maybe” isn’t a choice for sensitive. Try yes or no.",
                "silent|1|“1” isn’t a choice for silent. Try yes or no.",
                "publish|da|“da” isn’t a choice for publish. Try yes or no.",
                "role|@admins|“@admins” isn’t a role. Choose one of those that are offered.",
                "role|9999999999999999999|“9999999999999999999” isn’t a role. Choose one of those that are offered.",
            })
    void refusesWhatCannotBeReadAndSaysWhatWorks(String option, String typed, String message) {
        assertEquals(
                message,
                assertThrows(BadRequest.class, () -> read(Optional.empty(), Optional.empty(), option, typed))
                        .getMessage());
    }

    @Test
    void completesTheLastCategoryOfAList() {
        assertEquals(
                List.of(
                        new Suggestion("All categories", "all"),
                        new Suggestion("treaty", "treaty"),
                        new Suggestion("space", "space")),
                text.completeCategories(""));
        assertEquals(List.of(new Suggestion("treaty, space", "treaty, space")), text.completeCategories("treaty, s"));
        assertEquals(List.of(new Suggestion("treaty, space", "treaty, space")), text.completeCategories("treaty,"));
        assertEquals(List.of(), text.completeCategories("x"));
    }
}
