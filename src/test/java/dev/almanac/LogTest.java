package dev.almanac;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.chat.LogContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** What the program's own logback.xml makes of lines. */
class LogTest {
    @TempDir
    Path folder;

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = System.err;

    /** Reads it as at a start, but looks for new levels more often. */
    private void configure(Map<String, String> settings) throws IOException, JoranException {
        settings.forEach(context::putProperty);
        context.setMDCAdapter(new LogbackMDCAdapter());
        String configuration = Files.readString(Path.of("src/main/resources/logback.xml"));
        assertTrue(configuration.contains("scanPeriod=\"10 seconds\""));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            configurator.doConfigure(new ByteArrayInputStream(
                    configuration.replace("10 seconds", "50 milliseconds").getBytes(StandardCharsets.UTF_8)));
        } finally {
            System.setErr(err);
        }
    }

    @AfterEach
    void stop() {
        System.setErr(err);
        context.stop();
    }

    private List<String> lines(Runnable logging) {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            logging.run();
        } finally {
            System.setErr(err);
        }
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        written.reset();
        return lines;
    }

    @Test
    void isAnObjectALineWithWhatIsKnownBesideIt() throws Exception {
        configure(Map.of("ALMANAC_LOG", "json"));
        Logger log = context.getLogger("dev.almanac.discord.DiscordBot");
        context.getMDCAdapter().put("shard", "3");
        context.getMDCAdapter().put("guild", "101000000000000001");
        context.getMDCAdapter().put("command", "daily set");

        List<String> lines = lines(() -> log.warn("Can't be reached\n({})", "refused", new IOException("no route")));

        assertEquals(1, lines.size());
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertEquals("WARN", line.path("level").asText());
        assertEquals("dev.almanac.discord.DiscordBot", line.path("loggerName").asText());
        assertEquals(
                "Can't be reached\n(refused)", line.path("formattedMessage").asText());
        assertEquals("no route", line.path("throwable").path("message").asText());
        assertEquals(
                Map.of("shard", "3", "guild", "101000000000000001", "command", "daily set"),
                new ObjectMapper().convertValue(line.path("mdc"), Map.class));
        assertTrue(line.path("timestamp").isIntegralNumber());
        assertFalse(line.has("arguments"));
    }

    @Test
    void isTextUnlessSetOtherwise() throws Exception {
        configure(Map.of());

        List<String> lines = lines(() -> context.getLogger("dev.almanac.Main").info("One line"));

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).matches("\\d{4}-\\d{2}-\\d{2}T\\S+ INFO  Main: One line"), lines.get(0));
    }

    @Test
    void takesNewLevelsWhileItRunsButNeverTraces() throws Exception {
        Path levels = folder.resolve("levels.properties");
        configure(Map.of("ALMANAC_LOG_LEVELS", levels.toString()));
        Logger jda = context.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient");
        assertFalse(jda.isDebugEnabled());

        Files.writeString(levels, "logback.logger.net.dv8tion.jda=TRACE\n");
        await().atMost(Duration.ofSeconds(20)).until(jda::isDebugEnabled);
        assertEquals(
                1,
                lines(() -> {
                            jda.debug("Sent");
                            jda.trace("<- a whole message");
                        })
                        .size());

        Files.writeString(levels, "logback.logger.net.dv8tion.jda=INFO\n");
        await().atMost(Duration.ofSeconds(20)).until(() -> !jda.isDebugEnabled());
    }

    @Test
    void carriesWhatIsKnownToAnotherThreadAndLeavesNothingThere() throws Exception {
        MDC.put("shard", "3");
        Runnable carried;
        try {
            carried = LogContext.carried(() -> LogContext.here()
                    .with("guild", 7)
                    .run(() -> assertEquals("3 7", MDC.get("shard") + " " + MDC.get("guild"))));
        } finally {
            MDC.remove("shard");
        }
        Thread other = new Thread(() -> {
            MDC.put("shard", "5");
            carried.run();
            assertEquals("5", MDC.get("shard"));
            assertEquals(Optional.empty(), Optional.ofNullable(MDC.get("guild")));
        });
        Throwable[] failed = new Throwable[1];
        other.setUncaughtExceptionHandler((thread, failure) -> failed[0] = failure);
        other.start();
        other.join();

        assertEquals(Optional.empty(), Optional.ofNullable(failed[0]));
    }
}
