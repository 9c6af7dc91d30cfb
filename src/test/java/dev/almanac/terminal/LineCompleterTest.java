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
import java.util.List;
import java.util.Random;
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
        Commands commands = new Commands(
                List.of(
                        new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                        new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                        new RandomCommand(TIMELINE, new Random(1), Examples.of(TIMELINE)),
                        new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE)),
                        new HelpCommand(HEAD, List.of()),
                        new FakeDaily(Need.SERVER)),
                new Random(1));
        List<Candidate> candidates = new ArrayList<>();
        try (DumbTerminal terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream())) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            new LineCompleter(commands)
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
}
