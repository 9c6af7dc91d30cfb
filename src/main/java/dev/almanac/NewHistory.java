package dev.almanac;

import dev.almanac.exchange.Beginning;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code almanac new FILE}. */
@Command(
        name = "new",
        description =
                "Begins a timeline: writes a small file with three examples, to be replaced by events of your own",
        mixinStandardHelpOptions = true)
final class NewHistory implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write, like my-history.json")
    private Path file = Path.of("");

    @Mixin
    private final BeginningOptions beginning = new BeginningOptions();

    private final Supplier<Clock> clock;
    private final Questions questions;
    private final PrintStream out;

    /** @param clock says which day is today, where there is something to see at once */
    NewHistory(Supplier<Clock> clock, Questions questions, PrintStream out) {
        this.clock = clock;
        this.questions = questions;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new CannotStart(
                    file + " is there already and stays as it is. Name a file that isn't there yet, or bring "
                            + "events into this one: ./almanac import SHEET.csv --into " + file);
        }
        Beginning begun = beginning.asked(questions, file);
        Timeline timeline = begun.withExamples(LocalDate.now(clock.get()));
        try {
            new TimelineFile(file).write(timeline);
        } catch (IOException e) {
            throw new CannotStart(file + " can't be written (" + e.getClass().getSimpleName() + ").");
        }
        out.println(file + " is a timeline of " + timeline.head().title()
                + " with three examples. Replace them by events of your own.");
        out.println("  ./almanac check " + file + " finds mistakes");
        out.println("  ./almanac --events " + file + " preview shows it as on Discord");
        out.println("  ./almanac import SHEET.csv --into " + file + " brings in a sheet");
        return Endings.WELL;
    }
}
