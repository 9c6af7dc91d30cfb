package dev.almanac.discord;

import static dev.almanac.timeline.Events.HEAD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.RealCommands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.standin.CommandLimits;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.junit.jupiter.api.Test;

class CommandRegistrationTest {
    private static JsonNode json(CommandData command) throws IOException {
        return new ObjectMapper().readTree(command.toData().toString());
    }

    private static List<Usage> usages(Timeline timeline) {
        return RealCommands.over(timeline).usages();
    }

    @Test
    void everyCommandIsWithinDiscordsRulesEvenOverATimelineOfAHundredCategories() throws IOException {
        TimelineHead head = new TimelineHead(
                HEAD.title(),
                HEAD.description(),
                "en",
                "CC0",
                List.of(),
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                new Category("c".repeat(46) + i % 10 + i / 10, "C".repeat(98) + i % 10 + i / 10, 0))
                        .toList(),
                List.of(),
                List.of());
        List<String> problems = new ArrayList<>();
        for (Timeline timeline : List.of(new Timeline(HEAD, List.of()), new Timeline(head, List.of()))) {
            for (CommandData command : new CommandRegistration(usages(timeline), new CommandIds()).commands()) {
                problems.addAll(CommandLimits.problems(json(command)));
            }
        }

        assertEquals(List.of(), problems);
    }

    @Test
    void lookUpsAreForEveryoneEverywhereAndSettingsForServerManagersInServers() throws IOException {
        Usage plain = Usage.of("settings", "Settings", "/settings set");
        Usage settings = new Usage(
                plain.name(),
                plain.description(),
                plain.example(),
                List.of(),
                List.of(Usage.of(
                        "set",
                        "Set it",
                        "/settings set",
                        Option.number("hour", "The hour", 0, 23).asRequired())),
                Audience.SERVER_MANAGERS,
                Usage.Need.SERVER,
                Usage.Answering.DEFERRED);
        List<CommandData> commands = new CommandRegistration(List.of(plain, settings), new CommandIds()).commands();

        assertEquals(
                Set.of("[\"0\",\"1\",\"2\"]", "[\"0\",\"1\"]"),
                Set.of(
                        json(commands.get(0)).path("contexts").toString(),
                        json(commands.get(0)).path("integration_types").toString()));
        assertEquals(
                List.of("[\"0\"]", "[\"0\"]", "\"32\"", "set", "[{\"type\":4,\"name\":\"hour\"}]"),
                List.of(
                        json(commands.get(1)).path("contexts").toString(),
                        json(commands.get(1)).path("integration_types").toString(),
                        json(commands.get(1)).path("default_member_permissions").toString(),
                        json(commands.get(1))
                                .path("options")
                                .path(0)
                                .path("name")
                                .asText(),
                        "[{\"type\":"
                                + json(commands.get(1)).at("/options/0/options/0/type") + ",\"name\":"
                                + json(commands.get(1)).at("/options/0/options/0/name") + "}]"));
    }

    @Test
    void aCommandThatIsNotOfferedOnDiscordIsNotRegistered() {
        Usage elsewhere = Usage.of("quit", "Leave", "/quit");

        assertEquals(
                List.of("What happened then?"),
                new CommandRegistration(
                                List.of(new Usage(
                                        elsewhere.name(),
                                        elsewhere.description(),
                                        elsewhere.example(),
                                        List.of(),
                                        List.of(),
                                        elsewhere.audience(),
                                        Usage.Need.BUTTON,
                                        Usage.Answering.KEPT)),
                                new CommandIds())
                        .commands().stream().map(CommandData::getName).toList());
    }
}
