package dev.almanac.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWordsTest {
    private final DateWords words = new DateWords();

    @ParameterizedTest
    @CsvSource({
        "1867-03-30, 30 March 1867",
        "1904-02-08/1904-02-09, 8–9 February 1904",
        "1941-09-28/1941-10-01, 28 September – 1 October 1941",
        "1866-12-20/1867-01-03, 20 December 1866 – 3 January 1867",
        "1867-03, March 1867",
        "1867, 1867",
        "1872-21, Spring 1872",
        "1872-22, Summer 1872",
        "1872-23, Autumn 1872",
        "1866-24, Winter 1866–1867",
        "1878-07/1878-08, July–August 1878",
        "1871-11/1872-02, November 1871 – February 1872",
        "1893-21/1893-22, Spring–summer 1893",
        "1893-23/1893-24, Autumn–winter 1893–1894",
        "1866-24/1867-21, Winter 1866–1867 – spring 1867",
        "1780/1783, 1780–1783",
        "1870/1899, 1870–1899",
        "189X, 1890s",
        "18XX, 1800–1899",
        "1799/.., From 1799",
        "1872-21/.., From spring 1872",
        "../1867, Until 1867",
        "../1867-03-30, Until 30 March 1867",
    })
    void tellsEachFormAsReadersWriteIt(String edtf, String told) {
        assertEquals(told, words.of(HistoricalDate.parse(edtf)));
    }

    @ParameterizedTest
    @CsvSource({
        "1808-08-30?, Perhaps 30 August 1808",
        "1855~, About 1855",
        "1855%, Perhaps about 1855",
        "1872-21?, Perhaps spring 1872",
        "189X~, About 1890s",
        "1855~/1860, About 1855 – 1860",
        "1855?/1860?, Perhaps 1855 – perhaps 1860",
    })
    void saysWhatIsInDoubt(String edtf, String told) {
        assertEquals(told, words.of(HistoricalDate.parse(edtf)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0043-03-15, 15 March 44 BC",
        "-0043-03, March 44 BC",
        "0000, 1 BC",
        "0014, 14",
        "-0048/-0043, 49–44 BC",
        "-0043/0014, 44 BC – AD 14",
        "-0044-12-20/-0043-01-03, 20 December 45 BC – 3 January 44 BC",
        "../-0043, Until 44 BC",
    })
    void countsTheYearsBeforeChrist(String edtf, String told) {
        assertEquals(told, words.of(HistoricalDate.parse(edtf)));
    }

    @Test
    void tellsYearsAsTheyAreAskedFor() {
        assertEquals("1867", words.of(Years.of(1867)));
        assertEquals("44 BC – AD 14", words.of(new Years(-43, 14)));
    }

    @Test
    void namesTheYearOfAnOldStyleDayOnlyWhereItDiffers() {
        assertEquals("18 March", words.of(new OldStyle(1867, 3, 18), LocalDate.of(1867, 3, 30)));
        assertEquals("25 December 1904", words.of(new OldStyle(1904, 12, 25), LocalDate.of(1905, 1, 7)));
    }

    @Test
    void countsOneAsOne() {
        assertEquals("1 event", words.count(1, "event"));
        assertEquals("0 events", words.count(0, "event"));
    }
}
