package dev.almanac.picture;

import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.util.Collection;

/**
 * A line of years from left to right.
 *
 * @param from where the first year begins
 * @param to where the last one ends
 */
record Axis(Years years, double from, double to) {
    private double year() {
        return (to - from) / (years.last() - years.first() + 1.0);
    }

    /** The middle of a year. */
    double x(int year) {
        return from + (year - years.first() + 0.5) * year();
    }

    /** How many parts a line of parts at least so wide has: one a year, a month, or for several years. */
    int parts(double narrowest) {
        int count = years.last() - years.first() + 1;
        if (year() / 12 >= narrowest && count <= 10) {
            return count * 12;
        }
        int yearsInPart = (int) Math.ceil(narrowest / year());
        return Math.max(1, (count + yearsInPart - 1) / yearsInPart);
    }

    /** How many events begin in each of so many parts. Those whose beginning isn't known, or lies outside, are left out. */
    int[] counts(Collection<HistoryEvent> events, int parts) {
        int[] counts = new int[parts];
        double yearsInPart = yearsIn(parts);
        for (HistoryEvent event : events) {
            LocalDate begin = event.date().firstDay();
            if (has(begin)) {
                counts[part(begin, yearsInPart)]++;
            }
        }
        return counts;
    }

    /** The years of each part, whole ones or a twelfth. */
    double yearsIn(int parts) {
        int count = years.last() - years.first() + 1;
        int whole = (count + parts - 1) / parts;
        return parts > count ? (double) count / parts : whole;
    }

    double width(int parts) {
        return yearsIn(parts) * year();
    }

    /** Whether a day lies in these years. */
    boolean has(LocalDate day) {
        return day.getYear() >= years.first() && day.getYear() <= years.last();
    }

    /** Where an event begins. */
    double x(HistoryEvent event) {
        return from + (at(event.date().firstDay()) - years.first()) * year();
    }

    private static double at(LocalDate day) {
        return day.getYear() + (day.getDayOfYear() - 1) / 366.0;
    }

    /** The part that a day of these years lies in. */
    int part(LocalDate day, double yearsInPart) {
        double month = yearsInPart < 1 ? (day.getMonthValue() - 1) / 12.0 + 1e-6 : 0;
        return (int) ((day.getYear() - years.first() + month) / yearsInPart);
    }
}
