package dev.almanac.reading;

import dev.almanac.reading.Reading.Impossible;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.OnDay;
import dev.almanac.timeline.Years;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads days, months and seasons that are written with words: {@code 4th of July, 1942}, {@code May 1867}. */
final class DayRules {
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

    /** How far from a month's name its day or year may stand, in tokens: "12 de abril de 1961". */
    private static final int NEAR = 3;

    private static final int LONGEST_MONTH = 31;

    private final Tokens tokens;
    private final YearPieces pieces;
    private final MonthNames months;

    DayRules(Tokens tokens, YearPieces pieces, MonthNames months) {
        this.tokens = tokens;
        this.pieces = pieces;
        this.months = months;
    }

    /** A piece of a date, and where it ends. */
    private record Piece<T>(int to, T value) {}

    /**
     * A month's name.
     *
     * @param known empty where it is misspelt
     * @param word as it was typed
     * @param english whether it is English, and so a month without a number, too
     */
    private record Name(Optional<Month> known, Month likeliest, String word, boolean english) {}

    Optional<DateText> at(int place) {
        return Stream.of(dayFirst(place), monthFirst(place), yearFirst(place), monthOnly(place), season(place))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(DateText::to));
    }

    private Optional<Piece<Name>> month(int place) {
        String word = tokens.word(place);
        Optional<Month> english = months.english(word);
        // Only a number makes a month of a word that is none in English.
        boolean alone = word.isEmpty()
                || IntStream.rangeClosed(place - NEAR, place + NEAR).noneMatch(tokens::isNumber);
        Optional<Month> known = english.isPresent() || alone ? english : months.any(word);
        Optional<Month> meant = known.isPresent() || alone ? known : months.misspelt(word);
        return meant.map(month -> new Piece<>(
                tokens.pastMark(place + 1, tokens.glued(place + 1) ? "." : ""),
                new Name(
                        known,
                        month,
                        tokens.text(place, place + 1),
                        months.english(word).isPresent())));
    }

    private Optional<Piece<Integer>> day(int place) {
        int at = tokens.past(place, "the");
        int worded = NumberWords.ordinal(tokens.word(at));
        if (NumberWords.tens(tokens.word(at)) == 20) {
            int unit = tokens.pastMark(at + 1, "-");
            worded = NumberWords.ordinal(tokens.word(unit)) > 9 ? -1 : 20 + NumberWords.ordinal(tokens.word(unit));
            return worded > 20 ? Optional.of(new Piece<>(unit + 1, worded)) : Optional.empty();
        }
        if (worded == 30 && tokens.has(tokens.pastMark(at + 1, "-"), "first")) {
            return Optional.of(new Piece<>(tokens.pastMark(at + 1, "-") + 1, 31));
        }
        if (worded > 0) {
            return Optional.of(new Piece<>(at + 1, worded));
        }
        String digits = tokens.digits(at);
        boolean inside = tokens.glued(at) && (tokens.isWord(at - 1) || tokens.hasMark(at - 1, ":$€£#.,"));
        if (digits.isEmpty() || digits.length() > 2 || inside) {
            return Optional.empty();
        }
        boolean ordinal = tokens.glued(at + 1) && tokens.has(at + 1, "st", "nd", "rd", "th", "er", "e", "º", "o", "го");
        int end = ordinal ? at + 2 : at + 1;
        if (tokens.isWord(end)
                && tokens.glued(end)
                && !ordinal
                && months.any(tokens.word(end)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Piece<>(tokens.pastMark(end, tokens.glued(end) ? "." : ""), Integer.parseInt(digits)));
    }

    private int pastOf(int place) {
        return tokens.has(place, "of", "de", "del", "в") ? place + 1 : tokens.pastMark(place, ",-/");
    }

    private Optional<DateText> dayFirst(int place) {
        return day(place)
                .flatMap(day -> month(pastOf(day.to())).flatMap(month -> dated(place, month.to(), month, day.value())));
    }

    private Optional<DateText> monthFirst(int place) {
        return month(place)
                .flatMap(month -> day(pastOf(month.to()))
                        .filter(day -> !isYear(day))
                        .flatMap(day -> dated(place, day.to(), month, day.value())));
    }

    /** {@code October 62}: no month has so many days. */
    private boolean isYear(Piece<Integer> day) {
        return day.value() > LONGEST_MONTH && pieces.one(pastOf(day.to())).isEmpty();
    }

    /** Day and month are read; a year may follow, directly or behind a comma, a dash or "of". */
    private Optional<DateText> dated(int place, int end, Piece<Name> month, int day) {
        Name name = month.value();
        if (name.known().isEmpty()) {
            return Optional.of(misspelt(place, end, name, day));
        }
        int at = tokens.has(end, "in") ? end + 1 : pastOf(end);
        Optional<YearPiece> year = pieces.one(at);
        List<Reading> readings = year.map(found -> found.problem().isEmpty()
                        ? found.years().stream()
                                .map(years -> date(years.first(), name.likeliest(), day))
                                .toList()
                        : List.<Reading>of(new Impossible(found.problem(), Optional.empty())))
                .orElseGet(() -> List.of(day(name.likeliest(), day)));
        return Optional.of(new DateText(place, year.map(YearPiece::to).orElse(end), readings, true));
    }

    /** Whether a piece may be a day as well. */
    private static boolean isShort(YearPiece piece) {
        return piece.digits().length() == 2
                && piece.era().isEmpty()
                && Integer.parseInt(piece.digits()) <= LONGEST_MONTH;
    }

    private DateText misspelt(int place, int end, Name name, int day) {
        Reading meant = day(name.likeliest(), day);
        return new DateText(
                place,
                end,
                List.of(new Impossible(
                        "“" + name.word() + "” isn't a month I know.",
                        meant instanceof OnDay ? Optional.of(meant) : Optional.empty())),
                false);
    }

    static Reading day(Month month, int day) {
        if (day >= 1 && day <= month.maxLength()) {
            return new OnDay(MonthDay.of(month, day));
        }
        int works = month == Month.FEBRUARY ? 28 : month.maxLength();
        return new Impossible(
                name(month) + " has no day " + day + ".", Optional.of(new OnDay(MonthDay.of(month, works))));
    }

    static Reading date(int year, Month month, int day) {
        if (day(month, day) instanceof Impossible none) {
            return none;
        }
        YearMonth of = YearMonth.of(year, month);
        return of.isValidDay(day)
                ? new OnDate(of.atDay(day))
                : new Impossible(
                        name(month) + " " + new Reading.InYears(Years.of(year)).written() + " had no day " + day + ".",
                        Optional.of(new OnDate(of.atDay(28))));
    }

    private static String name(Month month) {
        return new InMonth(month).written();
    }

    /** {@code 1961 April 12}, {@code 1867, March}. */
    private Optional<DateText> yearFirst(int place) {
        return pieces.at(place)
                .filter(piece ->
                        piece.isNumber() && piece.isSure() && piece.problem().isEmpty())
                .flatMap(year -> month(pastOf(year.to()))
                        .filter(month -> month.value().known().isPresent())
                        .map(month -> {
                            int first = year.years().get(0).first();
                            Month known = month.value().likeliest();
                            return day(pastOf(month.to()))
                                    .map(day -> new DateText(
                                            place, day.to(), List.of(date(first, known, day.value())), true))
                                    .orElseGet(() -> new DateText(
                                            place, month.to(), List.of(InMonths.of(YearMonth.of(first, known))), true));
                        }));
    }

    /** {@code May 1867}, {@code March to May 1867}, {@code May}. */
    private Optional<DateText> monthOnly(int place) {
        return month(place).filter(month -> month.value().known().isPresent()).flatMap(month -> {
            int at = tokens.has(month.to(), "in") ? month.to() + 1 : pastOf(month.to());
            Optional<YearPiece> year = pieces.one(at).filter(piece -> !isShort(piece));
            int next = pastTo(year.map(YearPiece::to).orElse(month.to()));
            if (next > 0) {
                Optional<DateText> to = monthTo(place, next, month.value().likeliest(), year);
                if (to.isPresent()) {
                    return to;
                }
            }
            if (year.isPresent()) {
                // "May 45 people" counts people.
                boolean sure = year.get().digits().length() != 2
                        || !tokens.isWord(year.get().to());
                return Optional.of(new DateText(
                        place, year.get().to(), inMonth(month.value().likeliest(), year.get()), sure));
            }
            return month.value().english()
                    ? Optional.of(new DateText(
                            place, month.to(), List.of(new InMonth(month.value().likeliest())), false))
                    : Optional.empty();
        });
    }

    private int pastTo(int place) {
        return tokens.has(place, "to", "until", "through") || tokens.hasMark(place, "-/") ? place + 1 : 0;
    }

    private Optional<DateText> monthTo(int place, int next, Month first, Optional<YearPiece> firstYear) {
        return month(next)
                .filter(last -> last.value().known().isPresent())
                .flatMap(last -> pieces.one(pastOf(last.to()))
                        .filter(year -> year.problem().isEmpty()
                                && firstYear.stream()
                                        .allMatch(of -> of.problem().isEmpty()))
                        .map(year -> {
                            YearMonth to = YearMonth.of(
                                    year.years().get(0).first(), last.value().likeliest());
                            YearMonth from = YearMonth.of(
                                    firstYear.orElse(year).years().get(0).first(), first);
                            return new DateText(
                                    place,
                                    year.to(),
                                    List.of(from.isAfter(to) ? new InMonths(to, from) : new InMonths(from, to)),
                                    true);
                        }));
    }

    private static List<Reading> inMonth(Month month, YearPiece year) {
        return year.problem().isEmpty()
                ? year.years().stream()
                        .map(years -> (Reading) InMonths.of(YearMonth.of(years.first(), month)))
                        .toList()
                : List.of(new Impossible(year.problem(), Optional.empty()));
    }

    /** Three whole months; winter begins in December of the year that names it, as in EDTF. */
    private Optional<DateText> season(int place) {
        int which = tokens.has(place, "fall") ? 2 : SEASONS.indexOf(tokens.word(place));
        return which < 0
                ? Optional.empty()
                : pieces.one(pastOf(tokens.has(place + 1, "in") ? place + 2 : place + 1))
                        .filter(year -> year.problem().isEmpty())
                        .filter(year -> year.isSure() || year.digits().length() == 2)
                        .filter(year -> year.years().get(0).last() < Years.LATEST)
                        .map(year -> new DateText(
                                place,
                                year.to(),
                                year.years().stream()
                                        .map(of -> season(which, of.first()))
                                        .toList(),
                                year.isSure()));
    }

    private static Reading season(int which, int year) {
        YearMonth first = YearMonth.of(year, 3 * (which + 1));
        return new InMonths(first, first.plusMonths(2));
    }
}
