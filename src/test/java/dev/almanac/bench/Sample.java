package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What was measured of one bot from its start to its end.
 *
 * @param start until it was ready
 * @param ready resident memory then, in kB, and {@code idle} five seconds later
 * @param one with one person asking at a time
 * @param sixteen with sixteen, and {@code many} with sixty-four
 * @param busy what the processor did for the answers to sixteen
 * @param loaded resident memory after all of that, in kB
 */
record Sample(Duration start, long ready, long idle, Round one, Round sixteen, Round many, Duration busy, long loaded) {
    static final int AT_ONCE = 16;
    static final int MANY_AT_ONCE = 64;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Starts a bot, measures it for so long with each number of people, and ends it. */
    static Sample of(Contender contender, Core core, OtherEndProcess discord, Duration each)
            throws IOException, InterruptedException {
        discord.expectBot();
        long begun = System.nanoTime();
        Process bot = contender.start(core, discord);
        try {
            discord.awaitConnected();
            Duration start = Duration.ofNanos(System.nanoTime() - begun);
            long ready = resident(bot);
            Thread.sleep(IDLE.toMillis());
            long idle = resident(bot);
            discord.ask(AT_ONCE, WARM_UP);
            Round one = discord.ask(1, each);
            Duration before = busy(bot);
            Round sixteen = discord.ask(AT_ONCE, each);
            Duration busy = busy(bot).minus(before);
            Round many = discord.ask(MANY_AT_ONCE, each);
            return new Sample(start, ready, idle, one, sixteen, many, busy, resident(bot));
        } finally {
            end(bot);
        }
    }

    /** Ends a bot as a service manager does. */
    static void end(Process bot) throws InterruptedException {
        bot.destroy();
        bot.waitFor();
    }

    static Duration busy(Process bot) {
        return bot.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** In kB, as Linux tells it; 0 elsewhere. */
    private static long resident(Process bot) throws IOException {
        Path status = Path.of("/proc", String.valueOf(bot.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Of the processor, in seconds. */
    double perTenThousand() {
        return busy.toNanos() / 1e9 * 10_000 / sixteen.answers();
    }
}
