package dev.almanac.reading;

import dev.almanac.reading.Reading.About;
import dev.almanac.reading.Reading.After;
import dev.almanac.reading.Reading.Before;
import dev.almanac.reading.Reading.Impossible;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.reading.Reading.Since;
import dev.almanac.reading.Reading.Until;
import dev.almanac.timeline.Years;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads years, ranges and parts of them, and what lies before and after. */
final class YearRules {
    private final Tokens tokens;
    private final YearPieces pieces;

    YearRules(Tokens tokens, YearPieces pieces) {
        this.tokens = tokens;
        this.pieces = pieces;
    }

    Optional<DateText> at(int place) {
        return about(place)
                .or(() -> open(place))
                .or(() -> part(place))
                .or(() -> range(place))
                .or(() -> one(place));
    }

    private Optional<DateText> about(int place) {
        int after = pastAbout(place);
        return after == place
                ? Optional.empty()
                : pieces.at(after)
                        .map(piece -> text(
                                place,
                                piece.to(),
                                piece,
                                true,
                                years -> years.isOne() ? new About(years.first()) : new InYears(About.around(years))));
    }

    private int pastAbout(int place) {
        if (tokens.has(place, "c", "ca", "cca", "approx")) {
            return tokens.pastMark(place + 1, ".");
        }
        boolean about = tokens.has(place, "circa", "around", "approximately", "roughly")
                // "tell me about 1867" isn't in doubt.
                || (tokens.has(place, "about") && place == 0);
        return about ? place + 1 : tokens.pastMark(place, "~");
    }

    private Optional<DateText> open(int place) {
        int before = Math.max(
                Math.max(tokens.past(place, "prior", "to"), tokens.past(place, "up", "to")),
                Math.max(
                        tokens.past(place, "earlier", "than"),
                        place + (tokens.has(place, "before", "until", "till", "pre") ? 1 : 0)));
        if (before > place) {
            boolean inclusive = tokens.has(place, "until", "till", "up");
            return pieces.at(tokens.pastMark(before, "-"))
                    .map(piece -> text(
                            place,
                            piece.to(),
                            piece,
                            true,
                            years -> inclusive ? new Until(years.last()) : new Before(years.first())));
        }
        int after = Math.max(
                tokens.past(place, "later", "than"), place + (tokens.has(place, "after", "since", "post") ? 1 : 0));
        if (after > place) {
            boolean inclusive = tokens.has(place, "since");
            return pieces.at(tokens.pastMark(after, "-"))
                    .map(piece -> text(
                            place,
                            piece.to(),
                            piece,
                            true,
                            years -> inclusive ? new Since(years.first()) : new After(years.last())));
        }
        int from = tokens.past(place, "from");
        return pieces.at(from).flatMap(piece -> {
            int end = tokens.past(piece.to(), "and");
            if (tokens.has(end, "earlier", "before") && end > piece.to()) {
                return Optional.of(text(place, end + 1, piece, true, years -> new Until(years.last())));
            }
            boolean on = (end > piece.to() && tokens.has(end, "later", "after"))
                    || tokens.has(end, "onwards", "onward")
                    || (from > place && tokens.has(end, "on"));
            return on
                    ? Optional.of(text(place, end + 1, piece, true, years -> new Since(years.first())))
                    : Optional.empty();
        });
    }

    /** {@code early 1900s}, {@code the first half of the 19th century}, {@code late 1867}. */
    private Optional<DateText> part(int place) {
        int at = tokens.past(place, "the");
        int of = 3;
        int which;
        int end;
        if (tokens.has(at, "early", "mid", "middle", "late")) {
            which = tokens.has(at, "early") ? 0 : tokens.has(at, "late") ? 2 : 1;
            end = tokens.pastMark(tokens.past(at + 1, "of"), "-");
        } else if (tokens.has(at, "beginning", "start", "end") && tokens.has(at + 1, "of")) {
            which = tokens.has(at, "end") ? 2 : 0;
            end = at + 2;
        } else if (tokens.has(at, "first", "second") && tokens.has(at + 1, "half") && tokens.has(at + 2, "of")) {
            which = tokens.has(at, "first") ? 0 : 1;
            of = 2;
            end = at + 3;
        } else {
            return Optional.empty();
        }
        int parts = of;
        end = tokens.past(end, "in");
        return pieces.at(end).map(piece -> text(place, piece.to(), piece, true, years -> part(years, which, parts)));
    }

    private static Reading part(Years years, int which, int of) {
        if (years.isOne()) {
            int months = 12 / of;
            YearMonth first = YearMonth.of(years.first(), 1 + which * months);
            return new InMonths(first, first.plusMonths(months - 1));
        }
        double length = years.last() - years.first() + 1.0;
        return new InYears(new Years(
                years.first() + (int) Math.round(length * which / of),
                years.first() + (int) Math.round(length * (which + 1) / of) - 1));
    }

