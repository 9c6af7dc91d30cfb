package dev.almanac.terminal;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Usage.Need;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.HelpCommand;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class LineCompleterTest {
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1868", "-0043-03-15");

    /** What is offered for the last word, in the order in which JLine shows it. */
    private static List<Candidate> offered(String typed) throws Exception {
        return offered(typed, TIMELINE);
    }

    private static List<Candidate> offered(String typed, Timeline timeline) throws Exception {
        Commands commands = new Commands(
                List.of(
                        new OnThisDayCommand(timeline, Examples.of(timeline)),
                        new YearCommand(timeline, Examples.of(timeline)),
                        new RandomCommand(timeline, new Random(1), Examples.of(timeline)),
                        new EventCommand(timeline, new PreparedSearch(timeline), Examples.of(timeline)),
                        new HelpCommand(HEAD, List.of()),
                        new FakeDaily(Need.SERVER)),
                new Random(1));
        List<Candidate> candidates = new ArrayList<>();
        try (DumbTerminal terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream())) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            new LineCompleter(() -> commands)
                    .complete(
                            reader,
                            new DefaultParser().parse(typed, typed.length(), ParseContext.COMPLETE),
                            candidates);
        }
        return candidates.stream().sorted().toList();
    }

    private static List<String> values(String typed) throws Exception {
        return offered(typed).stream().map(Candidate::value).toList();
    }

    @Test
    void offersTheCommandsOfTheTerminalInTheirOrderWithWhatTheyDo() throws Exception {
        assertEquals(List.of("/onthisday", "/year", "/random", "/event", "/help", "/quit"), values("/"));
        assertEquals(
                List.of("What you can ask here", "Leave"),
                offered("").stream().skip(4).map(Candidate::descr).toList());
    }

    @Test
    void offersTheMonthsInTheirOrderBehindOnThisDayAndNothingForTheDay() throws Exception {
        assertEquals(
                List.of(
                        "january",
                        "february",
                        "march",
                        "april",
                        "may",
                        "june",
                        "july",
                        "august",
                        "september",
                        "october",
                        "november",
                        "december"),
                values("/onthisday "));
        assertEquals(List.of(), values("/onthisday march 3"));
    }

    @Test
    void offersYearsWithTheNumberOfTheirEvents() throws Exception {
        assertEquals(
                List.of("1860–1869 (2 events)", "1867 (1 event)", "1868 (1 event)"),
                offered("/YEAR 18").stream().map(Candidate::displ).skip(1).toList());
    }

    @Test
    void offersCategoriesAndEvents() throws Exception {
        assertEquals(List.of("treaty", "space"), values("/random "));
        assertEquals(List.of("0043-03-15", "1867-03-30", "1868"), values("event title"));
    }

    @Test
    void offersNothingBehindACommandWithoutOptionsOrAnUnknownOne() throws Exception {
        assertEquals(List.of(), values("/help "));
        assertEquals(List.of(), values("/banana "));
    }

    /** Above each of what is offered where a title of so many events begins as typed. */
    private static List<String> headlines(int count) throws Exception {
        String[] years =
                IntStream.range(1000, 1000 + count).mapToObj(String::valueOf).toArray(String[]::new);
        return offered("/event title", timelineOf(years)).stream()
                .map(offered -> String.valueOf(offered.group()))
                .toList();
    }

    @Test
    void showsTwentyFiveAndSaysHowManyItLeavesOut() throws Exception {
        assertEquals(Collections.nCopies(25, "null"), headlines(25));
        assertEquals(Collections.nCopies(25, "The first 25 … and 1 more"), headlines(26));
        assertEquals(Collections.nCopies(25, "The first 25 … and 74 more"), headlines(99));
        assertEquals(Collections.nCopies(25, "The first 25 … and more"), headlines(300));
    }
}
