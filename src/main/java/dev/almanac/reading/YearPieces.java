package dev.almanac.reading;

import dev.almanac.timeline.RomanNumerals;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one year, decade or century: {@code 1867}, {@code 44 BC}, {@code 186X}, {@code the sixties}, {@code 19th c.} */
final class YearPieces {
    private static final int MOST_DIGITS = 9;

    private final Tokens tokens;
    private final TwoDigits twoDigits;
    private final LocalDate today;
    private final Map<Integer, Optional<YearPiece>> read = new HashMap<>();

    YearPieces(Tokens tokens, TwoDigits twoDigits, LocalDate today) {
        this.tokens = tokens;
        this.twoDigits = twoDigits;
        this.today = today;
    }

    /** What stands at this place, with an article before it or not. */
    Optional<YearPiece> at(int place) {
        // Several rules ask for the same place, and those of "the sixties" count events.
        Optional<YearPiece> known = read.get(place);
        if (known == null) {
            known = readAt(place);
            read.put(place, known);
        }
        return known;
    }

    /** A year that may stand beside a month: of three or four digits, of an era, or shortened. */
    Optional<YearPiece> one(int place) {
        return at(place)
                .filter(piece -> !tokens.has(place, "the"))
                .filter(piece -> piece.years().isEmpty() || piece.years().get(0).isOne())
                .filter(piece -> piece.digits().length() != 1 || !piece.era().isEmpty());
    }

