package dev.almanac.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** What a log of JSON says beside each line: shard, guild and command, where they are known on the thread that logs. */
public final class LogContext {
    private final Map<String, String> known;

    private LogContext(Map<String, String> known) {
        this.known = known;
    }

    /** What is known on this thread now. */
    public static LogContext here() {
        return new LogContext(
                Map.copyOf(Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of())));
    }

    /** The same, with one thing more. */
    public LogContext with(String name, long value) {
        Map<String, String> more = new HashMap<>(known);
        more.put(name, String.valueOf(value));
        return new LogContext(Map.copyOf(more));
    }

    /** Runs something that logs with this, on whatever thread. */
    public void run(Runnable work) {
        LogContext before = here();
        MDC.setContextMap(known);
        try {
            work.run();
        } finally {
            MDC.setContextMap(before.known);
        }
    }

    /** The same work, to be done on another thread. */
    public static Runnable carried(Runnable work) {
        LogContext here = here();
        return () -> here.run(work);
    }
}
