package dev.almanac;

import static dev.almanac.timeline.Events.named;
import static dev.almanac.timeline.Events.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.picture.Pictures;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.terminal.Chat;
import dev.almanac.terminal.TerminalEdition;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllCommandsTest {
    private static final Timeline TIMELINE = timeline(named("alaska", "1867-03-30"), named("gagarin", "1961-04-12"));
    private static final Commands COMMANDS = AllCommands.over(
            TIMELINE,
            new PreparedSearch(TIMELINE),
            new Pictures(TIMELINE),
            new Random(1),
            "1.2.3",
            List.of(),
            Optional.empty());

    private static Reply ask(String line) {
        return new Chat(
                        () -> new TerminalEdition(COMMANDS, new LineReader(COMMANDS, TIMELINE, false)),
                        Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
                        Locale.ENGLISH)
                .answer(line);
    }

    @Test
    void standInTheOrderOfHelp() {
        List<Usage> usages = COMMANDS.usages();

        assertEquals(
                usages.stream().map(Usage::synopsis).toList(),
                ask("/help").sections().stream().map(Section::title).toList());
    }

    @Test
    void answerTheirOwnExamples() {
        assertEquals(
                List.of(),
                COMMANDS.usages().stream()
                        .map(Usage::example)
                        .filter(example -> ask(example).kind() != Reply.Kind.ANSWER)
                        .toList());
    }

    @Test
    void tellAboutTheProgramThatRuns() {
        assertEquals(
                List.of(new Section("The program", "Almanac 1.2.3, Apache-2.0")),
                ask("/about").sections().stream().skip(2).limit(1).toList());
    }

    @Test
    void answerAnEmptyTimelineToo() {
        Commands commands = RealCommands.over(timeline());
        Chat chat = new Chat(
                () -> new TerminalEdition(commands, new LineReader(commands, timeline(), false)),
                Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
                Locale.ENGLISH);

        assertEquals(
                List.of(),
                commands.usages().stream()
                        .map(Usage::example)
                        .filter(example -> chat.answer(example).kind() == Reply.Kind.FAILURE)
                        .toList());
        commands.usages()
                .forEach(usage -> usage.options()
                        .forEach(option ->
                                assertEquals(List.of(), commands.complete(usage.name(), option.name(), "1"))));
    }

    @Test
    void standInTheReadmeAsHelpListsThemAndInThePrivacyNote() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String privacy = Files.readString(Path.of("PRIVACY.md"));

        assertEquals(
                List.of(),
                COMMANDS.usages().stream()
                        .filter(usage -> !readme.contains("\n" + usage.synopsis() + "\n")
                                || !privacy.contains("`/" + usage.name() + "`"))
                        .map(Usage::name)
                        .toList());
    }
}
