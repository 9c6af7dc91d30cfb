package dev.almanac.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
    private static final DateText DAY_FIRST = new DateText(DateOrder.DAY_FIRST, new MonthNames("en"));
    private static final DateText MONTH_FIRST = new DateText(DateOrder.MONTH_FIRST, new MonthNames("en"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1961-04-12|1961-04-12",
                "1961-04|1961-04",
                "1872-21|1872-21",
                "1961-04-12T09:07:00Z|1961-04-12",
                "1961-04-12 00:00:00|1961-04-12",
                "1961/4/12|1961-04-12",
                "12.4.1961|1961-04-12",
                "12. 4. 1961|1961-04-12",
                "12/04/1961|1961-04-12",
                "4/13/1961|1961-04-13",
                "12-04-1961 09:07|1961-04-12",
                "04/1961|1961-04",
                "12 April 1961|1961-04-12",
                "April 12, 1961|1961-04-12",
                "Apr. 12th 1961|1961-04-12",
                "the 12th of April 1961|1961-04-12",
                "12. April 1961|1961-04-12",
                "12. März 1961|1961-03-12",
                "1er mai 1886|1886-05-01",
                "12 de abril de 1961|1961-04-12",
                "12 апреля 1961 г.|1961-04-12",
                "12 kwietnia 1961|1961-04-12",
                "1961 April 12|1961-04-12",
                "Sept. 1972|1972-09",
                "avril 1961|1961-04",
                "spring 1872|1872-21",
                "Winter 1812|1812-24",
                "1961|1961",
                "AD 79|0079",
                "44 BC|-0043",
                "15 March 44 BC|-0043-03-15",
                "15. März 44 v. Chr.|-0043-03-15",
                "c. 1500|1500~",
                "ca. 1475|1475~",
                "um 1200|1200~",
                "1861?|1861?",
                "1860s|186X",
                "the 1860's|186X",
                "1860er|186X",
                "19th century|18XX",
                "19. Jahrhundert|18XX",
                "1914-1918|1914/1918",
                "1914–18|1914/1918",
                "12–14 April 1961|1961-04-12/1961-04-14",
                "12.-14. April 1961|1961-04-12/1961-04-14",
                "30 March - 2 April 1867|1867-03-30/1867-04-02",
                "30 March 1867 to 2 April 1867|1867-03-30/1867-04-02",
                "April - May 1961|1961-04/1961-05",
            })
    void readsADateAsPeopleWriteIt(String written, String date) throws Unfit {
        assertEquals(date, DAY_FIRST.read(written).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30/02/1914|February 1914 has no day 30, its last is 28",
                "30 February 1914|February 1914 has no day 30, its last is 28",
                "13.13.1961|there is no month 13",
                "11/05/97|the year “97” has only two figures; write all four",
                "44|the year “44” has only two figures; write all four, or 44 BC",
                "22383|“22383” is a spreadsheet's own number for a day (1961-04-12); give the column the format of a date and save it again",
                "once upon a time|“once upon a time” isn't a date that can be read; write 1961-04-12, 12 April 1961, April 1961 or 1961",
                "12 April|“12 April” isn't a date that can be read; write 1961-04-12, 12 April 1961, April 1961 or 1961",
                "1918-1914|the date “1918-1914” can't be: the range 1918/1914 runs backwards",
            })
    void saysWhyADateCanNotBeRead(String written, String why) {
        assertEquals(
                why, assertThrows(Unfit.class, () -> DAY_FIRST.read(written)).getMessage());
    }

    @Test
    void readsADayInFiguresInTheOrderOfTheSheet() throws Unfit {
        assertEquals("1961-12-04", DAY_FIRST.read("4/12/1961").toString());
        assertEquals("1961-04-12", MONTH_FIRST.read("4/12/1961").toString());
        assertEquals("1961-04-13", MONTH_FIRST.read("13/4/1961").toString());
    }

    @Test
    void aMonthThatMeansTwoIsTheOneOfTheSheetsLanguage() throws Unfit {
        assertThrows(Unfit.class, () -> DAY_FIRST.read("3 listopad 1918"));
        assertEquals(
                "1918-11-03",
                new DateText(DateOrder.DAY_FIRST, new MonthNames("pl"))
                        .read("3 listopad 1918")
                        .toString());
        assertEquals(
                "1918-10-03",
                new DateText(DateOrder.DAY_FIRST, new MonthNames("hr"))
                        .read("3 listopad 1918")
                        .toString());
    }

    private static SheetDates order(String... dates) {
        return SheetDates.of(
                List.of(dates).stream()
                        .map(date -> new Row("line 2", Map.of(Column.DATE, date)))
                        .toList(),
                Optional.empty());
    }

    @Test
    void aSheetHasOneOrderOfDayAndMonth() {
        assertEquals(
                new SheetDates(DateOrder.DAY_FIRST, true, "line 2 shows (13/4/1961)"), order("4/5/1961", "13/4/1961"));
        assertEquals(
                new SheetDates(DateOrder.MONTH_FIRST, true, "line 2 shows (4/13/1961)"),
                order("4/5/1961", "4/13/1961"));
        assertEquals(new SheetDates(DateOrder.DAY_FIRST, false, ""), order("4/5/1961"));
        assertEquals(new SheetDates(DateOrder.MONTH_FIRST, false, ""), order("13/4/1961", "4/13/1961", "4/14/1961"));
        assertEquals(
                new SheetDates(DateOrder.MONTH_FIRST, true, ""),
                SheetDates.of(List.of(), Optional.of(DateOrder.MONTH_FIRST)));
    }

    @ParameterizedTest
    @CsvSource({"4/5/1961, true", "4/4/1961, false", "4/13/1961, false", "1961-04-05, false"})
    void onlyWhatCouldBeAnotherDayIsDoubtful(String written, boolean isDoubtful) {
        assertEquals(isDoubtful, order("4/5/1961").isDoubtful(written));
        assertEquals(false, order("13/5/1961").isDoubtful(written));
    }
}
