package dev.almanac.operation;

import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.Assembly;
import dev.almanac.Bot;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordRefusal;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.Sharding;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Place;
import dev.almanac.standin.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's pages of a whole bot, over real JDA, real sockets and a real database, against our own Discord. */
@Order(Integer.MAX_VALUE)
class OperationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private Operation operation;
    private DiscordStandIn discord;
    private Bot bot;
    private CompletableFuture<Void> running;

    @BeforeEach
    void build() throws IOException {
        operation = Operation.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock, "1.2.3");
        discord = new DiscordStandIn(clock, 1);
        SqliteDatabase database = new SqliteDatabase(folder.resolve("almanac.db"), operation.database());
        bot = new Assembly(
                        timelineOf("1867-03-30", "1903-11-25"),
                        null,
                        clock,
                        new Random(1),
                        "1.2.3",
                        operation.watches())
                .bot(
                        new DiscordSettings(
                                DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(0), false, Optional.empty()),
                        DailyRules.DEFAULT,
                        database,
                        new Connection(database.shards()));
        running = CompletableFuture.completedFuture(null);
    }

    private void run() {
        running = CompletableFuture.runAsync(() -> {
            try {
                bot.run();
            } catch (DiscordRefusal | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    @AfterEach
    void end() {
        bot.close();
        running.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        operation.close();
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private HttpResponse<String> asked(String method, String path) {
        URI page = URI.create("http://127.0.0.1:" + operation.address().getPort() + path);
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(page)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> got(String path) {
        return asked("GET", path);
    }

    private JsonNode part(String name) {
        try {
            return new ObjectMapper().readTree(got("/readyz").body()).at("/parts/" + name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    private void untilReady() {
        until(() -> got("/readyz").statusCode() == 200);
    }

    private boolean counts(String line) {
        return got("/metrics").body().lines().anyMatch(line::equals);
    }

    private void untilItCounts(String... lines) {
        for (String line : lines) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertTrue(
                            counts(line),
                            () -> line + " isn't in\n" + got("/metrics").body()));
        }
    }

    @Test
    void isAliveFromTheFirstMomentAndReadyWhenAllOfItWorks() {
        assertEquals(200, got("/livez").statusCode());
        assertEquals(503, got("/readyz").statusCode());
        assertEquals("starting", part("discord").path("state").asText());
        assertEquals("opening", part("database").path("state").asText());

        run();
        untilReady();
        for (String name :
                List.of("discord", "shard-0", "shards", "database", "daily", "timeline", "search", "process")) {
            JsonNode part = part(name);
            assertTrue(part.path("ready").asBoolean(), name);
            assertEquals("2026-11-24T12:00:00Z", part.path("since").asText(), name);
        }

        operation.closing();
        assertEquals(503, got("/readyz").statusCode());
        assertEquals("closing", part("process").path("state").asText());
        assertEquals(200, got("/livez").statusCode());
    }

    @Test
    void saysWhichShardsNoProcessHasRoomFor() {
        operation.watches().discord().shardsWait(Set.of(5, 3));

        assertEquals("waiting", part("shards").path("state").asText());
        assertEquals(
                "no process has room for [3, 5]; raise ALMANAC_SHARDS_HERE, or start another process",
                part("shards").path("why").asText());
        // It does what it can, and a restart wouldn't help.
        assertTrue(part("shards").path("ready").asBoolean());
        untilItCounts("almanac_shards_waiting 2.0");

        operation.watches().discord().shardsWait(Set.of());
        assertEquals("taken", part("shards").path("state").asText());
        untilItCounts("almanac_shards_waiting 0.0");
    }

    @Test
    void isNotReadyWhileTheConnectionIsLost() {
        run();
        untilReady();
        discord.refuseConnections(2);
        discord.cutConnections();

        until(() -> got("/readyz").statusCode() == 503);
        untilReady();
        untilItCounts("almanac_reconnects_total{session=\"resumed\"} 1.0", "almanac_shards{state=\"ready\"} 1.0");
    }

    @Test
    void countsWhatIsAskedAndPostedAndTheDocumentExplainsEachFigure() throws IOException {
        Place guild = discord.guild();
        run();
        untilReady();
        until(() -> !discord.commands().isEmpty());
        for (String year : List.of("1867", "1867", "nonsense")) {
            answered(guild, "year", Map.of("year", year));
        }
        answered(guild, "search", Map.of("words", "event"));
        answered(
                guild,
                "daily set",
                Map.of("channel", String.valueOf(guild.channel()), "time", "09:00", "zone", "Europe/Moscow"));
        clock.set(Instant.parse("2026-11-25T06:00:08Z"));
        until(() -> !discord.messages().posts(guild.channel()).isEmpty());

        untilItCounts(
                "almanac_answers_seconds_count{command=\"year\",outcome=\"answer\"} 1",
                "almanac_answers_seconds_count{command=\"year\",outcome=\"kept\"} 1",
                "almanac_answers_seconds_count{command=\"year\",outcome=\"mistake\"} 1",
                "almanac_answers_seconds_count{command=\"daily set\",outcome=\"private\"} 1",
                "almanac_searches_seconds_count{kind=\"find\"} 1",
                "almanac_shards{state=\"ready\"} 1.0",
                "almanac_identifies_left 999.0",
                "almanac_posts_late_seconds_count 1",
                "almanac_posts_late_seconds_sum 8.0",
                "almanac_posts_late_seconds_bucket{le=\"10.0\"} 1",
                "almanac_posts_total{outcome=\"missed\"} 0.0",
                "almanac_timeline_events 2.0",
                "almanac_ready 1.0",
                "almanac_build{version=\"1.2.3\"} 1.0",
                "hikaricp_connections_max{pool=\"schedules\"} 4.0");
        String figures = got("/metrics").body();
        assertTrue(
                figures.contains(
                        "http_client_requests_seconds_count{method=\"POST\",status=\"200\",uri=\"/channels/{id}/messages\"} 1"),
                figures);
        assertTrue(
                figures.contains("almanac_database_statements_seconds_count{outcome=\"success\",verb=\"select\"}"),
                figures);
        assertTrue(figures.contains("jvm_memory_used_bytes"), figures);
        assertTrue(figures.contains("process_files_open_files"), figures);
        assertTrue(figures.contains("logback_events_total{level=\"error\"}"), figures);
        // Ids have 17 digits at least, and figures fewer.
        List<String> ids = new ArrayList<>(figures.lines()
                .filter(line -> line.matches(".*[^.0-9]\\d{17,}.*"))
                .toList());
        assertEquals(List.of(), ids);
        assertFalse(figures.contains("nonsense"));
        assertEquals(List.of(), notExplained(figures));
    }

    /** The figures that docs/operating.md says nothing about. */
    private static List<String> notExplained(String figures) throws IOException {
        String document = Files.readString(Path.of("docs/operating.md"));
        return figures.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", 4)[2])
                .filter(name -> !document.contains("`" + name + "`")
                        && !document.contains("`" + name.replaceFirst("_(max|min|active|idle|pending)$", "") + "`"))
                .toList();
    }

    private void answered(Place guild, String command, Map<String, String> options) {
        discord.slash(guild, ANNA, command, options)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void countsEachRequestThatWasAskedToWait() {
        Place guild = discord.guild();
        run();
        untilReady();
        until(() -> !discord.commands().isEmpty());
        discord.faults().next(Faults.ANSWERS, 1, Trouble.limited(Duration.ofMillis(100), false));
        answered(guild, "year", Map.of("year", "1867"));

        untilItCounts(
                "http_client_requests_seconds_count{method=\"POST\",status=\"429\",uri=\"/interactions/{id}/{token}/callback\"} 1");
    }

    @Test
    void hasThreePagesThatAreReadOnly() {
        assertEquals(404, got("/").statusCode());
        assertEquals(405, asked("POST", "/metrics").statusCode());
        assertEquals("", asked("HEAD", "/livez").body());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                got("/metrics").headers().firstValue("Content-Type").orElseThrow());
    }
}
