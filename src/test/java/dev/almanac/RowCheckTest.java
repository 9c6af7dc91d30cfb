package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowCheckTest {
    private static final FactRow ROW = new FactRow(
            "f0330-1",
            List.of("1867-03-30", "1867-03-18"),
            List.of("US buys Alaska", "William H. Seward signs at 4 in the morning; $7,200,000; Senate 1867-68"),
            List.of("National Archives, Milestone Documents, page 12", "Moscow Times, 2001"));

    private static final Set<String> COMMON =
            Set.of("four", "from", "he", "it", "on", "that", "the", "then", "they", "three", "title", "to", "yes");

    private static RowCheck check(String title, String text, FactRow... rows) {
        return RowCheck.ofText(title, text, Arrays.asList(rows), COMMON::contains);
    }

    /** Of an event that cites page 15 of "A Small Almanac" by Almanac Press. */
    private static RowCheck note(String note) {
        HistoryEvent event = new HistoryEvent(
                "alaska",
                HistoricalDate.parse("1867-03-30"),
                "",
                null,
                "Alaska is sold",
                "Russia sold Alaska.",
                note,
                List.of(new Category("treaty", "Treaty", 0)),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                List.of(new Citation(
                        new Source("almanac", "A Small Almanac", "Almanac Press", "", "public domain"),
                        "The Purchase, page 15",
                        "")),
                List.of());
        return RowCheck.ofNote(event, List.of(ROW), COMMON::contains);
    }

    @Test
    void findsNothingInWhatTheRowsSay() {
        RowCheck check = check(
                "Seward’s Alaska",
                "William H. Seward signed on 30 March 1867 at four in the morning, for $7,200,000; the Senate’s debates "
                        + "of 1867–1868 followed. That was in the U.S. Senate.",
                ROW);

        assertEquals(List.of(), check.numbers());
        assertEquals(List.of(), check.numberWords());
        assertEquals(List.of("March"), check.names(List.of()));
        assertEquals(List.of(), check.names(List.of(ListedName.of("March", "calendar"))));
    }

    @Test
    void findsEachNumberThatNoRowHas() {
        assertEquals(
                List.of("1869", "31", "7200001"),
                check("Title", "On 31 March 1867, 30 March 1869, $7,200,001 and 18.", ROW)
                        .numbers());
        assertEquals(
                List.of("1905", "59"),
                check(
                                "Title",
                                "From 1905 to 59",
                                new FactRow("r", List.of(), List.of("1904-05-06, 1948-9, 1948–958"), List.of()))
                        .numbers());
        assertEquals(
                List.of(),
                check(
                                "Title",
                                "1949, 1959, 2.5, 2 and 0.5",
                                new FactRow(
                                        "r", List.of("2005-01-02"), List.of("1948-9, 1958-59; 2.5; 0.5"), List.of()))
                        .numbers());
    }

    @Test
    void findsEachNumberWordFromThreeToTwelveThatNoRowStates() {
        FactRow row = new FactRow("r", List.of("1867-03-30"), List.of("Twelve men, 4 ships, two flags"), List.of());

        assertEquals(
                List.of("three", "five"),
                check("Four ships", "Three men of twelve, five times three, and one flag of thirty.", row)
                        .numberWords());
    }

    @Test
    void findsEachCapitalisedWordThatNoRowHasButACommonOneThatBeginsASentence() {
        assertEquals(
                List.of("Stoeckl", "Gold", "Averell", "Mir", "Leonov"),
                check(
                                "Stoeckl and Stoeckl’s Alaskas",
                                "He met Stoeckl. “Gold!” said Seward. Gold it was (“Gold”): W. Averell came. It was Mir-Alaska. "
                                        + "“Yes.” Then Alexei Leonov spoke.",
                                new FactRow("r", List.of(), List.of("Alaska, Seward, W, Alexei"), List.of()))
                        .names(List.of()));
    }

    @Test
    void takesAKingsNumberForTheEndOfASentenceAndAnInitialNot() {
        assertEquals(
                List.of("Nicholas", "I", "St", "Petersburg"),
                check("Title", "To Nicholas I. Then to St. Petersburg.", ROW).names(List.of()));
    }

    @Test
    void knowsAListedNameOnlyAsAWhole() {
        List<ListedName> listed = List.of(ListedName.of("Kirov Theatre", "place"), ListedName.of("Soviet", "nation"));

        RowCheck whole = check("Title", "The Soviets knew the Kirov Theatre’s roof.", ROW);
        assertEquals(List.of(), whole.names(listed));
        assertEquals(
                listed.stream()
                        .sorted((one, other) -> other.name().compareTo(one.name()))
                        .toList(),
                whole.needed(listed));
        assertEquals(
                List.of("Kirov"),
                check("Title", "They knew the Kirov ballet.", ROW).names(listed));
    }

    @Test
    void needsNoListedNameThatARowHas() {
        assertEquals(
                List.of(), check("Title", "It was Alaska.", ROW).needed(List.of(ListedName.of("Alaska", "place"))));
    }

    @Test
    void takesASentencesFirstWordForANameUnlessItIsCommon() {
        RowCheck check = check("Title", "Fritz came: They saw him. Bewildered, Seward said, “Yes, Otto.”", ROW);

        assertEquals(List.of("Fritz", "Bewildered", "Otto"), check.names(List.of()));
        assertEquals(List.of("Fritz", "Otto"), check.names(List.of(ListedName.of("Bewildered", "word"))));
        assertEquals(
                List.of("Bewildered"),
                check("Title", "They met Bewildered.", ROW).names(List.of(ListedName.of("Bewildered", "word"))));
    }

    @Test
    void letsANoteNameTheSourcesOfItsRowsAndItsOwn() {
        RowCheck check =
                note("The National Archives (page 12) and the Moscow Times of 2001 have four; the Purchase in A Small "
                        + "Almanac of Almanac Press (page 15) has 30 March.");

        assertEquals(List.of(), check.numbers());
        assertEquals(List.of(), check.numberWords());
        assertEquals(List.of("March"), check.names(List.of()));
        assertEquals(
                List.of("12", "15", "2001"),
                check("Title", "On 30 March, 12, 15, 2001.", ROW).numbers());
        assertEquals(
                List.of("National", "Archives"),
                check("Title", "They saw the National Archives.", ROW).names(List.of()));
    }

    @Test
    void findsInANoteWhatNeitherARowNorASourceHas() {
        RowCheck check = note("Stoeckl has five of 31, says the Washington Post.");

        assertEquals(List.of("31"), check.numbers());
        assertEquals(List.of("five"), check.numberWords());
        assertEquals(List.of("Stoeckl", "Washington", "Post"), check.names(List.of()));
    }
}
