package dev.almanac.discord.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.RealCommands;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventCard.SourceLine;
import dev.almanac.chat.Picture;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.WorstEvents;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyMessageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Commands commands(Timeline timeline) {
        return RealCommands.over(timeline);
    }

    private static JsonNode message(Commands commands, Reply reply) {
        try {
            return JSON.readTree(new ReplyMessage(commands, name -> "</" + name + ":1000000000000000001>")
                    .of(reply)
                    .toData()
                    .toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply answer(Commands commands, Question question) {
        return commands.answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "here"));
    }

    /** Asks a question and everything its buttons lead to, a few steps far, and checks each message. */
    private static Map<String, List<String>> problems(Timeline timeline, Stream<Question> questions) {
        Commands commands = commands(timeline);
        Map<String, List<String>> problems = new LinkedHashMap<>();
        Set<Question> asked = new HashSet<>();
        List<Question> next = questions.toList();
        for (int step = 0; step < 3; step++) {
            List<Question> after = new ArrayList<>();
            for (Question question : next) {
                if (!asked.add(question) || asked.size() > 3000) {
                    continue;
                }
                Reply reply = answer(commands, question);
                JsonNode message = message(commands, reply);
                List<String> found = new ArrayList<>(MessageLimits.problems(message));
                if (message.path("allowed_mentions").path("parse").size() > 0) {
                    found.add("may mention");
                }
                if (!found.isEmpty()) {
                    problems.put(question.toString(), found);
                }
                reply.choices().stream().map(Choice::question).forEach(after::add);
            }
            next = after;
        }
        return problems;
    }

    private static Stream<Question> everything(Timeline timeline) {
        Stream<Question> ofEvents = timeline.events().stream()
                .flatMap(event -> Stream.concat(
                        Stream.of(Question.of("event").with("event", event.id())),
                        event.date().isOpen()
                                ? Stream.empty()
                                : Stream.of(Question.of("year")
                                        .with(
                                                "year",
                                                String.valueOf(
                                                        event.date().firstDay().getYear())))));
        Stream<Question> ofDays = IntStream.range(0, 366)
                .mapToObj(LocalDate.of(2024, 1, 1)::plusDays)
                .map(day -> Question.of("onthisday").with("date", day.toString()));
        Stream<Question> ofMonths = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> Question.of("onthisday").with("month", String.valueOf(month)));
        Stream<Question> others = Stream.of(
                Question.of("help"),
                Question.of("about"),
                Question.of("random"),
                Question.of("year").with("year", "1780-2020"),
                Question.of("year").with("year", "*banana* @everyone <@1>"),
                Question.of("nothing"));
        return Stream.of(ofEvents, ofDays, ofMonths, others).flatMap(questions -> questions);
    }

    @Test
    void everyReplyOverTheShippedTimelineIsWithinDiscordsLimits() {
        Timeline shipped =
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();

        assertEquals(Map.of(), problems(shipped, everything(shipped)));
    }

    @Test
    void nothingOfAVeryLongEventIsLost() {
        HistoryEvent event = WorstEvents.event(1, "*");
        Commands commands = commands(new Timeline(Events.HEAD, List.of(event)));
        Question question = Question.of("event").with("event", event.id());
        int stars = 0;
        int pages = answer(commands, question).pages().count();
        for (int page = 1; page <= pages; page++) {
            Reply reply = answer(commands, question.onPage(page));
            stars += message(commands, reply).path("components").findValuesAsText("content").stream()
                    .flatMap(text -> text.substring(text.lastIndexOf('\n', text.indexOf("###")) + 1)
                            .lines())
                    .filter(line -> !line.startsWith("-#") && !line.startsWith("###"))
                    .mapToInt(line -> line.split("\\*", -1).length - 1)
                    .sum();
        }

        assertEquals(2500 + 800, stars);
    }

    @Test
    void aCardShortOfRoomIsCutAtAWordAndMoreShowsItAlone() {
        HistoryEvent longOne = WorstEvents.event(1, "word ");
        HistoryEvent shortOne = Events.named("short", "1900-02-28");
        Commands commands = commands(Events.timeline(longOne, WorstEvents.event(2, "word "), shortOne));
        JsonNode message =
                message(commands, answer(commands, Question.of("year").with("year", "1900")));

        List<String> more = message.findParents("custom_id").stream()
                .filter(button -> button.path("label").asText().equals("More"))
                .map(button -> button.path("custom_id").asText())
                .toList();
        assertEquals(2, more.size());
        assertEquals("1|s|1|event|" + longOne.id(), more.get(0));
        assertTrue(message.toString().contains("word…"));
        assertFalse(message.toString().contains("wor…"));
        assertTrue(message.toString().contains("Text of short."));
    }

    @Test
    void namesCommandsAsLinksInHelp() {
        Commands commands = commands(Events.timelineOf("1867"));

        assertTrue(
                message(commands, answer(commands, Question.of("help")))
                        .toString()
                        .contains(
                                "**</random:1000000000000000001> \\\\[category\\\\] \\\\[from\\\\] \\\\[to\\\\]**\\nA random event; none comes twice"));
    }

    @Test
    void setsAnEventLikeAPageOfAnAlmanac() {
        HistoryEvent alaska = new HistoryEvent(
                "alaska",
                HistoricalDate.parse("1867-03-30"),
                "",
                new OldStyle(1867, 3, 18),
                "Alaska is sold",
                "Russia sold Alaska.",
                "Some say 1868.",
                List.of(Events.TREATY, Events.SPACE),
                List.of(),
                List.of(),
                null,
                false,
                Confidence.HIGH,
                List.of(new Citation(Events.ALMANAC, "March", "https://example.org/march")),
                List.of());
        Commands commands = commands(Events.timeline(alaska));

        JsonNode message =
                message(commands, answer(commands, Question.of("onthisday").with("date", "2026-03-30")));
        assertEquals(
                List.of("## 30 March", """
                        -# **30 March 1867** · 159 years ago · 18 March Old Style
                        ### Alaska is sold
                        Russia sold Alaska.""", """
                        > -# Note: Some say 1868.
                        -# Treaty, space · [A Small Almanac, “March”](https://example.org/march)"""), message.path("components").findValuesAsText("content"));
        assertEquals(
                List.of(MessageLimits.COMPONENTS_V2, 0, Events.TREATY.colour()),
                List.of(
                        message.path("flags").asInt(),
                        message.path("allowed_mentions").path("parse").size(),
                        message.path("components").path(1).path("accent_color").asInt()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "*a* _b_ ~~c~~ `d`|\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`",
                "@everyone <@1> <#2> <:x:3>|\\@everyone \\<\\@1\\> \\<\\#2\\> \\<:x:3\\>",
                "[text](https://x)|\\[text\\](https://x)",
                "- item|\\- item",
                "a - b|a - b",
                "back\\slash|back\\\\slash",
            })
    void showsMarkupInATextAsItStands(String text, String markdown) {
        assertEquals(markdown, Markdown.plain(text));
    }

    @Test
    void cutsBetweenCharactersAndNeverOverflows() {
        for (String text : List.of(
                "word word word word", "😀".repeat(30), "*".repeat(40), "- \n- \n- \n- \n- \n- \n", "x".repeat(50))) {
            for (int room = 0; room < 60; room++) {
                String cut = Markdown.plain(text, room);
                assertTrue(cut.length() <= room, room + ": " + cut);
                assertFalse(cut.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF), cut);
            }
        }
    }

    private static List<String> labels(JsonNode message) {
        return message.path("components").findParents("label").stream()
                .filter(part -> part.has("custom_id"))
                .map(button ->
                        button.path("label").asText() + (button.path("disabled").asBoolean() ? " (off)" : ""))
                .toList();
    }

    @Test
    void theButtonsOfAllPagesStandInTheSamePlaces() {
        Commands commands = commands(Events.timeline(IntStream.range(0, 41)
                .mapToObj(i -> Events.named("e" + i, i < 40 ? "1900-01-01" : "1901"))
                .toArray(HistoryEvent[]::new)));
        Question question = Question.of("year").with("year", "1900");

        assertEquals(
                List.of(
                        List.of("Previous page (off)", "1 of 2 (off)", "Next page", "1901 →"),
                        List.of("Previous page", "2 of 2 (off)", "Next page (off)", "1901 →")),
                List.of(
                        labels(message(commands, answer(commands, question))),
                        labels(message(commands, answer(commands, question.onPage(2))))));
        assertEquals(
                List.of("← 1900"),
                labels(message(commands, answer(commands, Question.of("year").with("year", "1901")))));
    }

    private static HistoryEvent[] titled(int events, String title) {
        return IntStream.range(0, events)
                .mapToObj(i -> Events.titled("e" + i, "1867-03-" + (10 + i), title))
                .toArray(HistoryEvent[]::new);
    }

    private static String list(JsonNode message) {
        return message.path("components")
                .path(1)
                .path("components")
                .path(0)
                .path("content")
                .asText();
    }

    @Test
    void setsAListAsOneLineEachWithAMenuThatOpensThem() {
        HistoryEvent sale = Events.weighing(3, "1867-03-30");
        Commands commands = commands(Events.timeline(
                sale,
                Events.titled("ping", "1867-04-01", "@everyone <@1> *x*\n- y"),
                Events.at("1867-05"),
                Events.at("1867")));
        JsonNode message =
                message(commands, answer(commands, Question.of("year").with("year", "1867")));

        assertEquals(
                List.of(
                        "- 30 March 1867 · **Title of 1867-03-30**",
                        "- 1 April 1867 · \\@everyone \\<\\@1\\> \\*x\\* - y",
                        "- 1867 · Title of 1867",
                        "- May 1867 · Title of 1867-05"),
                list(message).lines().toList());
        JsonNode menu = message.findParents("options").get(0);
        assertEquals("1|o|1|year|1867", menu.path("custom_id").asText());
        assertEquals(
                List.of("Title of 1867-03-30", "@everyone <@1> *x* - y", "Title of 1867", "Title of 1867-05"),
                menu.path("options").findValuesAsText("label"));
        assertEquals(
                List.of("30 March 1867", "1 April 1867", "1867", "May 1867"),
                menu.path("options").findValuesAsText("description"));
        assertEquals(
                EventKey.of(sale.id()).toString(),
                menu.path("options").path(0).path("value").asText());
    }

    @Test
    void aTitleOfAHundredAstralCharactersFitsItsLineAndIsCutInTheMenu() {
        Commands commands = commands(Events.timeline(titled(20, "😀".repeat(100))));
        JsonNode message =
                message(commands, answer(commands, Question.of("year").with("year", "1867")));

        assertEquals(List.of(), MessageLimits.problems(message));
        assertEquals(20, list(message).lines().count());
        assertTrue(
                list(message).lines().allMatch(line -> line.matches("- \\d\\d March 1867 · 😀{60,}…")), list(message));
        assertEquals(
                "😀".repeat(49) + "…",
                message.findParents("options")
                        .get(0)
                        .path("options")
                        .path(0)
                        .path("label")
                        .asText());
    }

    @Test
    void twentyLinesFullOfMarkupFit() {
        for (String title :
                List.of("*".repeat(100), "**`_~|> # ".repeat(10), "https://example.org/" + "*".repeat(80))) {
            Commands commands = commands(Events.timeline(titled(20, title.strip())));
            JsonNode message =
                    message(commands, answer(commands, Question.of("year").with("year", "1867")));

            assertEquals(List.of(), MessageLimits.problems(message));
            assertEquals(20, list(message).lines().count());
        }
    }

    @Test
    void aLongTitleTakesTheRoomThatShortOnesLeave() {
        HistoryEvent[] events = titled(20, "*".repeat(100));
        for (int i = 1; i < events.length; i++) {
            events[i] = Events.titled("short" + i, "1867-03-" + (10 + i), "Short");
        }
        Commands commands = commands(Events.timeline(events));

        assertTrue(list(message(commands, answer(commands, Question.of("year").with("year", "1867"))))
                .contains("\\*".repeat(100)));
    }

    @Test
    void partsAreLinesAndAMenuWhoseValuesSayAll() {
        Commands commands = commands(Events.timeline(Stream.of("1867", "1868")
                .flatMap(year -> IntStream.range(0, 101).mapToObj(i -> Events.named(year + "-" + i, year)))
                .toArray(HistoryEvent[]::new)));
        JsonNode message =
                message(commands, answer(commands, Question.of("year").with("year", "1867-1868")));

        assertEquals("- 1867 (101 events)\n- 1868 (101 events)", list(message));
        JsonNode menu = message.findParents("options").get(0);
        assertEquals("1|m", menu.path("custom_id").asText());
        assertEquals(
                List.of("1|t|1|year|1867", "1|t|1|year|1868"),
                menu.path("options").findValuesAsText("value"));
    }

    @Test
    void theLongestSearchIsCarriedByItsMenuAndByTheWayBack() {
        Commands commands = commands(Events.timeline(Stream.concat(
                        Stream.of(WorstEvents.event(1, "word ")),
                        IntStream.range(0, 30).mapToObj(i -> Events.titled("e" + i, "1900", "word " + "z".repeat(43))))
                .toArray(HistoryEvent[]::new)));
        Question search = Question.of("search")
                .with("words", "word " + "z".repeat(43))
                .with("from", "10000 BC")
                .with("to", "10000 BC")
                .with("category", "c".repeat(10))
                .onPage(10);

        String menu = new ButtonId(ButtonId.Action.OPEN, search).written(commands);
        assertTrue(menu.length() <= 100, menu);
        Question opened = ButtonId.chosen(
                        menu,
                        List.of(EventKey.of(WorstEvents.event(1, "word ").id()).toString()),
                        commands)
                .orElseThrow()
                .question();
        Reply reply = answer(commands, opened);
        assertEquals(Optional.of(search), opened.list());
        assertEquals(
                "Back to the list",
                reply.choices().stream()
                        .filter(choice -> choice.question().equals(search))
                        .findFirst()
                        .orElseThrow()
                        .label());
        assertEquals(List.of(), MessageLimits.problems(message(commands, reply)));
    }

    @Test
    void aMistakeNamesEachCommandOnceAsALink() {
        Commands commands = commands(Events.timelineOf("1867"));

        assertEquals(
                List.of("Try </year:1000000000000000001> 1867, /year 1868 or /nothing."),
                message(commands, Reply.mistake("Try /year 1867, /year 1868 or /nothing."))
                        .path("components")
                        .findValuesAsText("content"));
    }

    @Test
    void remarksBelowCardsAreQuiet() {
        Commands commands = commands(Events.timelineOf("1867", "1850/.."));

        assertEquals(
                "-# 1 event with no known beginning or end may also reach into 1867.",
                message(commands, answer(commands, Question.of("year").with("year", "1867")))
                        .path("components")
                        .path(2)
                        .path("content")
                        .asText());
    }

    @Test
    void aChoiceThatNoButtonCanCarryIsAFaultAndNeverLeftOut() {
        Commands commands = commands(Events.timelineOf("1867"));

        for (String year : List.of("1".repeat(100), "a|b")) {
            Reply reply = Reply.of("1867", List.of())
                    .withChoices(List.of(new Choice("Next", Question.of("year").with("year", year))));
            assertThrows(IllegalStateException.class, () -> message(commands, reply));
        }
        Reply crowded = Reply.of("1867", List.of())
                .withChoices(IntStream.rangeClosed(1, 21)
                        .mapToObj(year ->
                                new Choice("Next", Question.of("year").with("year", String.valueOf(1900 + year))))
                        .toList());
        assertThrows(IllegalStateException.class, () -> message(commands, crowded));
    }

    private static EventCard card(String id, List<SourceLine> sources, Optional<Image> image) {
        return new EventCard(
                id,
                "",
                "1867",
                "",
                "",
                "Title",
                "Text.",
                "",
                List.of(new Category("treaty", "Treaty", 0x7A4B94, "📜")),
                sources,
                image);
    }

    @Test
    void namesOneSourceInAListAndAllOfThemOfOneEvent() {
        List<SourceLine> sources =
                List.of(new SourceLine("One", ""), new SourceLine("Two", ""), new SourceLine("Three", ""));
        EventCard card = card("a", sources, Optional.empty());
        Commands commands = commands(Events.timeline());

        assertEquals(
                List.of("-# 📜 Treaty · One\n-# Sources: Two · Three"),
                feet(message(commands, Reply.of("", List.of(card)))));
        assertEquals(
                List.of("-# 📜 Treaty · One · and 2 more", "-# 📜 Treaty"),
                feet(message(commands, Reply.of("", List.of(card, card("b", List.of(), Optional.empty()))))));
    }

    private static List<String> feet(JsonNode message) {
        return message.findValuesAsText("content").stream()
                .filter(text -> text.startsWith("-# 📜"))
                .toList();
    }

    @Test
    void showsAnImageSmallWithItsCreditBelow() {
        Image image = new Image("https://upload.example.org/a.jpg", "A cheque", "National Archives", "public domain");
        JsonNode message =
                message(commands(Events.timeline()), Reply.of("", List.of(card("a", List.of(), Optional.of(image)))));

        JsonNode thumbnail =
                message.path("components").path(0).path("components").path(0).path("accessory");
        assertEquals(11, thumbnail.path("type").asInt());
        assertEquals(image.url(), thumbnail.path("media").path("url").asText());
        assertEquals(image.alt(), thumbnail.path("description").asText());
        assertEquals(List.of("-# 📜 Treaty\n-# Picture: National Archives, public domain"), feet(message));
        assertEquals(List.of(), MessageLimits.problems(message));
    }

    @Test
    void showsAPictureAboveAllElseAndNeverTurnsItsMessage() {
        Picture picture = new Picture("day.png", "30 march", "What it shows", new byte[] {1, 2, 3});
        Question day = Question.of("onthisday").with("date", "2026-03-30");
        JsonNode message = message(
                commands(Events.timeline()),
                Reply.of("30 March", List.of()).withPicture(picture).withChoices(List.of(new Choice("Read", day))));

        assertEquals(
                List.of(12, 1),
                List.of(
                        message.path("components").path(0).path("type").asInt(),
                        message.path("components").path(1).path("type").asInt()));
        assertEquals(
                "attachment://day.png",
                message.findPath("items").path(0).path("media").path("url").asText());
        assertEquals(
                "What it shows",
                message.findPath("items").path(0).path("description").asText());
        assertEquals(
                "1|s|1|onthisday|||2026-03-30", message.findPath("custom_id").asText());
        assertEquals(List.of(), MessageLimits.problems(message));
    }

    @Test
    void buttonsStandOutAsTheyAreMeant() {
        Choice choice = new Choice("Go", Question.of("about"));
        Commands commands = commands(Events.timeline());

        assertEquals(
                List.of(2, 1, 4),
                Stream.of(choice, choice.asFirst(), choice.asDeleting())
                        .map(one -> message(
                                        commands, Reply.of("Heading", List.of()).withChoices(List.of(one)))
                                .findPath("style")
                                .asInt())
                        .toList());
    }
}
