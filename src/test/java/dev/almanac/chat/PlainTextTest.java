package dev.almanac.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static List<String> characters(String text) {
        return PlainText.CHARACTER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "😀😀😀😀😀",
                "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
                "👍🏽👍🏽👍🏽👍🏽",
                "🇷🇺🇺🇸🇷🇺🇺🇸",
                "e\u0301e\u0301e\u0301e\u0301\u0323",
                "각각각각",
                "नमस्ते दुनिया",
                "a\r\nb\r\nc"
            })
    void isCutBetweenWhatReadersSeeAsCharacters(String text) {
        List<String> whole = characters(text);
        for (int room = 12; room <= text.length() + 1; room++) {
            String cut = PlainText.cut(text, room);
            assertTrue(cut.length() <= room, cut);
            List<String> kept = characters(cut.replaceAll("…$", ""));
            assertEquals(whole.subList(0, kept.size()), kept, room + ": " + cut);
        }
        assertEquals(text, PlainText.cut(text, text.length()));
    }

    @Test
    void aCharacterLongerThanTheRoomIsCutBetweenCodePoints() {
        String tower = "z" + "\u0301".repeat(50);

        assertEquals(10, PlainText.end(tower, 10));
        assertEquals(2, PlainText.end("😀" + "\u0301".repeat(50), 3) - 1);
        assertEquals(0, PlainText.end(tower, 0));
    }
}
