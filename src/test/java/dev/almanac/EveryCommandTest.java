package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.almanac.chat.Asker;
import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.engine.DailyRun;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.discord.message.MessageBodies.Body;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.WorstEvents;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of each command that the program has, over any timeline. Questions are made from the commands' own usages, so a new
 * command is asked, too, without being named here.
 */
class EveryCommandTest {
    private static final List<String> TYPED =
            List.of("", "1", "1900", "28", "a", "march", "title", "44 BC", "@everyone <@1> *x*", "x|y", "\u202Eשלום");
    private static final Asker MANAGER = new Asker(DailyRun.GUILD, DailyRun.ADMIN, 1, Asker.Rights.ALL);
    private static final int STEPS = 2;
    private static final int MOST_QUESTIONS = 1500;

    @TempDir
    private Path folder;

    private final List<DailyRun> runs = new ArrayList<>();

    static Stream<Timeline> timelines() {
        return Stream.concat(
                Stream.of(
                        Events.timeline(),
                        Events.timelineOf("1867-03-30"),
                        Events.timelineOf("1850/.."),
                        Events.timelineOf("-0043-03-15", "1867", "1868-02-29")),
                WorstEvents.FILLINGS.stream().map(filling -> WorstEvents.timeline(filling, 100)));
    }

    /** What can be asked with what the options offer and with what people type, each option by itself and all together. */
    private static Stream<Question> questions(Commands commands) {
        return commands.usages().stream()
                .flatMap(usage -> usage.subcommands().isEmpty()
                        ? questions(commands, usage.name(), usage)
                        : usage.subcommands().stream()
                                .flatMap(sub -> questions(commands, usage.name() + " " + sub.name(), sub)));
    }

    private static Stream<Question> questions(Commands commands, String name, Usage usage) {
        Question plain = Question.of(name);
        List<Question> questions = new ArrayList<>(List.of(plain, plain.onPage(2), plain.onPage(999_999)));
        Question whole = plain;
        Question alone = plain;
        for (Option option : usage.options()) {
            List<String> values = values(commands, name, option);
            for (String value : values) {
                questions.add(alone.with(option.name(), value));
                questions.add(whole.with(option.name(), value));
            }
            whole = whole.with(option.name(), values.get(0));
            // Without its channel a question is refused, whatever else it has.
            alone = option.kind() == Option.Kind.CHANNEL ? whole : alone;
        }
        return questions.stream();
    }

    private static List<String> values(Commands commands, String name, Option option) {
        return Stream.of(
                        option.kind() == Option.Kind.CHANNEL
                                ? Stream.of(String.valueOf(DailyRun.CHANNEL))
                                : Stream.<String>of(),
                        option.name().equals("by") ? Stream.of(String.valueOf(DailyRun.ADMIN)) : Stream.<String>of(),
                        option.choices().stream().map(Suggestion::value),
                        TYPED.stream()
                                .flatMap(typed -> commands.complete(name, option.name(), typed).stream()
                                        .limit(3)
                                        .map(Suggestion::value)),
                        Stream.of(String.valueOf(option.least()), String.valueOf(option.most())),
                        TYPED.stream())
                .flatMap(values -> values)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static Request request(Question question) {
        return new Request(question, LocalDate.of(2026, 2, 28), ZoneId.of("Europe/Moscow"), "here", MANAGER);
    }

    private List<Command> commands(Timeline timeline) {
        DailyRun run = new DailyRun(folder, timeline, DailyRules.DEFAULT, Instant.parse("2026-02-28T05:00:00Z"));
        runs.add(run);
        return RealCommands.list(timeline, List.of(new DailyCommand(run.daily(), timeline, run.guilds(), run.clock())));
    }

    @AfterEach
    void endDailyPosts() {
        runs.forEach(DailyRun::close);
    }

    private static List<String> problems(Body body) {
        List<String> problems = new ArrayList<>(body.problems());
        if (body.message().path("allowed_mentions").path("parse").size() > 0) {
            problems.add("it may mention");
        }
        if (body.message().toString().contains("Something went wrong here")) {
            problems.add("it failed");
        }
        return problems;
    }

    private static List<String> buttons(Body body) {
        return body.message().findParents("custom_id").stream()
                .filter(button -> !button.path("disabled").asBoolean())
                .map((JsonNode button) -> button.path("custom_id").asText())
                .toList();
    }

    /** Asks everything, presses every button of the answers, and says what is wrong with any of the messages. */
    @ParameterizedTest
    @MethodSource("timelines")
    void answersWithMessagesThatDiscordTakesAndWithButtonsThatWork(Timeline timeline) {
        Commands commands = new Commands(commands(timeline), new Random(1));
        MessageBodies bodies = new MessageBodies(commands, new KeptMessages());
        Map<String, List<String>> problems = new LinkedHashMap<>();
        Set<String> next = new HashSet<>();
        questions(commands).distinct().forEach(question -> {
            Body body = bodies.to(request(question));
            if (!problems(body).isEmpty()) {
                problems.put(question.toString(), problems(body));
            }
            next.addAll(buttons(body));
        });
        Set<String> pressed = new HashSet<>();
        for (int step = 0; step < STEPS; step++) {
            for (String button : List.copyOf(next)) {
                if (pressed.add(button) && pressed.size() < MOST_QUESTIONS) {
                    Body body = bodies.toButton(button, EveryCommandTest::request);
                    List<String> found = new ArrayList<>(problems(body));
                    if (body.message().toString().contains("This button is from another version")) {
                        found.add("it can't be read");
                    }
                    if (!found.isEmpty()) {
                        problems.put(button, found);
                    }
                    next.addAll(buttons(body));
                }
            }
        }

        assertEquals(Map.of(), problems);
    }

    @Test
    void isAskedByTheTestAbove() {
        Commands commands = new Commands(commands(Events.timelineOf("1867-03-30")), new Random(1));

        assertEquals(
                commands.usages().stream().map(Usage::name).collect(Collectors.toSet()),
                questions(commands)
                        .map(question -> question.command().replaceFirst(" .*", ""))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void resolvesAQuestionOnceForEver(Timeline timeline) {
        List<Command> all = commands(timeline);
        Commands commands = new Commands(all, new Random(1));
        Map<String, Command> byName =
                all.stream().collect(Collectors.toMap(command -> command.usage().name(), command -> command));
        int resolved = 0;
        for (Question question : questions(commands).distinct().toList()) {
            Command command =
                    Objects.requireNonNull(byName.get(question.command().replaceFirst(" .*", "")));
            Question once;
            try {
                once = command.resolve(request(question));
            } catch (RuntimeException notReadable) {
                continue;
            }
            resolved++;
            Command then = Objects.requireNonNull(byName.get(once.command().replaceFirst(" .*", "")));
            assertEquals(
                    once,
                    then.resolve(new Request(once, LocalDate.of(2027, 1, 1), ZoneOffset.UTC, "there")),
                    question.toString());
        }
        assertTrue(resolved >= byName.size());
    }
}
