package dev.almanac.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the shapes of the formats and as large as they are: 1,147 events, a month of the feed. What is in them is made up. */
class RealSizesTest {
    private static final int EVENTS = 1147;
    private static final String[] WORDS =
            ("The miners of the valley town strike for a shorter day and win it after three weeks "
                            + "while the council of weavers meets at an inn and founds a union that lasts until the war")
                    .split(" ");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    /** Something of any length, which is no year's own. */
    private String words(int number) {
        StringBuilder words = new StringBuilder("Event");
        for (int i = 0; i < number; i++) {
            words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    private LocalDate day() {
        return LocalDate.of(1850, 1, 1).plusDays(random.nextInt(170 * 365));
    }

    private Timeline timeline = new Beginning("work", "About work.", "en", "CC0-1.0").empty();

    private ImportNote read(String name, byte[] bytes) throws IOException {
        Import.Result result = new SheetFile(Files.write(folder.resolve(name), bytes))
                .into(
                        timeline,
                        new Choices(Map.of(), Optional.empty(), Optional.empty(), Origin.UNKNOWN, "", "en"),
                        told -> told);
        timeline = result.timeline();
        return result.note();
    }

    private void assertSound(int events) throws IOException {
        Path file = folder.resolve("work.json");
        new TimelineFile(file).write(timeline);
        assertEquals(List.of(), new TimelineFile(file).check());
        assertEquals(List.of(), new TimelineFile(file).remarks(LocalDate.of(2026, 11, 28)));
        assertEquals(
                events,
                new TimelineFile(file).read().timeline().orElseThrow().events().size());
    }

    @BeforeEach
    void beginAnew() {
        timeline = new Beginning("work", "About work.", "en", "CC0-1.0").empty();
    }

    /** apc-json: a title of at most 61 characters, a sentence, a text of up to 4,692, links and tags. */
    private byte[] peoplesCalendar() throws IOException {
        ArrayNode events = JSON.createArrayNode();
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = day();
            ObjectNode event = events.addObject()
                    .put("id", new java.util.UUID(i, 1).toString())
                    .put("title", "No. " + i + ": " + words(4))
                    .put("slugTitle", "no-" + i)
                    .put("otd", words(20) + ".")
                    .put("description", words(20) + ".\n\n" + (words(60) + ".\n").repeat(i % 100 == 7 ? 12 : 2))
                    .put("imgAltText", words(8))
                    .put("NSFW", i % 55 == 0)
                    .put("imgSrc", "/images/" + i + ".jpg")
                    .put("date", day.toString())
                    .put("day", day.getDayOfMonth())
                    .put("month", day.getMonthValue());
            ArrayNode links = event.putArray("links").add("https://en.wikipedia.org/wiki/Event_" + i);
            if (i % 2 == 0) {
                links.add("https://libcom.org/article/" + i).add("https://www.site" + i % 60 + ".example/page/" + i);
            }
            ArrayNode tags = event.putArray("tags");
            for (int tag = 0; tag <= i % 5; tag++) {
                tags.add("Tag " + (i + tag * 17) % 80);
            }
        }
        return JSON.writeValueAsBytes(events);
    }

    @Test
    void aPeoplesCalendarIsReadWithoutAHandAndAgainWithoutAChange() throws IOException {
        byte[] file = peoplesCalendar();

        ImportNote note = read("aPC.json", file);
        assertEquals(
                "1147 rows: 1147 taken (1147 new, 0 changed, 0 as they were), 470 of them mended; 0 refused.",
                note.count());
        assertEquals(
                List.of("categories beyond 3 left out", "texts cut to 2500 characters"),
                note.mended().stream()
                        .map(line -> line.replaceAll(":.*", ""))
                        .sorted()
                        .toList());
        assertSound(EVENTS);
        assertEquals(
                "1147 rows: 1147 taken (0 new, 0 changed, 1147 as they were), 470 of them mended; 0 refused.",
                read("aPC.json", file).count());
    }

    private void item(ArrayNode list, int year, String text) {
        ObjectNode item = list.addObject().put("text", text).put("year", year);
        ArrayNode pages = item.putArray("pages");
        for (int i = 0; i < 3; i++) {
            String title = "Page_" + random.nextInt(100_000);
            ObjectNode page = pages.addObject().put("type", "standard").put("title", title);
            page.putObject("titles")
                    .put("canonical", title)
                    .put("normalized", title.replace('_', ' '))
                    .put("display", "<i>" + title + "</i>");
            page.put("pageid", i)
                    .put("lang", "en")
                    .put("dir", "ltr")
                    .put("revision", "900")
                    .put("timestamp", "2026-01-02T03:04:05Z");
            page.putObject("thumbnail")
                    .put("source", "https://upload.wikimedia.org/a.jpg")
                    .put("width", 320)
                    .put("height", 213);
            page.put("extract", "An extract. ".repeat(40)).put("extract_html", "<p>An extract.</p>".repeat(20));
            page.putObject("content_urls").putObject("desktop").put("page", "https://en.wikipedia.org/wiki/" + title);
        }
    }

    /** wikifeeds' onthisdayResponse of one day: some 15 selected, 60 events, 200 births, 130 deaths, 15 holidays. */
    private byte[] feed() throws IOException {
        ObjectNode feed = JSON.createObjectNode();
        ArrayNode selected = feed.putArray("selected");
        ArrayNode events = feed.putArray("events");
        ArrayNode births = feed.putArray("births");
        ArrayNode deaths = feed.putArray("deaths");
        ArrayNode holidays = feed.putArray("holidays");
        for (int i = 0; i < 60; i++) {
            String text = words(25) + (i % 10 == 0 ? " (pictured)." : ".");
            int year = i == 59 ? -44 : 2020 - i * 30;
            item(events, year, text);
            if (i < 15) {
                item(selected, year, text);
            }
        }
        for (int i = 0; i < 200; i++) {
            item(
                    births,
                    1990 - i * 5,
                    words(3) + " " + random.nextInt(1_000_000) + ", writer (d. " + (2015 - i * 5) + ")");
        }
        for (int i = 0; i < 130; i++) {
            item(
                    deaths,
                    2020 - i * 7,
                    words(3) + " " + random.nextInt(1_000_000) + ", player (b. " + (1950 - i * 7) + ")");
        }
        for (int i = 0; i < 15; i++) {
            holidays.addObject().put("text", words(3)).putArray("pages");
        }
        return JSON.writeValueAsBytes(feed);
    }

    @Test
    void aMonthOfTheFeedIsReadWithoutAHand() throws IOException {
        int taken = 0;
        int refused = 0;
        int doubled = 0;
        for (int day = 1; day <= 30; day++) {
            ImportNote note = read(String.format(Locale.ROOT, "onthisday-all-04-%02d.json", day), feed());
            taken += note.added();
            refused += note.refused().size();
            doubled += note.doubled();
        }

        assertEquals(List.of(30 * 390, 0, 30 * 15), List.of(taken, refused, doubled));
        assertSound(30 * 390);
    }

    private byte[] sheet(String delimiter, String end, Charset charset) {
        StringBuilder sheet =
                new StringBuilder(String.join(delimiter, "Datum", "Titel", "Text", "Kategorie", "Quelle") + end);
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = day();
            String date = i % 100 == 99 ? "?" : day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
            sheet.append(String.join(
                            delimiter,
                            date,
                            "Nr. " + i + " \u2013 " + words(4),
                            "\"" + words(20) + ",\n\u201Eso\u201C &amp; mehr; " + words(9) + "\"",
                            "Art " + i % 9,
                            "Buch " + i % 40))
                    .append(end);
        }
        return sheet.toString().getBytes(charset);
    }

