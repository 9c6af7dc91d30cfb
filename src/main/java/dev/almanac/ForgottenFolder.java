package dev.almanac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for what nobody keeps: it goes, with the files in it, when it is closed. */
record ForgottenFolder(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenFolder.class);

    /** @throws CannotStart when there is no room for it */
    static ForgottenFolder make() {
        try {
            return new ForgottenFolder(Files.createTempDirectory("almanac-preview"));
        } catch (IOException e) {
            throw new CannotStart(
                    "The preview can't make a folder for its schedules in " + System.getProperty("java.io.tmpdir")
                            + " (" + e.getMessage() + "). Make room there, or set TMPDIR.");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            LOG.warn("{} can't be deleted ({}); nothing needs it any more", path, e.toString());
        }
    }
}
