package dev.almanac.reading;

import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads dates as people type them: alone, or inside of a sentence. What can mean several things is read as what most events of the
 * timeline speak for, or as whoever asks writes dates; the other readings are told, too.
 */
public final class DateReader {
    /** As many as anybody chooses among. */
    private static final int MOST_READINGS = 4;

    private final TwoDigits twoDigits;
    private final MonthNames months = new MonthNames();

    public DateReader(Timeline timeline) {
        this.twoDigits = new TwoDigits(timeline);
    }

    /**
     * What a text means.
     *
     * @param readings the likeliest first; at least one
     * @param part the part of the text that says so, as it was typed
     */
    public record Read(List<Reading> readings, String part) {
        public Read {
            readings = List.copyOf(readings);
        }

        public Reading likeliest() {
            return readings.get(0);
        }
    }

    /** The date that a text names, with what people write around one; empty where there is none, or anything else beside it. */
    public Optional<Read> read(String text, LocalDate today, Locale language) {
        Tokens tokens = Tokens.of(text);
        List<DateText> found = in(tokens, today, language);
        return found.isEmpty() || !new AroundDates(tokens).isAll(found)
                ? Optional.empty()
                : Optional.of(read(tokens, found));
    }

    /** The first of them, with the others as what may have been meant as well. */
    Read read(Tokens tokens, List<DateText> found) {
        List<Reading> all =
                found.stream().flatMap(one -> one.readings().stream()).toList();
        // Java makes a dozen classes when a record is hashed first, and most dates mean one thing.
        List<Reading> readings = all.size() == 1 ? all : all.stream().distinct().toList();
        boolean fails = readings.get(0) instanceof Reading.Impossible;
        return new Read(
                fails
                        ? readings.subList(0, 1)
                        : readings.stream()
                                .filter(one -> !(one instanceof Reading.Impossible))
                                .limit(MOST_READINGS)
                                .toList(),
                tokens.text(found.get(0).from(), found.get(found.size() - 1).to()));
    }

    /** Every date in a text, from left to right; of those that begin at one place the longest. */
    List<DateText> in(Tokens tokens, LocalDate today, Locale language) {
        YearPieces pieces = new YearPieces(tokens, twoDigits, today);
        YearRules years = new YearRules(tokens, pieces);
        DayRules days = new DayRules(tokens, pieces, months);
        CalledRules called = new CalledRules(tokens, pieces, today);
        // Of all languages that Discord has, only this one's readers write the month first.
        NumericRules numbers = new NumericRules(tokens, pieces, language.equals(Locale.US));
        List<DateText> found = new ArrayList<>();
        int place = 0;
        while (place < tokens.size()) {
            int here = place;
            Optional<DateText> longest = Stream.of(days.at(here), called.at(here), numbers.at(here), years.at(here))
                    .flatMap(Optional::stream)
                    .reduce((one, other) -> other.to() > one.to() ? other : one);
            longest.ifPresent(found::add);
            place = longest.map(DateText::to).orElse(place + 1);
        }
        return found.isEmpty()
                ? IntStream.range(0, tokens.size())
                        .mapToObj(called::weekday)
                        .flatMap(Optional::stream)
                        .limit(1)
                        .toList()
                : found;
    }
}
