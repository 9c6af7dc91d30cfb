package dev.almanac.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Audience;
import dev.almanac.chat.Usage.Need;
import dev.almanac.daily.PostText;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Timeline TIMELINE = Events.timelineOf(Stream.concat(
                    Stream.of(
                            "1867-11-24", "1867-11-25", "1867-11-26", "1867-11-27", "1867-11-28", "1867-11-29", "1914"),
                    IntStream.rangeClosed(10, 30).mapToObj(day -> "1962-10-" + day))
            .toArray(String[]::new));
    private static final Path PAGE = Path.of("src/main/resources/dev/almanac/preview");

    private final Commands commands = new Commands(
            List.of(
                    new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                    new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                    new TimelineCommand(
                            TIMELINE, new PreparedSearch(TIMELINE), new Pictures(TIMELINE), Examples.of(TIMELINE)),
                    new EventCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE)),
                    new FakeDaily(),
                    terminalOnly()),
            new Random(1));
    private final PreviewEdition edition = new PreviewEdition(
            commands,
            new LineReader(commands, TIMELINE, true),
            new MessageBodies(commands, new KeptMessages()),
            new PostText(TIMELINE, new Pictures(TIMELINE)));
    private TimelineState state =
            new TimelineState("events.json", TIMELINE.events().size(), CLOCK.instant(), 0, List.of());
    private final HttpClient http = HttpClient.newHttpClient();
    private PreviewServer server;

    private static Command terminalOnly() {
        Usage usage = new Usage(
                "columns",
                "How wide",
                "/columns",
                List.of(),
                List.of(),
                Audience.EVERYONE,
                Need.BUTTON,
                Answering.KEPT);
        return new Command() {
            @Override
            public Usage usage() {
                return usage;
            }

            @Override
            public Reply answer(Request request) {
                return Reply.of("80", List.of());
            }
        };
    }

    @BeforeEach
    void start() throws IOException {
        server = PreviewServer.start(0, () -> edition, () -> state, new PreviewDiscord(), CLOCK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve(path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String origin, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String origin() {
        return server.address().toString().replaceAll("/$", "");
    }

    private JsonNode said(String path, Object body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(path, origin(), "application/json", JSON.writeValueAsString(body));
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }

    private JsonNode ask(String command, Map<String, String> options) throws IOException, InterruptedException {
        return said("api/ask", Map.of("command", command, "options", options));
    }

    private static String button(JsonNode said, String label) {
        return said.findParents("custom_id").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .path("custom_id")
                .asText();
    }

    @Test
    void tellsWhatBecameOfTheFileOnceToEachPage() throws Exception {
        Map<String, Integer> nothing = Map.of("posts", 0, "news", 0);
        assertTrue(said("api/posts", nothing).path("news").isNull());
        state = state.refused(List.of("events.json:3:1: ends too early"));

        assertEquals(
                JSON.createObjectNode()
                        .put("number", 1)
                        .put("words", state.inWords())
                        .<ObjectNode>set("problems", JSON.createArrayNode().add("events.json:3:1: ends too early"))
                        .put("taken", false),
                said("api/posts", nothing).path("news"));
        assertTrue(said("api/posts", Map.of("posts", 0, "news", 1)).path("news").isNull());
        assertEquals(
                0, JSON.readTree(get("/api/start").body()).path("news").asInt(), "a page that is opened now tells it");
        state = state.taken(3, CLOCK.instant());
        assertEquals(2, JSON.readTree(get("/api/start").body()).path("news").asInt());
    }

    @Test
    void servesAPageThatMayLoadNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<title>Almanac: a preview</title>"));
        assertEquals(
                Map.of(
                        "content-security-policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                        "x-content-type-options", "nosniff",
                        "referrer-policy", "no-referrer",
                        "cross-origin-resource-policy", "same-origin",
                        "cache-control", "no-store"),
                Map.of(
                        "content-security-policy", header(page, "content-security-policy"),
                        "x-content-type-options", header(page, "x-content-type-options"),
                        "referrer-policy", header(page, "referrer-policy"),
                        "cross-origin-resource-policy", header(page, "cross-origin-resource-policy"),
                        "cache-control", header(page, "cache-control")));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void servesEachFileOfThePageAsItLies() throws Exception {
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file : files.toList()) {
                HttpResponse<String> served = get("/" + file.getFileName());

                assertEquals(Files.readString(file), served.body());
                assertEquals(200, served.statusCode());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/nothing", "/../preview/index.html", "/PreviewServer.class", "/api/ask", "/markdown", "//index.html"})
    void servesNothingElse(String path) throws Exception {
        assertTrue(rawly("GET " + path + " HTTP/1.1", "Host: 127.0.0.1").startsWith("HTTP/1.1 404 "));
    }

    /** The first line of the answer to a request that a well-behaved client would not make. */
    private String rawly(String... lines) throws IOException {
        URI address = server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.readLine();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 200",
        "127.0.0.1:8425, 200",
        "localhost:8425, 200",
        "[::1]:8425, 200",
        "almanac.example, 421",
        "127.0.0.1.almanac.example, 421",
        "localhost@almanac.example, 421",
        "192.168.0.7, 421",
    })
    void answersOnlyWhoAsksForThisMachine(String host, int status) throws Exception {
        assertTrue(
                rawly("GET / HTTP/1.1", "Host: " + host).startsWith("HTTP/1.1 " + status), () -> host + " " + status);
    }

    @Test
    void refusesWhatThePageDoesNotSay() throws Exception {
        String json = "application/json";
        String question = "{\"command\": \"year\", \"options\": {\"year\": \"1867\"}}";

        assertEquals(200, post("api/ask", origin(), json, question).statusCode());
        assertEquals(
                403, post("api/ask", "https://almanac.example", json, question).statusCode());
        assertEquals(403, post("api/ask", "", json, question).statusCode());
        assertEquals(403, post("api/ask", "null", json, question).statusCode());
        assertEquals(415, post("api/ask", origin(), "text/plain", question).statusCode());
        assertEquals(413, post("api/ask", origin(), json, " ".repeat(8193)).statusCode());
        assertEquals(404, post("api/nothing", origin(), json, question).statusCode());
        for (String wrong : List.of("", "{", "[]", "{}", "{\"command\": null, \"options\": {}}", "{\"command\": 1}")) {
            assertEquals(400, post("api/ask", origin(), json, wrong).statusCode(), wrong);
            assertEquals(400, post("api/line", origin(), json, wrong).statusCode(), wrong);
            assertEquals(400, post("api/press", origin(), json, wrong).statusCode(), wrong);
            assertEquals(400, post("api/complete", origin(), json, wrong).statusCode(), wrong);
        }
        assertTrue(rawly("PUT / HTTP/1.1", "Host: 127.0.0.1").startsWith("HTTP/1.1 405 "));
    }

    @Test
    void beginsWithTheCommandsThatAreOfferedHere() throws Exception {
        JsonNode start = JSON.readTree(get("api/start").body());

        assertEquals(
                List.of("onthisday", "year", "timeline", "event", "daily set", "daily list"),
                names(start.path("commands")));
        JsonNode set = start.path("commands").path(4);
        assertEquals(
                JSON.readTree("[true, true, \"CHANNEL\", true]"),
                JSON.createArrayNode()
                        .add(set.path("forManagers").asBoolean())
                        .add(set.path("deferred").asBoolean())
                        .add(set.path("options").path(0).path("kind").asText())
                        .add(set.path("options").path(0).path("required").asBoolean()));
        assertEquals(
                List.of("month", "day"), names(start.path("commands").path(0).path("options")));
    }

    private static List<String> names(JsonNode things) {
        return Stream.iterate(0, i -> i < things.size(), i -> i + 1)
                .map(i -> things.path(i).path("name").asText())
                .toList();
    }

    @Test
    void answersACommandWithTheBodyThatDiscordGets() throws Exception {
        Question question = Question.of("onthisday");
        JsonNode message = edition.bodies()
                .to(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, "1400000000000000101"))
                .message();

        assertEquals(
                JSON.createObjectNode()
                        .put("at", CLOCK.millis())
                        .<ObjectNode>set("message", message)
                        .put("isPrivate", false)
                        .put("turns", false)
                        .<ObjectNode>set("files", JSON.createObjectNode())
                        .set("problems", JSON.createArrayNode()),
                ask("onthisday", Map.of()));
        assertTrue(message.toString().contains("## Today, 24 November"), message.toString());
    }

    @Test
    void tellsAMistakeToTheAskerOnly() throws Exception {
        JsonNode said = ask("year", Map.of("year", "banana"));

        assertTrue(said.path("isPrivate").asBoolean());
        assertTrue(said.toString().contains("“banana” isn't a year I know."));
    }

    @Test
    void answersALineAsItWasTyped() throws Exception {
        JsonNode said = said("api/line", Map.of("line", "what happened in 1867?"));

        assertTrue(said.toString().contains("## 1867"), said.toString());
        assertEquals(
                ask("daily set", Map.of("channel", "1400000000000000103")).path("message"),
                said("api/line", Map.of("line", "/daily set channel:#announcements"))
                        .path("message"));
    }

    @Test
    void tellsWhatALineMayHaveMeant() throws Exception {
        JsonNode said = said("api/line", Map.of("line", "/yaer 1867"));

        assertTrue(said.path("isPrivate").asBoolean());
        assertTrue(said.toString().contains("Did you mean"), said.toString());
        assertTrue(said("api/press", Map.of("id", button(said, "/year 1867")))
                .toString()
                .contains("## 1867"));
        assertTrue(said("api/line", Map.of("line", "/daily set channel:#nowhere"))
                .toString()
                .contains("nowhere” isn't here."));
    }

    @Test
    void aButtonTurnsThePageInPlace() throws Exception {
        JsonNode turned = said("api/press", Map.of("id", button(ask("year", Map.of("year", "1962")), "Next page")));

        assertEquals("[true,false]", "[" + turned.path("turns") + "," + turned.path("isPrivate") + "]");
        assertTrue(turned.toString().contains("\"2 of 2\""));
    }

    @Test
    void aLineIsOpenedInPlaceAndLeadsBack() throws Exception {
        JsonNode list = ask("year", Map.of("year", "1867"));
        JsonNode menu = list.findParents("options").get(0);
        JsonNode option = menu.path("options").get(0);
        JsonNode opened = said(
                "api/press",
                Map.of(
                        "id",
                        menu.path("custom_id").asText(),
                        "values",
                        List.of(option.path("value").asText())));

        assertEquals("[true,false]", "[" + opened.path("turns") + "," + opened.path("isPrivate") + "]");
        assertTrue(opened.toString().contains("### " + option.path("label").asText()));
        assertEquals(
                list.path("message"),
                said("api/press", Map.of("id", button(opened, "Back to the list")))
                        .path("message"));
    }

    @Test
    void aButtonOfAPanelTurnsItInPlace() throws Exception {
        JsonNode panel = ask("daily set", Map.of("channel", "1400000000000000103"));
        JsonNode pressed = said("api/press", Map.of("id", button(panel, "Preview")));

        assertEquals("[true,false]", "[" + pressed.path("turns") + "," + pressed.path("isPrivate") + "]");
        assertTrue(panel.toString().contains("<#1400000000000000103>"));
    }

    @Test
    void aMistakeIsAddedInPrivateAndReplacesNothing() throws Exception {
        JsonNode forged = said("api/press", Map.of("id", "9|t|1|year|1867"));

        assertEquals("[false,true]", "[" + forged.path("turns") + "," + forged.path("isPrivate") + "]");
        assertTrue(forged.toString().contains("This button is from another version of the bot"));
    }

    @Test
    void completesWhileOneTypes() throws Exception {
        Map<String, String> half = Map.of("command", "daily set", "option", "zone", "typed", "Mos");

        assertEquals(
                JSON.readTree("{\"suggestions\": [{\"name\": \"Moscow, UTC+3\", \"value\": \"Europe/Moscow\"}]}"),
                said("api/complete", half));
    }

    @Test
    void thePageHasNoScriptOrStyleInsideAndNothingFromElsewhere() throws Exception {
        String page = Files.readString(PAGE.resolve("index.html"));

        assertEquals(List.of(), found(page, "(?i)<style|<script(?![^>]* src=)|\\s(?:style|on[a-z]+)="));
        assertEquals(List.of(), found(page, "(?:src|href)=\"(?![a-z]+\\.(?:css|js|svg)\")"));
        for (String styles : List.of("preview.css", "message.css", "components.css", "composer.css")) {
            assertEquals(List.of(), found(Files.readString(PAGE.resolve(styles)), "url\\(|@import"));
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
