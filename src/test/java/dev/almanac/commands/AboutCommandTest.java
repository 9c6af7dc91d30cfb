package dev.almanac.commands;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.at;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AboutCommandTest {
    private static Reply ask(Timeline timeline, int page) {
        return new AboutCommand(timeline, "1.2.3", () -> List.of(new Section("Kept replies", "12")))
                .answer(new Request(
                        Question.of("about").onPage(page), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    @Test
    void saysWhichTimelineItIsAndWhereItComesFrom() {
        assertEquals(
                Reply.ofSections(
                                "About this timeline of US-Russian relations",
                                List.of(
                                        new Section("The timeline", "3 events, 1808–1867. Licence: CC0-1.0"),
                                        new Section("Further reading", "History: https://example.org/history"),
                                        new Section("The program", "Almanac 1.2.3, Apache-2.0"),
                                        new Section("Kept replies", "12"),
                                        new Section("Sources", "Almanac Press: A Small Almanac · public domain")))
                        .withNotice("What Americans and Russians have had to do with each other."),
                ask(timelineOf("1867-03-30", "1853", "1808-08-30?"), 1));
    }

    @Test
    void countsOneEventAndNone() {
        assertEquals(
                List.of(
                        List.of(Span.words("1 event, 1867. Licence: CC0-1.0")),
                        List.of(Span.words("0 events. Licence: CC0-1.0"))),
                List.of(
                        ask(timelineOf("1867"), 1).sections().get(0).spans(),
                        ask(timelineOf(), 1).sections().get(0).spans()));
    }

    @Test
    void listsManySourcesFourToASectionAndTurnsThePage() {
        TimelineHead head = new TimelineHead(
                HEAD.title(),
                HEAD.description(),
                HEAD.language(),
                HEAD.licence(),
                List.of(),
                HEAD.categories(),
                List.of(),
                IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> new Source("s" + i, "Book " + i, "Press", "", "public domain"))
                        .toList());
        Timeline timeline = new Timeline(head, List.of(at("1867")));

        assertEquals(
                Reply.ofSections(
                                "About this timeline of US-Russian relations",
                                List.of(new Section(
                                        "Sources 9 to 10 of 10",
                                        "Press: Book 9 · public domain\nPress: Book 10 · public domain")))
                        .withNotice("What Americans and Russians have had to do with each other.")
                        .onPage(new Pages(2, 2), Question.of("about").onPage(2)),
                ask(timeline, 2));
        assertEquals(
                List.of("The timeline", "The program", "Kept replies", "Sources 1 to 4 of 10", "Sources 5 to 8 of 10"),
                ask(timeline, 1).sections().stream().map(Section::title).toList());
    }
}
