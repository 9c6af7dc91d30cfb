package dev.almanac.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order a sheet writes the days that are numbers only. All are read in one order: the one that is told, else the one
 * that its days show (13 can be no month), else day first. Where they don't show it, each that could be another day is
 * doubtful.
 */
record SheetDates(DateOrder order, boolean isShown, String proof) {
    /** {@code 12/04/1961}, {@code 12.4.1961}, {@code 12-04-1961}. */
    private static final Pattern NUMBERS =
            Pattern.compile("\\s*(\\d{1,2})[./-]\\s?(\\d{1,2})[./-]\\s?(\\d{1,4})\\b.*", Pattern.DOTALL);

    private static final int MOST_MONTHS = 12;

    /** @param told what somebody says of it; empty to go by the dates */
    static SheetDates of(List<Row> rows, Optional<DateOrder> told) {
        if (told.isPresent()) {
            return new SheetDates(told.get(), true, "");
        }
        Optional<Row> dayFirst =
                rows.stream().filter(row -> shows(row, DateOrder.DAY_FIRST)).findFirst();
        Optional<Row> monthFirst =
                rows.stream().filter(row -> shows(row, DateOrder.MONTH_FIRST)).findFirst();
        if (dayFirst.isPresent() && monthFirst.isPresent()) {
            long days =
                    rows.stream().filter(row -> shows(row, DateOrder.DAY_FIRST)).count();
            long months = rows.stream()
                    .filter(row -> shows(row, DateOrder.MONTH_FIRST))
                    .count();
            return new SheetDates(months > days ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST, false, "");
        }
        if (dayFirst.isPresent() || monthFirst.isPresent()) {
            Row proof = dayFirst.or(() -> monthFirst).orElseThrow();
            return new SheetDates(
                    dayFirst.isPresent() ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST,
                    true,
                    proof.where() + " shows (" + proof.cell(Column.DATE).strip() + ")");
        }
        return new SheetDates(DateOrder.DAY_FIRST, false, "");
    }

    private static boolean shows(Row row, DateOrder order) {
        Matcher numbers = NUMBERS.matcher(row.cell(Column.DATE));
        if (!numbers.matches()) {
            return false;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        return order == DateOrder.DAY_FIRST
                ? first > MOST_MONTHS && second <= MOST_MONTHS
                : second > MOST_MONTHS && first <= MOST_MONTHS;
    }

    /** Whether a date could be another day, and the sheet doesn't show which. */
    boolean isDoubtful(String written) {
        Matcher numbers = NUMBERS.matcher(written);
        return !isShown
                && numbers.matches()
                && Integer.parseInt(numbers.group(1)) <= MOST_MONTHS
                && Integer.parseInt(numbers.group(2)) <= MOST_MONTHS
                && Integer.parseInt(numbers.group(1)) != Integer.parseInt(numbers.group(2));
    }

    /** Whether any day of it is written in numbers. */
    static boolean hasNumbers(List<Row> rows) {
        return rows.stream()
                .anyMatch(row -> NUMBERS.matcher(row.cell(Column.DATE)).matches());
    }
}
