package dev.almanac.exchange;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.InvalidDate;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.WordId;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an event of a row, and of what is known of that event already: what the row says goes before. */
final class RowReader {
    private static final int MOST_CATEGORIES = 3;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 100;
    private static final Pattern ITEMS = Pattern.compile("[;\\n]");
    private static final Pattern SHORT_ITEMS = Pattern.compile("[,;|\\n]");
    private static final Set<String> YES =
            Set.of("true", "yes", "y", "1", "x", "ja", "oui", "si", "sí", "sim", "tak", "да");
    private static final Set<String> NO =
            Set.of("", "false", "no", "n", "0", "nein", "non", "não", "nie", "nej", "нет");

    private final Registers registers;
    private final RowDates dates;
    private final String usualCategory;
    private final Supplier<Origin> origin;
    private final SourceCells sources;
    private final Tally mended;

    /** @param origin of events that name no source; asked for when the first one needs it */
    RowReader(
            Registers registers,
            RowDates dates,
            String usualCategory,
            Supplier<Origin> origin,
            SourceCells sources,
            Tally mended) {
        this.registers = registers;
        this.dates = dates;
        this.usualCategory = usualCategory;
        this.origin = origin;
        this.sources = sources;
        this.mended = mended;
    }

    /** What a row says that its event is found again by. */
    record Core(String id, HistoricalDate date, String title, String text, boolean hasText) {}

    /** @throws Unfit when it has no date, or neither a title nor a text */
    Core core(Row row) throws Unfit {
        HistoricalDate date = dates.date(row);
        String text = text(row, Column.TEXT);
        String written = text(row, Column.TITLE).replaceAll("\\s*\\n\\s*", " ");
        if (written.isEmpty() && text.isEmpty()) {
            throw new Unfit("it has no title");
        }
        String title = written.isEmpty()
                ? Cut.title(text, HistoryEvent.LONGEST_TITLE)
                : Cut.words(written, HistoryEvent.LONGEST_TITLE);
        if (title.endsWith("…") && !written.endsWith("…")) {
            mended.add(
                    "titles cut to " + HistoryEvent.LONGEST_TITLE + " characters, the whole is in the text",
                    row.where());
        }
        String whole = text.isEmpty() ? written : text;
        if (!written.isEmpty() && Cut.isLonger(written, HistoryEvent.LONGEST_TITLE) && !text.isEmpty()) {
            whole = written + "\n" + text;
        }
        if (Cut.isLonger(whole, HistoryEvent.LONGEST_TEXT)) {
            mended.add("texts cut to " + HistoryEvent.LONGEST_TEXT + " characters", row.where());
        }
        return new Core(
                WordId.of(row.cell(Column.ID)),
                date,
                title,
                Cut.sentences(whole, HistoryEvent.LONGEST_TEXT),
                !text.isEmpty() || Cut.isLonger(written, HistoryEvent.LONGEST_TITLE));
    }

    /** @throws Unfit when the event would not be sound, whatever its id */
    HistoryEvent sound(Row row, Core core, String id, Optional<HistoryEvent> known) throws Unfit {
        HistoryEvent event = event(row, core, id, known);
        List<Problem> problems = TimelineFile.problemsOf(event);
        if (!problems.isEmpty()) {
            Problem first = problems.get(0);
            throw new Unfit("its " + first.field() + " " + first.wrong());
        }
        return event;
    }

    /** The event that is made of a row, not judged as a whole. */
    HistoryEvent event(Row row, Core core, String id, Optional<HistoryEvent> known) throws Unfit {
        List<Citation> citations = citations(row, known);
        return new HistoryEvent(
                id,
                core.date(),
                row.has(Column.DATE_TEXT)
                        ? text(row, Column.DATE_TEXT)
                        : known.map(HistoryEvent::dateText).orElse(""),
                oldStyle(row, core, known),
                core.title(),
                core.hasText() ? core.text() : known.map(HistoryEvent::text).orElse(core.text()),
                row.has(Column.NOTE) ? note(row) : known.map(HistoryEvent::note).orElse(""),
                categories(row, known),
                names(row, Column.PEOPLE, known.map(HistoryEvent::people)),
                names(row, Column.PLACES, known.map(HistoryEvent::places)),
                era(row, known),
                row.has(Column.SENSITIVE)
                        ? flag(row)
                        : known.map(HistoryEvent::sensitive).orElse(false),
                citations.isEmpty() ? Confidence.UNVERIFIED : confidence(row, known),
                row.has(Column.WEIGHT)
                        ? weight(row)
                        : known.map(HistoryEvent::weight).orElse(HistoryEvent.USUAL_WEIGHT),
                row.has(Column.FORMERLY)
                        ? items(row, Column.FORMERLY, SHORT_ITEMS)
                        : known.map(HistoryEvent::formerly).orElse(List.of()),
                image(row, known),
                citations,
                row.has(Column.FACTS)
                        ? items(row, Column.FACTS, SHORT_ITEMS)
                        : known.map(HistoryEvent::facts).orElse(List.of()));
    }

