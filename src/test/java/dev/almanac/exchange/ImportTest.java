package dev.almanac.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final Choices NONE =
            new Choices(Map.of(), Optional.empty(), Optional.empty(), Origin.UNKNOWN, "", "en");
    private static final Timeline EMPTY = new Beginning("chess", "Chess.", "en", "CC0-1.0").empty();

    @TempDir
    Path folder;

    private Import.Result read(String name, byte[] bytes, Timeline into, Choices choices) throws IOException {
        Import.Result result =
                new SheetFile(Files.write(folder.resolve(name), bytes)).into(into, choices, told -> told);
        Path written = folder.resolve("written.json");
        if (result.note().taken() > 0) {
            new TimelineFile(written).write(result.timeline());
            assertEquals(List.of(), new TimelineFile(written).check());
            assertEquals(List.of(), new TimelineFile(written).remarks(LocalDate.of(2026, 11, 28)));
        }
        return result;
    }

    private Import.Result read(String text, Timeline into) throws IOException {
        return read("sheet.csv", text.getBytes(StandardCharsets.UTF_8), into, NONE);
    }

    private Import.Result read(String text) throws IOException {
        return read(text, EMPTY);
    }

    private static Choices mapped(String map) {
        return new Choices(Choices.map(map), Optional.empty(), Optional.empty(), Origin.UNKNOWN, "", "en");
    }

    private static List<String> told(Timeline timeline) {
        return timeline.events().stream()
                .map(event -> event.id() + " " + event.date() + " " + event.title())
                .toList();
    }

    @Test
    void takesTheGoodRowsOfASheetOfThirtyAndTellsItsFiveMistakes() throws IOException {
        assertEquals(
                """
                chess.csv is a sheet with commas between its columns, in UTF-8.
                Columns: “Date” is the date, “Event” is the title, “What happened” is the text, “Kind” is the categories, “People” is the people, “Place” is the places, “Source” is the sources.
                Dates are read day first, as line 3 shows (21/06/1851).
                Source of what names none: “chess.csv”, licence: not stated. Say it better with --source and --licence; of events imported before, under “sources” in the timeline.

                Not taken:
                  line 11: February 1914 has no day 30, its last is 28
                  line 19: it has no date
                  line 27: the year “97” has only two figures; write all four
                  line 30: “sometime in the 1990s” isn't a date that can be read; write 1961-04-12, 12 April 1961, April 1961 or 1961
                  line 32: it has no title

                Mended:
                  HTML entities and tags taken out: line 9
                  wiki marks taken out: line 21
                  “(pictured)” taken out: line 21

                30 rows: 25 taken (25 new, 0 changed, 0 as they were), 2 of them mended; 5 refused.
                """,
                read("chess.csv", Files.readAllBytes(Path.of("docs/example/chess.csv")), EMPTY, NONE)
                        .note()
                        .toString());
    }

    /** Semicolons, the encoding of western Windows, CRLF, and days with full stops: what Excel makes in Germany. */
    @Test
    void readsASheetOfExcelInWindows1252() throws IOException {
        String sheet = """
                Datum;Titel;Beschreibung;Kategorie;Personen;Ort;Quelle;Bemerkung\r
                12.04.1961;Gagarin fliegt;"Der erste Mensch im All.\r
                Er landete in der Steppe.";Raumfahrt;Juri Gagarin;Baikonur;"Müller; Schröder";geprüft\r
                3. Oktober 1990;Deutschland ist eins;Über Nacht – ohne Grenze.;Politik, Recht;;Berlin;;\r
                31.04.1990;Ein Tag zu viel;Den gibt es nicht.;Politik;;;;\r
                um 1450;Gutenberg druckt;In Mainz.;Kultur;Johannes Gutenberg;Mainz;;\r
                """;
        Import.Result result = read(
                "geschichte.csv",
                sheet.getBytes(Charset.forName("windows-1252")),
                EMPTY,
                new Choices(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new Origin("Unterricht", "Schule", "", "CC BY 4.0"),
                        "",
                        "de"));

        assertEquals("""
                geschichte.csv is a sheet with semicolons between its columns, in Windows-1252.
                Columns: “Datum” is the date, “Titel” is the title, “Beschreibung” is the text, “Kategorie” is the categories, “Personen” is the people, “Ort” is the places, “Quelle” is the sources, “Bemerkung” is the note.
                Dates are read day first, as line 5 shows (31.04.1990).
                Source of what names none: “Unterricht”, licence: CC BY 4.0.

                Not taken:
                  line 5: April 1990 has no day 31, its last is 30

                4 rows: 3 taken (3 new, 0 changed, 0 as they were), 0 of them mended; 1 refused.
                """, result.note().toString());
        HistoryEvent gagarin = result.timeline().events().get(1);
        assertEquals("Der erste Mensch im All.\nEr landete in der Steppe.", gagarin.text());
        Source mueller = new Source("muller", "Müller", "Müller", "", "CC BY 4.0");
        Source schroeder = new Source("schroder", "Schröder", "Schröder", "", "CC BY 4.0");
        assertEquals(List.of(new Citation(mueller, "", ""), new Citation(schroeder, "", "")), gagarin.sources());
    }

    /** Commas, UTF-8, and days as Americans write them; the first row of an export of Google's. */
    @Test
    void readsASheetOfGoogleWithTheMonthFirst() throws IOException {
        Import.Result result = read("""
                Date,Title,Details,Tags,Link\r
                4/12/1961,Gagarin flies,"The first, in ""Vostok 1"".","space, people",https://example.org/vostok\r
                7/20/1969,Two men walk on the Moon,,space,www.example.org/apollo\r
                """);

        assertEquals(
                List.of(
                        "gagarin-flies 1961-04-12 Gagarin flies",
                        "two-men-walk-on-the-moon 1969-07-20 Two men walk on the Moon"),
                told(result.timeline()));
        assertEquals(
                "The first, in \"Vostok 1\".", result.timeline().events().get(0).text());
        assertEquals(
                List.of("https://example.org/vostok", "https://www.example.org/apollo"),
                result.timeline().events().stream()
                        .map(event -> event.sources().get(0).url())
                        .toList());
        assertEquals(
                "Dates are read month first, as line 3 shows (7/20/1969).",
                result.note().remarks().get(1));
    }

    @Test
    void readsTabsAByteOrderMarkAndExcelsHint() throws IOException {
        String tabs = "Date\tTitle\n1961-04-12\tGagarin flies\n";
        List<String> expected = List.of("gagarin-flies 1961-04-12 Gagarin flies");

        assertEquals(expected, told(read(tabs).timeline()));
        assertEquals(expected, told(read("\uFEFF" + tabs).timeline()));
        assertEquals(
                expected,
                told(read("sheet.csv", ("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE), EMPTY, NONE)
                        .timeline()));
        assertEquals(
                expected,
                told(read("sep=;\r\nDate;Title\r\n1961-04-12;Gagarin flies\r\n").timeline()));
        assertEquals(expected, told(read(tabs.replace("\n", "\r")).timeline()));
    }

    @Test
    void listsTheDaysThatCouldBeOthersWhereTheSheetDoesNotShow() throws IOException {
        String sheet = "Date,Title\n4/5/1961,One\n6/6/1961,Two\n7 May 1961,Three\n";
        Import.Result result = read(sheet);

        assertEquals(
                "Dates are read day first; the file doesn't show whether that is right. --dates month-first reads them the other "
                        + "way.",
                result.note().remarks().get(1));
        assertEquals(
                List.of("line 2: “4/5/1961” is read as 1961-05-04"),
                result.note().doubtful());
        assertEquals(
                "1961-04-05",
                read(
                                "sheet.csv",
                                sheet.getBytes(StandardCharsets.UTF_8),
                                EMPTY,
                                new Choices(
                                        Map.of(),
                                        Optional.of(DateOrder.MONTH_FIRST),
                                        Optional.empty(),
                                        Origin.UNKNOWN,
                                        "",
                                        "en"))
                        .timeline()
                        .events()
                        .get(0)
                        .date()
                        .toString());
    }

    @Test
    void knowsWhatHappenedInOtherLanguagesAndQuotesAHeadingWithBlanks() throws IOException {
        Import.Result result = read("Datum;Titel;Was geschah;Woher genau\n1961-04-12;Gagarin flies;He flew.;Radio\n");

        assertEquals("He flew.", result.timeline().events().get(0).text());
        assertTrue(
                result.note()
                        .remarks()
                        .contains(
                                "Not used: “Woher genau”. --map says what they hold, as in --map \"note=Woher genau\"."),
                result.note().remarks().toString());
    }

    @Test
    void readsYearMonthAndDayOfTheirOwnColumns() throws IOException {
        assertEquals(
                List.of("one 1961-04-12 One", "two 1961-05 Two", "three 1962 Three", "four 1963-07-04/1963-07-06 Four"),
                told(
                        read("Jahr;Monat;Tag;Ereignis;bis\n1961;4;12;One;\n1961;Mai;;Two;\n1962;;;Three;\n1963;7;4;Four;6.7.1963\n")
                                .timeline()));
        assertEquals(
                List.of("one 1961-04-12 One"),
                told(read("Date,Year,Event\n12 April,1961,One\n").timeline()));
    }

    @Test
    void saysWhichColumnsThereAreWhereNoneIsKnown() {
        UnknownColumns unknown =
                assertThrows(UnknownColumns.class, () -> read("Alpha,Beta\n1961-04-12,Gagarin flies\n"));

        assertEquals(
                "No column of sheet.csv is known to hold the date or the title. Its columns are: 1 “Alpha”, 2 “Beta”. Say which, "
                        + "by name or number: --map date=1,title=2",
                unknown.getMessage());
        assertEquals(List.of(Column.DATE, Column.TITLE), unknown.missing());
    }

    @Test
    void readsColumnsThatAreToldByNameOrNumber() throws IOException {
        byte[] headed = "Alpha,Beta\n1961-04-12,Gagarin flies\n".getBytes(StandardCharsets.UTF_8);
        byte[] bare = "1961-04-12,Gagarin flies\n".getBytes(StandardCharsets.UTF_8);
        List<String> expected = List.of("gagarin-flies 1961-04-12 Gagarin flies");

        assertEquals(
                expected,
                told(read("sheet.csv", headed, EMPTY, mapped("date=alpha,title=2"))
                        .timeline()));
        assertEquals(
                expected,
                told(read("sheet.csv", bare, EMPTY, mapped("date=1,title=2")).timeline()));
        assertEquals(
                "No column of sheet.csv is headed “Gamma”. Its columns are: “Alpha”, “Beta”.",
                assertThrows(CannotExchange.class, () -> read("sheet.csv", headed, EMPTY, mapped("date=Gamma,title=2")))
                        .getMessage());
    }

    @Test
    void goesOnAfterAQuotationMarkThatIsNotClosed() throws IOException {
        Import.Result result = read(
                "Date,Title\n1961-04-12,\"Gagarin\n1969-07-20,Moon\n1972-09-01,\"He said \"no\"\"\n1975-04-03,Karpov\n");

        assertEquals(List.of("moon 1969-07-20 Moon", "karpov 1975-04-03 Karpov"), told(result.timeline()));
        assertEquals(
                List.of(
                        "line 2: a quotation mark in it isn't closed, or stands inside a cell and isn't written twice",
                        "line 4: a quotation mark in it isn't closed, or stands inside a cell and isn't written twice"),
                result.note().refused());
    }

    private static final String MATCHES =
            "Date,Title,Text\n1972-09-01,A new champion,Fischer.\n1975-04-03,A new champion,Karpov.\n1985-11-09,Kasparov wins,In Moscow.\n";

    @Test
    void givesIdsOfTitlesAndKeepsThem() throws IOException {
        Timeline first = read(MATCHES).timeline();

        assertEquals(
                List.of("a-new-champion", "a-new-champion-1975", "kasparov-wins"),
                first.events().stream().map(HistoryEvent::id).toList());

        // One more before the others, one with another title, one with another day.
        Import.Result again = read("""
                Date,Title,Text
                1969-06-17,A new champion,Spassky.
                1975-04-03,A new champion,"Karpov, without a move."
                1972-08-31,A new champion,Fischer.
                1985-11-09,Kasparov is champion,In Moscow.
                """, first);

        assertEquals(
                List.of(
                        "a-new-champion-1969 1969-06-17 A new champion",
                        "a-new-champion 1972-08-31 A new champion",
                        "a-new-champion-1975 1975-04-03 A new champion",
                        "kasparov-wins 1985-11-09 Kasparov is champion"),
                told(again.timeline()));
        assertEquals(
                "4 rows: 4 taken (1 new, 3 changed, 0 as they were), 0 of them mended; 0 refused.",
                again.note().count());
    }

    @Test
    void changesNothingWhenAFileIsImportedAgain() throws IOException {
        Timeline first = read(MATCHES).timeline();
        Import.Result again = read(MATCHES, first);

        assertEquals(
                "3 rows: 3 taken (0 new, 0 changed, 3 as they were), 0 of them mended; 0 refused.",
                again.note().count());
        assertEquals(first.events(), again.timeline().events());
    }

    @Test
    void asksForTheSourceOnceAndKeepsItTheNextTime() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.csv"), MATCHES);
        List<Origin> asked = new java.util.ArrayList<>();
        Timeline first = new SheetFile(sheet)
                .into(EMPTY, NONE, told -> {
                    asked.add(told);
                    return new Origin("My book", "Me", "", "CC BY 4.0");
                })
                .timeline();
        Files.writeString(sheet, MATCHES + "2000-11-02,Kramnik wins,In London.\n");
        Timeline second = new SheetFile(sheet)
                .into(first, NONE, told -> {
                    asked.add(told);
                    return told;
                })
                .timeline();

        assertEquals(List.of(Origin.UNKNOWN), asked);
        assertEquals(
                List.of(new Source("my-book", "My book", "Me", "", "CC BY 4.0")),
                second.head().sources());
    }

    @Test
    void takesOnceWhatIsSaidTwice() throws IOException {
        Import.Result result = read("Date,Title\n1961-04-12,Gagarin flies\n12 April 1961,Gagarin flies\n");

        assertEquals(
                "2 rows: 1 taken (1 new, 0 changed, 0 as they were), 0 of them mended; 0 refused; 1 said twice.",
                result.note().count());
    }

    @Test
    void makesATitleOfATextAndCutsWhatIsTooLong() throws IOException {
        String sentence =
                "In a long war that nobody wanted the two sides met again and again at the same river, and ".repeat(2);
        Import.Result result =
                read("Date,Text\n1961-04-12,\"Gagarin flew round the Earth. He landed in the steppe.\"\n1962-01-01,\""
                        + sentence + "\"\n1963-01-01,\"" + "One sentence more. ".repeat(200) + "\"\n");

        assertEquals(
                List.of(
                        "Gagarin flew round the Earth",
                        "In a long war that nobody wanted the two sides met again and again at the same river, and In a long…",
                        "One sentence more"),
                result.timeline().events().stream().map(HistoryEvent::title).toList());
        assertEquals(
                List.of(
                        "titles cut to 100 characters, the whole is in the text: line 3",
                        "texts cut to 2500 characters: line 4"),
                result.note().mended());
    }

    @Test
    void refusesWhatIsNoSheet() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "PK\u0003\u0004rest",
                        "sheet.csv is a workbook. Open it in the program that made it, choose the sheet, and save that as CSV (in Excel: CSV UTF-8).",
                        "a\0b",
                        "sheet.csv isn't a text. Save it as CSV, or as iCalendar.",
                        "",
                        "sheet.csv has no rows in it.",
                        "{\"a\": 1}",
                        "sheet.csv is JSON, but neither Wikimedia's feed “on this day” nor A People's Calendar.",
                        "{\"a\": ",
                        "sheet.csv stops being JSON in line 1. Fetch it again: it is cut off, or was changed by hand.")
                .entrySet()) {
            assertEquals(
                    wrong.getValue(),
                    assertThrows(CannotExchange.class, () -> read(wrong.getKey()))
                            .getMessage());
        }
    }

    @Test
    void readsADayOfTheFeed() throws IOException {
        String feed = """
                {"selected":[{"text":"A match ends (board pictured).","year":1972,"pages":[]}],
                 "events":[
                  {"text":"A match ends (board pictured).","year":1972,"pages":[]},
                  {"text":"Caesar is killed.","year":-44,"pages":[{"titles":{"normalized":"Julius Caesar"},
                    "content_urls":{"desktop":{"page":"https://en.wikipedia.org/wiki/Julius_Caesar"}}}]}],
                 "births":[{"text":"Somebody, a player (d. 1900)","year":1820,"pages":[]}],
                 "deaths":[{"text":"Nobody knows when","pages":[]}],
                 "holidays":[{"text":"A holiday","pages":[]}]}
                """;
        Import.Result result = read("onthisday-03-15.json", feed.getBytes(StandardCharsets.UTF_8), EMPTY, NONE);

        assertEquals("""
                onthisday-03-15.json is a day of Wikimedia's feed “on this day”.
                The day is 15 March.
                Its holiday has no year and isn't taken.
                Source of what names none: “Wikipedia”, licence: CC BY-SA 4.0.

                Not taken:
                  deaths 1: it has no date

                Mended:
                  “(pictured)” taken out: events 1

                5 rows: 3 taken (3 new, 0 changed, 0 as they were), 1 of them mended; 1 refused; 1 said twice.
                """, result.note().toString());
        assertEquals(
                List.of(
                        "caesar-is-killed -0043-03-15 Caesar is killed",
                        "somebody-a-player-d-1900 1820-03-15 Somebody, a player (d. 1900)",
                        "a-match-ends 1972-03-15 A match ends"),
                told(result.timeline()));
        assertEquals(
                List.of(new Citation(
                        new Source(
                                "wikipedia",
                                "Wikipedia",
                                "Wikimedia Foundation",
                                "https://www.wikipedia.org/",
                                "CC BY-SA 4.0"),
                        "Julius Caesar",
                        "https://en.wikipedia.org/wiki/Julius_Caesar")),
                result.timeline().events().get(0).sources());
    }

    @Test
    void whatTheFeedTellsOnTwoDaysOfAYearIsTwoEvents() throws IOException {
        byte[] feed = "{\"events\":[{\"text\":\"The government resigns.\",\"year\":1960,\"pages\":[]}]}"
                .getBytes(StandardCharsets.UTF_8);
        Timeline first = read("04-01.json", feed, EMPTY, NONE).timeline();
        Timeline both = read("04-02.json", feed, first, NONE).timeline();

        assertEquals(
                List.of(
                        "the-government-resigns 1960-04-01 The government resigns",
                        "the-government-resigns-1960 1960-04-02 The government resigns"),
                told(both));
        assertEquals(told(both), told(read("04-02.json", feed, both, NONE).timeline()));
    }

    @Test
    void aDayOfTheFeedIsTheOneThatIsToldBeforeTheOneOfTheName() throws IOException {
        byte[] feed = "{\"events\":[{\"text\":\"A match ends.\",\"year\":1972,\"pages\":[]}]}"
                .getBytes(StandardCharsets.UTF_8);
        Choices told =
                new Choices(Map.of(), Optional.empty(), Optional.of(MonthDay.of(9, 1)), Origin.UNKNOWN, "", "en");

        assertEquals(
                List.of("a-match-ends 1972-09-01 A match ends"),
                told(read("feed.json", feed, EMPTY, told).timeline()));
        assertEquals(
                List.of("a-match-ends 1972-09-01 A match ends"),
                told(read("03-15.json", feed, EMPTY, told).timeline()));
        assertEquals(
                "The feed “on this day” doesn't say which day it is of, and the name feed.json doesn't either. Say so with --date "
                        + "04-12 (12 April), or call the file 04-12.json.",
                assertThrows(CannotExchange.class, () -> read("feed.json", feed, EMPTY, NONE))
                        .getMessage());
    }

    @Test
    void readsACalendar() throws IOException {
        String calendar = """
                BEGIN:VCALENDAR
                PRODID:-//Google Inc//Google Calendar 70.9054//EN
                VERSION:2.0
                X-WR-CALNAME:Our town
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:18670330
                DTEND;VALUE=DATE:18670331
                RRULE:FREQ=YEARLY
                UID:1@google.com
                SUMMARY:The bridge is opened
                DESCRIPTION:With music\\, and
                  a procession.\\nIt rained.
                LOCATION:Old bridge
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:19040208
                DTEND;VALUE=DATE:19040211
                UID:2@google.com
                SUMMARY:Three days of snow
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260105T180000Z
                RRULE:FREQ=WEEKLY
                UID:3@google.com
                SUMMARY:Choir
                END:VEVENT
                BEGIN:VEVENT
                UID:4@google.com
                SUMMARY:Some day
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");
        Import.Result result = read("town.ics", calendar.getBytes(StandardCharsets.UTF_8), EMPTY, NONE);

        assertEquals("""
                town.ics is a calendar (iCalendar).
                Source of what names none: “Our town”, licence: not stated. Say it better with --source and --licence; of events imported before, under “sources” in the timeline.

                Not taken:
                  line 21: “Choir” comes again more often than every year, so that it isn't an event of history
                  line 27: it has no date

                4 rows: 2 taken (2 new, 0 changed, 0 as they were), 0 of them mended; 2 refused.
                """, result.note().toString());
        assertEquals(
                List.of(
                        "the-bridge-is-opened 1867-03-30 The bridge is opened",
                        "three-days-of-snow 1904-02-08/1904-02-10 Three days of snow"),
                told(result.timeline()));
        assertEquals(
                "With music, and a procession.\nIt rained.",
                result.timeline().events().get(0).text());
    }
}
