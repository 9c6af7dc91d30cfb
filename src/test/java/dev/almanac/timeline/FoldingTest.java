package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\t',
            value = {
                "Gagarin|gagarin",
                "ＧＡＧＡＲＩＮ|gagarin",
                "Bodø|bodo",
                "Chișinău|chisinau",
                "Strauß|strauss",
                "ХРУЩЁВ|хрущев",
                "Ὀδυσσεύς|οδυσσευσ",
                "McDonald’s|mcdonald's",
                "Russell–Einstein|russell-einstein",
                "44\u22121|44-1",
                "“cold war”|\"cold war\"",
                "«холодная»|\"холодная\"",
                "30\u00A0March\u2003\u2009 1867|30 march 1867",
                "gag\u200Barin\uFEFF|gagarin",
                "soft\u00ADhyphen|softhyphen",
                "١٨٦٧|1867",
                "१८६७|1867",
                "İstanbul|istanbul",
                "ﬁre|fire",
            })
    void takesForTheSameWhatPeopleTypeInManyWays(String typed, String folded) {
        assertEquals(folded, Folding.of(typed));
    }

    @Property
    void changesNothingTheSecondTime(@ForAll String typed) {
        String once = Folding.of(typed);

        assertEquals(once, Folding.of(once));
    }
}
