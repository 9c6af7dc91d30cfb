package dev.almanac.standin;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import okio.ByteString;

/** All messages of a connection as one stream, each flushed to its end (transport compression, zlib-stream). */
final class ZlibStream implements AutoCloseable {
    private final Deflater zlib = new Deflater();

    ByteString deflated(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] room = new byte[text.length + text.length / 1000 + 64];
        zlib.setInput(text);
        return ByteString.of(room, 0, zlib.deflate(room, 0, room.length, Deflater.SYNC_FLUSH));
    }

    @Override
    public void close() {
        zlib.end();
    }
}
