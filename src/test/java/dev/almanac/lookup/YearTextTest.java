package dev.almanac.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.BadRequest;
import dev.almanac.timeline.Years;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearTextTest {
    private static final String WORKS = " Try /year 1867, /year 1914-1917, /year 1860s or /year 44 BC.";

    @ParameterizedTest
    @CsvSource({
        "1867, 1867, 1867",
        "' 1867 ', 1867, 1867",
        "AD 14, 14, 14",
        "1867 AD, 1867, 1867",
        "1914-1917, 1914, 1917",
        "1914 to 1917, 1914, 1917",
        "1917-1914, 1914, 1917",
        "1914–17, 1914, 1917",
        "1914—7, 1914, 1917",
        "1867-68 AD, 1867, 1868",
        "1860s, 1860, 1869",
        "the 1860s, 1860, 1869",
        "1860's, 1860, 1869",
        "1860’s, 1860, 1869",
        "90s, 90, 99",
        "1800s, 1800, 1899",
        "19th century, 1801, 1900",
        "the 20th c., 1901, 2000",
        "21st century AD, 2001, 2100",
        "1st century BC, -99, 0",
        "2nd century b.c., -199, -100",
        "44 BC, -43, -43",
        "44bce, -43, -43",
        "44 B.C., -43, -43",
        "49-44 BC, -48, -43",
        "44-49 BC, -48, -43",
        "100-44 BC, -99, -43",
        "49 BC - 44 BC, -48, -43",
        "44 BC-AD 14, -43, 14",
        "10000 BC, -9999, -9999",
        "9999, 9999, 9999",
    })
    void readsYearsAsPeopleTypeThem(String typed, int first, int last) {
        assertEquals(new Years(first, last), YearText.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "banana|“banana” isn't a year I know.",
                "-44|“-44” isn't a year I know.",
                "1867-03-30|“1867-03-30” isn't a year I know.",
                "0th century|“0th century” isn't a year I know.",
                "9999999999|“9999999999” isn't a year I know.",
                "0|There was no year 0: AD 1 followed 1 BC.",
                "0-14|There was no year 0: AD 1 followed 1 BC.",
                "99999|“99999” is out of reach: years go from 10000 BC to 9999.",
                "1867-99999|“1867-99999” is out of reach: years go from 10000 BC to 9999.",
                "10001 BC|“10001 BC” is out of reach: years go from 10000 BC to 9999.",
            })
    void refusesWhatIsNoYearAndSaysWhatWorks(String typed, String message) {
        assertEquals(
                message + WORKS,
                assertThrows(BadRequest.class, () -> YearText.parse(typed)).getMessage());
    }

    @Property
    void readsWhatItWritesAsTheSameYears(
            @ForAll @IntRange(min = -9999, max = 9999) int first, @ForAll @IntRange(min = 0, max = 3000) int more) {
        Years years = new Years(first, Math.min(9999, first + more));

        assertEquals(years, YearText.parse(YearText.canonical(years)));
    }

    @Property
    void readsAnythingOrRefusesItKindly(@ForAll String typed) {
        try {
            YearText.parse(typed);
        } catch (BadRequest mistake) {
            assertTrue(String.valueOf(mistake.getMessage()).endsWith(WORKS), mistake.getMessage());
        }
    }
}
