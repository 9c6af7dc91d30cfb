package dev.almanac.lookup;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.at;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AboutCommandTest {
    private static Reply ask(Timeline timeline, int page) {
        return new AboutCommand(timeline, "1.2.3")
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
    void namesTheSourcesThatMostEventsRestOnAndCountsTheOthers() {
        List<Source> sources = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Source("s" + i, "Book " + i, "Press", "", "public domain"))
                .toList();

        assertEquals(
                new Section("The sources used most", """
                        Press: Book 10 · public domain
                        Press: Book 9 · public domain
                        Press: Book 1 · public domain
                        Press: Book 2 · public domain
                        Press: Book 3 · public domain
                        Press: Book 4 · public domain
                        Press: Book 5 · public domain
                        Press: Book 6 · public domain
                        and 2 others, which the events name."""),
                sourcesOf(
                        sources,
                        citing("1867", sources.get(9), sources.get(9)),
                        citing("1868", sources.get(8), sources.get(9))));
        assertEquals(
                "and 1 other, which the events name.",
                lastLine(sourcesOf(sources.subList(0, 9), citing("1867", sources.get(8)))));
        assertEquals("Sources", sourcesOf(sources.subList(0, 8)).title());
    }

    @Test
    void saysUntilWhenTheTimelineIsKept() {
        TimelineHead head = new TimelineHead(
                HEAD.title(),
                HEAD.description(),
                HEAD.language(),
                HEAD.licence(),
                List.of(),
                HEAD.categories(),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.of(2026, 2, 28),
                List.of());

        assertEquals(
                List.of(Span.words("1 event, 1867, kept until 28 February 2026. Licence: CC0-1.0")),
                ask(new Timeline(head, List.of(at("1867"))), 1)
                        .sections()
                        .get(0)
                        .spans());
    }

    private static HistoryEvent citing(String date, Source... sources) {
        HistoryEvent event = at(date);
        return new HistoryEvent(
                event.id(),
                event.date(),
                "",
                null,
                event.title(),
                event.text(),
                "",
                event.categories(),
                List.of(),
                List.of(),
                null,
                false,
                event.confidence(),
                Arrays.stream(sources)
                        .map(source -> new Citation(source, "", ""))
                        .toList(),
                List.of());
    }

    private static Section sourcesOf(List<Source> sources, HistoryEvent... events) {
        TimelineHead head = new TimelineHead(
                HEAD.title(),
                HEAD.description(),
                HEAD.language(),
                HEAD.licence(),
                List.of(),
                HEAD.categories(),
                List.of(),
                sources);
        Reply reply = ask(new Timeline(head, List.of(events)), 1);
        assertEquals(Pages.ONE, reply.pages());
        return reply.sections().get(reply.sections().size() - 1);
    }

    private static String lastLine(Section section) {
        return section.spans()
                .get(0)
                .value()
                .lines()
                .reduce((line, next) -> next)
                .orElse("");
    }
}
