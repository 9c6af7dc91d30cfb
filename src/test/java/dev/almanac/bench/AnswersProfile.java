package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Where the time of an answer goes, and its memory, under the load of {@link BotsBench} with sixteen people at once: leaves a flight
 * recording and prints its shares. It asserts nothing.
 */
class AnswersProfile {
    private static final Path FOLDER =
            Path.of(System.getProperty("almanac.bench.folder", "target")).toAbsolutePath();
    private static final Duration WARM_UP = Duration.ofSeconds(25);
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
        try (OtherEndProcess discord = new OtherEndProcess(
                new Core(0), Path.of("events.json").toAbsolutePath(), folder.resolve("other-end.log"))) {
            discord.expectBot();
            Process bot = contender.start(new Core(1), discord);
            try {
                discord.awaitConnected();
                discord.ask(Sample.AT_ONCE, WARM_UP);
                jcmd(bot, "JFR.start", "name=answers", "settings=profile");
                round = discord.ask(Sample.AT_ONCE, MEASURED);
                jcmd(bot, "JFR.stop", "name=answers", "filename=" + file);
            } finally {
                Sample.end(bot);
            }
        }
        Recording recording = new Recording(file);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d answers, about %,.0f bytes each; the recording is %s%n",
                contender.name(),
                round.answers(),
                recording.bytes() / round.answers(),
                file);
        recording.inWords().forEach(System.out::println);
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
