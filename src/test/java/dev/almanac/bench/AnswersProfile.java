package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Where the time of an answer goes, and its memory, under the load of {@link BotsBench} with sixteen people at once: leaves a flight
 * recording and prints its shares. It asserts nothing.
 */
class AnswersProfile {
    private static final Path FOLDER =
            Path.of(System.getProperty("almanac.bench.folder", "target")).toAbsolutePath();
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    /** Linux counts a hundred a second. */
    private static final double MICROS_IN_TICK = 10_000;

    private static final Duration MEASURED = Duration.ofSeconds(20);

    @Test
    void ofAlmanac() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "profile-");
        profile(folder, Contender.almanac(folder.resolve("almanac"), FOLDER.resolve("almanac.jar")));
    }

    @Test
    void ofTheFloor() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "profile-");
        profile(folder, Contender.floor(folder.resolve("floor"), FOLDER.resolve("almanac.jar")));
    }

    private static void profile(Path folder, Contender contender) throws IOException, InterruptedException {
        Path file = folder.resolve("answers.jfr");
        Round round;
        Duration busy;
        long compiling;
        try (OtherEndProcess discord = new OtherEndProcess(
                new Core(0), Path.of("events.json").toAbsolutePath(), folder.resolve("other-end.log"))) {
            discord.expectBot();
            Process bot = contender.start(new Core(1), discord);
            try {
                discord.awaitConnected();
                discord.ask(Sample.AT_ONCE, WARM_UP);
                jcmd(bot, "JFR.start", "name=answers", "settings=profile");
                Duration before = Sample.busy(bot);
                long compilingBefore = compiling(bot);
                round = discord.ask(Sample.AT_ONCE, MEASURED);
                busy = Sample.busy(bot).minus(before);
                compiling = compiling(bot) - compilingBefore;
                jcmd(bot, "JFR.stop", "name=answers", "filename=" + file);
            } finally {
                Sample.end(bot);
            }
        }
        Recording recording = new Recording(file);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d answers, each %.0f µs of the processor (%.0f to compile) and some %,.0f bytes; the recording is %s%n",
                contender.name(),
                round.answers(),
                busy.toNanos() / 1e3 / round.answers(),
                compiling * MICROS_IN_TICK / round.answers(),
                recording.bytes() / round.answers(),
                file);
        recording.inWords().forEach(System.out::println);
    }

    /** How long Java's compilers have had the processor, in ticks, as Linux tells it; 0 elsewhere. */
    private static long compiling(Process bot) throws IOException {
        Path threads = Path.of("/proc", String.valueOf(bot.pid()), "task");
        if (!Files.exists(threads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.mapToLong(AnswersProfile::compilingThread).sum();
        }
    }

    /** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: times 14 and 15 of those behind the name. */
    private static long compilingThread(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String[] behind = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return stat.contains("Compiler") ? Long.parseLong(behind[11]) + Long.parseLong(behind[12]) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static void jcmd(Process bot, String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        whole.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        whole.add(String.valueOf(bot.pid()));
        whole.addAll(Arrays.asList(command));
        int ended = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException(whole + " ended with " + ended);
        }
    }
}
