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
import java.util.stream.IntStream;
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
        private static final int[] ROUND = {100, 50, 25, 10};

        /** What weighs more first, then what is rounder: hundreds before fifties, twenty-fives and tens. */
        public static final Comparator<Anniversary> BY_RANK = Comparator.comparingInt(
                        (Anniversary one) -> -one.event().weight())
                .thenComparingInt(Anniversary::roundness);

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

        /** How round it is: 0 for hundreds of years, 1 for fifties, 2 for twenty-fives, 3 for tens, else 4. */
        int roundness() {
            int round = (int)
                    IntStream.of(ROUND).takeWhile(length -> years % length != 0).count();
            return years <= 0 ? ROUND.length : round;
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
     * The weightiest first, then round anniversaries, then the oldest. On 28 February of a common year with those of the 29th.
     */
    public List<Anniversary> of(MonthDay day, int year) {
        boolean withLeapDay = day.equals(DAY_BEFORE_LEAP_DAY) && !Year.isLeap(year);
        Stream<Anniversary> onDay = timeline.on(day).stream().map(event -> anniversary(event, day, day, year));
        Stream<Anniversary> onLeapDay = withLeapDay
                ? timeline.on(LEAP_DAY).stream().map(event -> anniversary(event, LEAP_DAY, day, year))
                : Stream.empty();
        return Stream.concat(onDay, onLeapDay)
                .sorted(Anniversary.BY_RANK.thenComparing(Anniversary::event))
                .toList();
    }

    private static Anniversary anniversary(HistoryEvent event, MonthDay day, MonthDay asked, int year) {
        LocalDate first = event.date().firstDay();
        LocalDate found =
                MonthDay.from(first).equals(day) ? first : event.date().lastDay();
        return new Anniversary(event, day, asked, year - found.getYear());
    }
}
