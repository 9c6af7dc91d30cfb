package dev.almanac.timeline.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of whatever file a person has named: only a regular one in UTF-8 that isn't huge has one. */
final class FileText {
    /** 1 GiB: a million events have room in it, and one array holds it. */
    private static final int MOST_BYTES = 1 << 30;

    /** A file may have one of them. */
    private static final int PARTS_OF_THE_HEAP = 4;

    /** 200 MB took 3.7 GB once they were a timeline and its indexes. */
    private static final long HEAP_TO_A_BYTE = 20;

    private static final Place BEGINNING = new Place(1, 1);
    private static final String A_FILE = "a file of events";

    /**
     * The whole text, a byte order mark included.
     *
     * @param heap how many bytes the program may use in all
     * @throws Unreadable when it has none
     */
    static String of(Path path, long heap) throws Unreadable {
        refuseAnythingButAFile(path);
        refuseWhatHasNoRoom(path, heap);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new Unreadable(BEGINNING, "can't be read: the system doesn't allow it", "a file that you may read");
        } catch (IOException e) {
            throw new Unreadable(BEGINNING, "can't be read: " + reason(e), A_FILE);
        }
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable(BEGINNING, "is longer than " + MOST_BYTES + " bytes", A_FILE);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            refuseAnythingButUtf8(bytes);
        }
        return text;
    }

    /** Java would end in the middle, without a word that an editor understands. */
    private static void refuseWhatHasNoRoom(Path path, long heap) throws Unreadable {
        long bytes;
        try {
            bytes = Files.size(path);
        } catch (IOException e) {
            throw new Unreadable(BEGINNING, "can't be read: " + reason(e), A_FILE);
        }
        if (bytes > heap / PARTS_OF_THE_HEAP) {
            throw new Unreadable(
                    BEGINNING,
                    "has " + megabytes(bytes) + " MB, and the program may use no more than " + megabytes(heap)
                            + " MB in all",
                    "ALMANAC_JAVA_OPTS=-Xmx" + megabytes(bytes * HEAP_TO_A_BYTE) + "m before the command");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /** A device or a pipe might never end, and a folder has no text. */
    private static void refuseAnythingButAFile(Path path) throws Unreadable {
        if (Files.isRegularFile(path)) {
            return;
        }
        throw new Unreadable(BEGINNING, kind(path), A_FILE);
    }

    private static String kind(Path path) {
        if (Files.isDirectory(path)) {
            return "is a folder";
        }
        if (Files.exists(path)) {
            return "is a device, a pipe or a socket";
        }
        if (Files.isSymbolicLink(path)) {
            return "is a link that leads to no file";
        }
        return Files.notExists(path) ? "isn't there" : "can't be seen: the system doesn't allow it";
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? "the system doesn't say why" : reason;
    }

    /** A sound file may have the replacement character in it, too. */
    private static void refuseAnythingButUtf8(byte[] bytes) throws Unreadable {
        CharBuffer sound = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), sound, true)
                .isError()) {
            String text = sound.flip().toString();
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new Unreadable(new Place(line, column), "isn't in UTF-8 from here on", "the file saved as UTF-8");
        }
    }

    private FileText() {}
}
