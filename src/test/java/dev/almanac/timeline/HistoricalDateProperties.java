package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HistoricalDateProperties {
    @Property
    void whatIsPrintedIsReadAsTheSameDate(@ForAll("dates") HistoricalDate date) {
        assertEquals(date, HistoricalDate.parse(date.toString()));
    }

    @Property
    void orderIsTotalAndAgreesWithEquality(
            @ForAll("dates") HistoricalDate a, @ForAll("dates") HistoricalDate b, @ForAll("dates") HistoricalDate c) {
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertTrue(a.compareTo(b) > 0 || b.compareTo(c) > 0 || a.compareTo(c) <= 0);
    }

    @Property
    void aDateNeverEndsBeforeItBegins(@ForAll("dates") HistoricalDate date) {
        assertTrue(!date.lastDay().isBefore(date.firstDay()));
    }

    @Property
    void julianAndGregorianDaysAgree(@ForAll("days") LocalDate day) {
        OldStyle julian = OldStyle.of(day);

        assertEquals(day, julian.newStyle());
        assertEquals(julian, OldStyle.parse(julian.toString()));
        assertEquals(OldStyle.of(day.plusDays(1)).newStyle(), julian.newStyle().plusDays(1));
    }

    @Provide
    Arbitrary<HistoricalDate> dates() {
        return HistoricalDates.any(-9999, 9990);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(-9000, 1, 1).toEpochDay(),
                        LocalDate.of(9000, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
