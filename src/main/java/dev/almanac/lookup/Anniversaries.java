package dev.almanac.lookup;

import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The events of a day of the year, as of a year. */
public final class Anniversaries {
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final MonthDay DAY_BEFORE_LEAP_DAY = MonthDay.of(2, 28);

    private final Timeline timeline;

    public Anniversaries(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * An event on a day of the year.
     *
     * @param day the day it is found on: its first, or the last of several
     * @param asked the day that was asked for: another than {@code day} only where a leap day's events are shown on 28 February
     * @param years since then: negative when it is still to come
     */
    public record Anniversary(HistoryEvent event, MonthDay day, MonthDay asked, int years) {
        /** The event with how long ago it was. */
        public EventCard card() {
            String age = age(years);
            if (event.date().isRange()) {
                age = (begins() ? "began " : "ended ") + age;
            }
            String leapDay = day.equals(asked) ? "" : "29 February, ";
            return EventCard.of(event).labelled(leapDay + age);
        }

        private boolean begins() {
            return MonthDay.from(event.date().firstDay()).equals(day);
        }

        boolean isOfLeapDay() {
            return day.equals(LEAP_DAY);
        }

        /** How round it is: 0 for hundreds of years, 1 for fifties, 2 for twenty-fives, else 3. */
        public int roundness() {
            if (years <= 0) {
                return 3;
            }
            return years % 100 == 0 ? 0 : years % 50 == 0 ? 1 : years % 25 == 0 ? 2 : 3;
        }

        static String age(int years) {
            if (years == 0) {
                return "this year";
            }
            String count = new DateWords().count(Math.abs(years), "year");
            return years > 0 ? count + " ago" : "in " + count;
        }
    }

    /**
     * Round anniversaries first, hundreds before fifties before twenty-fives; then oldest first. On 28 February of a common
     * year with those of the 29th.
     */
    public List<Anniversary> of(MonthDay day, int year) {
        boolean withLeapDay = day.equals(DAY_BEFORE_LEAP_DAY) && !Year.isLeap(year);
        Stream<Anniversary> onDay = timeline.on(day).stream().map(event -> anniversary(event, day, day, year));
        Stream<Anniversary> onLeapDay = withLeapDay
                ? timeline.on(LEAP_DAY).stream().map(event -> anniversary(event, LEAP_DAY, day, year))
                : Stream.empty();
        return Stream.concat(onDay, onLeapDay)
                .sorted(Comparator.comparingInt(Anniversary::roundness).thenComparing(Anniversary::event))
                .toList();
    }

    private static Anniversary anniversary(HistoryEvent event, MonthDay day, MonthDay asked, int year) {
        LocalDate first = event.date().firstDay();
        LocalDate found =
                MonthDay.from(first).equals(day) ? first : event.date().lastDay();
        return new Anniversary(event, day, asked, year - found.getYear());
    }
}
