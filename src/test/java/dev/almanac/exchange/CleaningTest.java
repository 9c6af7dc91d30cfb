package dev.almanac.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.exchange.Cleaning.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Jos&eacute; &amp; Ra&#250;l|HTML|José & Raúl",
                "<b>Tal</b> wins<br>in Riga|HTML|Tal wins~in Riga",
                "&lt;i&gt;Schach&lt;/i&gt;|HTML|Schach",
                "&amp;quot;Deep Blue&amp;quot;|HTML|\"Deep Blue\"",
                "'''Tal''' beats ''Botvinnik''|WIKI|Tal beats Botvinnik",
                "at [REYK~Reykjavík]|WIKI|at Reykjavík",
                "Fischer wins.<ref name=\"a\">Book</ref>|WIKI|Fischer wins.",
                "{{circa}}1500|WIKI|1500",
                "The board (pictured) is set|PICTURED|The board is set",
                "The board (statue pictured left) is set|PICTURED|The board is set",
                "Das Brett (im Bild) steht|PICTURED|Das Brett steht",
                "Tal wins.[12]|FOOTNOTES|Tal wins.",
                "` Tal   wins `|BLANKS|Tal wins",
                "Tal\u200B wins|BLANKS|Tal wins",
            })
    void takesOutWhatBelongsToAPage(String written, Kind kind, String text) {
        assertEquals(
                new Cleaning(text.replace('~', '\n'), Set.of(kind)),
                Cleaning.of(written.replace("[REYK~Reykjavík]", "[[Reykjavík (city)|Reykjavík]]")));
    }

    @Test
    void leavesWhatOnlyLooksLikeIt() {
        for (String text : new String[] {
            "1 < 2 & 3 > 2",
            "AT&T; and so on",
            "Rock 'n' roll",
            "the players' and the judges' table",
            "f(x) [sic]",
            "He said: \"mate\"",
            "one\n\ntwo",
            "👨‍👩‍👧 play",
            "a <pawn> is lost"
        }) {
            assertEquals(new Cleaning(text, Set.of()), Cleaning.of(text));
        }
    }
}
