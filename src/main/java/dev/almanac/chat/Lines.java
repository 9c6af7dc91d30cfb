package dev.almanac.chat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What people ask in words of their own. One reading for every front. */
public interface Lines {
    /**
     * What a line asks: a command as it is typed, a date, or words to search for.
     *
     * @param today where the asker is
     * @param language that the asker reads: {@code 4/12} begins with the month where it is American English
     * @throws BadRequest when it asks nothing that can be answered
     */
    Question read(String line, LocalDate today, Locale language);

    /**
     * The dates, years and names in somebody's text, as questions: at most three, in their order; empty where there is none.
     *
     * @param written the date on which it was written
     */
    List<Question> found(String text, LocalDate written, Locale language);
}
