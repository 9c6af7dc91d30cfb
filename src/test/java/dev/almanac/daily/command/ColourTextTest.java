package dev.almanac.daily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Suggestion;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTextTest {
    @ParameterizedTest
    @CsvSource({"Blue, 3B82D0, blue", "gray, 7C8794, grey", "#3b82d0, 3B82D0, blue", "00ff01, 00FF01, #00FF01"})
    void readsNamesAndHexadecimalNumbersAndWordsThem(String typed, String hex, String words) {
        int colour = Integer.parseInt(hex, 16);

        assertEquals(OptionalInt.of(colour), ColourText.read(typed));
        assertEquals(words, ColourText.words(colour));
    }

    @Test
    void theColourOfTheKindIsNoneOfItsOwn() {
        assertEquals(OptionalInt.empty(), ColourText.read("kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mauve", "#12345", "#1234567", "0x123456"})
    void refusesWhatIsNone(String typed) {
        BadRequest refused = assertThrows(BadRequest.class, () -> ColourText.read(typed));

        assertEquals(
                "“" + typed + "” isn’t a colour I know. Try colour:blue, colour:#3b82d0, or colour:kind for that of the"
                        + " event’s kind.",
                refused.getMessage());
    }

    @Test
    void completesThem() {
        assertEquals(
                List.of(new Suggestion("Green", "green"), new Suggestion("Grey", "grey")), ColourText.complete("gr"));
        assertEquals(List.of(new Suggestion("That of the event’s kind", "kind")), ColourText.complete("k"));
    }
}
