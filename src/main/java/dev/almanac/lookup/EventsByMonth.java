package dev.almanac.lookup;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoricalDate.Rank;
import dev.almanac.timeline.HistoryEvent;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The events of one year, month by month. A month is a number from 1, or 0 for what is dated to no month of its own: a whole year or
 * more.
 *
 * @param events of that year, none of an open date
 */
record EventsByMonth(List<HistoryEvent> events, int year) {
    static final int NO_MONTH = 0;

    /** Those that are dated to no month of their own, in their order. */
    List<HistoryEvent> withoutMonth() {
        return events.stream().filter(event -> !knowsMonth(event.date())).toList();
    }

    /** How many touch each month, from {@link #NO_MONTH} on. */
    int[] counts() {
        int[] counts = new int[Month.values().length + 1];
        events.forEach(event -> months(event.date()).forEach(month -> counts[month]++));
        return counts;
    }

    static boolean knowsMonth(HistoricalDate date) {
        return date.rank() == Rank.DAYS || date.months() < Month.values().length;
    }

    private IntStream months(HistoricalDate date) {
        if (!knowsMonth(date)) {
            return IntStream.of(NO_MONTH);
        }
        YearMonth first = YearMonth.from(date.firstDay());
        YearMonth last = YearMonth.from(date.lastDay());
        return IntStream.rangeClosed(
                first.getYear() < year ? 1 : first.getMonthValue(),
                last.getYear() > year ? Month.values().length : last.getMonthValue());
    }
}
