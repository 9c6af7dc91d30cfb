package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.DateWords;
import dev.almanac.timeline.HistoryEvent;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Some days of a month, both ends included, as a part of a month that has too many events to be listed.
 *
 * @param first 0, and so is {@code last}, for what happened on a day that isn't known
 */
record DaysOfMonth(int first, int last) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d|[12]\\d|3[01])-(\\d|[12]\\d|3[01])");
    private static final DaysOfMonth NONE = new DaysOfMonth(0, 0);
    private static final int LAST = 31;

    /** @throws BadRequest when the text isn't what {@link #toString} wrote */
    static DaysOfMonth parse(String written) {
        Matcher days = WRITTEN.matcher(written);
        if (!days.matches()) {
            throw new BadRequest("“" + written + "” aren't days of a month. Try just /onthisday.");
        }
        return new DaysOfMonth(Integer.parseInt(days.group(1)), Integer.parseInt(days.group(2)));
    }

    /** All days, in three parts, and what has none. */
    static List<DaysOfMonth> thirds() {
        return List.of(new DaysOfMonth(1, 10), new DaysOfMonth(11, 20), new DaysOfMonth(21, LAST), NONE);
    }

    /** Each of these days. */
    List<DaysOfMonth> each() {
        return IntStream.rangeClosed(first, last)
                .mapToObj(day -> new DaysOfMonth(day, day))
                .toList();
    }

    boolean isNone() {
        return equals(NONE);
    }

    boolean isOne() {
        return first == last && !isNone();
    }

    /** Those of these events that began on one of these days. */
    List<HistoryEvent> of(List<HistoryEvent> events) {
        return events.stream().filter(event -> has(event.date().days())).toList();
    }

    private boolean has(List<LocalDate> days) {
        int day = days.isEmpty() ? 0 : days.get(0).getDayOfMonth();
        return first <= day && day <= last;
    }

    /** {@code 1–10 March}, {@code 21–29 February}, {@code March, day not known}. */
    String words(Month month) {
        String name = new DateWords().of(month);
        int end = Math.min(last, month.maxLength());
        String days = first == end ? String.valueOf(first) : first + "–" + end;
        return isNone() ? name + ", day not known" : days + " " + name;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
