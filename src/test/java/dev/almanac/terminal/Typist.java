package dev.almanac.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Someone at a terminal who types on only when they see what they wait for; gone after the last keys. */
final class Typist implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** @param awaited has to appear on the screen first, behind what was awaited before; may be empty */
    private record Step(String awaited, String keys) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private int seen;
    private byte[] typing = {};
    private int typed;
    private boolean closed;

    Typist sees(String text) {
        steps.add(new Step(text, ""));
        return this;
    }

    Typist types(String keys) {
        steps.add(new Step("", keys));
        return this;
    }

    InputStream keys() {
        return new InputStream() {
            @Override
            public int read() {
                return key();
            }

            /** Key by key: what was typed is there before what is waited for. */
            @Override
            public int read(byte[] keys, int from, int most) {
                int key = key();
                if (key >= 0) {
                    keys[from] = (byte) key;
                }
                return key < 0 ? -1 : 1;
            }
        };
    }

    OutputStream screen() {
        return screenAnd(OutputStream.nullOutputStream());
    }

    /** The screen, where what is shown is kept as well. */
    OutputStream screenAnd(OutputStream kept) {
        return new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                kept.write(letter);
                show(letter);
            }
        };
    }

    private synchronized void show(int letter) {
        shown.write(letter);
        notifyAll();
    }

    private synchronized int key() {
        while (typed == typing.length) {
            Step step = steps.poll();
            if (step == null || !wasSeen(step.awaited())) {
                return -1;
            }
            typing = step.keys().getBytes(StandardCharsets.UTF_8);
            typed = 0;
        }
        return typing[typed++] & 0xFF;
    }

    private synchronized boolean wasSeen(String awaited) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String screen = shown.toString(StandardCharsets.ISO_8859_1);
            String text = new String(awaited.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            int place = screen.indexOf(text, seen);
            if (place >= 0) {
                seen = place + text.length();
                return true;
            }
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (closed || left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException gone) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
