package dev.almanac;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process on Discord, or rather on our stand-in. */
@Order(Integer.MAX_VALUE)
class RunTest {
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Process start(Map<String, String> environment, String typed, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dalmanac.home=" + Path.of("").toAbsolutePath(),
                "dev.almanac.Main"));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), typed);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C", "CLASSPATH", System.getProperty("java.class.path")));
        builder.environment().keySet().removeIf(name -> name.matches("(ALMANAC|DISCORD)_.*"));
        builder.environment()
                .put("ALMANAC_DATABASE", folder.resolve("almanac.db").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(Map<String, String> environment, String typed, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(environment, typed, arguments);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
        assertTrue(!ended.err().contains("\tat "), ended.err());
        return ended;
    }

    @Test
    void withoutATokenItSaysWhatToDoAndWhere() throws Exception {
        assertEquals(
                new Ended(
                        78,
                        "",
                        "There is no bot token. Get one at https://discord.com/developers/applications (your application, "
                                + "Bot, Reset Token) and put it into DISCORD_TOKEN, or into a file that DISCORD_TOKEN_FILE "
                                + "names.\n"),
                run(NOTHING, "", "run"));
    }

    @Test
    void namesADiscordSettingThatCannotBeUsed() throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "DISCORD_TOKEN_FILE",
                "DISCORD_TOKEN_FILE is \"x\", which can't be read (NoSuchFileException). Name a file "
                        + "that holds the bot's token.\n");
        settings.put(
                "DISCORD_API_URL",
                "DISCORD_API_URL is \"x\", which isn't a web address. Leave it out for Discord itself.\n");
        settings.put(
                "ALMANAC_SHARDS",
                "ALMANAC_SHARDS is \"x\", which isn't a number of shards from 1 to 10000. Leave it out for as many as "
                        + "Discord recommends.\n");
        settings.put(
                "ALMANAC_DATABASE",
                "ALMANAC_DATABASE is \"x/y.db\", but there is no folder " + folder.toRealPath()
                        + "/x. Make it, or name a file in a folder that exists.\n");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String value = setting.getKey().equals("ALMANAC_DATABASE") ? "x/y.db" : "x";

            assertEquals(
                    new Ended(78, "", setting.getValue()),
                    run(Map.of("DISCORD_TOKEN", "a.b", setting.getKey(), value), "", "run"));
        }
    }

    @Test
    void namesADatabaseThatCannotBeUsedWithoutItsPassword() throws Exception {
        assertEquals(
                new Ended(
                        78,
                        "",
                        "ALMANAC_DATABASE isn't an address of a PostgreSQL. Write one like "
                                + "postgresql://almanac@db.example.org/almanac?sslmode=require, without user and password "
                                + "behind the ?.\n"),
                run(Map.of("DISCORD_TOKEN", "a.b", "ALMANAC_DATABASE", "postgresql://anna:hidden@db"), "", "run"));
        assertEquals(
                new Ended(
                        78,
                        "",
                        "ALMANAC_DATABASE_PASSWORD_FILE is \"" + folder + "/none\", which can't be read "
                                + "(NoSuchFileException). Name a file that holds the database's password.\n"),
                run(
                        Map.of(
                                "DISCORD_TOKEN",
                                "a.b",
                                "ALMANAC_DATABASE",
                                "postgresql://anna@db/almanac",
                                "ALMANAC_DATABASE_PASSWORD_FILE",
                                folder + "/none"),
                        "",
                        "run"));
    }

    @Test
    void aTokenThatDiscordRefusesEndsItWithOneSentenceAndWithoutTheToken() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            Ended ended = run(
                    Map.of(
                            "DISCORD_TOKEN",
                            "not.the.token",
                            "DISCORD_API_URL",
                            discord.apiBase().toString()),
                    "",
                    "run");

            assertEquals(78, ended.code());
            assertTrue(ended.err().contains("Discord does not accept the bot's token."), ended.err());
            assertFalse(ended.err().contains("not.the.token"), ended.err());
        }
    }

    @Test
    void aFaultThatNobodyForesawEndsItWithAFailure() throws Exception {
        HttpServer nonsense = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nonsense.createContext("/", exchange -> {
            byte[] answer = "{\"url\":\"ws://127.0.0.1:1\",\"shards\":-2}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        nonsense.start();
        Process process = start(
                Map.of(
                        "DISCORD_TOKEN",
                        DiscordStandIn.TOKEN,
                        "DISCORD_API_URL",
                        "http://127.0.0.1:" + nonsense.getAddress().getPort() + "/api/v10"),
                "",
                "run");

        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        nonsense.stop(0);
        String err = Files.readString(folder.resolve("err"));
        assertTrue(ended, err);
        assertEquals(70, process.exitValue(), err);
        assertFalse(err.contains(DiscordStandIn.TOKEN), err);
    }

    @Test
    void helpNamesVariablesAndNeverTheirValues() throws Exception {
        Ended help = run(
                Map.of("DISCORD_TOKEN", "a.secret", "ALMANAC_PACE", "17", "ALMANAC_ZONE", "Atlantic/Azores"),
                "",
                "run",
                "--help");

        assertEquals(List.of(0, ""), List.of(help.code(), help.err()));
        assertTrue(help.out().contains("Variable: ALMANAC_PACE"), help.out());
        assertTrue(help.out().contains("DISCORD_TOKEN"), help.out());
        assertFalse(help.out().matches("(?s).*(secret|17|Azores).*"), help.out());
    }

    /** As when a part of the program is missing: the failure is an Error, and comes when signals are already waited for. */
    @Test
    void aFaultOfItsOwnEndsItWithAFailureCode() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            String incomplete = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.contains("nv-websocket-client"))
                    .collect(Collectors.joining(File.pathSeparator));
            Process process = start(
                    Map.of(
                            "DISCORD_TOKEN",
                            DiscordStandIn.TOKEN,
                            "DISCORD_API_URL",
                            discord.apiBase().toString(),
                            "CLASSPATH",
                            incomplete),
                    "",
                    "run");
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            String err = Files.readString(folder.resolve("err"));

            assertEquals(70, process.exitValue(), err);
            assertTrue(err.contains("The program ends because of a fault of its own"), err);
        }
    }

    @Test
    void aSignalToEndEndsItWellWithinTenSeconds() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            Place guild = discord.guild();
            Path token = Files.writeString(folder.resolve("token"), DiscordStandIn.TOKEN + "\n");
            Process process = start(
                    Map.of(
                            "DISCORD_TOKEN_FILE",
                            token.toString(),
                            "DISCORD_API_URL",
                            discord.apiBase().toString()),
                    "",
                    "run");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !discord.commands().isEmpty());
            assertTrue(discord.slash(guild, 1, "year", Map.of("year", "1867"))
                    .get(10, TimeUnit.SECONDS)
                    .text()
                    .startsWith("## 1867"));

            process.toHandle().destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertFalse(Files.readString(folder.resolve("err")).contains(DiscordStandIn.TOKEN));
        }
    }

    @Test
    void anAddressThatTheOperatorsPagesCannotHaveEndsItWithOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            assertEquals(
                    new Ended(
                            78,
                            "",
                            "ALMANAC_HTTP is \"" + address
                                    + "\", where nothing can be served (Address already in use). "
                                    + "Name an address of this machine and a port that is free, like 127.0.0.1:8426.\n"),
                    run(Map.of("DISCORD_TOKEN", "a.b", "ALMANAC_HTTP", address), "", "run"));
        }
    }

    @Test
    void printsTheLinkThatInvitesTheBot() throws Exception {
        assertEquals(new Ended(0, """
                        https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands\
                        &permissions=117760
                        So that people can add it to their own account as well, switch on User Install at \
                        https://discord.com/developers/applications/123456789012345678/installation.
                        """, ""), run(NOTHING, "", "invite", "123456789012345678"));
        assertEquals(2, run(NOTHING, "", "invite", "my bot").code());
    }

    @Test
    void thePreviewIsServedUntilASignalEndsIt() throws Exception {
        Process process = start(NOTHING, "", "preview", "--port", "0");
        Pattern address = Pattern.compile(
                "The preview is at (http://127\\.0\\.0\\.1:\\d+/) for browsers on this machine. Ctrl-C ends it.\n");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        address.matcher(Files.readString(folder.resolve("out"))).matches());
        String page = address.matcher(Files.readString(folder.resolve("out"))).replaceFirst("$1");
        HttpResponse<String> start = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page).resolve("api/start"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertTrue(start.body().contains("\"onthisday\""), start.body());

        process.toHandle().destroy();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        assertEquals("", Files.readString(folder.resolve("err")));
    }

    @Test
    void aPortThatThePreviewCannotHaveEndsItWithOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertEquals(
                    new Ended(
                            78,
                            "",
                            "The preview can't be served at port " + port
                                    + " (Address already in use). Name another, or 0 for any free port: ./almanac preview --port 0\n"),
                    run(NOTHING, "", "preview", "--port", port));
        }
    }
}
