package dev.almanac.timeline.file;

import dev.almanac.timeline.file.TimelineFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a timeline's file has changed. It looks at size and time whenever it is asked, because a system's own notices miss
 * what changes in a network folder, and what editors do who write a new file and rename it. A file is read once it has held still, so
 * that nobody's half-written text is; one that is gone may come back, so it's given longer.
 */
public final class FileChanges {
    static final Duration STILL = Duration.ofSeconds(1);
    static final Duration GONE = Duration.ofSeconds(5);

    private final Path path;
    private final Clock clock;
    private Optional<Look> read;
    private @Nullable Change change;

    /** What can be seen of a file without reading it. */
    private record Look(long size, FileTime modified) {}

    /** What a file became, and when that was seen first; empty where it is gone. */
    private record Change(Optional<Look> look, Instant since) {
        boolean isSettled(Instant now) {
            return !now.isBefore(since.plus(look.isPresent() ? STILL : GONE));
        }
    }

    /** Watches from what the file is now: it is to be read after this. */
    public FileChanges(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
        this.read = look();
    }

    /** The file's name without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * What the file has become since it was read last; empty while it's the same or still changes. To be asked a few times a second,
     * by one thread.
     */
    public Optional<Reading> news() {
        Optional<Look> seen = look();
        if (seen.equals(read)) {
            change = null;
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (change == null || !change.look().equals(seen)) {
            change = new Change(seen, now);
        }
        if (!change.isSettled(now)) {
            return Optional.empty();
        }
        read = seen;
        change = null;
        Reading reading = new TimelineFile(path).read();
        // Else it changed while it was read.
        return look().equals(seen) ? Optional.of(reading) : Optional.empty();
    }

    private Optional<Look> look() {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Look(file.size(), file.lastModifiedTime()));
        } catch (IOException away) {
            return Optional.empty();
        }
    }
}
