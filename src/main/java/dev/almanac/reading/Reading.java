package dev.almanac.reading;

import dev.almanac.chat.DateWords;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** What a date that somebody typed means. Years count a year 0, which is 1 BC. */
public sealed interface Reading {
    /** The one way to write it, which is read back as the same. */
    String written();

    /** A few words for a button. */
    default String label() {
        return written();
    }

    /** Whether it is asked of the days of the year, not of years. */
    default boolean isOfDays() {
        return false;
    }

    /** One year, or several. */
    record InYears(Years years) implements Reading {
        @Override
        public String written() {
            return years.isOne() ? inEra(years.first()) : inEra(years.first()) + "-" + inEra(years.last());
        }

        @Override
        public String label() {
            return years.isOne() ? written() : new DateWords().of(years);
        }
    }

    /** A year that isn't known so exactly. */
    record About(int year) implements Reading {
        private static final int EITHER_SIDE = 5;

        public Years years() {
            return around(Years.of(year));
        }

        static Years around(Years years) {
            return new Years(
                    Math.max(Years.EARLIEST, years.first() - EITHER_SIDE),
                    Math.min(Years.LATEST, years.last() + EITHER_SIDE));
        }

        @Override
        public String written() {
            return "c. " + inEra(year);
        }
    }

    /** All that lies before a year. */
    record Before(int year) implements Reading {
        @Override
        public String written() {
            return "before " + inEra(year);
        }
    }

    /** A year and all that lies before it. */
    record Until(int year) implements Reading {
        @Override
        public String written() {
            return "until " + inEra(year);
        }
    }

    /** All that lies after a year. */
    record After(int year) implements Reading {
        @Override
        public String written() {
            return "after " + inEra(year);
        }
    }

    /** A year and all that lies after it. */
    record Since(int year) implements Reading {
        @Override
        public String written() {
            return "since " + inEra(year);
        }
    }

    /** One month of a year, or all to another. */
    record InMonths(YearMonth first, YearMonth last) implements Reading {
        static InMonths of(YearMonth month) {
            return new InMonths(month, month);
        }

        @Override
        public String written() {
            return first.equals(last) ? month(first) : month(first) + " to " + month(last);
        }

        private static String month(YearMonth month) {
            return new DateWords().of(month.getMonth()) + " " + inEra(month.getYear());
        }
    }

    /** A day of a year. */
    record OnDate(LocalDate date) implements Reading {
        @Override
        public String written() {
            return new DateWords().of(MonthDay.from(date)) + " " + inEra(date.getYear());
        }

        @Override
        public boolean isOfDays() {
            return true;
        }
    }

    /** A day of any year. */
    record OnDay(MonthDay day) implements Reading {
        @Override
        public String written() {
            return new DateWords().of(day);
        }

        @Override
        public boolean isOfDays() {
            return true;
        }
    }

    /** A month of any year. */
    record InMonth(Month month) implements Reading {
        @Override
        public String written() {
            return new DateWords().of(month);
        }

        @Override
        public boolean isOfDays() {
            return true;
        }
    }

    /** The seven days from a Monday on. */
    record InWeek(LocalDate monday) implements Reading {
        @Override
        public String written() {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    monday.get(IsoFields.WEEK_BASED_YEAR),
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        @Override
        public boolean isOfDays() {
            return true;
        }
    }

    /**
     * A day that is called by its distance from today.
     *
     * @param called yesterday, today or tomorrow
     */
    record Nearby(String called, LocalDate date) implements Reading {
        @Override
        public String written() {
            return called;
        }

        @Override
        public boolean isOfDays() {
            return true;
        }
    }

    /**
     * What has the form of a date and is none.
     *
     * @param why a sentence
     * @param nearest what exists and may have been meant
     */
    record Impossible(String why, Optional<Reading> nearest) implements Reading {
        @Override
        public String written() {
            return why;
        }
    }

    /** {@code 1867}, {@code AD 67}, {@code 44 BC}: with its era where it might be taken for something else. */
    private static String inEra(int year) {
        return year > 0 ? (year < 1000 ? "AD " : "") + year : 1 - year + " BC";
    }
}