    /** A cell as the format has texts: cleaned, and told if it had to be. */
    private String text(Row row, Column column) {
        Cleaning cleaned = Cleaning.of(row.cell(column));
        cleaned.mended().stream().sorted().forEach(kind -> mended.add(kind.words() + " taken out", row.where()));
        return cleaned.text();
    }

    private String note(Row row) {
        return Cut.sentences(text(row, Column.NOTE), HistoryEvent.LONGEST_NOTE);
    }

    private List<String> items(Row row, Column column, Pattern between) {
        return Stream.of(between.split(text(row, column)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> names(Row row, Column column, Optional<List<String>> known) {
        if (!row.has(column)) {
            return known.orElse(List.of());
        }
        List<String> names = items(row, column, ITEMS).stream()
                .map(name -> Cut.words(name, LONGEST_NAME))
                .distinct()
                .toList();
        if (names.size() > MOST_NAMES) {
            mended.add(column.word() + " beyond " + MOST_NAMES + " left out", row.where());
        }
        return names.stream().limit(MOST_NAMES).toList();
    }

    private List<Category> categories(Row row, Optional<HistoryEvent> known) {
        if (!row.has(Column.CATEGORIES)) {
            return known.map(HistoryEvent::categories).orElseGet(() -> List.of(registers.category(usualCategory)));
        }
        List<Category> all = items(row, Column.CATEGORIES, SHORT_ITEMS).stream()
                .map(registers::category)
                .distinct()
                .toList();
        if (all.size() > MOST_CATEGORIES) {
            mended.add("categories beyond " + MOST_CATEGORIES + " left out", row.where());
        }
        return all.isEmpty()
                ? List.of(registers.category(usualCategory))
                : all.stream().limit(MOST_CATEGORIES).toList();
    }

    private @Nullable Era era(Row row, Optional<HistoryEvent> known) {
        String written = text(row, Column.ERA).replace('\n', ' ');
        return written.isEmpty() ? known.map(HistoryEvent::era).orElse(null) : registers.era(written);
    }

    private static @Nullable OldStyle oldStyle(Row row, Core core, Optional<HistoryEvent> known) throws Unfit {
        if (!row.has(Column.OLD_STYLE)) {
            return known.filter(event -> event.date().equals(core.date()))
                    .map(HistoryEvent::oldStyle)
                    .orElse(null);
        }
        try {
            OldStyle read = OldStyle.parse(row.cell(Column.OLD_STYLE).strip());
            if (!read.isOf(core.date().firstDay())) {
                throw new Unfit("its old style " + read + " isn't the Julian day of " + core.date());
            }
            return read;
        } catch (InvalidDate e) {
            throw new Unfit("its old style can't be read: " + e.wrong());
        }
    }

    private static boolean flag(Row row) throws Unfit {
        String written = row.cell(Column.SENSITIVE).strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(written) && !NO.contains(written)) {
            throw new Unfit("sensitive is “" + written + "”; write yes, or nothing");
        }
        return YES.contains(written);
    }

    private static Confidence confidence(Row row, Optional<HistoryEvent> known) throws Unfit {
        String written = row.cell(Column.CONFIDENCE).strip().toUpperCase(Locale.ROOT);
        if (written.isEmpty()) {
            return known.map(HistoryEvent::confidence).orElse(Confidence.HIGH);
        }
        return Stream.of(Confidence.values())
                .filter(confidence -> confidence.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new Unfit("its confidence is “"
                        + row.cell(Column.CONFIDENCE).strip() + "”; write high, medium or unverified, or nothing"));
    }

    private static int weight(Row row) throws Unfit {
        String written = row.cell(Column.WEIGHT).strip();
        if (!written.matches("[1-3]")) {
            throw new Unfit("its weight is “" + written + "”; write 1 for routine, 3 for a turning point, or nothing");
        }
        return Integer.parseInt(written);
    }

    private @Nullable Image image(Row row, Optional<HistoryEvent> known) {
        Image before = known.map(HistoryEvent::image).orElse(null);
        boolean isWhole = Stream.of(Column.IMAGE_URL, Column.IMAGE_ALT, Column.IMAGE_CREDIT, Column.IMAGE_LICENCE)
                .allMatch(row::has);
        return isWhole
                ? new Image(
                        row.cell(Column.IMAGE_URL).strip(),
                        text(row, Column.IMAGE_ALT),
                        text(row, Column.IMAGE_CREDIT),
                        text(row, Column.IMAGE_LICENCE))
                : before;
    }

    /** Those of the row, else those it had, else the one source of the sheet; none where the row says it is unverified. */
    private List<Citation> citations(Row row, Optional<HistoryEvent> known) {
        if (row.has(Column.SOURCES)) {
            return sources.citations(row);
        }
        if (row.cell(Column.CONFIDENCE).strip().equalsIgnoreCase(Confidence.UNVERIFIED.name())) {
            return known.map(HistoryEvent::sources).orElse(List.of());
        }
        List<Citation> before = known.map(HistoryEvent::sources).orElse(List.of());
        return before.isEmpty() ? sources.at(registers.source(origin.get()), row) : sources.moved(before, row);
    }
}
