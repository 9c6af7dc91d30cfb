package dev.almanac.exchange;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A timeline as a sheet that {@link CsvSheet} reads back: a row for each event, a column for each field that any event has. The
 * head isn't in it, but for the titles of categories, eras and sources that events name.
 */
public final class CsvExport {
    /** Excel takes a sheet for UTF-8 only if it begins with it. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Registers registers;
    private final SourceCells sources;
    private final Timeline timeline;

    private CsvExport(Timeline timeline) {
        this.timeline = timeline;
        this.registers = new Registers(timeline.head());
        this.sources = new SourceCells(registers, Origin.UNKNOWN, "");
    }

    /** The whole sheet: commas, CRLF, quotation marks where a cell needs them (RFC 4180). */
    public static String of(Timeline timeline) {
        return new CsvExport(timeline).text();
    }

    private String text() {
        List<Map<Column, String>> rows =
                timeline.events().stream().map(this::cells).toList();
        List<Column> columns = Stream.of(Column.values())
                .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column)))
                .toList();
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            printer.printRecord(columns.stream().map(Column::word));
            for (Map<Column, String> row : rows) {
                printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
            }
        } catch (IOException e) {
            // A text is in memory, so there is nothing to fail.
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Map<Column, String> cells(HistoryEvent event) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        put(cells, Column.ID, event.id());
        put(cells, Column.DATE, event.date().toString());
        put(cells, Column.DATE_TEXT, event.dateText());
        put(cells, Column.OLD_STYLE, Objects.toString(event.oldStyle(), ""));
        put(cells, Column.TITLE, event.title());
        put(cells, Column.TEXT, event.text());
        put(cells, Column.NOTE, event.note());
        put(
                cells,
                Column.CATEGORIES,
                String.join("; ", event.categories().stream().map(this::name).toList()));
        put(cells, Column.PEOPLE, String.join("; ", event.people()));
        put(cells, Column.PLACES, String.join("; ", event.places()));
        put(cells, Column.ERA, Optional.ofNullable(event.era()).map(this::name).orElse(""));
        put(cells, Column.SENSITIVE, event.sensitive() ? "yes" : "");
        put(
                cells,
                Column.CONFIDENCE,
                event.confidence() == Confidence.HIGH
                        ? ""
                        : event.confidence().name().toLowerCase(Locale.ROOT));
        put(cells, Column.WEIGHT, event.weight() == HistoryEvent.USUAL_WEIGHT ? "" : String.valueOf(event.weight()));
        put(cells, Column.FORMERLY, String.join("; ", event.formerly()));
        put(cells, Column.SOURCES, sources.written(event.sources()));
        Image image = event.image();
        if (image != null) {
            put(cells, Column.IMAGE_URL, image.url());
            put(cells, Column.IMAGE_ALT, image.alt());
            put(cells, Column.IMAGE_CREDIT, image.credit());
            put(cells, Column.IMAGE_LICENCE, image.licence());
        }
        put(cells, Column.FACTS, String.join("; ", event.facts()));
        return cells;
    }

    /** The title where it is read back as the same, else the id. */
    private String name(Category category) {
        return isPlain(category.title()) && registers.category(category.title()).equals(category)
                ? category.title()
                : category.id();
    }

    private String name(Era era) {
        return registers.era(era.title()).equals(era) ? era.title() : era.id();
    }

    private static boolean isPlain(String title) {
        return title.chars().noneMatch(character -> ",;|\n".indexOf(character) >= 0);
    }

    private static void put(Map<Column, String> cells, Column column, String text) {
        if (!text.isEmpty()) {
            cells.put(column, text);
        }
    }
}
