package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.lookup.AboutCommand;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the timeline that we ship is told, what it has of everything, and on whose word. */
class ShippedTellingTest {
    private static final Timeline TIMELINE =
            new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    private static final Editorial EDITORIAL = Editorial.read();

    /** Titles and publishers that stand for many publications, and lists that nobody can look up. */
    private static final Pattern COLLECTIVE = Pattern.compile(
            "The press|Books|Pages on the web|Universities, museums and learned societies|US armed forces|US government"
                    + "|(Various|Other|Publications of other|Governments and) .*|launches\\.csv.*|@HistoryAtState.*");

    /** {@code Tent Life in Siberia, by George Kennan (1870)}. */
    private static final Pattern BOOK = Pattern.compile(".+, (by|edited by) .+ \\(\\d{4}.*\\)");

    private static final Pattern YEAR = Pattern.compile("\\b(17|18|19|20)\\d{2}\\b");

    private static List<String> ids(Predicate<HistoryEvent> wrong) {
        return TIMELINE.events().stream().filter(wrong).map(HistoryEvent::id).toList();
    }

    private static long count(Predicate<HistoryEvent> which) {
        return TIMELINE.events().stream().filter(which).count();
    }

    private static boolean isAboutIt(Citation citation) {
        return EDITORIAL.isAboutAHappening(citation.url());
    }

    /** Whether somebody can look it up without a link: a book by its author and year, a paper by its day or year. */
    private static boolean isBookOrPaper(Citation citation) {
        return BOOK.matcher(citation.source().title()).matches()
                || YEAR.matcher(citation.section()).find();
    }

    @Test
    void tellsAtLeast850Events() {
        assertTrue(TIMELINE.events().size() >= 850, TIMELINE.events().size() + " events");
    }

    @Test
    void tellsEachIn40To90WordsAndWhatIsRoutineIn30AtLeast() {
        assertEquals(List.of(), ids(event -> {
            int words = event.text().split("\\s+").length;
            return words < (event.weight() == 1 ? 30 : 40) || words > 90;
        }));
    }

    @Test
    void givesTheGreatestWeightToASixthAtMost() {
        assertTrue(count(event -> event.weight() == 3) * 6 <= TIMELINE.events().size());
    }

    @Test
    void citesAtMostThreeSources() {
        assertEquals(List.of(), ids(event -> event.sources().size() > 3));
    }

    @Test
    void citesPublicationsAndNothingCollective() {
        assertEquals(
                List.of(),
                TIMELINE.head().sources().stream()
                        .filter(source -> COLLECTIVE.matcher(source.title()).matches()
                                || COLLECTIVE.matcher(source.publisher()).matches())
                        .map(source -> source.id())
                        .toList());
        assertEquals(
                List.of(),
                ids(event -> event.sources().stream()
                        .anyMatch(citation ->
                                COLLECTIVE.matcher(citation.section()).matches())));
    }

    @Test
    void leadsFromNineteenOfTwentyEventsToAPageAboutThem() {
        long linked = count(event -> event.sources().stream().anyMatch(ShippedTellingTest::isAboutIt));

        assertTrue(
                linked * 20 >= TIMELINE.events().size() * 19L,
                linked + " of " + TIMELINE.events().size());
    }

    @Test
    void citesABookOrAPaperWhereNoPageIsAboutTheHappening() {
        assertEquals(
                List.of(),
                ids(event -> event.sources().stream().noneMatch(ShippedTellingTest::isAboutIt)
                        && event.sources().stream().noneMatch(ShippedTellingTest::isBookOrPaper)));
    }

    @Test
    void tellsOfSpaceInAThirdOfTheEventsAfter1991AtMost() {
        Predicate<HistoryEvent> isLate = event -> event.date().firstDay().getYear() > 1991;
        long space = count(isLate.and(event -> event.categories().get(0).id().equals("space")));

        assertTrue(space * 3 <= count(isLate), space + " of " + count(isLate));
    }

    @Test
    void tellsSomethingThatBeganInEachOfTheYearsThatWereEmpty() {
        assertEquals(
                List.of(),
                Stream.of(1950, 1954, 1982, 2003, 2004)
                        .filter(year -> !TIMELINE.beginnings().contains(year))
                        .toList());
    }

    @Test
    void saysUntilWhenItIsKept() {
        LocalDate keptUntil = TIMELINE.head().keptUntil();
        String about = new AboutCommand(TIMELINE, "test")
                .answer(new Request(Question.of("about"), LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"))
                .sections()
                .toString();

        assertNotNull(keptUntil);
        assertTrue(!keptUntil.isBefore(LocalDate.of(2026, 2, 1)), keptUntil.toString());
        assertTrue(about.contains(", kept until "), about);
    }

    @Test
    void tellsNothingTwiceOnNeighbouringDays() {
        List<String> alike = new ArrayList<>();
        List<HistoryEvent> events = TIMELINE.events().stream()
                .filter(event -> !event.date().isOpen() && !event.date().days().isEmpty())
                .toList();
        for (HistoryEvent one : events) {
            events.stream()
                    .filter(other -> one.compareTo(other) < 0 && areNeighbours(one, other))
                    .filter(other -> share(one, other) > 0.4 || share(other, one) > 0.4)
                    .forEach(other -> alike.add(one.id() + " and " + other.id()));
        }

        assertEquals(List.of(), alike);
    }

    /** Whether no whole day lies between them. */
    private static boolean areNeighbours(HistoryEvent one, HistoryEvent next) {
        return !next.date().firstDay().isAfter(one.date().lastDay().plusDays(1));
    }

    /** The part of the telling words of an event that another has, too. */
    private static double share(HistoryEvent one, HistoryEvent other) {
        Set<String> words = tellingWords(one);
        Set<String> common = new HashSet<>(words);
        common.retainAll(tellingWords(other));
        return (double) common.size() / words.size();
    }

    /** Without the short ones, which are in every text. */
    private static Set<String> tellingWords(HistoryEvent event) {
        return Words.of(event.title() + "\n" + event.text()).texts().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }
}
