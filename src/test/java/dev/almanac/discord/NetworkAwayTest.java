package dev.almanac.discord;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.Place;
import dev.almanac.standin.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log of the program says while the network is away. */
class NetworkAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<Process> programs = new ArrayList<>();

    private void start(String api) throws IOException {
        start(api, Map.of());
    }

    private void start(String api, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dalmanac.home=" + Path.of("").toAbsolutePath(),
                        "-Dlogback.configurationFile="
                                + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.almanac.Main",
                        "run")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(ALMANAC|DISCORD)_.*"));
        builder.environment().put("DISCORD_TOKEN", DiscordStandIn.TOKEN);
        builder.environment().put("DISCORD_API_URL", api);
        builder.environment()
                .put("ALMANAC_DATABASE", folder.resolve("almanac.db").toString());
        builder.environment().putAll(settings);
        programs.add(builder.start());
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process program : programs) {
            program.destroy();
            assertTrue(program.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("err"));
    }

    private long tries(String words) throws IOException {
        return log().stream().filter(line -> line.contains(words)).count();
    }

    private List<String> assertEveryLineIsOne(int from) throws IOException {
        List<String> lines = log().subList(from, log().size());
        List<String> unexpected = lines.stream()
                .filter(line -> !line.matches("(20\\d\\d-.*|\\{.*\\})"))
                .toList();
        assertEquals(List.of(), unexpected, String.join("\n", lines));
        return lines;
    }

    private void assertOneLineATry(int from, String words) throws IOException {
        List<String> lines = assertEveryLineIsOne(from);
        assertTrue(lines.size() <= tries(words) + 1, String.join("\n", lines));
    }

    @Test
    void aStartWithoutANetworkIsOneLineATry() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start("http://127.0.0.1:" + port + "/api/v10");
        await().atMost(PATIENCE).until(() -> tries("can't be reached") >= 3);

        assertOneLineATry(0, "can't be reached");
    }

    @Test
    void aNameThatIsNotKnownIsOneLineATry() throws IOException {
        start("https://no-such-host.invalid/api/v10");
        await().atMost(PATIENCE).until(() -> tries("can't be reached") >= 3);

        assertOneLineATry(0, "can't be reached");
    }

    @ParameterizedTest
    @CsvSource({"200,", "502,", "502,json"})
    void aPageInDiscordsPlaceIsOneLineATry(int status, @Nullable String form) throws IOException {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            discord.faults().next(Faults.EVERYTHING, Integer.MAX_VALUE, Trouble.page(status, "A page"));
            start(discord.apiBase().toString(), form == null ? Map.of() : Map.of("ALMANAC_LOG", form));
            await().atMost(PATIENCE).until(() -> tries("can't be reached") >= 3);

            assertOneLineATry(0, "can't be reached");
            discord.faults().clear();
            await().atMost(PATIENCE).until(() -> tries("Told Discord our") == 1);
        }
    }

    @Test
    void aGatewayThatRefusesAndAnswersThatFailAreALineEach() throws IOException {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            Place guild = discord.guild();
            start(discord.apiBase().toString());
            await().atMost(PATIENCE).until(() -> tries("Told Discord our") == 1);
            int before = log().size();
            discord.refuseConnections(2);
            discord.cutConnections();
            await().atMost(PATIENCE)
                    .until(() -> discord.refusedConnectionsLeft() == 0
                            && discord.gateway().connected() == 1);
            for (Trouble trouble : List.of(Trouble.half(), Trouble.cut(), Trouble.status(401))) {
                discord.faults().next(Faults.ANSWERS, 2, trouble);
                var unused = discord.slash(guild, 1, "year", Map.of("year", "1867"));
                await().atMost(PATIENCE).until(() -> discord.faults().left() < 2);
                discord.faults().clear();
            }
            await().atMost(PATIENCE).until(() -> tries("got no answer") >= 1);

            assertEveryLineIsOne(before);
        }
    }

    @Test
    void aNetworkThatIsLostIsOneLineATry() throws IOException {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            start(discord.apiBase().toString());
            await().atMost(PATIENCE).until(() -> tries("Told Discord our") == 1);
        }
        int before = log().size();
        await().atMost(PATIENCE).until(() -> log().size() >= before + 4);

        assertOneLineATry(before, "failed");
    }
}
