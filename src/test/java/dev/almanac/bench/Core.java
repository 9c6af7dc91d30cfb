package dev.almanac.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A core that a process is held to where the system can do that.
 *
 * @param number from 0
 */
record Core(int number) {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    /** Whether processes are held to their cores. */
    static boolean canHold() {
        return Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > 1;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command that runs there. */
    List<String> running(List<String> command) {
        List<String> held = new ArrayList<>();
        if (canHold()) {
            held.addAll(List.of(TASKSET.toString(), "--cpu-list", String.valueOf(number)));
        }
        held.addAll(command);
        return held;
    }
}
