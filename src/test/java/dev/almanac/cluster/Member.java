package dev.almanac.cluster;

import dev.almanac.crash.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the processes: killed, it is started again; frozen, it knows nothing of the time that passes. */
final class Member {
    static final int KILLED = 128 + 9;

    private static final Pattern NAME = Pattern.compile("this process is (\\S+) there");

    private final Program program;
    private final Path log;
    private @Nullable Process process;
    private boolean frozen;
    private int lives;
    private long deadSince;

    /**
     * One that isn't started.
     *
     * @param log what each life says is in a file of its own beside it
     */
    Member(Program program, Path log) {
        this.program = program;
        this.log = log;
    }

    private Path said() {
        return log.resolveSibling(log.getFileName() + "." + lives);
    }

    synchronized void start() {
        lives++;
        frozen = false;
        deadSince = 0;
        try {
            process = program.start(said());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    synchronized boolean isFrozen() {
        return frozen;
    }

    /** The exit code of a process that ended; empty while it runs. */
    synchronized Optional<Integer> exit() {
        return process == null || process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /** Whether it has been seen dead for so long. */
    synchronized boolean mayStart(Duration after) {
        if (deadSince == 0) {
            deadSince = System.nanoTime();
        }
        return System.nanoTime() - deadSince > after.toNanos();
    }

    /** As the database knows it; empty until it has opened that. */
    synchronized Optional<String> name() {
        try {
            List<String> lines = Files.exists(said()) ? Files.readAllLines(said()) : List.of();
            return lines.stream()
                    .map(NAME::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized String toString() {
        return said().getFileName().toString();
    }

    /** Tells it to stop, as service managers do, and returns when it has: how long that took. */
    synchronized Duration stop() {
        long begun = System.nanoTime();
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Returns when it is dead. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    synchronized void freeze() {
        frozen = signal("STOP");
    }

    synchronized void wake() {
        if (frozen) {
            frozen = !signal("CONT");
        }
    }

    private boolean signal(String name) {
        if (!isRunning() || process == null) {
            return false;
        }
        try {
            return new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