    private Optional<DateText> one(int place) {
        return isOfName(place)
                ? Optional.empty()
                : pieces.at(place).map(piece -> text(place, piece.to(), piece, piece.isSure(), InYears::new));
    }

    /** Whether a short number belongs to the word before it: {@code U-2}, {@code Apollo-13}. */
    private boolean isOfName(int place) {
        return tokens.digits(place).length() <= 2
                && tokens.isNumber(place)
                && tokens.glued(place)
                && tokens.hasMark(place - 1, "-")
                && tokens.glued(place - 1)
                && tokens.isWord(place - 2);
    }

    private Optional<DateText> range(int place) {
        boolean between = tokens.has(place, "between");
        int start = between || tokens.has(place, "from") ? place + 1 : place;
        return pieces.at(start).flatMap(first -> {
            boolean mark = tokens.hasMark(first.to(), "-/");
            boolean word = tokens.has(first.to(), "to", "until", "till", "through", "thru")
                    || (between && tokens.has(first.to(), "and"));
            int at = first.to() + 1;
            while (mark && tokens.hasMark(at, "-")) {
                at++;
            }
            int end = at;
            return mark || word
                    ? pieces.at(end).or(() -> pieces.now(end)).flatMap(last -> range(place, first, last, mark))
                    : Optional.empty();
        });
    }

    private Optional<DateText> range(int place, YearPiece first, YearPiece last, boolean mark) {
        if (!first.problem().isEmpty() || !last.problem().isEmpty()) {
            return Optional.of(text(place, last.to(), first.problem().isEmpty() ? last : first, false, InYears::new));
        }
        Years years = union(first, last);
        boolean shortened = isShortened(first, last);
        boolean sure = first.isSure() && (last.isSure() || shortened);
        List<Reading> readings = new ArrayList<>(List.of(new InYears(years)));
        if (mark && shortened && last.era().isEmpty() && last.digits().length() <= 2) {
            month(first, last.digits()).ifPresent(month -> {
                if (last.digits().length() == 2 || !runsForwards(first, last)) {
                    readings.add(0, month);
                    if (!runsForwards(first, last)) {
                        readings.remove(1);
                    }
                } else {
                    readings.add(month);
                }
            });
        }
        return Optional.of(new DateText(place, last.to(), readings, sure));
    }

    /** Whether the digits of the last replace as many of the first. */
    private static boolean isShortened(YearPiece first, YearPiece last) {
        return first.isNumber()
                && last.isNumber()
                && !first.isBeforeChrist()
                && !last.isBeforeChrist()
                && (first.era().isEmpty() || last.era().isEmpty())
                && first.digits().length() > last.digits().length();
    }

    /** Whether the range stays in the hundred, ten or thousand years that the first names. */
    private static boolean runsForwards(YearPiece first, YearPiece last) {
        int kept = first.digits().length() - last.digits().length();
        return last.digits().compareTo(first.digits().substring(kept)) > 0;
    }

    private static Optional<Reading> month(YearPiece year, String digits) {
        int month = Integer.parseInt(digits);
        return year.digits().length() < 3 || month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(InMonths.of(YearMonth.of(Integer.parseInt(year.digits()), month)));
    }

    private static Years union(YearPiece first, YearPiece last) {
        Years from = plain(first, last.era());
        Years to = plain(last, "");
        if (isShortened(first, last)) {
            int step = (int) Math.pow(10, last.digits().length());
            int year = from.first() - Math.floorMod(from.first(), step) + Integer.parseInt(last.digits());
            to = Years.of(Math.min(Years.LATEST, year < from.first() ? year + step : year));
        }
        return new Years(Math.min(from.first(), to.first()), Math.max(from.last(), to.last()));
    }

    /** A number as it stands, of the era that it has or, where it has none, of the other end's. */
    private static Years plain(YearPiece piece, String otherEra) {
        if (!piece.isNumber()) {
            return piece.years().get(0);
        }
        int number = Integer.parseInt(piece.digits());
        String era = piece.era().isEmpty() ? otherEra : piece.era();
        return Years.of(era.equals("bc") ? Math.max(Years.EARLIEST, 1 - number) : number);
    }

    private static DateText text(int from, int to, YearPiece piece, boolean sure, Function<Years, Reading> meaning) {
        return piece.problem().isEmpty()
                ? new DateText(
                        from, to, piece.years().stream().map(meaning).distinct().toList(), sure)
                : new DateText(from, to, List.of(new Impossible(piece.problem(), Optional.empty())), false);
    }
}
