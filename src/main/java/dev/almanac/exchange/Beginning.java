package dev.almanac.exchange;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a new timeline begins with.
 *
 * @param title its topic, fit to follow "this timeline of"
 * @param description a sentence or two about it
 * @param language of its texts, a BCP 47 tag
 * @param licence under which it may be used, in words
 */
public record Beginning(String title, String description, String language, String licence) {
    /** What stands for a licence that nobody has told. */
    public static final String NO_LICENCE = "not stated";

    private static final String EXAMPLE_ID = "example-of-";
    private static final String EXAMPLE_TITLE = "An example: ";

    /** What a timeline is described as by somebody who only says its topic. */
    public static String descriptionOf(String title) {
        return "What happened in the history of " + title + ", day by day.";
    }

    /** A timeline that nothing has happened in yet. */
    public Timeline empty() {
        return new Timeline(head(List.of(), List.of(), List.of()), List.of());
    }

    /** A head with the kinds of events and the sources that are given. */
    private TimelineHead head(List<Era> eras, List<Category> categories, List<Source> sources) {
        return new TimelineHead(title, description, language, licence, eras, categories, List.of(), sources);
    }

    /**
     * A timeline with three examples to be replaced: of a day, a span of days and a year nobody is sure of. Between them they
     * show the fields that most events have.
     *
     * @param today the examples of days lie on this day of the year, so that there is something to see at once
     */
    public Timeline withExamples(LocalDate today) {
        Era era = new Era("the-beginning", "The beginning");
        Category milestone = new Category("milestone", "Milestone", Palette.colour(0), "🚩");
        Category people = new Category("people", "People", Palette.colour(1), "👤");
        Source book = new Source(
                "a-book", "The Title of a Book", "Its Author", "https://example.org/the-book", "all rights reserved");
        Source archive = new Source("an-archive", "The Name of an Archive", "Its Town", "", "public domain");
        LocalDate day = today.minusYears(100);
        HistoryEvent first = new HistoryEvent(
                EXAMPLE_ID + "a-day",
                HistoricalDate.parse(day.toString()),
                "",
                null,
                EXAMPLE_TITLE + "something happened on a day",
                "Replace this by two or three sentences that tell the event to somebody who has never heard of it: who did what, "
                        + "where, and what came of it.",
                "A note says what another source has otherwise; most events need none.",
                List.of(milestone, people),
                List.of("Ada Example"),
                List.of("Exampleville"),
                era,
                false,
                Confidence.HIGH,
                3,
                List.of(),
                null,
                List.of(
                        new Citation(book, "Chapter 3", "https://example.org/the-book/3"),
                        new Citation(archive, "Box 12", "")),
                List.of());
        HistoryEvent second = new HistoryEvent(
                EXAMPLE_ID + "several-days",
                HistoricalDate.parse(day.plusYears(25) + "/" + day.plusYears(25).plusDays(2)),
                "",
                null,
                EXAMPLE_TITLE + "something lasted from day to day",
                "A span of days is found on its first day and on its last.",
                "",
                List.of(milestone),
                List.of(),
                List.of(),
                era,
                false,
                Confidence.MEDIUM,
                List.of(new Citation(archive, "", "")),
                List.of());
        HistoryEvent third = new HistoryEvent(
                EXAMPLE_ID + "a-year",
                HistoricalDate.parse(day.minusYears(50).getYear() + "~"),
                "",
                null,
                EXAMPLE_TITLE + "nobody is sure of the year",
                "The mark after the year says so; the event is found by its year and on no day. Without a source it is unverified.",
                "",
                List.of(people),
                List.of("Ada Example"),
                List.of(),
                null,
                false,
                Confidence.UNVERIFIED,
                List.of(),
                List.of());
        return new Timeline(
                head(List.of(era), List.of(milestone, people), List.of(book, archive)), List.of(third, first, second));
    }

    /** A timeline without the examples that are still as they were made, and without what only they name. */
    public static Timeline withoutExamples(Timeline timeline) {
        List<HistoryEvent> own = timeline.events().stream()
                .filter(event ->
                        !event.id().startsWith(EXAMPLE_ID) || !event.title().startsWith(EXAMPLE_TITLE))
                .toList();
        if (own.size() == timeline.events().size()) {
            return timeline;
        }
        TimelineHead head = timeline.head();
        Timeline examples = new Beginning(head.title(), head.description(), head.language(), head.licence())
                .withExamples(LocalDate.EPOCH);
        return new Timeline(
                new TimelineHead(
                        head.title(),
                        head.description(),
                        head.language(),
                        head.licence(),
                        without(
                                head.eras(),
                                examples.head().eras(),
                                era -> own.stream().anyMatch(event -> era.equals(event.era()))),
                        without(
                                head.categories(),
                                examples.head().categories(),
                                category -> own.stream()
                                        .anyMatch(event -> event.categories().contains(category))),
                        head.furtherReading(),
                        without(
                                head.sources(),
                                examples.head().sources(),
                                source -> own.stream()
                                        .anyMatch(event -> event.sources().stream()
                                                .anyMatch(citation ->
                                                        citation.source().equals(source)))),
                        head.names(),
                        head.keptUntil(),
                        head.imageHosts()),
                own);
    }

    private static <T> List<T> without(List<T> all, List<T> examples, Predicate<T> isUsed) {
        return all.stream()
                .filter(one -> !examples.contains(one) || isUsed.test(one))
                .toList();
    }
}
