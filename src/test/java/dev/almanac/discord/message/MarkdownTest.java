package dev.almanac.discord.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://example.org/a_b_c~d#e now|see https://example.org/a_b_c~d#e now",
                "https://example.org/@user/x?a=1&b=(2)|https://example.org/@user/x?a=1&b=(2)",
                "_a_ https://ru.wikipedia.org/wiki/Аляска_1867 _b_|\\_a\\_ https://ru.wikipedia.org/wiki/Аляска_1867 \\_b\\_",
                "https://example.org/**x**|https://example.org/%2A%2Ax%2A%2A",
                "https://example.org/a`b|https://example.org/a\\`b",
                "ftp://example.org/a_b|ftp://example.org/a\\_b",
            })
    void leavesAddressesAsTheyAreAndNothingElse(String text, String markdown) {
        assertEquals(markdown, Markdown.plain(text));
    }

    @Test
    void cutsBeforeAnAddressRatherThanInIt() {
        String text = "word https://example.org/a_very_long_address_that_does_not_fit";

        assertEquals("word…", Markdown.plain(text, 40));
        assertEquals("…", Markdown.plain("https://example.org/" + "x".repeat(80), 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧‍👦", "👍🏽", "🇷🇺", "e\u0301", "각", "*_", "https://example.org/* "})
    void cutsBetweenCharactersAndNeverOverflows(String piece) {
        String text = piece.repeat(12);
        List<String> whole = characters(text);
        for (int room = 0; room < 80; room++) {
            String cut = Markdown.plain(text, room);
            assertTrue(cut.length() <= room, room + ": " + cut);
            List<String> kept = characters(cut.replaceAll("…$", "")
                    .replaceAll("\\\\(?=[*_])", "")
                    .replace("%2A", "*")
                    .strip());
            assertEquals(whole.subList(0, kept.size()), kept, room + ": " + cut);
        }
    }

    private static List<String> characters(String text) {
        return PlainText.CHARACTER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList();
    }
}
