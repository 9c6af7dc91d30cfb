package dev.almanac.exchange;

import java.util.Locale;

/** What stands first in a day written in numbers, the year last. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    DateOrder other() {
        return this == DAY_FIRST ? MONTH_FIRST : DAY_FIRST;
    }

    /** As people say it: "day first". */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
