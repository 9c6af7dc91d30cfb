package dev.almanac.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.timeline.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
    private static final Category TREATY = new Category("treaty", "Treaty", 0);
    private static final Category TRADE = new Category("trade", "Trade", 0);
    private static final EventCard ALASKA = new EventCard(
            "alaska-purchase-treaty",
            "159 years ago",
            "30 March 1867",
            "18 March",
            "fairly sure",
            "The United States agrees to buy Alaska",
            "Secretary of State William Seward and the Russian minister, Eduard de Stoeckl, signed the treaty at four "
                    + "in the morning. The price was $7.2 million.",
            "Some print 29 March, when they agreed.",
            List.of(TREATY, TRADE),
            List.of(
                    new EventCard.SourceLine(
                            "National Archives: Milestone Documents, “Check for the Purchase of Alaska”",
                            "https://www.archives.gov/milestone-documents/check-for-the-purchase-of-alaska"),
                    new EventCard.SourceLine("Almanac Press: A Small Almanac", "")));
    private static final EventCard WIDE = new EventCard(
            "wide",
            "",
            "1875",
            "",
            "",
            "樺太・千島交換条約が結ばれた年、サンクトペテルブルクで",
            "Zoë 😀 and a Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.\nA second line.",
            "",
            List.of(TREATY),
            List.of());
    private static final Reply EVENTS = Reply.of("30 March", List.of(ALASKA, WIDE))
            .withNotice("2026 has no 29 February: its events are shown with those of the 28th.")
            .withChoices(List.of(
                    new Choice("← 15 March", Question.of("onthisday").with("date", "2026-03-15")),
                    new Choice("11 April →", Question.of("onthisday").with("date", "2026-04-11"))))
            .onPage(new Pages(2, 3), Question.of("onthisday").with("date", "2026-03-30"));
    private static final Reply SECTIONS = Reply.ofSections(
                    "A timeline of US-Russian relations",
                    List.of(
                            new Section("/year year", "What happened in a year.\nFor example /year 1867"),
                            new Section("/help", "What you can ask here.")))
            .withNotice("What they have had to do with each other.");

    private static String text(Style style, int columns, Reply reply) {
        return new ReplyText(style, Links.WHOLE, columns).numbered(reply);
    }

    private static String file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReplyTextTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> widerThan(int columns, String text) {
        return text.lines()
                .filter(line -> !line.contains("https://"))
                .filter(line -> line.codePoints()
                                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                                .sum()
                        > columns)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80})
    void setsEventsBetweenWordsAtEachWidth(int columns) throws IOException {
        String text = text(Style.PLAIN, columns, EVENTS);

        assertEquals(file("events-at-" + columns + ".txt"), text);
        assertEquals(List.of(), widerThan(columns, text));
    }

    @Test
    void breaksNoAddress() {
        String address = "(https://example.org/" + "a".repeat(99) + ")";
        for (Links links : List.of(Links.WHOLE, Links.BEHIND_TITLES)) {
            assertEquals(
                    "See\n" + address + "\nfor more.\n",
                    new ReplyText(Style.PLAIN, links, 40).numbered(Reply.mistake("See " + address + " for more.")));
        }
        String text = new ReplyText(Style.PLAIN, Links.WHOLE, 20).numbered(EVENTS);
        assertTrue(
                text.contains("\n  <https://www.archives.gov/milestone-documents/check-for-the-purchase-of-alaska>;\n"),
                text);
    }

    @Test
    void putsAddressesBehindTheTitlesOfSourcesOnEachLineThatTheyTake() {
        String open =
                "\u001B]8;id=source;https://www.archives.gov/milestone-documents/check-for-the-purchase-of-alaska\u001B\\";
        String close = "\u001B]8;;\u001B\\";

        String text = new ReplyText(Style.PLAIN, Links.BEHIND_TITLES, 40).numbered(Reply.of("1867", List.of(ALASKA)));

        assertEquals(
                "  Treaty, trade · " + open + "National Archives:" + close + "\n"
                        + "  " + open + "Milestone Documents, “Check for the" + close + "\n"
                        + "  " + open + "Purchase of Alaska”" + close + "; Almanac Press: A\n"
                        + "  Small Almanac\n",
                text.substring(text.indexOf("  Treaty, trade")));
    }

    @Test
    void keepsAnAddressInTheTextThatNoHyperlinkCanHold() {
        for (String address :
                List.of("https://example.org/ж", "javascript:alert(1)", "https://example.org/" + "a".repeat(2000))) {
            EventCard card = new EventCard(
                    "x",
                    "",
                    "1867",
                    "",
                    "",
                    "X",
                    "X.",
                    "",
                    List.of(TREATY),
                    List.of(new EventCard.SourceLine("Y", address)));

            String text = new ReplyText(Style.PLAIN, Links.BEHIND_TITLES, 80).numbered(Reply.of("1867", List.of(card)));

            assertTrue(text.contains("<" + address + ">"), text);
            assertFalse(text.contains("\u001B"), text);
        }
    }

    @Test
    void setsTitledLines() throws IOException {
        assertEquals(file("sections.txt"), text(Style.PLAIN, 80, SECTIONS));
    }

    private static final Reply LIST = Reply.of("1867", List.of())
            .withLines(List.of(
                    new EventLine("alaska", "30 March 1867", "📜", "The United States agrees to buy Alaska", true),
                    new EventLine("sitka", "18 October 1867", "", "Sitka changes its flag", false)))
            .withNotice("2 events.")
            .withChoices(List.of(new Choice("1868 →", Question.of("year").with("year", "1868"))))
            .onPage(Pages.ONE, Question.of("year").with("year", "1867"));

    @Test
    void numbersTheLinesOfAListAndStarsTurningPoints() {
        assertEquals("""
                1867
                2 events.

                 1  30 March 1867 · 📜 ★ The United
                    States agrees to buy Alaska
                 2  18 October 1867 · Sitka changes its
                    flag

                3  1868 →
                """, text(Style.PLAIN, 40, LIST));
    }

    @Test
    void showsAListToWhoeverAsksOnceWithoutNumbers() {
        assertEquals("""
                1867
                2 events.

                  30 March 1867 · 📜 ★ The United States agrees to buy Alaska
                  18 October 1867 · Sitka changes its flag

                To read one: /event and words of its title

                1868 →: /year year:1868
                """, new ReplyText(Style.PLAIN, Links.WHOLE, 80).typed(LIST));
    }

    @Test
    void numbersPartsToChoose() {
        Reply parts = Reply.of("1867–1868", List.of())
                .withNarrower(List.of(
                        new Choice("1867 (201 events)", Question.of("year").with("year", "1867"))))
                .withChoices(List.of(new Choice("1869 →", Question.of("year").with("year", "1869"))));

        assertEquals("1867–1868\n\n1  1867 (201 events)\n\n2  1869 →\n", text(Style.PLAIN, 80, parts));
    }

    @Test
    void breaksAWordThatIsTooWideBetweenCharacters() {
        String family = "👨‍👩‍👧‍👦";
        List<String> lines =
                text(Style.PLAIN, 20, Reply.mistake(family.repeat(9))).lines().toList();

        assertTrue(lines.size() > 1);
        lines.forEach(line -> assertEquals("", line.replace(family, "")));
    }

    @Test
    void aMistakeIsItsSentenceAndNothingElse() {
        assertEquals(
                "“banana” isn't a year I know.\n",
                text(Style.PLAIN, 80, Reply.mistake("“banana” isn't a year I know.")));
    }

    @Test
    void keepsToAReadableWidthInAWideWindowAndToSomeWidthInANarrowOne() {
        assertEquals(text(Style.PLAIN, 96, EVENTS), text(Style.PLAIN, 500, EVENTS));
        assertEquals(text(Style.PLAIN, 20, EVENTS), text(Style.PLAIN, 0, EVENTS));
    }

    @Property(tries = 300)
    void noLineIsWiderThanTheTerminalWhateverTheTextIs(
            @ForAll String title, @ForAll String words, @ForAll @IntRange(min = 20, max = 96) int columns) {
        Reply reply = Reply.ofSections(title + "x", List.of(new Section(words, title + " " + words)));

        assertEquals(List.of(), widerThan(columns, text(Style.PLAIN, columns, reply)));
    }

    @Property(tries = 300)
    void noTextCanSteerTheTerminalOrTurnTheWriting(@ForAll String words) {
        String text = text(Style.PLAIN, 80, Reply.ofSections(words, List.of(new Section(words, words))));

        assertFalse(text.codePoints()
                .anyMatch(point -> point != '\n'
                        && (Character.isISOControl(point)
                                || "\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
                                                .indexOf(point)
                                        >= 0)));
    }

    @Test
    void showsThatACharacterWasTakenOut() {
        Reply reply = Reply.ofSections(
                "\u001B[31mred", List.of(new Section("a\u0007b", "c\u202Ed\u2066e\r\nf\u200Fg\u061Ch\u2028i")));

        assertEquals("""
                \uFFFD[31mred

                a\uFFFDb
                  c\uFFFDd\uFFFDe\uFFFD
                  f\uFFFDg\uFFFDh\uFFFDi
                """, text(Style.PLAIN, 80, reply));
    }

    @Test
    void coloursOnlyDressTheSameWords() {
        String plain = text(Style.PLAIN, 40, EVENTS);
        String coloured = text(Style.COLOURED, 40, EVENTS);

        assertFalse(plain.contains("\u001B"));
        assertTrue(coloured.startsWith("\u001B[1;36m30 March · page 2 of 3\u001B[0m\n"), coloured);
        assertEquals(plain, coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }
}
