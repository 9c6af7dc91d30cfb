package dev.almanac.exchange;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.InvalidDate;
import java.util.stream.Stream;

/** The date of a row, whichever of its cells say it: one, or those of day, month and year, and perhaps one for the end. */
final class RowDates {
    private final DateReader dates;

    RowDates(DateReader dates) {
        this.dates = dates;
    }

    /** @throws Unfit when it has none, or one that can't be read */
    HistoricalDate date(Row row) throws Unfit {
        String start = Stream.of(Column.DAY, Column.MONTH, Column.YEAR)
                .map(row::cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        String written = row.cell(Column.DATE).strip();
        if (written.isEmpty() && start.isEmpty()) {
            throw new Unfit("it has no date");
        }
        HistoricalDate date = written.isEmpty() ? dates.read(inParts(row, start)) : whole(row, written);
        String end = row.cell(Column.END).strip();
        if (end.isEmpty()) {
            return date;
        }
        HistoricalDate last = dates.read(end);
        if (last.equals(date)) {
            return date;
        }
        try {
            return HistoricalDate.parse(date + "/" + last);
        } catch (InvalidDate e) {
            throw new Unfit("it can't last from “" + written + "” to “" + end + "”: " + e.wrong());
        }
    }

    /** A date in one cell; where that is a day without a year, the year stands in its own. */
    private HistoricalDate whole(Row row, String written) throws Unfit {
        try {
            return dates.read(written);
        } catch (Unfit e) {
            String year = row.cell(Column.YEAR).strip();
            if (year.isEmpty()) {
                throw e;
            }
            return dates.read(written + " " + year);
        }
    }

    /** Day, month and year of three cells; a month in figures as ISO 8601 has it. */
    private static String inParts(Row row, String words) {
        String year = row.cell(Column.YEAR).strip();
        String month = row.cell(Column.MONTH).strip();
        String day = row.cell(Column.DAY).strip();
        return year.matches("\\d{4}") && month.matches("\\d{1,2}") && day.matches("\\d{0,2}")
                ? year + "-" + two(month) + (day.isEmpty() ? "" : "-" + two(day))
                : words;
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }
}
