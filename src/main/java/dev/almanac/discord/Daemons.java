package dev.almanac.discord;

import java.util.concurrent.ThreadFactory;

/** Threads of one name that don't keep the program from ending. */
record Daemons(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
