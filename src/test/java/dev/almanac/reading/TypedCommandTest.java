package dev.almanac.reading;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Usage.Need;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.search.PreparedSearch;
import dev.almanac.terminal.FakeDaily;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCommandTest {
    private static final Timeline TIMELINE = timelineOf("1867-03-30");

    private static Question parse(String line, Command daily) {
        List<Command> commands = List.of(
                new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                new RandomCommand(TIMELINE, new Random(1), Examples.of(TIMELINE)),
                new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE)),
                daily);
        return new TypedCommand(new Commands(commands, new Random(1)), false).parse(line);
    }

    private static Question parse(String line) {
        return parse(line, new FakeDaily(Need.NOTHING));
    }

    @Test
    void keepsTheOptionsInTheirOrderAndThePageApart() {
        assertEquals(
                Question.of("random")
                        .with("category", "treaty")
                        .with("from", "1867")
                        .with("to", "1917")
                        .onPage(3),
                parse("/random treaty 1867 1917 page:3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/year 1867|/year year:1867",
                "/YEAR  1867 |/year year:1867",
                "/year\t1867|/year year:1867",
                "/year|/year",
                "/year year:1867|/year year:1867",
                "/year Year:1867|/year year:1867",
                "/year year:|/year",
                "/year year:1867 page:2|/year year:1867 page:2",
                "/year page:2 1867|/year year:1867 page:2",
                "/year 44 BC|/year year:44 BC",
                "/onthisday|/onthisday",
                "/onthisday july 4|/onthisday month:july day:4",
                "/onthisday day:4 july|/onthisday day:4 month:july",
                "/onthisday month:February day:28|/onthisday month:February day:28",
                "/onthisday 30 march 1867|/onthisday month:30 day:march 1867",
                "/random to:1917 treaty|/random to:1917 category:treaty",
                "/event sale of alaska|/event event:sale of alaska",
                "/event event:sale of alaska|/event event:sale of alaska",
                "/event event:sale of alaska page:2|/event event:sale of alaska page:2",
                "/random from:44 BC to:AD 14 treaty|/random from:44 BC to:AD 14 category:treaty",
                "/event treaty: a start|/event event:treaty: a start",
            })
    void readsOptionsInTheirOrderOrByNameAndGivesWordsLeftOverToTheLast(String line, String question) {
        assertEquals(question, parse(line).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/daily set|/daily set",
                "/daily set Europe/Moscow|/daily set zone:Europe/Moscow",
                "/Daily LIST|/daily list",
                "/daily set zone:New York time:7 pm|/daily set zone:New York time:7 pm",
            })
    void readsASubcommandWithOptionsOfItsOwn(String line, String question) {
        assertEquals(question, parse(line).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/banana 3|There is no command /banana here. /help lists them all.",
                "/|There is no command / here. /help lists them all.",
                "//year|There is no command //year here. Did you mean /year?",
                "/yaer 1867|There is no command /yaer here. Did you mean /year 1867?",
                "/on july 4|There is no command /on here. Did you mean /onthisday july 4?",
                "/daily list now|/daily list takes no options. Try just /daily list.",
                "/daily nothing|/daily needs one of these after it: set, list.",
                "/daily|/daily needs one of these after it: set, list.",
            })
    void refusesALineThatNamesNothingAndSaysWhatWorks(String line, String message) {
        assertEquals(message, assertThrows(BadRequest.class, () -> parse(line)).getMessage());
    }

    @Test
    void offersWhatASlipMayHaveMeantAndAsksNothingByItself() {
        BadRequest slip = assertThrows(BadRequest.class, () -> parse("/yaer 1867"));

        assertEquals(
                List.of(new Choice("/year 1867", Question.of("year").with("year", "1867"))),
                slip.reply().choices());
    }

    @Test
    void knowsNoCommandThatTheTerminalDoesNotOffer() {
        assertEquals(
                "There is no command /daily here. /help lists them all.",
                assertThrows(BadRequest.class, () -> parse("/daily list", new FakeDaily(Need.SERVER)))
                        .getMessage());
    }

    @Test
    void readsWhatAChoiceIsPrintedAsTheSameQuestion() {
        Question question = Question.of("year").with("year", "49 BC-44 BC").onPage(2);

        assertEquals(question, parse(question.toString()));
    }
}
