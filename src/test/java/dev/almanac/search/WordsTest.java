package dev.almanac.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the u-2 flies|the u 2 flies|u2",
                "seward's folly, o'brien's|seward folly o brien|obrien",
                "moscow - washington|moscow washington|",
                "(12,000)|12 000|12000",
                "'s s|s s|",
                "🚀war🚀 🚀|war|",
                "юрий гагарин|юрий гагарин|",
                "`` - ``||"
            })
    void areApartAndWhereOnlyMarksPartThemAlsoJoined(String folded, String words, String joined) {
        Words read = Words.of(folded);

        assertEquals(list(words), read.list());
        assertEquals(list(joined), List.copyOf(read.joined().values()));
    }

    private static List<String> list(String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }
}