    private Optional<YearPiece> readAt(int place) {
        int start = tokens.past(place, "the");
        return Stream.of(century(start), decade(start), worded(start), relative(place), number(place))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(YearPiece::to));
    }

    /** Where an era ends that begins here; the same place where none does. Its first letter is in {@link Tokens#word}. */
    private int pastEra(int place) {
        if (tokens.has(place, "bc", "bce", "ad", "ce")) {
            return tokens.pastMark(place + 1, ".");
        }
        if (tokens.has(place, "before") && tokens.has(place + 1, "christ")) {
            return place + 2;
        }
        boolean dotted = tokens.has(place, "b", "a", "c")
                && tokens.hasMark(place + 1, ".")
                && tokens.glued(place + 1)
                && tokens.has(place + 2, tokens.has(place, "c") ? "e" : tokens.has(place, "a") ? "d" : "c");
        if (!dotted) {
            return place;
        }
        int end = place + 3;
        if (tokens.hasMark(end, ".") && tokens.has(end + 1, "e") && tokens.glued(end + 1)) {
            end += 2;
        }
        return tokens.hasMark(end, ".") && tokens.glued(end) ? end + 1 : end;
    }

    private String era(int place) {
        return pastEra(place) == place ? "" : tokens.word(place).startsWith("b") ? "bc" : "ad";
    }

    private Optional<YearPiece> number(int place) {
        String before = era(place);
        int at = pastEra(place);
        boolean shortened = before.isEmpty()
                && tokens.hasMark(at, "'")
                && tokens.digits(at + 1).length() == 2;
        at = shortened ? at + 1 : at;
        String digits = tokens.digits(at);
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || isPartOfSomething(at)) {
            return Optional.empty();
        }
        String after = before.isEmpty() ? era(at + 1) : "";
        int end = before.isEmpty() ? pastEra(at + 1) : at + 1;
        if (end == at + 1 && tokens.isWord(end) && tokens.glued(end)) {
            return Optional.empty();
        }
        String era = before + after;
        int number = Integer.parseInt(digits);
        if (number == 0) {
            return Optional.of(new YearPiece(end, List.of(), digits, era, "There was no year 0: AD 1 followed 1 BC."));
        }
        int year = era.equals("bc") ? 1 - number : number;
        if (year < Years.EARLIEST || year > Years.LATEST) {
            return Optional.of(new YearPiece(
                    end,
                    List.of(),
                    digits,
                    era,
                    "“" + tokens.text(place, end) + "” is out of reach: years go from 10000 BC to 9999."));
        }
        List<Years> years = digits.length() == 2 && era.isEmpty() ? ending(number) : List.of(Years.of(year));
        return Optional.of(new YearPiece(end, years, shortened ? "" : digits, era, ""));
    }

    /** Whether it is a piece of a longer number, of a word, an amount or a time. */
    private boolean isPartOfSomething(int at) {
        boolean thousands = tokens.hasMark(at + 1, ",")
                && tokens.glued(at + 1)
                && tokens.glued(at + 2)
                && tokens.digits(at + 2).length() == 3;
        boolean inside =
                tokens.hasMark(at - 1, ",:.") && tokens.glued(at) && tokens.glued(at - 1) && tokens.isNumber(at - 2);
        boolean time =
                tokens.hasMark(at + 1, ":") && tokens.glued(at + 1) && tokens.isNumber(at + 2) && tokens.glued(at + 2);
        boolean decimal =
                tokens.hasMark(at + 1, ".") && tokens.glued(at + 1) && tokens.isNumber(at + 2) && tokens.glued(at + 2);
        boolean word = tokens.glued(at) && tokens.isWord(at - 1);
        boolean amount = tokens.glued(at) && tokens.hasMark(at - 1, "$€£#@₽");
        boolean negative =
                tokens.glued(at) && tokens.hasMark(at - 1, "-") && !tokens.isNumber(at - 2) && !tokens.isWord(at - 2);
        return thousands || decimal || inside || time || word || amount || negative;
    }

    /** The years that end so, the one with the most events first. */
    List<Years> ending(int number) {
        return ending(number, 1);
    }

    private List<Years> ending(int number, int width) {
        return twoDigits.of(number, width, today.getYear());
    }

    private Optional<YearPiece> decade(int place) {
        int at = tokens.pastMark(place, "'");
        String digits = tokens.digits(at);
        if (digits.length() == 3 && tokens.has(at + 1, "x") && tokens.glued(at + 1)) {
            return decade(at + 2, Integer.parseInt(digits) * 10);
        }
        if (digits.length() == 2 && tokens.has(at + 1, "xx") && tokens.glued(at + 1)) {
            int first = Integer.parseInt(digits) * 100;
            return Optional.of(YearPiece.of(at + 2, List.of(new Years(Math.max(1, first), first + 99))));
        }
        int end = tokens.pastMark(at + 1, "'");
        boolean plural = tokens.has(end, "s") && tokens.glued(end) && tokens.glued(at + 1) && !isPartOfSomething(at);
        if (!plural || digits.length() < 2 || digits.length() > 4 || !digits.endsWith("0")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        int after = pastEra(end + 1);
        if (era(end + 1).equals("bc") && number > 0) {
            return Optional.of(YearPiece.of(after, List.of(new Years(-8 - number, 1 - number))));
        }
        return digits.length() == 2 ? Optional.of(YearPiece.of(after, ending(number, 10))) : decade(after, number);
    }

    /** The decade that begins so, and the century where both are called so. */
    private static Optional<YearPiece> decade(int end, int first) {
        if (first + 9 > Years.LATEST) {
            return Optional.empty();
        }
        Years decade = new Years(Math.max(1, first), first + 9);
        return Optional.of(YearPiece.of(
                end, first > 0 && first % 100 == 0 ? List.of(new Years(first, first + 99), decade) : List.of(decade)));
    }

    /** {@code eighteen sixty-seven}, {@code eighteen sixties}, {@code the sixties}. */
    private Optional<YearPiece> worded(int place) {
        int alone = NumberWords.decade(tokens.word(place));
        if (alone >= 0) {
            return Optional.of(YearPiece.of(place + 1, ending(alone, 10)));
        }
        int century = NumberWords.small(tokens.word(place));
        int at = tokens.pastMark(place + 1, "-");
        if (century < 10) {
            return Optional.empty();
        }
        int decade = NumberWords.decade(tokens.word(at));
        if (decade >= 0) {
            return decade(at + 1, century * 100 + decade);
        }
        if (tokens.has(at, "hundreds")) {
            return decade(at + 1, century * 100);
        }
        int tens = NumberWords.tens(tokens.word(at));
        int teen = NumberWords.small(tokens.word(at));
        int unitAt = tokens.pastMark(at + 1, "-");
        int unit = NumberWords.small(tokens.word(unitAt));
        boolean hasUnit = unit >= 1 && unit <= 9;
        if (tens >= 0) {
            int year = century * 100 + tens + (hasUnit ? unit : 0);
            return Optional.of(YearPiece.of(hasUnit ? unitAt + 1 : at + 1, List.of(Years.of(year))));
        }
        if (teen >= 10) {
            return Optional.of(YearPiece.of(at + 1, List.of(Years.of(century * 100 + teen))));
        }
        return tokens.has(at, "oh", "o") && hasUnit
                ? Optional.of(YearPiece.of(unitAt + 1, List.of(Years.of(century * 100 + unit))))
                : tokens.has(at, "hundred")
                        ? Optional.of(YearPiece.of(at + 1, List.of(Years.of(century * 100))))
                        : Optional.empty();
    }

    private Optional<YearPiece> century(int place) {
        int number = tokens.isNumber(place) && tokens.digits(place).length() <= 2
                ? Integer.parseInt(tokens.digits(place))
                : Math.max(NumberWords.ordinal(tokens.word(place)), RomanNumerals.value(tokens.word(place)));
        int at = place + 1;
        if (NumberWords.tens(tokens.word(place)) == 20) {
            number = 20 + Math.max(0, NumberWords.ordinal(tokens.word(tokens.pastMark(at, "-"))));
            at = tokens.pastMark(at, "-") + 1;
        }
        boolean ordinal = tokens.isNumber(place) && tokens.glued(at) && tokens.has(at, "st", "nd", "rd", "th");
        at = tokens.pastMark(ordinal ? at + 1 : at, "-");
        int end = tokens.has(at, "century", "centuries", "cent")
                ? tokens.pastMark(at + 1, tokens.has(at, "cent") ? "." : "")
                : ordinal && tokens.has(at, "c") && pastEra(at) == at ? tokens.pastMark(at + 1, ".") : at;
        if (end == at || number < 1 || number > 99) {
            return Optional.empty();
        }
        int last = number * 100;
        Years years = era(end).equals("bc") ? new Years(1 - last, 100 - last) : new Years(last - 99, last);
        return Optional.of(YearPiece.of(pastEra(end), List.of(years)));
    }

    /** {@code 100 years ago}, {@code a hundred years ago}, {@code two centuries ago}. */
    private Optional<YearPiece> ago(int place) {
        String digits = tokens.digits(place);
        int count = digits.isEmpty()
                ? tokens.has(place, "a")
                        ? 1
                        : Math.max(NumberWords.small(tokens.word(place)), NumberWords.tens(tokens.word(place)))
                : digits.length() > 5 ? -1 : Integer.parseInt(digits);
        boolean hundreds = count > 0 && count < 100 && tokens.has(place + 1, "hundred");
        int unit = hundreds ? place + 2 : place + 1;
        int width = tokens.has(unit, "year", "years", "yr", "yrs")
                ? 1
                : tokens.has(unit, "decade", "decades") ? 10 : tokens.has(unit, "century", "centuries") ? 100 : 0;
        int years = count * (hundreds ? 100 : 1) * width;
        int year = today.getYear() - years;
        return years < 1 || year < Years.EARLIEST || !tokens.has(unit + 1, "ago")
                ? Optional.empty()
                : Optional.of(YearPiece.of(unit + 2, List.of(Years.of(year))));
    }

    /** The end of a range that reaches to this year: {@code now}, {@code the present day}. */
    Optional<YearPiece> now(int place) {
        int at = tokens.past(place, "the");
        int end = tokens.has(at, "now", "today", "nowadays", "present", "date")
                ? at + (tokens.has(at, "present") && tokens.has(at + 1, "day") ? 2 : 1)
                : tokens.past(at, "this", "day");
        return end == at ? Optional.empty() : Optional.of(YearPiece.of(end, List.of(Years.of(today.getYear()))));
    }

    /** {@code this year}, {@code last century}, {@code 100 years ago}. */
    private Optional<YearPiece> relative(int place) {
        int year = today.getYear();
        Optional<YearPiece> ago = ago(place);
        if (ago.isPresent()) {
            return ago;
        }
        int step = List.of("last", "this", "next").indexOf(tokens.word(place)) - 1;
        int width = tokens.has(place + 1, "year")
                ? 1
                : tokens.has(place + 1, "decade") ? 10 : tokens.has(place + 1, "century") ? 100 : 0;
        if (step < -1 || width == 0) {
            return Optional.empty();
        }
        int first = Math.floorDiv(year - (width == 100 ? 1 : 0), width) * width + step * width + (width == 100 ? 1 : 0);
        return first < 1 || first + width - 1 > Years.LATEST
                ? Optional.empty()
                : Optional.of(YearPiece.of(place + 2, List.of(new Years(first, first + width - 1))));
    }
}
