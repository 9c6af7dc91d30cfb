package dev.almanac.timeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.file.TimelineFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangesTest {
    private static final Duration SHORTLY = Duration.ofMillis(250);

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T12:00:00Z"));
    private Path file;
    private FileChanges changes;
    private long saved;

    @BeforeEach
    void changes() throws IOException {
        file = folder.resolve("events.json");
        save("1867-03-30");
        changes = new FileChanges(file, clock);
    }

    /** As editors do that write into the file, each time with another time of change. */
    private void save(String... dates) throws IOException {
        new TimelineFile(file).write(Events.timelineOf(dates));
        stamp(file);
    }

    private void stamp(Path written) throws IOException {
        saved++;
        Files.setLastModifiedTime(
                written, FileTime.from(Instant.parse("2026-11-28T12:00:00Z").plusSeconds(saved)));
    }

    /** What it finds while so much time passes, looking four times a second: the ids of timelines, or a problem. */
    private List<String> found(Duration time) {
        Instant end = clock.instant().plus(time);
        StringBuilder all = new StringBuilder();
        while (true) {
            changes.news()
                    .map(FileChangesTest::inWords)
                    .ifPresent(words -> all.append(words).append('\n'));
            if (!clock.instant().isBefore(end)) {
                return all.toString().lines().toList();
            }
            clock.pass(SHORTLY);
        }
    }

    private static String inWords(Reading reading) {
        Optional<String> ids = reading.timeline()
                .map(timeline -> String.join(
                        " ", timeline.events().stream().map(HistoryEvent::id).toList()));
        return ids.orElseGet(() -> reading.problems().get(0).wrong());
    }

    @Test
    void saysNothingOfAFileThatIsAsItWas() {
        assertEquals(List.of(), found(Duration.ofMinutes(1)));
    }

    @Test
    void readsAChangedFileOnceItHasHeldStillForASecond() throws IOException {
        save("1867-03-30", "1914");

        assertEquals(List.of(), found(Duration.ofMillis(750)));
        assertEquals(List.of("1867-03-30 1914"), found(Duration.ofMillis(250)));
        assertEquals(List.of(), found(Duration.ofMinutes(1)));
    }

    @Test
    void waitsWhileItIsStillBeingWritten() throws IOException {
        for (int part = 0; part < 10; part++) {
            Files.writeString(file, "{\"title\": \"Half".substring(0, part + 3));
            stamp(file);
            assertEquals(List.of(), found(Duration.ofMillis(750)));
        }
        save("1914");

        assertEquals(List.of("1914"), found(Duration.ofSeconds(10)));
    }

    @Test
    void tellsOfAHalfWrittenFileThatIsLeftSoAndTakesTheWholeOne() throws IOException {
        Files.writeString(file, "{\"title\": \"Half");
        stamp(file);
        assertEquals(1, found(Duration.ofSeconds(2)).size());
        save("1914");

        assertEquals(List.of("1914"), found(Duration.ofSeconds(2)));
    }

    @Test
    void takesWhatWasRenamedIntoItsPlaceAlsoWhereThatIsOlder() throws IOException {
        Path draft = folder.resolve(".events.json.swp");
        new TimelineFile(draft).write(Events.timelineOf("1903-11-25"));
        Files.setLastModifiedTime(draft, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);

        assertEquals(List.of("1903-11-25"), found(Duration.ofSeconds(2)));
    }

    @Test
    void followsALinkThatLeadsElsewhereNow() throws IOException {
        Path link = folder.resolve("linked.json");
        Files.createSymbolicLink(link, file);
        changes = new FileChanges(link, clock);
        Path other = folder.resolve("other.json");
        new TimelineFile(other).write(Events.timelineOf("1903-11-25"));
        stamp(other);
        Files.delete(link);
        Files.createSymbolicLink(link, other);

        assertEquals(List.of("1903-11-25"), found(Duration.ofSeconds(2)));
    }

    @Test
    void waitsFiveSecondsForAFileThatIsGone() throws IOException {
        byte[] text = Files.readAllBytes(file);
        FileTime time = Files.getLastModifiedTime(file);
        Files.delete(file);
        assertEquals(List.of(), found(Duration.ofMillis(4750)));
        Files.write(file, text);
        Files.setLastModifiedTime(file, time);
        assertEquals(List.of(), found(Duration.ofMinutes(1)));
        Files.delete(file);

        assertEquals(List.of("isn't there"), found(Duration.ofSeconds(10)));
        Files.write(file, text);
        Files.setLastModifiedTime(file, time);
        assertEquals(List.of("1867-03-30"), found(Duration.ofSeconds(2)));
    }
}
