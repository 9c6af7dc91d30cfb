package dev.almanac.timeline.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there as a whole, whatever happens while it's written. */
public final class WholeFile {
    /** What the usual umask leaves; a temporary file would be its owner's only. */
    private static final String RIGHTS_OF_A_NEW_FILE = "rw-r--r--";

    /**
     * Writes a text in UTF-8 in one step, so that whoever reads the file meanwhile has the old text or the new one. Permissions stay; of
     * a symbolic link the file that it leads to is written.
     *
     * @throws IOException when it can't be written; the old file, or none, is then still there
     */
    public static void write(Path path, String text) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path draft = Files.createTempFile(target.toAbsolutePath().getParent(), "." + target.getFileName(), ".draft");
        try {
            Files.writeString(draft, text);
            PosixFileAttributeView rights = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
            if (rights != null) {
                rights.setPermissions(
                        Files.exists(target)
                                ? Files.getPosixFilePermissions(target)
                                : PosixFilePermissions.fromString(RIGHTS_OF_A_NEW_FILE));
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private WholeFile() {}
}
