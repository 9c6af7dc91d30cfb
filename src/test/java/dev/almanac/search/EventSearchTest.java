package dev.almanac.search;

import static dev.almanac.timeline.Events.ALMANAC;
import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.SPACE;
import static dev.almanac.timeline.Events.TREATY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.AlsoKnown;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import dev.almanac.timeline.Years;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSearchTest {
    private static final HistoryEvent FLIGHT = event(
            "flight",
            "1961-04-12",
            "Yuri Gagarin flies",
            "He flew round the Earth.",
            SPACE,
            "Yuri Gagarin",
            "Baikonur",
            2);
    private static final HistoryEvent VISIT =
            event("visit", "1961-07", "A guest in Manchester", "He dined.", TREATY, "Yuri Gagarin", "Manchester", 2);
    private static final HistoryEvent SPEECH = event(
            "speech", "1962", "A speech", "It named Gagarin, and the U-2.", TREATY, "John Kennedy", "Washington", 2);
    private static final HistoryEvent GATHERING =
            event("gathering", "1963", "Gagarins gather", "They ate.", TREATY, "", "Riga", 3);
    private static final EventSearch SEARCH = over(
            List.of(
                    new AlsoKnown("Yuri Gagarin", List.of(), List.of("Юрий Гагарин")),
                    new AlsoKnown("", List.of("speech", "flight"), List.of("space race"))),
            FLIGHT,
            VISIT,
            SPEECH,
            GATHERING);

    private static HistoryEvent event(
            String id,
            String date,
            String title,
            String text,
            Category category,
            String person,
            String place,
            int weight) {
        return new HistoryEvent(
                id,
                HistoricalDate.parse(date),
                "",
                null,
                title,
                text,
                "",
                List.of(category),
                person.isEmpty() ? List.of() : List.of(person),
                List.of(place),
                null,
                false,
                Confidence.HIGH,
                weight,
                List.of(),
                null,
                List.of(new Citation(ALMANAC, "", ALMANAC.url())),
                List.of());
    }

    private static EventSearch over(List<AlsoKnown> names, HistoryEvent... events) {
        TimelineHead head = new TimelineHead(
                HEAD.title(),
                HEAD.description(),
                HEAD.language(),
                HEAD.licence(),
                HEAD.eras(),
                HEAD.categories(),
                HEAD.furtherReading(),
                HEAD.sources(),
                names,
                null,
                List.of());
        return EventSearch.over(new Timeline(head, List.of(events)));
    }

    private static Finding find(String typed) {
        return SEARCH.find(SearchWords.of(typed), Scope.EVERYWHERE, 0, 10);
    }

    private static List<String> ids(List<HistoryEvent> events) {
        return events.stream().map(HistoryEvent::id).toList();
    }

    @Test
    void putsTitlesBeforeNamesBeforeTextsAndWholeWordsBeforeOtherForms() {
        assertEquals(
                List.of("flight", "gathering", "visit", "speech"),
                ids(find("gagarin").events()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLY|flight",
                "flew|flight",
                "gagrin manchester|visit",
                "manchster|visit",
                "kenedi|speech",
                "kenady|",
                "why did Gagarin go to Manchester?|visit",
                "how did the flight of Gagarin end?|flight",
                "gagarin end|",
                "\"the earth\"|flight",
                "\"earth the\"|",
                "u2|speech",
                "U-2|speech",
                "гагарин 1961|flight visit",
                "Гагарина baikonur|flight",
                "кто такой Гагарин?|flight visit",
                "когда был Гагарин?|flight visit",
                "gagrins|gathering flight visit speech",
                "hew|",
                "fli yuri|flight",
                "flying|flight",
                "gath|gathering",
                "\"yuri gagarin\" manchester|visit",
                "\"baikonur space\"|",
                "space|flight speech",
                "space race|speech flight",
                "who dined in Manchester?|visit",
                "the|flight speech gathering",
                "washingtonian|",
                "xyzzy|",
                "mancester baikonur|",
            })
    void findsThemByAllWordsInAnyForm(String typed, String ids) {
        assertEquals(
                ids == null ? List.of() : List.of(ids.split(" ")),
                ids(find(typed).events()));
    }

    @Test
    void tellsHowItReadAWordThatNoEventHas() {
        assertEquals(
                Map.of("manchster", List.of("manchester")), find("manchster").read());
        assertEquals(Map.of(), find("manchester").read());
    }

    @Test
    void namesTheNearestWordsThatFindSomethingWhereTheseFindNothing() {
        assertEquals(List.of(SearchWords.of("riga")), find("biga").others());
        assertEquals(List.of(), find("xyzzy").others());
    }

    @Test
    void leavesOutWordsWhereAllOfThemFindNothing() {
        assertEquals(List.of(SearchWords.of("baikonur")), find("xyzzy baikonur").others());
        assertEquals(
                List.of(SearchWords.of("manchester gagarin"), SearchWords.of("riga gagarin")),
                find("riga manchester gagarin").others());
        assertEquals(List.of(), find("xyzzy xyzzzy").others());
    }

    @Test
    void namesTheYearInFullThatAShortOneMayBe() {
        assertEquals(
                List.of(SearchWords.of("gagarin manchester 1961"), SearchWords.of("gagarin manchester")),
                find("gagarin manchester 61").others());
        assertEquals(
                List.of(SearchWords.of("manchester gagarin"), SearchWords.of("manchester")),
                find("manchester gagarin 72").others());
    }

    @Test
    void knowsRomanNumeralsInFigures() {
        EventSearch search = over(
                List.of(new AlsoKnown("", List.of("invasion"), List.of("World War II"))),
                event("salt", "1972-05-26", "Two sign SALT I", "They drank.", TREATY, "", "Riga", 2),
                event("tsar", "1855", "Alexander II becomes tsar", "I am he.", TREATY, "", "Riga", 2),
                event("invasion", "1941", "An army marches", "It was long.", TREATY, "", "Riga", 2));

        assertEquals(
                List.of("salt"),
                ids(search.find(SearchWords.of("salt 1"), Scope.EVERYWHERE, 0, 10)
                        .events()));
        assertEquals(
                List.of("tsar"),
                ids(search.find(SearchWords.of("alexander 2"), Scope.EVERYWHERE, 0, 10)
                        .events()));
        assertEquals(
                List.of("invasion"),
                ids(search.find(SearchWords.of("world war 2"), Scope.EVERYWHERE, 0, 10)
                        .events()));
    }

    @Test
    void neverTakesAnotherFirstLetterOrAnEndingForAMisspelling() {
        EventSearch search = over(
                List.of(),
                event("anastas", "1959", "Mikoyan", "Anastas came.", TREATY, "", "Minsk", 2),
                event("putin", "2000", "Putin", "He came.", TREATY, "", "Moscow", 2));

        for (String other : List.of("anastasia", "rutin", "putnam", "min")) {
            Finding finding = search.find(SearchWords.of(other), Scope.EVERYWHERE, 0, 10);
            assertEquals(List.of(), finding.read().keySet().stream().toList(), other);
        }
    }

    @Test
    void staysWithinAScope() {
        SearchWords words = SearchWords.of("gagarin");

        assertEquals(
                List.of("visit", "speech"),
                ids(SEARCH.find(words, new Scope("treaty", new Years(1961, 1962)), 0, 10)
                        .events()));
        assertEquals(
                0, SEARCH.find(words, new Scope("space", Years.of(1962)), 0, 10).count());
    }

    @Test
    void completesBeginningsInTitlesAndNames() {
        assertEquals(List.of("gathering", "flight", "visit"), ids(SEARCH.beginning(SearchWords.of("g"), 10)));
        assertEquals(List.of("flight"), ids(SEARCH.beginning(SearchWords.of("fli yur"), 10)));
        assertEquals(List.of("visit"), ids(SEARCH.beginning(SearchWords.of("manches"), 1)));
        assertEquals(List.of(), SEARCH.beginning(SearchWords.of("dined"), 10));
        assertEquals(List.of(), SEARCH.beginning(SearchWords.of(" ! "), 10));
    }

    @Test
    void putsWeightThenExactDaysThenDatesFirstAmongEquals() {
        EventSearch search = over(
                List.of(),
                event("vague", "1900", "Title", "Text.", TREATY, "", "Riga", 2),
                event("late", "1902-01-01", "Title", "Text.", TREATY, "", "Riga", 2),
                event("early", "1901-01-01", "Title", "Text.", TREATY, "", "Riga", 2),
                event("heavy", "1903", "Title", "Text.", TREATY, "", "Riga", 3));

        assertEquals(
                List.of("heavy", "early", "late", "vague"),
                ids(search.find(SearchWords.of("title"), Scope.EVERYWHERE, 0, 10)
                        .events()));
    }

    @Test
    void putsWeightBeforeHowATitleHasAWord() {
        EventSearch search = over(
                List.of(),
                event("opens", "1959", "Riga becomes a state", "Text.", TREATY, "", "Riga", 2),
                event("light", "1958", "Riga", "Text.", TREATY, "", "Riga", 1),
                event("heavy", "1867", "The tsar agrees to sell his Riga", "Text.", TREATY, "", "Sitka", 3),
                event("form", "1868", "All Rigas are sold", "Text.", TREATY, "", "Sitka", 3));

        assertEquals(
                List.of("heavy", "opens", "light", "form"),
                ids(search.find(SearchWords.of("riga"), Scope.EVERYWHERE, 0, 10).events()));
    }

    @Test
    void countsExactlyUpToAThousandAndTellsAnyPage() {
        for (int events : List.of(1000, 1001)) {
            EventSearch search = EventSearch.over(new Timeline(
                    HEAD,
                    IntStream.range(0, events)
                            .mapToObj(i -> Events.named("e" + i, "1900"))
                            .toList()));
            Finding finding = search.find(SearchWords.of("title"), Scope.EVERYWHERE, 995, 5);

            assertEquals(
                    List.of(1000, events > 1000, 5),
                    List.of(finding.count(), finding.more(), finding.events().size()));
        }
    }

    @Test
    void putsAWordInATitleBeforeTwoSideBySideInAText() {
        EventSearch search = over(
                List.of(),
                event("flute", "2010", "A flute", "On a day of Gagarin's flight.", TREATY, "Yuri Gagarin", "Riga", 2),
                event("flight", "1961", "Gagarin orbits", "His was the first flight.", TREATY, "", "Riga", 2));

        assertEquals(
                List.of("flight", "flute"),
                ids(search.find(SearchWords.of("gagarin's flight"), Scope.EVERYWHERE, 0, 5)
                        .events()));
    }

    @Test
    void looksHowWordsStandInAllFindsUpToAThousandAndBeyondInTheBestOnly() {
        HistoryEvent apart = event("apart0", "1900", "Sea and ice", "Text.", TREATY, "", "Riga", 2);
        HistoryEvent together = event("together", "1900", "Sea ice", "Text.", TREATY, "", "Riga", 1);
        for (int others : List.of(999, 1001)) {
            EventSearch search = over(
                    List.of(),
                    Stream.concat(
                                    IntStream.range(0, others)
                                            .mapToObj(i -> event(
                                                    "apart" + i,
                                                    "1900",
                                                    "Sea and ice",
                                                    "Text.",
                                                    TREATY,
                                                    "",
                                                    "Riga",
                                                    2)),
                                    Stream.of(together))
                            .toArray(HistoryEvent[]::new));

            assertEquals(
                    List.of(others < 1000 ? together : apart),
                    search.find(SearchWords.of("sea ice"), Scope.EVERYWHERE, 0, 1)
                            .events());
        }
    }

    @Test
    void findsNothingInAnEmptyTimeline() {
        EventSearch search = EventSearch.over(Events.timeline());

        assertEquals(
                0,
                search.find(SearchWords.of("gagarin \"cold war\""), Scope.EVERYWHERE, 0, 5)
                        .count());
        assertEquals(List.of(), search.beginning(SearchWords.of("g"), 5));
    }
}
