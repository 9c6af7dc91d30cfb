package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.timeline.file.TimelineFile;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NewHistoryTest {
    private static final Clock LEAP_DAY = Clock.fixed(Instant.parse("2028-02-29T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    /** @param answers null where nobody sits at the terminal */
    private static Ended run(Clock clock, @Nullable String answers, Path file, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printing = new PrintStream(out, true, StandardCharsets.UTF_8);
        Questions questions = new Questions(
                answers != null, new BufferedReader(new StringReader(answers == null ? "" : answers)), printing);
        CommandLine line = new CommandLine(new NewHistory(() -> clock, questions, printing))
                .setExecutionExceptionHandler(new Endings(new PrintStream(err, true, StandardCharsets.UTF_8)));
        String[] arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new Ended(
                line.execute(arguments),
                out.toString(StandardCharsets.UTF_8).replace(file.toString(), "chess.json"),
                err.toString(StandardCharsets.UTF_8).replace(file.toString(), "chess.json"));
    }

    @Test
    void beginsATimelineWithThreeExamplesThatCheckFindsNothingWrongWith() throws IOException {
        Path file = folder.resolve("chess.json");

        assertEquals(new Ended(0, """
                        chess.json is a timeline of chess with three examples. Replace them by events of your own.
                          ./almanac check chess.json finds mistakes
                          ./almanac --events chess.json preview shows it as on Discord
                          ./almanac import SHEET.csv --into chess.json brings in a sheet
                        """, ""), run(LEAP_DAY, null, file, "--title", "History of chess"));
        assertEquals(List.of(), new TimelineFile(file).check());
        assertEquals(List.of(), new TimelineFile(file).remarks(LocalDate.of(2026, 11, 28)));
        assertEquals(
                List.of("example-of-a-year", "example-of-a-day", "example-of-several-days"),
                new TimelineFile(file)
                        .read().timeline().orElseThrow().events().stream()
                                .map(event -> event.id())
                                .toList());
        assertTrue(Files.readString(file).contains("\"title\": \"chess\""));
    }

    @Test
    void asksWhatIsNotTold() throws IOException {
        Path file = folder.resolve("our-town.json");

        assertEquals(
                "What is it a timeline of? [our town] What is it about, in a sentence? [What happened in the history of our town, "
                        + "day by day.] Which language are its texts in? [en] chess.json is a timeline of our town with three "
                        + "examples. Replace them by events of your own.",
                run(LEAP_DAY, "\n\n\n", file, "--timeline-licence", "CC0-1.0")
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertTrue(Files.readString(file).contains("\"licence\": \"CC0-1.0\""));
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("chess.json"), "mine");

        assertEquals(
                new Ended(
                        78,
                        "",
                        "chess.json is there already and stays as it is. Name a file that isn't there yet, or bring events into "
                                + "this one: ./almanac import SHEET.csv --into chess.json\n"),
                run(LEAP_DAY, null, file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void saysWhenThereIsNoSuchFolder() {
        assertEquals(
                new Ended(78, "", "chess.json can't be written (NoSuchFileException).\n"),
                run(LEAP_DAY, null, folder.resolve("nowhere").resolve("chess.json")));
    }
}