    @Test
    void aSheetOfEachProgramIsReadWithoutAHand() throws IOException {
        for (byte[] sheet : List.of(
                sheet(";", "\r\n", Charset.forName("windows-1252")),
                sheet(",", "\n", StandardCharsets.UTF_8),
                sheet("\t", "\r\n", StandardCharsets.UTF_8))) {
            beginAnew();
            ImportNote note = read("sheet.csv", sheet);

            assertEquals(
                    "1147 rows: 1136 taken (1136 new, 0 changed, 0 as they were), 1136 of them mended; 11 refused.",
                    note.count());
            assertSound(1136);
        }
    }

    @Test
    void aCalendarOfGooglesIsReadWithoutAHand() throws IOException {
        StringBuilder calendar = new StringBuilder("""
                BEGIN:VCALENDAR\r
                PRODID:-//Google Inc//Google Calendar 70.9054//EN\r
                VERSION:2.0\r
                CALSCALE:GREGORIAN\r
                METHOD:PUBLISH\r
                X-WR-CALNAME:Work\r
                X-WR-TIMEZONE:Europe/Berlin\r
                """);
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = day();
            String summary = "No. " + i + " " + words(5);
            calendar.append("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:"
                    + day.toString().replace("-", "") + "\r\nDTEND;VALUE=DATE:"
                    + day.plusDays(1).toString().replace("-", "")
                    + "\r\nRRULE:FREQ=YEARLY\r\nDTSTAMP:20260102T030405Z\r\nUID:" + i
                    + "@google.com\r\nCREATED:20260102T030405Z\r\nDESCRIPTION:" + words(7) + "\\, and\r\n  more\\; "
                    + words(6)
                    + "\r\nLAST-MODIFIED:20260102T030405Z\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\nSUMMARY:" + summary
                    + "\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
        }
        calendar.append("END:VCALENDAR\r\n");

        assertEquals(
                "1147 rows: 1147 taken (1147 new, 0 changed, 0 as they were), 0 of them mended; 0 refused.",
                read("work.ics", calendar.toString().getBytes(StandardCharsets.UTF_8))
                        .count());
        assertSound(EVENTS);
    }
}
