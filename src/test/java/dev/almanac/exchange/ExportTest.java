package dev.almanac.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final Choices CHOICES =
            new Choices(Map.of(), Optional.empty(), Optional.empty(), Origin.UNKNOWN, "", "en");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static Timeline shipped() {
        return new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    }

    private Import.Result imported(String name, String text, Timeline into) throws IOException {
        return new SheetFile(Files.writeString(folder.resolve(name), text)).into(into, CHOICES, told -> told);
    }

    private static Timeline withoutEvents(Timeline timeline) {
        return new Timeline(timeline.head(), List.of());
    }

    @Test
    void aSheetIsReadBackAsTheSameTimeline() throws IOException {
        Timeline timeline = shipped();
        Import.Result result = imported("sheet.csv", CsvExport.of(timeline), withoutEvents(timeline));
        Path copy = folder.resolve("copy.json");

        new TimelineFile(copy).write(result.timeline());
        assertEquals(List.of(), result.note().refused());
        assertEquals(List.of(), result.note().mended());
        assertEquals(Files.readString(Path.of("events.json")), Files.readString(copy));
    }

    @Test
    void aSheetThatIsReadBackIntoItsTimelineChangesNothing() throws IOException {
        Timeline timeline = shipped();
        ImportNote note =
                imported("sheet.csv", CsvExport.of(timeline), timeline).note();

        assertEquals(List.of(0, 0, timeline.events().size()), List.of(note.added(), note.changed(), note.unchanged()));
    }

    @Test
    void aCalendarThatIsReadBackIntoItsTimelineChangesNoDayAndNoText() throws IOException {
        Timeline timeline = shipped();
        CalendarExport calendar = CalendarExport.of(timeline, CLOCK);
        ImportNote note = imported("calendar.ics", calendar.text(), timeline).note();

        assertEquals(timeline.events().size(), calendar.events() + calendar.left());
        assertEquals(List.of(), note.refused());
        assertEquals(List.of(0, 0, calendar.events()), List.of(note.added(), note.changed(), note.unchanged()));
    }

    @Test
    void aCalendarIsWrittenAsTheStandardHasIt() throws IOException {
        Timeline chess = imported(
                        "chess.csv",
                        """
                        Date,Title,Text,Kind,Place
                        1410-07-15,The battle of Grunwald,"Horses; bishops, and pawns.
                        All of them.",Game,Grunwald
                        1927-09-16/1927-11-29,A match of 34 games,"At Buenos Aires.",Match,
                        1475~,The queen moves,Far.,Rules,
                        """,
                        new Timeline(
                                new TimelineHead(
                                        "chess", "Chess.", "en", "CC0-1.0", List.of(), List.of(), List.of(), List.of()),
                                List.of()))
                .timeline();

        assertEquals(new CalendarExport("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Almanac//Timeline//EN
                        X-WR-CALNAME:chess
                        BEGIN:VEVENT
                        UID:the-battle-of-grunwald@almanac
                        DTSTAMP:20261128T120000Z
                        DTSTART;VALUE=DATE:14100715
                        RRULE:FREQ=YEARLY
                        SUMMARY:The battle of Grunwald
                        DESCRIPTION:Horses\\; bishops\\, and pawns.\\nAll of them.
                        TRANSP:TRANSPARENT
                        LOCATION:Grunwald
                        CATEGORIES:Game
                        END:VEVENT
                        BEGIN:VEVENT
                        UID:a-match-of-34-games@almanac
                        DTSTAMP:20261128T120000Z
                        DTSTART;VALUE=DATE:19270916
                        DTEND;VALUE=DATE:19271130
                        RRULE:FREQ=YEARLY
                        SUMMARY:A match of 34 games
                        DESCRIPTION:At Buenos Aires.
                        TRANSP:TRANSPARENT
                        CATEGORIES:Match
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"), 2, 1), CalendarExport.of(chess, CLOCK));
    }
}
