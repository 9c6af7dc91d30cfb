package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Almanac beside a bot that answers with a constant, in turn, each alone on one core with our Discord on the other: prints a table, and
 * writes it into docs/performance.md unless it was a quick one. It asserts nothing.
 */
class BotsBench {
    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int PAIRS = Integer.getInteger("bench.pairs", QUICK ? 2 : 11);
    private static final Duration EACH = Duration.ofSeconds(QUICK ? 8 : 10);
    /** Of so many pairs one is followed by the bot on discord.js, where that can be started. */
    private static final int PAIRS_TO_ONE_OTHER = 4;

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Path FOLDER =
            Path.of(System.getProperty("almanac.bench.folder", "target")).toAbsolutePath();
    private static final Core OTHER = new Core(0);
    private static final Core OURS = new Core(1);

    /** @param wanted in what relation to the floor it is to be; 0 for none */
    private record Figure(String name, String format, double wanted, ToDoubleFunction<Sample> of) {
        Ratios ratios(List<Sample> floor, List<Sample> almanac) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < floor.size(); i++) {
                ratios.add(of.applyAsDouble(almanac.get(i)) / of.applyAsDouble(floor.get(i)));
            }
            return new Ratios(ratios);
        }

        String median(List<Sample> samples) {
            Ratios all = new Ratios(samples.stream().map(of::applyAsDouble).toList());
            return String.format(Locale.ROOT, format, all.median());
        }
    }

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "answers a second, one at a time",
                    "%.0f",
                    0,
                    sample -> sample.one().perSecond()),
            new Figure("16 at once", "%.0f", 0.92, sample -> sample.sixteen().perSecond()),
            new Figure("64 at once", "%.0f", 0.92, sample -> sample.many().perSecond()),
            new Figure(
                    "99 of 100 answers at 16 within, ms",
                    "%.1f",
                    1.25,
                    sample -> millis(sample.sixteen().most())),
            new Figure("processor for 10,000 answers at 16, s", "%.2f", 1.15, Sample::perTenThousand),
            new Figure("start until ready, s", "%.2f", 1.4, sample -> millis(sample.start()) / 1000),
            new Figure("resident memory when ready, MB", "%.0f", 1.25, sample -> sample.ready() / 1000.0),
            new Figure(
                    "five seconds later, with the index of the search, MB",
                    "%.0f",
                    0,
                    sample -> sample.idle() / 1000.0),
            new Figure("after load, MB", "%.0f", 0, sample -> sample.loaded() / 1000.0));

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    @Test
    void besideABotThatAnswersWithAConstant() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "bots-");
        Path jar = FOLDER.resolve("almanac.jar");
        List<Sample> floors = new ArrayList<>();
        List<Sample> almanacs = new ArrayList<>();
        List<Sample> others = new ArrayList<>();
        Contender floor = Contender.floor(folder.resolve("floor"), jar);
        Contender almanac = Contender.almanac(folder.resolve("almanac"), jar);
        Optional<Contender> other = DiscordJs.contender(folder.resolve("discordjs"));
        List<String> lines = new ArrayList<>();
        try (OtherEndProcess discord =
                new OtherEndProcess(OTHER, Path.of("events.json").toAbsolutePath(), folder.resolve("other-end.log"))) {
            for (Contender contender : List.of(floor, almanac)) {
                archive(contender, discord);
            }
            for (int pair = 0; pair < PAIRS; pair++) {
                floors.add(sample(floor, discord));
                almanacs.add(sample(almanac, discord));
                if (other.isPresent() && pair % PAIRS_TO_ONE_OTHER == 0) {
                    others.add(sample(other.get(), discord));
                }
            }
            lines.add(alone(Contender.raw(folder.resolve("raw"), jar), discord));
            lines.add("");
        }
        lines.addAll(table(floors, almanacs, others));
        lines.forEach(System.out::println);
        if (!QUICK) {
            new PerformancePage("BotsBench").write(lines);
        }
    }

    private static void archive(Contender contender, OtherEndProcess discord) throws IOException, InterruptedException {
        discord.expectBot();
        Process bot = contender.startToArchive(OURS, discord);
        discord.awaitConnected();
        discord.ask(1, SHORT);
        Sample.end(bot);
    }

    private static Sample sample(Contender contender, OtherEndProcess discord)
            throws IOException, InterruptedException {
        Sample sample = Sample.of(contender, OURS, discord, EACH);
        System.out.printf(
                Locale.ROOT,
                "[bench] %-8s ready %.2f s; 1: %.0f/s, 16: %.0f/s p99 %.1f ms, 64: %.0f/s; 10,000 answers of %d characters: %.2f s;"
                        + " %d, %d, %d kB%n",
                contender.name(),
                millis(sample.start()) / 1000,
                sample.one().perSecond(),
                sample.sixteen().perSecond(),
                millis(sample.sixteen().most()),
                sample.many().perSecond(),
                sample.sixteen().characters(),
                sample.perTenThousand(),
                sample.ready(),
                sample.idle(),
                sample.loaded());
        return sample;
    }

    /** How fast the other end is where nobody has to be waited for: the floor must stay well below. */
    private static String alone(Contender raw, OtherEndProcess discord) throws IOException, InterruptedException {
        archive(raw, discord);
        Sample sample = sample(raw, discord);
        return String.format(
                Locale.ROOT,
                "Our Discord by itself, with a client that answers without looking: %.0f, %.0f and %.0f answers a second.",
                sample.one().perSecond(),
                sample.sixteen().perSecond(),
                sample.many().perSecond());
    }

    private static List<String> table(List<Sample> floors, List<Sample> almanacs, List<Sample> others) {
        List<String> lines = new ArrayList<>();
        lines.add(PAIRS + " pairs" + (Core.canHold() ? ", each process on one core." : "."));
        lines.add("");
        lines.add("| | floor | Almanac | ratio [95 %] | to reach | discord.js |");
        lines.add("|---|---|---|---|---|---|");
        for (Figure figure : FIGURES) {
            lines.add("| " + figure.name() + " | " + figure.median(floors) + " | " + figure.median(almanacs) + " | "
                    + figure.ratios(floors, almanacs).inWords() + " | " + (figure.wanted() == 0 ? "" : figure.wanted())
                    + " | " + (others.isEmpty() ? "" : figure.median(others)) + " |");
        }
        return lines;
    }
}
