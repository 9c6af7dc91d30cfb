package dev.almanac.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file in whichever encoding: as its byte order mark says, else UTF-8 where it is that, else Windows-1252, which
 * Excel writes in western Europe.
 *
 * @param encoding what people call it
 */
record WrittenText(String text, String encoding) {
    /** 256 MiB: no sheet that a person made is larger. */
    private static final long MOST_BYTES = 1L << 28;

    /** @throws CannotExchange when it can't be read */
    static WrittenText of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotExchange(file + (Files.exists(file) ? " isn't a file with text in it." : " isn't there."));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CannotExchange(file + " has " + (Files.size(file) >> 20) + " MiB, more than the "
                        + (MOST_BYTES >> 20) + " MiB that can be brought in at once. Cut it into several files.");
            }
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CannotExchange(file + " can't be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    static WrittenText of(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new WrittenText(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new WrittenText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new WrittenText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), "UTF-16");
        }
        try {
            return new WrittenText(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    "UTF-8");
        } catch (CharacterCodingException e) {
            return new WrittenText(new String(bytes, Charset.forName("windows-1252")), "Windows-1252");
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
