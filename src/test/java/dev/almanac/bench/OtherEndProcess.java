package dev.almanac.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@link OtherEnd} as its process, which it starts and ends. */
final class OtherEndProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    private final String address;

    /** Starts it on a core. */
    OtherEndProcess(Core core, Path timeline, Path log) throws IOException {
        process = new ProcessBuilder(core.running(List.of(
                        Core.java(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogback.configurationFile=logback-to-file.xml",
                        "-Dalmanac.tests.log=" + log.resolveSibling("other-end-tests.log"),
                        OtherEnd.class.getName(),
                        timeline.toString())))
                .redirectError(log.toFile())
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        address = line();
    }

    /** What {@code DISCORD_API_URL} is to name. */
    String address() {
        return address;
    }

    /** From now on it waits for a bot; {@link #awaitConnected} returns when that is ready. */
    void expectBot() throws IOException {
        orders.println(OtherEnd.AWAIT);
        expect(OtherEnd.AWAITS);
    }

    void awaitConnected() throws IOException {
        expect(OtherEnd.CONNECTED);
    }

    /** Has so many people at once ask the bot for so long. */
    Round ask(int atOnce, Duration time) throws IOException {
        orders.println(OtherEnd.ASK + " " + atOnce + " " + time.toSeconds());
        return Round.parse(line());
    }

    private void expect(String expected) throws IOException {
        String line = line();
        if (!line.equals(expected)) {
            throw new IOException("the other end said “" + line + "”");
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the other end has ended");
        }
        return line;
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
        process.onExit().join();
    }
}
