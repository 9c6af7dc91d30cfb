package dev.almanac.discord;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Lines;
import dev.almanac.chat.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads numbers of four digits as years, and commands by their names. */
final class FakeLines implements Lines {
    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

    @Override
    public Question read(String line, LocalDate today, Locale language) {
        String text = line.strip();
        if (text.startsWith("/") || text.equals("help")) {
            return Question.of(text.replace("/", ""));
        }
        return found(text, today, language).stream()
                .findFirst()
                .orElseThrow(() -> new BadRequest("“" + text + "” can't be read. Try 1867."));
    }

    @Override
    public List<Question> found(String text, LocalDate written, Locale language) {
        return YEAR.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(year -> Question.of("year").with("year", year))
                .limit(3)
                .toList();
    }
}
