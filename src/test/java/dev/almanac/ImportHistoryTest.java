package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.exchange.Beginning;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportHistoryTest {
    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    /** @param answers null where nobody sits at the terminal */
    private Ended run(@Nullable String answers, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printing = new PrintStream(out, true, StandardCharsets.UTF_8);
        Questions questions = new Questions(
                answers != null, new BufferedReader(new StringReader(answers == null ? "" : answers)), printing);
        int code = new CommandLine(new ImportHistory(questions, printing))
                .setExecutionExceptionHandler(new Endings(new PrintStream(err, true, StandardCharsets.UTF_8)))
                .execute(Stream.of(arguments)
                        .map(word -> word.matches("[a-z]+\\.(csv|json)")
                                ? folder.resolve(word).toString()
                                : word)
                        .toArray(String[]::new));
        return new Ended(
                code,
                out.toString(StandardCharsets.UTF_8).replace(folder + "/", ""),
                err.toString(StandardCharsets.UTF_8).replace(folder + "/", ""));
    }

    private Timeline read(String name) {
        return new TimelineFile(folder.resolve(name)).read().timeline().orElseThrow();
    }

    @Test
    void asksForWhatTheSheetAndTheCommandLineDoNotSay() throws IOException {
        Files.writeString(folder.resolve("chess.csv"), "Alpha,Beta\n1961-04-12,A match begins\n");
        Ended ended = run("chess\n\nen\n\n1\n2\nMy book\nCC0-1.0\n", "chess.csv");

        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("1 Alpha, 2 Beta\nWhich column holds the date? [1] "), ended.out());
        assertTrue(ended.out().contains("Source of what names none: “My book”, licence: CC0-1.0."), ended.out());
        assertEquals(
                List.of("a-match-begins"),
                read("chess.json").events().stream().map(event -> event.id()).toList());
    }

    @Test
    void writesNothingWhenItIsATryOrNothingCanBeTaken() throws IOException {
        Files.writeString(folder.resolve("chess.csv"), "Date,Title\n1961-04-12,A match begins\n");
        Files.writeString(folder.resolve("bad.csv"), "Date,Title\n1961-04-31,A match begins\n");

        Ended tried = run(null, "chess.csv", "--dry-run");
        assertEquals(0, tried.code());
        assertTrue(tried.out().endsWith("Leave out --dry-run to write chess.json.\n"), tried.out());
        Ended bad = run(null, "bad.csv");
        assertEquals(1, bad.code());
        assertTrue(bad.out().endsWith("Nothing is written, as nothing was taken.\n"), bad.out());
        assertFalse(Files.exists(folder.resolve("chess.json")) || Files.exists(folder.resolve("bad.json")));
    }

    @Test
    void takesOutTheExamplesThatAreAsTheyWereMade() throws IOException {
        Files.writeString(folder.resolve("chess.csv"), "Date,Title\n1961-04-12,A match begins\n");
        new TimelineFile(folder.resolve("mine.json"))
                .write(new Beginning("chess", "Chess.", "en", "CC0-1.0").withExamples(LocalDate.of(2026, 11, 28)));

        assertEquals(0, run(null, "chess.csv", "--into", "mine.json").code());
        Timeline timeline = read("mine.json");
        assertEquals(1, timeline.events().size());
        assertEquals(
                List.of("event", "chess-csv"),
                List.of(
                        timeline.head().categories().get(0).id(),
                        timeline.head().sources().get(0).id()));
    }

    @Test
    void leavesAFileWithProblemsAsItIs() throws IOException {
        Files.writeString(folder.resolve("chess.csv"), "Date,Title\n1961-04-12,A match begins\n");
        Files.writeString(folder.resolve("mine.json"), "{}");

        assertEquals(78, run(null, "chess.csv", "--into", "mine.json").code());
        assertEquals("{}", Files.readString(folder.resolve("mine.json")));
    }

    @Test
    void saysWhatAnOptionShouldBe() throws IOException {
        Files.writeString(folder.resolve("chess.csv"), "Date,Title\n1961-04-12,A match begins\n");

        assertEquals(
                "--dates is “usa”. Write day-first or month-first.\n",
                run(null, "chess.csv", "--dates", "usa").err());
        assertEquals(
                "--date is “12 April”. Write month and day, like 04-12 for 12 April.\n",
                run(null, "chess.csv", "--date", "12 April").err());
        assertEquals(
                "“Datum” doesn't say which column holds what. Write it as in --map date=Datum,title=Titel. Nothing was written.\n",
                run(null, "chess.csv", "--map", "Datum").err());
    }
}
