package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Runs what the README shows. With {@code -Dalmanac.readme.write=true} it writes the answers anew. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern SHOWN =
            Pattern.compile("```text\\n\\$ \\./almanac ask ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

    /** The settings that are options, and then those that are variables only. */
    private static final Pattern SETTINGS = Pattern.compile(
            "\\| variable \\| option \\| means \\|\\n\\|---\\|---\\|---\\|\\n((?:\\| `[^`]+` \\| `--[^\\n]*\\n)*)((?:\\|[^\\n]*\\n)*)");

    private static String answer(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Assembly assembly = new Assembly(
                new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow(),
                Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
                new Random(1),
                "test");
        assembly.terminal(Map.of("NO_COLOR", "1"), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .ask(line);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The blocks of one section, run in their order in one folder that has the sheet in it. */
    private static final Pattern RUN = Pattern.compile(
            "```text\\n\\$ \\./almanac ((?:new|import|check|export) [^\\n]*)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    /** What a command prints; files that it names without a folder are in ours. */
    private String ran(String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            arguments.add(
                    text.matches("[a-z-]+\\.(json|csv|ics)")
                            ? folder.resolve(text).toString()
                            : text);
        }
        Endings.of(Main.commandLine(Map.of(), out, out), arguments.toArray(String[]::new));
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    @Test
    void runsWhatItShowsOfYourOwnHistory() throws IOException {
        String readme = Files.readString(README);
        String answered = RUN.matcher(readme)
                .replaceAll(block -> Matcher.quoteReplacement(
                        "```text\n$ ./almanac " + block.group(1) + "\n" + ran(block.group(1)) + "```"));
        if (Boolean.getBoolean("almanac.readme.write")) {
            Files.writeString(README, answered);
            readme = answered;
        }

        assertEquals(answered, readme);
        assertTrue(RUN.matcher(readme).results().count() >= 5);
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

    /** The options of all commands that are read from a variable where they aren't given. */
    private static List<OptionSpec> settings() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        CommandLine program = Main.commandLine(Map.of(), nowhere, nowhere);
        Map<String, OptionSpec> byName = new LinkedHashMap<>();
        Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> Mistakes.variable(option).isPresent())
                .forEach(option -> byName.putIfAbsent(option.longestName(), option));
        return List.copyOf(byName.values());
    }

    private static String variable(OptionSpec option) {
        return Mistakes.variable(option).orElseThrow();
    }

    private static String row(OptionSpec option) {
        return "| `" + variable(option) + "` | `" + option.longestName() + "` | "
                + option.description()[0].replace("%%", "%") + " |\n";
    }

    @Test
    void describesEachSettingAsHelpDoes() throws IOException {
        String readme = Files.readString(README);
        Matcher table = SETTINGS.matcher(readme);
        assertTrue(table.find());
        String rows = settings().stream().map(ReadmeTest::row).collect(Collectors.joining());
        if (Boolean.getBoolean("almanac.readme.write")) {
            readme = readme.substring(0, table.start(1)) + rows + readme.substring(table.end(1));
            Files.writeString(README, readme);
            table = SETTINGS.matcher(readme);
            assertTrue(table.find());
        }

        assertEquals(rows, table.group(1));
        for (String variable : List.of("DISCORD_TOKEN", "ALMANAC_REPORTS", "ALMANAC_JAVA_OPTS", "NO_COLOR")) {
            assertTrue(table.group(2).contains("| `" + variable + "` | |"), variable);
        }
    }

    @Test
    void helpNamesTheVariableOfEachSetting() {
        assertEquals(
                settings().stream()
                        .map(option -> "Variable: " + variable(option))
                        .toList(),
                settings().stream().map(option -> option.description()[1]).toList());
    }
}
