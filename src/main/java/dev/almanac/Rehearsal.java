package dev.almanac;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Goes through what the program does, for a Java that keeps the classes it has loaded ({@code -XX:ArchiveClassesAtExit}, JEP 350;
 * {@code -XX:AOTCacheOutput}, JEP 514): the next start finds them there. Needs no network, and writes nothing.
 */
public final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("ask", "/year 1867"),
            List.of("ask", "/onthisday", "12 april"),
            List.of("ask", "/random"),
            List.of("ask", "/search", "gagarin"),
            List.of("ask", "/help"),
            List.of("--help"));

    /** What a bot needs once Discord answers. */
    private static final Pattern OF_A_BOT = Pattern.compile(
            "(dev/almanac/discord/|net/dv8tion/jda/internal/(entities|handle|interactions|requests)/|com/neovisionaries/).*\\.class");

    /** Nobody listens there: TCP's discard, RFC 863. */
    private static final String NOBODY = "http://127.0.0.1:9/";

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private static final int MILLIS_OF_A_BOT = 3000;

    /**
     * Rehearses all commands, or the bot alone. A command that fails has loaded classes as well.
     *
     * @param arguments {@code run} for the bot alone
     */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        // Where nobody listens, a bot logs that.
        System.setErr(NOWHERE);
        if (!List.of(arguments).equals(List.of("run"))) {
            COMMANDS.forEach(command -> run(System.getenv(), command));
        }
        try (ForgottenFolder folder = ForgottenFolder.make()) {
            String database = folder.path().resolve("almanac.db").toString();
            Thread bot = new Thread(() -> run(
                    Map.of("DISCORD_TOKEN", "rehearsal"),
                    List.of("run", "--api", NOBODY, "--database", database, "--http", "127.0.0.1:0")));
            bot.start();
            loadClassesOfABot();
            bot.join(MILLIS_OF_A_BOT);
            bot.interrupt();
            bot.join();
        }
        System.exit(Endings.WELL);
    }

    private static void run(Map<String, String> environment, List<String> command) {
        Endings.of(Main.commandLine(environment, NOWHERE, NOWHERE), command.toArray(String[]::new));
    }

    private static void loadClassesOfABot() {
        try (JarFile jar = new JarFile(Path.of(Rehearsal.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String file = entries.nextElement().getName();
                if (OF_A_BOT.matcher(file).matches()) {
                    load(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError needsWhatIsLeftOut) {
            // It is found out when somebody uses it, as ever.
        }
    }

    private Rehearsal() {}
}
