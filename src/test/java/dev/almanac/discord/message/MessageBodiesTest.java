package dev.almanac.discord.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.discord.message.MessageBodies.Body;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.HelpCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageBodiesTest {
    private static final Timeline TIMELINE =
            Events.timelineOf("1867-01", "1867-02", "1867-03", "1867-04", "1867-05", "1867-06");

    private final Command year = new YearCommand(TIMELINE, Examples.of(TIMELINE));
    private final Commands commands = new Commands(
            List.of(year, new HelpCommand(TIMELINE.head(), List.of(year.usage())), tooMuch()), new Random(1));
    private final KeptMessages kept = new KeptMessages();
    private final MessageBodies bodies = new MessageBodies(commands, kept);

    private static Command tooMuch() {
        return new Command() {
            @Override
            public Usage usage() {
                return Usage.of("toomuch", "More than Discord takes", "/toomuch")
                        .neverKept();
            }

            @Override
            public Reply answer(Request request) {
                return Reply.ofSections("Too much", Collections.nCopies(45, new Section("Title", "Text")));
            }
        };
    }

    private static Request request(Question question) {
        return new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here");
    }

    private JsonNode sent(Question question) throws Exception {
        Reply reply = commands.answer(request(question));
        return new ObjectMapper()
                .readTree(new ReplyMessage(commands, name -> "/" + name)
                        .of(reply)
                        .toData()
                        .toString());
    }

    @Test
    void areTheMessagesThatDiscordWouldGet() throws Exception {
        Question question = Question.of("year").with("year", "1867");

        assertEquals(new Body(sent(question), false, false, Map.of(), List.of()), bodies.to(request(question)));
        assertEquals("0 of 1 answers were ready to send (0 %), 1 are kept", kept.inWords());
    }

    @Test
    void aButtonOfThePageTakesItsPlaceAndOthersAreShownInPrivate() throws Exception {
        Question second = Question.of("year").with("year", "1867").onPage(2);

        assertEquals(
                new Body(sent(second), false, true, Map.of(), List.of()),
                bodies.toButton("1|t|2|year|1867", MessageBodiesTest::request));
        assertEquals(
                new Body(sent(second), true, false, Map.of(), List.of()),
                bodies.toButton("1|s|2|year|1867", MessageBodiesTest::request));
    }

    @Test
    void aButtonOfAnotherVersionIsAMistake() {
        Body body = bodies.toButton("0|t|2|year|1867", MessageBodiesTest::request);

        assertTrue(body.isPrivate() && !body.turns());
        assertTrue(body.message().toString().contains("This button is from another version of the bot"));
    }

    @Test
    void nameCommandsAsLinksWithIdsInDiscordsForm() {
        assertTrue(
                bodies.to(request(Question.of("help"))).message().toString().contains("</year:1400000000000000001>"));
    }

    @Test
    void sayWhatDiscordWouldRefuse() {
        Body body = bodies.to(request(Question.of("toomuch")));

        assertEquals(List.of("Cannot build message with over 40 total components, provided 47"), body.problems());
        assertTrue(body.isPrivate());
        assertTrue(body.message().toString().contains("Something went wrong here"), body.toString());
    }

    @Test
    void completeAsDiscordWould() {
        assertEquals(List.of(new Suggestion("1867 (6 events)", "1867")), bodies.completions("year", "year", "1867"));
    }
}
