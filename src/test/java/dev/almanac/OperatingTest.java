package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ini4j.Config;
import org.ini4j.Ini;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What operators copy, compose.yaml and the unit of systemd, against the program's own settings. */
class OperatingTest {
    /** docs/shards.md says so. */
    private static final int SECONDS_TO_HAND_OVER_AND_CLOSE = 75;

    /** Those that are variables only. */
    private static final Set<String> VARIABLES = Set.of(
            "ALMANAC_DATABASE_PASSWORD_FILE", "ALMANAC_LOG", "ALMANAC_LOG_LEVELS", "DISCORD_TOKEN", "PGPASSWORD");

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(VARIABLES);
        Stream.of(new CommonOptions(), new BotOptions())
                .flatMap(options -> CommandLine.Model.CommandSpec.forAnnotatedObject(options).options().stream())
                .flatMap(option -> Mistakes.variable(option).stream())
                .forEach(known::add);
        return known;
    }

    /** Whether the program takes a value of one of its options. */
    private static void assertIsTaken(String variable, String value) {
        for (Object options : List.of(new CommonOptions(), new BotOptions())) {
            CommandLine line = new CommandLine(options);
            for (CommandLine.Model.OptionSpec option : line.getCommandSpec().options()) {
                if (Mistakes.variable(option).equals(Optional.of(variable))) {
                    line.parseArgs(option.longestName(), value);
                }
            }
        }
    }

    private static JsonNode compose() throws IOException {
        // SnakeYAML alone follows anchors and merge keys.
        Object read = new Yaml(new LoaderOptions()).load(Files.readString(Path.of("compose.yaml")));
        return new ObjectMapper().valueToTree(read);
    }

    @Test
    void composeRunsTwoBotsOnOnePostgresqlWithSettingsThatThereAre() throws IOException {
        JsonNode services = compose().path("services");
        List<String> names = new ArrayList<>();
        services.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("database", "bot-1", "bot-2"), names);
        assertEquals(environment(services, "bot-1"), environment(services, "bot-2"));
        for (String bot : List.of("bot-1", "bot-2")) {
            environment(services, bot).forEach((variable, value) -> {
                assertTrue(known().contains(variable), variable);
                assertIsTaken(variable, value);
            });
            assertTrue(services.path(bot).path("read_only").asBoolean());
            assertEquals(
                    SECONDS_TO_HAND_OVER_AND_CLOSE + "s",
                    services.path(bot).path("stop_grace_period").asText());
            assertEquals(
                    "service_healthy",
                    services.at("/" + bot + "/depends_on/database/condition").asText());
            String published = services.path(bot).path("ports").path(0).asText();
            assertTrue(published.matches("127\\.0\\.0\\.1:\\d+:8426"), published);
        }
        assertEquals("json", environment(services, "bot-1").get("ALMANAC_LOG"));
        assertEquals(
                "postgresql://almanac@database/almanac",
                environment(services, "bot-1").get("ALMANAC_DATABASE"));
        assertEquals("almanac", environment(services, "database").get("POSTGRES_USER"));
        assertEquals("almanac", environment(services, "database").get("POSTGRES_DB"));
    }

    private static Map<String, String> environment(JsonNode services, String service) {
        Map<String, String> environment = new TreeMap<>();
        services.path(service)
                .path("environment")
                .properties()
                .forEach(setting ->
                        environment.put(setting.getKey(), setting.getValue().asText()));
        return environment;
    }

    @Test
    void composeHasAFileForEachSecret() throws IOException {
        JsonNode compose = compose();
        Set<String> used = new TreeSet<>();
        compose.path("services")
                .forEach(service -> service.path("secrets").forEach(secret -> used.add(secret.asText())));
        Set<String> there = new TreeSet<>();
        compose.path("secrets").fieldNames().forEachRemaining(there::add);

        assertEquals(there, used);
        String ignored = Files.readString(Path.of(".gitignore"));
        compose.path("secrets")
                .forEach(secret -> assertTrue(
                        ignored.lines()
                                .anyMatch(("/" + secret.path("file").asText().substring(2))::equals),
                        "git would take " + secret));
    }

    private static Ini unit() throws IOException {
        Config config = new Config();
        config.setMultiOption(true);
        config.setEscape(false);
        Ini unit = new Ini();
        unit.setConfig(config);
        unit.load(Path.of("docs/example/almanac.service").toFile());
        return unit;
    }

    /** What the service's section says of a key, each time that it is there. */
    private static List<String> inService(String key) throws IOException {
        return Optional.ofNullable(unit().get("Service"))
                .map(service -> service.getAll(key))
                .orElse(List.of());
    }

    @Test
    void theUnitStartsAgainAfterWhatHealsAndNotAfterAWrongSetting() throws IOException {
        assertEquals(List.of("on-failure"), inService("Restart"));
        assertEquals(List.of(String.valueOf(Endings.CONFIGURATION)), inService("RestartPreventExitStatus"));
        assertTrue(inService("ExecStart").get(0).endsWith(" run"));
        assertTrue(Integer.parseInt(inService("TimeoutStopSec").get(0)) >= SECONDS_TO_HAND_OVER_AND_CLOSE);
    }

    @Test
    void theUnitSetsOnlyWhatThereIs() throws IOException {
        List<String> set = inService("Environment");

        assertEquals(5, set.size());
        for (String setting : set) {
            String[] parts = setting.split("=", 2);
            assertTrue(known().contains(parts[0]), setting);
            if (!parts[1].startsWith("/var/lib")) {
                assertIsTaken(parts[0], parts[1]);
            }
        }
    }

    @Test
    void theDocumentSaysNothingOfSettingsThatThereAreNot() throws IOException {
        String document = Files.readString(Path.of("docs/operating.md"));
        Set<String> named = Stream.of(document.split("[^A-Z_]", -1))
                .filter(word -> word.startsWith("ALMANAC_") || word.startsWith("DISCORD_"))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(known());

        assertEquals(Set.of(), named);
    }
}
