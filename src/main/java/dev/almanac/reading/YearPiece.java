package dev.almanac.reading;

import dev.almanac.timeline.Years;
import java.util.List;

/**
 * A year, decade or century, as one end of a range or alone.
 *
 * @param to behind its last token
 * @param years what it can mean, the likeliest first; empty only with a problem
 * @param digits of a bare number; empty for anything else
 * @param era {@code ad}, {@code bc}, or empty where none is named
 * @param problem why there is no such year; else empty
 */
record YearPiece(int to, List<Years> years, String digits, String era, String problem) {
    YearPiece {
        years = List.copyOf(years);
    }

    static YearPiece of(int to, List<Years> years) {
        return new YearPiece(to, years, "", "", "");
    }

    boolean isNumber() {
        return !digits.isEmpty();
    }

    boolean isBeforeChrist() {
        return era.equals("bc");
    }

    /** Whether nothing else is written so. */
    boolean isSure() {
        return !isNumber()
                || !era.isEmpty()
                || (digits.length() == 4 && digits.compareTo("2100") <= 0 && digits.charAt(0) > '0');
    }
}
