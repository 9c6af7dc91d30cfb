package dev.almanac.crash;

import dev.almanac.standin.DiscordStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program as operators start it, with a Discord of ours.
 *
 * @param database the file, or the address of a PostgreSQL
 * @param elsewhere an empty folder: where it works, and the home of its user
 * @param options of Java, besides the usual ones
 * @param command the class whose main method is run, and what it's told
 */
public record Program(
        DiscordStandIn discord,
        String database,
        Duration nonceWindow,
        Path elsewhere,
        List<String> options,
        List<String> command) {
    public static final List<String> RUN = List.of("dev.almanac.Main", "run");

    /** The bot. */
    public Program(
            DiscordStandIn discord, String database, Duration nonceWindow, Path elsewhere, List<String> options) {
        this(discord, database, nonceWindow, elsewhere, options, RUN);
    }

    /** Starts it as a process of its own that adds what it says to a file. */
    public Process start(Path log) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "-Duser.home=" + elsewhere,
                "-Dalmanac.home=" + Path.of("").toAbsolutePath()));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL", "C",
                        "HOME", elsewhere.toString(),
                        "TMPDIR", elsewhere.toString(),
                        "DISCORD_TOKEN", DiscordStandIn.TOKEN,
                        "DISCORD_API_URL", discord.apiBase().toString(),
                        "ALMANAC_DATABASE", database,
                        "ALMANAC_NONCE_WINDOW", nonceWindow.toString()));
        return builder.start();
    }
}
