package dev.almanac.discord;

import static dev.almanac.discord.FaultsOnDiscordTest.Row.atTheStart;
import static dev.almanac.discord.FaultsOnDiscordTest.Row.whileItRuns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.standin.Answer;
import dev.almanac.standin.Faults;
import dev.almanac.standin.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.CloseCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever goes wrong between the bot and Discord, over real JDA and real sockets: each row has a bot of its own, whose post becomes due
 * while it goes wrong, and whom somebody asks meanwhile and afterwards. Rows wait for most of their time, so several run at once.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOnDiscordTest {
    private static final int AT_ONCE = 8;
    private static final Path DOCUMENT = Path.of("docs/reliability.md");
    private static final String TABLE = "<!-- the table of FaultsOnDiscordTest -->\n";
    private static final String NOTHING = "nothing";
    private static final String ASKED = "what was asked meanwhile";
    private static final String ANSWER = "that answer";
    private static final String HISTORY = "GET /channels/{channel}/messages";
    private static final String WELCOME = "GET /gateway/bot";
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<String, Future<?>> results = new ConcurrentHashMap<>();

    /**
     * One of the things that go wrong.
     *
     * @param does what the bot does then
     * @param lost what is lost by it; a post never is
     * @param shards as ALMANAC_SHARDS says it; 0 for Discord's advice
     * @param passes waits until it is over, or ends it
     * @param end how the bot ends, as its exit code and the beginning of what it says; empty where it goes on
     */
    record Row(
            String fault,
            String does,
            String lost,
            boolean running,
            int shards,
            Consumer<FaultyDay> happens,
            Consumer<FaultyDay> passes,
            String end) {
        static Row whileItRuns(
                String fault, String does, String lost, Consumer<FaultyDay> happens, Consumer<FaultyDay> passes) {
            return new Row(fault, does, lost, true, 0, happens, passes, "");
        }

        static Row atTheStart(String fault, String does, Consumer<FaultyDay> happens) {
            return new Row(fault, does, NOTHING, false, 0, happens, FaultyDay::untilAllIsGone, "");
        }

        Row with(int number) {
            return new Row(fault, does, lost, running, number, happens, passes, end);
        }

        Row ending(String code, String says) {
            return new Row(fault, "ends with code " + code, lost, running, shards, happens, passes, code + ": " + says);
        }

        String named() {
            return fault + (shards == 0 ? "" : " with ALMANAC_SHARDS=" + shards);
        }

        @Override
        public String toString() {
            return (running ? "" : "at the start: ") + named();
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(ofTheGateway());
        rows.addAll(ofRequests());
        rows.addAll(ofStarts());
        return rows;
    }

    private static List<Row> ofTheGateway() {
        List<Row> rows = new ArrayList<>(List.of(
                whileItRuns(
                        "the connection is cut",
                        "resumes",
                        NOTHING,
                        day -> day.discord().cutConnections(),
                        FaultyDay::untilResumed),
                whileItRuns(
                        "half-open: nothing is heard any more, no heartbeat answered",
                        "gives the connection up after three heartbeats and 20 seconds, and resumes",
                        ASKED,
                        day -> day.discord().gateway().fallSilent(),
                        day -> {
                            day.pass(Duration.ofSeconds(20));
                            day.untilResumed();
                        }),
                whileItRuns(
                        "op 7, reconnect",
                        "resumes",
                        NOTHING,
                        day -> day.discord().gateway().askToReconnect(),
                        FaultyDay::untilResumed),
                whileItRuns(
                        "op 9, the session is invalid but can be resumed",
                        "resumes",
                        NOTHING,
                        day -> day.discord().gateway().invalidateSessions(true),
                        FaultyDay::untilResumed),
                whileItRuns(
                        "op 9, the session is over",
                        "identifies anew",
                        ASKED,
                        day -> day.discord().gateway().invalidateSessions(false),
                        FaultyDay::untilIdentified),
                whileItRuns(
                        "cut, and the gateway refuses two connections",
                        "tries again after 2, 4, 8, ... seconds, at most 2 minutes",
                        NOTHING,
                        day -> {
                            day.discord().refuseConnections(2);
                            day.discord().cutConnections();
                        },
                        FaultyDay::untilBack),
                whileItRuns(
                        "events come late",
                        "answers when it hears of it",
                        NOTHING,
                        day -> day.discord().gateway().holdEvents(true),
                        day -> day.discord().gateway().holdEvents(false)),
                whileItRuns(
                        "the guild is in an outage, and returns",
                        "posts when the guild is back",
                        ASKED,
                        day -> day.discord().guilds().beginOutage(day.guild().guild()),
                        day -> {
                            day.pass(Duration.ofMinutes(5));
                            day.discord().guilds().endOutage(day.guild().guild());
                        })));
        for (int code : List.of(1000, 1001, 4000, 4001, 4002, 4003, 4005, 4006, 4008)) {
            rows.add(closed(code, "resumes", NOTHING, FaultyDay::untilResumed));
        }
        for (int code : List.of(4007, 4009)) {
            rows.add(closed(code, "identifies anew", ASKED, FaultyDay::untilIdentified));
        }
        new TreeMap<>(Map.of(
                        4004, "Discord does not accept the bot's token.",
                        4010, "Discord refuses the bot's shard (close code 4010). Look for a proxy",
                        4012, "Discord no longer has the version of the gateway that this bot speaks",
                        4013, "Discord closed the connection for good (close code 4013: Invalid intents.).",
                        4014, "Discord refuses the bot's intents (close code 4014)"))
                .forEach((code, says) -> {
                    rows.add(closed(code, "", ASKED, nothing -> {}).ending("78", says));
                    rows.add(refused(code).ending("78", says));
                });
        rows.add(closed(4011, "", ASKED, nothing -> {}).ending("75", "The bot has become too large"));
        rows.add(refused(4011).ending("75", "The bot has become too large"));
        rows.add(refused(4004).with(1).ending("78", "Discord does not accept the bot's token."));
        rows.add(
                refused(4010).with(1).ending("78", "Discord refuses the bot's shard (close code 4010). Put the right"));
        rows.add(refused(4011).with(1).ending("78", "The bot is too large for ALMANAC_SHARDS=1 (close code 4011)."));
        return rows;
    }

    private static Row closed(int code, String does, String lost, Consumer<FaultyDay> passes) {
        return whileItRuns(
                "closed with " + code,
                does,
                lost,
                day -> day.discord().gateway().close(code),
                passes);
    }

    private static Row refused(int code) {
        return atTheStart(
                "closed with " + code, "", day -> day.discord().gateway().refuse(code));
    }

    /** The first answer and the post meet the same trouble. */
    private static Row asked(String fault, String does, String lost, Trouble trouble) {
        return whileItRuns(
                fault,
                does,
                lost,
                day -> {
                    day.discord().faults().next(Faults.ANSWERS, 1, trouble);
                    day.discord().faults().next(Faults.MESSAGES, 1, trouble);
                },
                FaultyDay::untilAllIsGone);
    }

    private static List<Row> ofRequests() {
        String again = "sends again";
        String waits = "waits as long as it is asked to";
        String looks = "looks whether the post is there";
        return List.of(
                asked("500, not done", "sends the answer again; " + looks, NOTHING, Trouble.status(500)),
                asked(
                        "500, but done",
                        "sends the answer again; " + looks,
                        NOTHING,
                        Trouble.status(500).butDone()),
                asked("502, a page", again, NOTHING, Trouble.page(502, "Bad Gateway")),
                asked(
                        "502, but done",
                        again + "; Discord knows it",
                        NOTHING,
                        Trouble.page(502, "Bad Gateway").butDone()),
                asked("503", again, NOTHING, Trouble.page(503, "Service Unavailable")),
                asked("429 of the route", waits, NOTHING, Trouble.limited(SHORTLY, false)),
                asked("429 of what bots share", waits, NOTHING, Trouble.limited(SHORTLY, true)),
                asked("429 of the whole bot", waits, NOTHING, Trouble.limitedEverywhere(SHORTLY)),
                asked("429 of the servers before Discord", waits, NOTHING, Trouble.banned(SHORTLY)),
                asked("Discord takes its time", "waits", NOTHING, Trouble.late(SHORTLY)),
                asked("half an answer", looks, NOTHING, Trouble.half()),
                asked("cut before it's done", "sends the answer again; " + looks, NOTHING, Trouble.cut()),
                asked(
                        "cut after it's done",
                        "sends the answer again; " + looks,
                        NOTHING,
                        Trouble.cut().butDone()),
                asked("401 for one request", "posts later", ANSWER, Trouble.status(401)),
                whileItRuns(
                        "401 for everything",
                        "posts when Discord takes the token again; ends with code 78 once the gateway refuses it",
                        ASKED,
                        day -> day.discord().faults().next(Faults.EVERYTHING, 1_000, Trouble.status(401)),
                        day -> {
                            day.untilRefused(401, 2);
                            day.discord().faults().clear();
                        }),
                whileItRuns(
                        "404, 10062: the answer is too late",
                        "is silent",
                        ANSWER,
                        day -> day.discord().faults().next(Faults.ANSWERS, 1, Trouble.refused(404, 10062)),
                        FaultyDay::untilAllIsGone),
                whileItRuns(
                        "400, 40060: another process was first",
                        "is silent",
                        "nothing, the other one has answered",
                        day -> day.discord().faults().next(Faults.ANSWERS, 1, Trouble.refused(400, 40060)),
                        FaultyDay::untilAllIsGone),
                whileItRuns(
                        "500, but done, and the channel can't be looked at for a while",
                        "looks again, then knows",
                        NOTHING,
                        day -> {
                            day.discord()
                                    .faults()
                                    .next(
                                            Faults.MESSAGES,
                                            1,
                                            Trouble.status(500).butDone());
                            day.discord().faults().next(HISTORY, 2, Trouble.status(500));
                        },
                        day -> day.passUntil(() -> day.discord().faults().left() == 0)));
    }

    private static List<Row> ofStarts() {
        return List.of(
                atTheStart("401", "", day -> day.discord().faults().next(WELCOME, 1, Trouble.status(401)))
                        .ending("78", "Discord does not accept the bot's token."),
                atTheStart(
                        "500",
                        "tries again after 1, 2, 4, ... seconds, at most 1 minute",
                        day -> day.discord().faults().next(WELCOME, 1, Trouble.status(500))),
                atTheStart(
                        "502, a page",
                        "tries again",
                        day -> day.discord().faults().next(WELCOME, 1, Trouble.page(502, "Bad Gateway"))),
                atTheStart(
                        "half an answer",
                        "tries again",
                        day -> day.discord().faults().next(WELCOME, 1, Trouble.half())),
                atTheStart("cut", "tries again", day -> day.discord().faults().next(WELCOME, 2, Trouble.cut())),
                atTheStart(
                        "500 for the commands", "asks again after 5, 10, 20, ... seconds, at most 10 minutes", day -> {
                            day.discord()
                                    .faults()
                                    .next("GET /applications/{application}/commands", 1, Trouble.status(500));
                            day.discord()
                                    .faults()
                                    .next("PUT /applications/{application}/commands", 1, Trouble.status(500));
                        }),
                atTheStart(
                        "429",
                        "tries again",
                        day -> day.discord().faults().next(WELCOME, 1, Trouble.limited(SHORTLY, false))));
    }

    @BeforeAll
    void begin(@TempDir Path folder) {
        List<Row> rows = rows();
        for (Row row : rows) {
            Path own = folder.resolve(String.valueOf(rows.indexOf(row)));
            results.put(row.toString(), pool.submit(() -> check(row, own)));
        }
    }

    @AfterAll
    void end() {
        pool.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void nothingIsDoubledAndNothingIsLostButWhatTheTableSays(Row row) throws Exception {
        Objects.requireNonNull(results.get(row.toString())).get();
    }

    private static Void check(Row row, Path folder) throws IOException {
        try (FaultyDay day = new FaultyDay(Files.createDirectories(folder), row.shards())) {
            if (row.running()) {
                day.start();
            }
            row.happens().accept(day);
            // Of a session that is shut down JDA would log the whole event.
            Optional<CompletableFuture<Answer>> asked =
                    row.running() && row.end().isEmpty() ? day.ask() : Optional.empty();
            if (!row.running()) {
                day.launch();
            }
            if (!row.end().isEmpty()) {
                String end = day.end();
                assertTrue(end.startsWith(row.end()), end);
                day.discord().gateway().refuse(0);
                day.start();
            }
            day.becomeDue();
            row.passes().accept(day);
            int answered = 0;
            if (asked.isPresent() && row.lost().equals(NOTHING)) {
                assertEquals("## 1867", day.answer(asked.get()));
                answered++;
            }
            day.untilPosted();
            day.untilConnected();
            assertEquals("## 1867", day.answer(day.ask().orElseThrow()));
            answered++;
            assertEquals(
                    row.running() && row.lost().equals(NOTHING),
                    asked.isPresent() && asked.get().isDone());
            assertEquals(answered, day.discord().messages().answers());
            assertEquals(1, day.posts());
            assertFalse(day.hasEnded());
            assertEquals(List.of(), day.discord().unknownRoutes());
            return null;
        }
    }

    /** What comes to the same is one row of it. */
    private static String table() {
        Map<List<String>, List<String>> faults = new LinkedHashMap<>();
        for (Row row : rows()) {
            String when = row.running() ? "it runs" : "it starts";
            faults.computeIfAbsent(List.of(when, row.does(), row.lost()), any -> new ArrayList<>())
                    .add(row.named());
        }
        StringBuilder table =
                new StringBuilder("| while | this goes wrong | the bot | and lost is |\n|---|---|---|---|\n");
        faults.forEach((row, of) -> table.append("| ")
                .append(row.get(0))
                .append(" | ")
                .append(String.join("; ", of).replaceAll("(?<=\\d); closed with ", ", "))
                .append(" | ")
                .append(row.get(1))
                .append(" | ")
                .append(row.get(2))
                .append(" |\n"));
        return table.toString();
    }

    @Test
    void theDocumentHasTheTable() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(TABLE) + TABLE.length();
        int end = text.indexOf("\n\n", begin) + 1;
        if (Boolean.getBoolean("almanac.reliability.write")) {
            Files.writeString(DOCUMENT, text.substring(0, begin) + table() + text.substring(end));
        } else {
            assertEquals(table(), text.substring(begin, end));
        }
    }

    @Test
    void theTableHasARowForEachCloseCodeAfterWhichJdaDoesNotComeBack() {
        List<String> ending = rows().stream()
                .filter(row -> row.running() && !row.end().isEmpty())
                .map(Row::fault)
                .toList();
        Stream.of(CloseCode.values())
                .filter(code -> !code.isReconnect())
                .forEach(code -> assertTrue(ending.contains("closed with " + code.getCode()), code.name()));
    }
}
