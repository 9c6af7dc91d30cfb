package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineState;
import dev.almanac.timeline.TimelineWatch;
import dev.almanac.timeline.file.FileChanges;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(START);
    private Path file;
    private int saved;
    private Reload<MessageBodies> reload;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("events.json");
        Timeline timeline = Events.timelineOf("1867-03-30");
        new TimelineFile(file).write(timeline);
        reload = new Reload<>(new FileChanges(file, clock), TimelineWatch.NONE, clock);
        reload.build(timeline, ReloadTest::bodies);
    }

    @AfterEach
    void end() {
        reload.close();
    }

    private static MessageBodies bodies(Timeline timeline) {
        if (timeline.events().isEmpty()) {
            throw new IllegalArgumentException("a fault of the program");
        }
        Commands commands = RealCommands.over(timeline);
        return new MessageBodies(commands, new KeptMessages());
    }

    private Optional<TimelineState> lookedForTwoSeconds() {
        Optional<TimelineState> first = reload.look();
        clock.pass(Duration.ofSeconds(2));
        return first.or(reload::look);
    }

    /** As an editor saves it, who is slower than the clock of the file system. */
    private void save(String text) throws IOException {
        Files.writeString(file, text);
        saved++;
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(saved)));
    }

    private void save(Timeline timeline) throws IOException {
        new TimelineFile(file).write(timeline);
        save(Files.readString(file));
    }

    private static String year(MessageBodies bodies) {
        Question question = Question.of("year").with("year", "1867");
        return bodies.to(new Request(question, LocalDate.of(2026, 11, 28), ZoneOffset.UTC, "here"))
                .message()
                .toString();
    }

    @Test
    void answersFromTheNewFileAndGivesNothingThatWasKept() throws IOException {
        MessageBodies before = reload.get();
        String old = year(before);
        save(Events.timelineOf("1867-03-30", "1867-10-18"));

        assertEquals(
                Optional.of(new TimelineState("events.json", 2, START.plusSeconds(2), 1, List.of())),
                lookedForTwoSeconds());
        assertEquals(
                List.of(false, true),
                List.of(old.contains("18 October"), year(reload.get()).contains("18 October")));
        assertEquals(old, year(before), "an answer under way ends on what it began with");
        assertEquals("events.json was read anew: 2 events.", reload.state().inWords());
    }

    @Test
    void keepsTheTimelineOfBeforeWhereTheFileHasProblems() throws IOException {
        MessageBodies before = reload.get();
        save(Files.readString(file).replace("1867-03-30\"", "1867-13-30\""));

        TimelineState state = lookedForTwoSeconds().orElseThrow();

        assertSame(before, reload.get());
        assertEquals(
                List.of(1, START, 1, false),
                List.of(state.events(), state.since(), state.number(), state.isFileInUse()));
        assertEquals(
                "events.json can't be used as it is now; the timeline of before, with 1 event, stays in use. "
                        + "Mend the file and save it.",
                state.inWords());
        assertEquals(1, state.problems().size());
        assertTrue(
                state.problems().get(0).matches(".*events\\.json:\\d+:\\d+ \"date\": .*"),
                state.problems().get(0));
        save(Events.timelineOf("1867-03-30"));
        assertEquals(Optional.of(List.of()), lookedForTwoSeconds().map(TimelineState::problems));
    }

    @Test
    void tellsTwentyProblemsAndHowManyMoreThereAre() throws IOException {
        StringBuilder events = new StringBuilder("{\"events\": [");
        for (int event = 0; event < 30; event++) {
            events.append(event == 0 ? "" : ",\n")
                    .append("{\"field")
                    .append(event)
                    .append("\": 1}");
        }
        save(events.append("]}").toString());

        List<String> problems = lookedForTwoSeconds().orElseThrow().problems();

        assertEquals(21, problems.size());
        assertEquals(
                "and N more; ./almanac check shows them all.", problems.get(20).replaceFirst("\\d+", "N"));
    }

    @Test
    void staysAsItIsWhereTheProgramFailsAtTheFile() throws IOException {
        MessageBodies before = reload.get();
        save(new Timeline(Events.HEAD, List.of()));

        assertEquals(
                List.of("The program failed at it; its log says where."),
                lookedForTwoSeconds().orElseThrow().problems());
        assertSame(before, reload.get());
    }
}
