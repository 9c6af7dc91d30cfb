package dev.almanac.standin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds answers until it is opened. */
public final class Gate implements AutoCloseable {
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();

    /** How many have come to it while it was closed. */
    public int waiting() {
        return waiting.get();
    }

    /** Lets all go, and whoever comes later. */
    public void open() {
        open.countDown();
    }

    void await() {
        waiting.incrementAndGet();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open();
    }
}
