package dev.almanac;

import dev.almanac.exchange.Beginning;
import dev.almanac.exchange.CannotExchange;
import dev.almanac.exchange.Choices;
import dev.almanac.exchange.Column;
import dev.almanac.exchange.DateOrder;
import dev.almanac.exchange.Import;
import dev.almanac.exchange.Origin;
import dev.almanac.exchange.SheetFile;
import dev.almanac.exchange.UnknownColumns;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code almanac import FILE...}. */
@Command(
        name = "import",
        description = {
            "Brings events into a timeline: from a sheet (CSV), a calendar (.ics), Wikimedia's feed \"on this day\" or A People's"
                    + " Calendar (JSON).",
            "What can't be read is told with its line, the rest is taken. Importing again changes what has changed and doubles"
                    + " nothing."
        },
        mixinStandardHelpOptions = true)
final class ImportHistory implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "What to bring in; several are taken one after the other")
    private List<Path> files = List.of();

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description =
                    "The timeline, made where there is none. Default: beside the first FILE, with .json for its ending.")
    private @Nullable Path into;

    @Option(names = "--dry-run", description = "Say what would be taken, and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--map",
            paramLabel = "WHAT=COLUMN,...",
            description =
                    "Which column holds what, by heading or number: date=Datum,title=3. The others go by their headings.")
    private String map = "";

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = "day-first or month-first, for dates like 4/12/1961. Default: as the dates of the file show.")
    private @Nullable String dates;

    @Option(
            names = "--date",
            paramLabel = "MM-DD",
            description =
                    "The day of the feed \"on this day\". Default: as the name of the file says, like 04-12.json.")
    private @Nullable String date;

    @Option(
            names = "--source",
            paramLabel = "TITLE",
            description =
                    "Where events come from that name no source. Default: the source of last time, else the file's name.")
    private String source = "";

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who published that source. Default: its title.")
    private String publisher = "";

    @Option(names = "--source-url", paramLabel = "URL", description = "The address of that source.")
    private String sourceUrl = "";

    @Option(names = "--licence", paramLabel = "WORDS", description = "The licence of that source, like CC BY 4.0.")
    private String licence = "";

    @Option(
            names = "--category",
            paramLabel = "WORDS",
            description = "The category of events that name none. Default: Event.")
    private String category = "";

    @Mixin
    private final BeginningOptions beginning = new BeginningOptions();

    private final Questions questions;
    private final PrintStream out;

    ImportHistory(Questions questions, PrintStream out) {
        this.questions = questions;
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            return imported();
        } catch (CannotExchange e) {
            throw new CannotStart(e.getMessage() + " Nothing was written.");
        }
    }

    private int imported() {
        Path target = into == null ? beside(files.get(0)) : into;
        boolean isNew = !Files.exists(target);
        Timeline before = isNew ? begun(target) : sound(target);
        Timeline timeline = Beginning.withoutExamples(before);
        if (timeline.events().size() < before.events().size()) {
            out.println("The examples are taken out of " + target + ".\n");
        }
        boolean isWhole = true;
        int taken = 0;
        for (Path file : files) {
            Import.Result result = one(file, timeline);
            timeline = result.timeline();
            taken += result.note().taken();
            isWhole = isWhole && result.note().refused().isEmpty();
            out.println(result.note());
        }
        finish(target, timeline, taken, isNew);
        return isWhole ? Endings.WELL : Endings.INCOMPLETE;
    }

    private void finish(Path target, Timeline timeline, int taken, boolean isNew) {
        if (dryRun) {
            out.println("Nothing is written: that was a try. Leave out --dry-run to write " + target + ".");
        } else if (taken == 0) {
            out.println("Nothing is written, as nothing was taken.");
        } else {
            try {
                new TimelineFile(target).write(timeline);
            } catch (IOException e) {
                throw new CannotStart(
                        target + " can't be written (" + e.getClass().getSimpleName() + "); it is still as it was.");
            }
            out.println(target + (isNew ? " is made, with " : " is written, with ")
                    + timeline.events().size() + " events of " + timeline.head().title()
                    + ". To see it: ./almanac --events " + target + " preview");
        }
    }

    private Import.Result one(Path file, Timeline timeline) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        if (!map.isBlank()) {
            columns.putAll(Choices.map(map));
        }
        while (true) {
            try {
                return new SheetFile(file).into(timeline, choices(columns, timeline), this::asked);
            } catch (UnknownColumns unknown) {
                if (!questions.isSomebodyThere() || columns.keySet().containsAll(unknown.missing())) {
                    throw unknown;
                }
                unknown.missing().forEach(column -> columns.put(column, questions.ask(question(unknown, column), "1")));
            }
        }
    }

    private static String question(UnknownColumns unknown, Column column) {
        List<String> numbered = new ArrayList<>();
        for (String heading : unknown.headings()) {
            numbered.add((numbered.size() + 1) + " " + heading);
        }
        return String.join(", ", numbered) + "\nWhich column holds the " + column.word() + "?";
    }

    private Choices choices(Map<Column, String> columns, Timeline timeline) {
        return new Choices(
                columns,
                order(),
                Optional.ofNullable(date).map(ImportHistory::day),
                new Origin(source, publisher, sourceUrl, licence),
                category,
                timeline.head().language());
    }

    private Optional<DateOrder> order() {
        if (dates == null) {
            return Optional.empty();
        }
        for (DateOrder one : DateOrder.values()) {
            if (one.toString().equals(dates)) {
                return Optional.of(one);
            }
        }
        throw new CannotStart("--dates is “" + dates + "”. Write day-first or month-first.");
    }

    private static MonthDay day(String written) {
        try {
            return MonthDay.parse("--" + written);
        } catch (DateTimeException e) {
            throw new CannotStart("--date is “" + written + "”. Write month and day, like 04-12 for 12 April.");
        }
    }

    /** Asked once for all files: what is answered goes for the others, too. */
    private Origin asked(Origin told) {
        if (source.isEmpty() && questions.isSomebodyThere()) {
            source = questions.ask("Where do the events come from that name no source?", told.title());
            if (licence.isEmpty() && !source.isEmpty()) {
                licence = questions.ask("What is the licence of that source?", Beginning.NO_LICENCE);
            }
        }
        return new Origin(source, publisher, sourceUrl, licence).or(told);
    }

    private Timeline begun(Path target) {
        Beginning begun = beginning.asked(questions, target);
        return begun.empty();
    }

    private static Timeline sound(Path target) {
        TimelineFile.Reading reading = new TimelineFile(target).read();
        return reading.timeline()
                .orElseThrow(() -> new CannotStart(
                        reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                                + "\nNothing was brought in. Mend " + target
                                + " first (./almanac check shows what is left), or name another file with --into."));
    }

    /** {@code chess.csv} goes to {@code chess.json}; what is JSON itself to a name of its own. */
    private static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        String bare = name.replaceFirst("\\.[^.]*$", "");
        return file.resolveSibling(name.equals(bare + ".json") ? bare + "-timeline.json" : bare + ".json");
    }
}
