package dev.almanac.commands;

import static dev.almanac.timeline.Events.HEAD;
import static dev.almanac.timeline.Events.SPACE;
import static dev.almanac.timeline.Events.TREATY;
import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class CommandsTest {
    private static final HistoryEvent ALASKA = new HistoryEvent(
            "alaska",
            HistoricalDate.parse("1867-03-30"),
            "",
            new OldStyle(1867, 3, 18),
            "Alaska is sold",
            "Russia sold Alaska.",
            "Some say 1868.",
            List.of(TREATY, SPACE),
            List.of(),
            List.of(),
            null,
            false,
            Confidence.MEDIUM,
            List.of(new Citation(Events.ALMANAC, "March", "https://example.org/march")),
            List.of());
    private static final Timeline TIMELINE = timeline(ALASKA, named("alaska-ice", "1853"), named("ice", "1808-08-30?"));

    private static Commands commands(Timeline timeline) {
        return new Commands(
                List.of(
                        new YearCommand(timeline),
                        new OnThisDayCommand(timeline),
                        new EventCommand(timeline),
                        new RandomCommand(timeline, new Random(1)),
                        new AboutCommand(timeline, "1.2.3", () -> List.of(new Section("Kept replies", "12"))),
                        new HelpCommand(HEAD, List.of(new YearCommand(timeline).usage()))),
                new Random(1));
    }

    private static Request request(Question question) {
        return new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here");
    }

    private static Reply ask(String command, String... options) {
        return commands(TIMELINE).answer(request(question(command, options)));
    }

    private static Question question(String command, String... options) {
        Question question = Question.of(command);
        for (int i = 0; i < options.length; i += 2) {
            question = question.with(options[i], options[i + 1]);
        }
        return question;
    }

    @Test
    void tellsAnEventInFull() {
        assertEquals(
                Reply.of(
                                "One event",
                                List.of(new EventCard(
                                        "alaska",
                                        "",
                                        "30 March 1867",
                                        "18 March",
                                        "fairly sure",
                                        "Alaska is sold",
                                        "Russia sold Alaska.",
                                        "Some say 1868.",
                                        List.of(TREATY, SPACE),
                                        List.of(new EventCard.SourceLine(
                                                "Almanac Press: A Small Almanac, “March”",
                                                "https://example.org/march")))))
                        .withChoices(List.of(
                                new Choice("All of 1867", Question.of("year").with("year", "1867")))),
                ask("event", "event", "alaska"));
    }

    @Test
    void findsAnEventByWordsOfItsTitle() {
        assertEquals("alaska", ask("event", "event", "SOLD alas").cards().get(0).id());
        assertEquals(
                "date in doubt", ask("event", "event", "ice").cards().get(0).exactness());
    }

    @Test
    void listsTheEventsThatAWordMayMean() {
        assertEquals(
                Reply.mistake("Several events have “ala” in their titles. Try /event with one of alaska-ice, alaska."),
                ask("event", "event", "ala"));
        assertEquals(
                Reply.mistake("No event has “banana” in its title. Try /event with another word, or /random."),
                ask("event", "event", "banana"));
    }

    @Test
    void offersTitlesWhileOneTypes() {
        assertEquals(
                List.of(
                        new Suggestion("Title of alaska-ice", "alaska-ice"),
                        new Suggestion("Alaska is sold", "alaska")),
                commands(TIMELINE).complete("event", "event", "ala"));
        assertEquals(List.of(), commands(TIMELINE).complete("event", "event", "a".repeat(61)));
        assertEquals(List.of(), commands(TIMELINE).complete("nothing", "event", "a"));
    }

    @Test
    void tellsAVeryLongEventInPartsWithoutLosingAWord() {
        String text = "wörd 😀 ".repeat(300).strip();
        HistoryEvent base = named("long", "1900");
        HistoryEvent event = new HistoryEvent(
                "long",
                base.date(),
                "",
                null,
                "Long",
                text,
                "n".repeat(800),
                base.categories(),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                base.sources(),
                List.of());
        Commands commands = commands(timeline(event));
        List<String> parts = new ArrayList<>();
        Reply reply = commands.answer(request(question("event", "event", "long")));
        for (int page = 1; page <= reply.pages().count(); page++) {
            EventCard card = commands.answer(
                            request(question("event", "event", "long").onPage(page)))
                    .cards()
                    .get(0);
            parts.add(card.text());
            assertTrue(card.text().length() + card.note().length() <= 1500);
        }

        assertEquals(text, parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decade|year|1867|There is no command /decade here. /help lists all.",
                "year|month|3|/year has no option “month”. Try /year 1867.",
                "year|year|' '|/year needs year: A year, years or a decade: 1867, 1914-1917, 1860s, 44 BC. Try /year 1867.",
                "year|year|1111111111 2222222222 3333333333 4444444444 5555555555 6666666666|“1111111111 222222222…” is too "
                        + "long for year: at most 60 characters. Try /year 1867.",
            })
    void refusesAQuestionThatCannotBeAskedAndSaysWhatWorks(
            String command, String option, String value, String message) {
        assertEquals(Reply.mistake(message), ask(command, option, value));
    }

    @Test
    void takesAChoiceByItsNameOrItsValue() {
        assertEquals(ask("onthisday", "month", "3"), ask("onthisday", "month", "MARCH"));
    }

    @Test
    void listsTheCommandsWithTheTopic() {
        assertEquals(
                Reply.ofSections(
                                "A timeline of US-Russian relations",
                                List.of(
                                        new Section(
                                                "/year year",
                                                "What happened in a year, in several years or in a decade. For example "
                                                        + "/year 1867"),
                                        new Section("/help", "What can be asked here.")))
                        .withNotice("What Americans and Russians have had to do with each other."),
                ask("help"));
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
                                        new Section("Sources", "Almanac Press: A Small Almanac. public domain")))
                        .withNotice("What Americans and Russians have had to do with each other."),
                ask("about"));
    }

    @Test
    void aFailureIsLoggedOnceAndItsReferenceShown() {
        Command broken = new Command() {
            @Override
            public Usage usage() {
                return Usage.of("broken", "Fails", "/broken");
            }

            @Override
            public Reply answer(Request request) {
                throw new IllegalStateException("as always");
            }
        };
        Logger logger = (Logger) LoggerFactory.getLogger(Commands.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);

        Reply reply = new Commands(List.of(broken), new Random(1)).answer(request(Question.of("broken")));

        logger.detachAppender(lines);
        logger.setAdditive(true);
        assertEquals(Reply.Kind.FAILURE, reply.kind());
        assertEquals(1, lines.list.size());
        String logged = lines.list.get(0).getFormattedMessage();
        String reference = logged.replaceAll(".*reference ([0-9a-f]{4});.*", "$1");
        assertTrue(reply.notice().contains("reference " + reference + "."), reply.notice() + logged);
    }

    @Test
    void anAnswerMayBeKeptUnderItsResolvedQuestionButNotAboutNorRandom() {
        Commands commands = commands(TIMELINE);

        assertEquals(
                List.of(
                        Optional.of(question("year", "year", "1860-1869")),
                        Optional.of(question("event", "event", "alaska")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(
                        commands.keptUnder(request(question("year", "year", "1860s"))),
                        commands.keptUnder(request(question("event", "event", "alaska is sold"))),
                        commands.keptUnder(request(question("about"))),
                        commands.keptUnder(request(question("random"))),
                        commands.keptUnder(request(question("year", "year", "banana")))));
    }

    @ParameterizedTest
    @CsvSource({
        "1867-03-30, 30 March 1867",
        "1904-02-08/1904-02-09, 8–9 February 1904",
        "1941-09-28/1941-10-01, 28 September – 1 October 1941",
        "1866-12-20/1867-01-03, 20 December 1866 – 3 January 1867",
        "1867-03, March 1867",
        "1872-21, Spring 1872",
        "1866-24, Winter 1866–1867",
        "1878-07/1878-08, July–August 1878",
        "1871-11/1872-02, November 1871 – February 1872",
        "1893-21/1893-22, Spring–summer 1893",
        "1780/1783, 1780–1783",
        "189X, 1890s",
        "18XX, 1800–1899",
        "1799/.., From 1799",
        "../1867, Until 1867",
        "1808-08-30?, Perhaps 30 August 1808",
        "1855~, About 1855",
        "1855%, Perhaps about 1855",
        "1855~/1860, About 1855 – 1860",
        "-0043-03-15, 15 March 44 BC",
        "-0048/-0043, 49–44 BC",
        "0000, 1 BC",
        "-0009/0014, 10 BC–14"
    })
    void putsDatesIntoWords(String edtf, String words) {
        assertEquals(words, EventCard.of(named("x", edtf)).date());
    }

    @Test
    void pagesNeverRunPastTheLast() {
        assertEquals(new Pages(2, 2), Pages.of(7, 6));
        assertEquals(Pages.ONE, Pages.of(1, 0));
    }
}
