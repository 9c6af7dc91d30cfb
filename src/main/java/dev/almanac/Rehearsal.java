package dev.almanac;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Goes through what the program does, without saying anything, for a Java that keeps the classes it has loaded
 * ({@code -XX:ArchiveClassesAtExit}, JEP 350; {@code -XX:AOTCacheOutput}, JEP 514): the next start finds them there.
 */
public final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("ask", "/year 1867"),
            List.of("ask", "/onthisday", "12 april"),
            List.of("ask", "/random"),
            List.of("ask", "/search", "gagarin"),
            List.of("ask", "/help"),
            List.of("--help"));

    /** A command that fails has loaded classes as well. */
    public static void main(String[] arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> command : COMMANDS) {
            Endings.of(Main.commandLine(System.getenv(), nowhere, nowhere), command.toArray(String[]::new));
        }
        System.exit(Endings.WELL);
    }

    private Rehearsal() {}
}
