package dev.almanac.exchange;

import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A file that somebody keeps history in. What it is shows in what it begins with, whatever it is called: a sheet of separated
 * values, a calendar (iCalendar, RFC 5545), a day of Wikimedia's feed "on this day", or the events of A People's Calendar.
 */
public final class SheetFile {
    private static final String WORKBOOK = "PK\u0003\u0004";
    private static final String OLD_WORKBOOK = "\u00D0\u00CF\u0011\u00E0";

    private final Path path;

    public SheetFile(Path path) {
        this.path = path;
    }

    /**
     * Its rows brought into a timeline.
     *
     * @param ask what to take as the source of events that name none, given what is known of it; called once or never
     * @throws CannotExchange when nothing of it can be used; {@link UnknownColumns} when somebody can say what it holds
     */
    public Import.Result into(Timeline timeline, Choices choices, UnaryOperator<Origin> ask) {
        String name = String.valueOf(path.getFileName());
        return Import.of(name, sheet(name, choices), timeline, choices, ask);
    }

    private Sheet sheet(String name, Choices choices) {
        WrittenText written = WrittenText.of(path);
        String text = written.text();
        if (List.of(WORKBOOK, OLD_WORKBOOK).stream().anyMatch(text::startsWith)) {
            throw new CannotExchange(
                    name + " is a workbook. Open it in the program that made it, choose the sheet, and save that "
                            + "as CSV (in Excel: CSV UTF-8).");
        }
        if (text.indexOf('\0') >= 0) {
            throw new CannotExchange(name + " isn't a text. Save it as CSV, or as iCalendar.");
        }
        String beginning = text.stripLeading();
        if (beginning.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR")) {
            return Calendars.read(name, text);
        }
        if (beginning.startsWith("{") || beginning.startsWith("[")) {
            return JsonSheets.read(name, text, choices.day());
        }
        return CsvSheet.read(name, written, choices.map());
    }
}
