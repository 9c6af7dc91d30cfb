package dev.almanac.lookup;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HelpCommandTest {
    @Test
    void listsTheCommandsWithTheTopicAndAnExample() {
        List<Usage> others = List.of(
                new YearCommand(timelineOf("1867"), Examples.of(timelineOf("1867"))).usage(),
                new RandomCommand(timelineOf("1867"), new Random(1), Examples.of(timelineOf("1867"))).usage());
        Request request = new Request(Question.of("help"), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here");

        assertEquals(
                Reply.ofSections(
                                "A timeline of US-Russian relations",
                                List.of(
                                        new Section(
                                                "/year year",
                                                "What happened in a year, in several years or in a decade. For example "
                                                        + "/year 1867"),
                                        new Section(
                                                "/random [category] [from] [to]",
                                                "A random event; none comes twice here until you have seen them all."),
                                        new Section("/help", "What you can ask here.")))
                        .withNotice("What Americans and Russians have had to do with each other."),
                new HelpCommand(HEAD, others).answer(request));
    }

    @Test
    void namesTheSubcommandsThatPeopleCanCall() {
        Usage hidden = Usage.of("post", "Post at once", "/daily post");
        Usage daily = new Usage(
                "daily",
                "A post every day",
                "/daily set",
                List.of(),
                List.of(
                        Usage.of("set", "Set it up", "/daily set"),
                        Usage.of("list", "List them", "/daily list"),
                        hidden.byButtonsOnly()),
                Usage.Audience.SERVER_MANAGERS,
                Usage.Need.SERVER,
                Usage.Answering.DEFERRED);

        assertEquals("/daily set | list", daily.synopsis());
    }
}
