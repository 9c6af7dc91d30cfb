package dev.almanac.lookup;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Question;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;

/** The questions for pictures, all of them of one command, and what offers them. */
public final class PictureQuestion {
    static final String TIMELINE = "timeline";
    static final String WORDS = "words";

    /** The day with the year it is asked in, {@code 2026-03-30}; then the plate of a day is meant. */
    static final String DAY = "day";

    /** The options that it has in common with a search. */
    static final List<String> SEARCHED = List.of(WORDS, "from", "to", "category");

    /** For the plate of a day. */
    public static Question of(LocalDate day) {
        return Question.of(TIMELINE).with(DAY, day.toString());
    }

    /** For the plate of a day; of 29 February as the last year that had one, where this year has none. */
    static Choice offered(int year, MonthDay day) {
        int its = year;
        while (!day.isValidYear(its)) {
            its--;
        }
        return new Choice("As a picture", of(day.atYear(its)));
    }

    /** For the picture of these years, where they are several and have several events. */
    static Stream<Choice> offered(Years years, int events) {
        return years.isOne() || events < 2
                ? Stream.empty()
                : Stream.of(new Choice(
                        "See as a picture",
                        Question.of(TIMELINE)
                                .with("from", written(years.first()))
                                .with("to", written(years.last()))));
    }

    private static String written(int year) {
        return new InYears(Years.of(year)).written();
    }

    /** For the picture of what a search finds. */
    static Choice offered(Question search) {
        Question picture = Question.of(TIMELINE);
        for (String option : SEARCHED) {
            picture = picture.with(option, search.option(option).orElse(""));
        }
        return new Choice("See as a picture", picture);
    }

    private PictureQuestion() {}
}
