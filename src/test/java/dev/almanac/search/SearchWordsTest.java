package dev.almanac.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\t',
            value = {
                "Yuri Gagarin!|yuri gagarin",
                "“Iron Curtain”, 1946|\"iron curtain\" 1946",
                "\"cold war|cold war",
                "\"\" war|war",
                "McDonald’s|mcdonald",
                "O’Brien|obrien",
                "U-2|u 2",
                "x/y and *z*|x y and z",
            })
    void areWrittenInOneWayHoweverTheyAreTyped(String typed, String written) {
        assertEquals(written, SearchWords.of(typed).written());
    }

    @Property
    void areReadBackAsTheyAreWritten(@ForAll String typed) {
        SearchWords words = SearchWords.of(typed);

        assertEquals(words, SearchWords.of(words.written()));
    }
}
