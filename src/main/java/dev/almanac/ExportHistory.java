package dev.almanac;

import dev.almanac.exchange.CalendarExport;
import dev.almanac.exchange.CsvExport;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code almanac export FILE}. */
@Command(
        name = "export",
        description = {
            "Writes the timeline in use as a sheet (FILE.csv), which import reads back, or as a calendar of anniversaries"
                    + " (FILE.ics)."
        },
        mixinStandardHelpOptions = true)
final class ExportHistory implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file to write; its ending, .csv or .ics, says which")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Replace the file where it is there already.")
    private boolean replace;

    private final CommonOptions common;
    private final PrintStream out;

    ExportHistory(CommonOptions common, PrintStream out) {
        this.common = common;
        this.out = out;
    }

    @Override
    public Integer call() {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".ics")) {
            throw new CannotStart(
                    "“" + file + "” doesn't say what to write. Name a file that ends in .csv (a sheet) or .ics (a "
                            + "calendar).");
        }
        if (Files.exists(file) && !replace) {
            throw new CannotStart(file + " is there already and stays as it is. Name another file, or add --replace.");
        }
        Timeline timeline = common.timeline();
        if (name.endsWith(".csv")) {
            write(CsvExport.of(timeline));
            out.println(file + " has a row for each of the " + timeline.events().size() + " events.");
        } else {
            CalendarExport calendar = CalendarExport.of(timeline, common.clock());
            write(calendar.text());
            out.println(file + " has " + calendar.events() + " events"
                    + (calendar.left() == 0
                            ? "."
                            : "; " + calendar.left()
                                    + " aren't in it, because they are on no day of a year that a calendar can "
                                    + "write."));
        }
        return Endings.WELL;
    }

    private void write(String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new CannotStart(file + " can't be written (" + e.getClass().getSimpleName()
                    + "); whatever was there is still as it was.");
        }
    }
}
