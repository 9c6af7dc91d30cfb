package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.terminal.Chat;
import dev.almanac.terminal.Terminal;
import dev.almanac.timeline.file.TimelineFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs what the README shows. With {@code -Dalmanac.readme.write=true} it writes the answers anew. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern SHOWN =
            Pattern.compile("```text\\n\\$ \\./almanac ask ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

    private static String answer(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Commands commands = AllCommands.over(
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow(),
                new Random(1),
                "test",
                List::of,
                List.of());
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        new Terminal(
                        commands,
                        new Chat(commands, clock, Locale.ENGLISH),
                        Map.of("NO_COLOR", "1"),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .ask(line);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatTheProgramAnswers() throws IOException {
        String readme = Files.readString(README);
        Matcher shown = SHOWN.matcher(readme);
        String answered = shown.replaceAll(block -> Matcher.quoteReplacement(
                "```text\n$ ./almanac ask " + block.group(1) + "\n" + answer(block.group(1)) + "```"));
        if (Boolean.getBoolean("almanac.readme.write")) {
            Files.writeString(README, answered);
            readme = answered;
        }

        assertEquals(answered, readme);
        assertTrue(SHOWN.matcher(readme).results().count() >= 3);
    }

    @Test
    void namesEachSettingThatTheProgramReads() throws IOException {
        String readme = Files.readString(README);
        Matcher settings = Pattern.compile("\"((?:ALMANAC|DISCORD)_[A-Z_]+|NO_COLOR)\"")
                .matcher(Files.readString(Path.of("src/main/java/dev/almanac/Config.java"))
                        + Files.readString(Path.of("src/main/java/dev/almanac/terminal/Terminal.java")));

        assertEquals(
                List.of(),
                settings.results()
                        .map(setting -> setting.group(1))
                        .filter(name -> !readme.contains("| `" + name + "` |"))
                        .toList());
    }
}
