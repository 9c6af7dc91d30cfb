package dev.almanac.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Question;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final Timeline TIMELINE =
            new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    private static final TextReader READER = new TextReader(TIMELINE);

    private static String read(String message) {
        return READER.read(message, LocalDate.of(2026, 11, 24), Locale.UK).stream()
                .map(Question::toString)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My grandfather was born in 1867, you know|/year year:1867",
                "on 12 April 1961 all of us heard the radio|/onthisday month:12 April 1961",
                "did you know that Gagarin met the queen?|/search words:Gagarin",
                "Yuri Gagarin and William H. Seward never met|/search words:Yuri Gagarin /search words:William H. Seward",
                "The treaties of the 1970s, then Reykjavik in 1986|/year year:the 1970s /search words:Reykjavik /year year:1986",
                "1867, again 1867 and then 1917|/year year:1867 /year year:1917",
                "see you on July 4th at 19:45 or 20:15|/onthisday month:July 4th",
                "44 BC was bad for Caesar|/year year:44 BC",
                "Гагарин!|/search words:Гагарин",
                "first 1867, then 1905, then 1917, at last 1991|/year year:1867 /year year:1905 /year year:1917",
            })
    void findsDatesAndNamesInTheirOrderAtMostThree(String message, String questions) {
        assertEquals(questions, read(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lol",
                "the pass lies at 1867 m",
                "it was $2000, now €1999 or 1999 €",
                "at 19:45, or 1945h",
                "1867 people came, 1900 km away",
                "https://example.org/1867/page?id=1917",
                "version 1.2.3 of it, v1999, #1867",
                "may I? I will march on, in 67 ways, on 4/12",
                "today or tomorrow, this week",
                "9999 and 4711",
            })
    void takesNothingThatIsNoDateAndNoName(String message) {
        assertEquals("", read(message));
    }

    @Test
    void readsAMonthAloneAsAWord() {
        assertEquals("", read("April is a nice name, and so is June"));
    }

    @Property
    void readsAnyMessage(@ForAll String message) {
        assertEquals(true, READER.read(message, LocalDate.EPOCH, Locale.US).size() <= 3);
    }

    @Test
    void readsALongMessageToItsLimit() {
        assertEquals(
                List.of("/year year:1867"),
                List.of(read("bla ".repeat(900) + "1867 " + "bla ".repeat(100_000) + "1917")));
    }
}
