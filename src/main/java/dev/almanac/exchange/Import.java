package dev.almanac.exchange;

import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Brings the rows of one file into a timeline. Nothing is written; what comes out is a timeline that {@code check} finds
 * nothing wrong with, and a note of what became of each row.
 *
 * <p>A row that can't be used is left out and told, the others are taken. An event that the timeline has already is changed to
 * what its row says, and keeps its id and whatever the row doesn't mention.
 */
public final class Import {
    private final Sheet sheet;
    private final Choices choices;
    private final UnaryOperator<Origin> ask;
    private final Registers registers;
    private final KnownEvents known;
    private final Map<String, HistoryEvent> events = new LinkedHashMap<>();
    private final EventIds ids;
    private final Tally mended = new Tally();
    private final List<String> refused = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final String file;
    private final TimelineHead head;
    private final Timeline before;
    private Optional<Origin> asked = Optional.empty();
    private int doubled;
    private int added;
    private int changed;
    private int unchanged;

    /**
     * What an import came to.
     *
     * @param timeline with everything that could be taken
     */
    public record Result(Timeline timeline, ImportNote note) {}

    /**
     * @param file its name, for messages
     * @param ask what to take as the source of events that name none, given what is known of it; called once or never
     */
    private Import(String file, Sheet sheet, Timeline before, Choices choices, UnaryOperator<Origin> ask) {
        this.file = file;
        this.sheet = sheet;
        this.choices = choices;
        this.ask = ask;
        this.before = before;
        this.head = before.head();
        this.registers = new Registers(head);
        this.known = new KnownEvents(before.events());
        Set<String> taken = new HashSet<>();
        for (HistoryEvent event : before.events()) {
            events.put(event.id(), event);
            taken.add(event.id());
            taken.addAll(event.formerly());
        }
        this.ids = new EventIds(taken);
    }

    static Result of(String file, Sheet sheet, Timeline before, Choices choices, UnaryOperator<Origin> ask) {
        return new Import(file, sheet, before, choices, ask).result();
    }

    private record Known(Row row, RowReader.Core core, Optional<HistoryEvent> event) {}

    private Result result() {
        remarks.addAll(sheet.remarks());
        refused.addAll(sheet.refused());
        SheetDates order = SheetDates.of(sheet.rows(), choices.order());
        tellOrder(order);
        RowReader reader = new RowReader(
                registers,
                new RowDates(new DateText(order.order(), new MonthNames(choices.language()))),
                choices.category().isEmpty() ? "Event" : choices.category(),
                () -> origin(),
                new SourceCells(registers, sheet.origin(), choices.origin().licence()),
                mended);
        List<Known> rows = new ArrayList<>();
        Set<String> notTaken = new HashSet<>();
        Set<RowReader.Core> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            try {
                RowReader.Core core = reader.core(row);
                if (!seen.add(new RowReader.Core("", core.date(), core.title(), core.text(), core.hasText()))) {
                    doubled++;
                    notTaken.add(row.where());
                    continue;
                }
                rows.add(new Known(row, core, Optional.empty()));
            } catch (Unfit e) {
                refuse(row, e, notTaken);
            }
        }
        for (Known found : recognised(rows)) {
            take(reader, found, order, notTaken);
        }
        Collection<HistoryEvent> all = events.values();
        Timeline timeline = new Timeline(registers.in(head, all), all);
        tellOrigin();
        return new Result(timeline, note(notTaken));
    }

    private void tellOrder(SheetDates order) {
        if (SheetDates.hasNumbers(sheet.rows())
                && order.isShown()
                && !order.proof().isEmpty()) {
            remarks.add("Dates are read " + order.order().words() + ", as " + order.proof() + ".");
        } else if (SheetDates.hasNumbers(sheet.rows()) && !order.isShown()) {
            remarks.add("Dates are read " + order.order().words()
                    + "; the file doesn't show whether that is right. --dates "
                    + order.order().other() + " reads them the other way.");
        }
    }

    /** Each row with the event that it tells once more, the surest first: so a later row can't take what is an earlier one's. */
    private List<Known> recognised(List<Known> rows) {
        Map<Integer, HistoryEvent> found = new HashMap<>();
        List<Function<RowReader.Core, Optional<HistoryEvent>>> ways = List.of(
                core -> core.id().isEmpty() ? Optional.empty() : known.find(core.id()),
                core -> core.id().isEmpty() ? known.find(core.title(), core.date()) : Optional.empty(),
                core -> core.id().isEmpty() && !sheet.daysAreSure()
                        ? known.findByTitle(core.title(), core.date(), core.text())
                        : Optional.empty(),
                core -> core.id().isEmpty() ? known.findByText(core.date(), core.text()) : Optional.empty());
        for (var way : ways) {
            for (int i = 0; i < rows.size(); i++) {
                if (!found.containsKey(i)) {
                    Optional<HistoryEvent> event = way.apply(rows.get(i).core());
                    int number = i;
                    event.ifPresent(one -> {
                        known.isFound(one);
                        found.put(number, one);
                    });
                }
            }
        }
        List<Known> recognised = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            recognised.add(new Known(rows.get(i).row(), rows.get(i).core(), Optional.ofNullable(found.get(i))));
        }
        return recognised;
    }

    private void take(RowReader reader, Known row, SheetDates order, Set<String> notTaken) {
        try {
            String given = row.core().id();
            String id = row.event().map(HistoryEvent::id).orElse(given.isEmpty() || ids.isTaken(given) ? "new" : given);
            HistoryEvent event = reader.sound(row.row(), row.core(), id, row.event());
            if (row.event().isEmpty()) {
                String own = id.equals("new") ? ids.give(event.title(), event.date()) : id;
                ids.take(own);
                events.put(own, reader.event(row.row(), row.core(), own, Optional.empty()));
                added++;
            } else if (event.equals(row.event().get())) {
                unchanged++;
            } else {
                events.put(id, event);
                changed++;
            }
            String written = row.row().cell(Column.DATE).strip();
            if (order.isDoubtful(written)) {
                doubtful.add(row.row().where() + ": “" + written + "” is read as "
                        + row.core().date());
            }
        } catch (Unfit e) {
            refuse(row.row(), e, notTaken);
        }
    }

    private void refuse(Row row, Unfit reason, Set<String> notTaken) {
        refused.add(row.where() + ": " + reason.getMessage());
        notTaken.add(row.where());
    }

    /** The source of events that name none: as told, else as it was the last time, else as somebody answers. */
    private Origin origin() {
        if (asked.isEmpty()) {
            Origin told = choices.origin().or(sheet.origin());
            Origin otherwise = new Origin(file, "", "", "");
            asked = Optional.of(
                    !told.title().isEmpty()
                            ? told
                            : usualBefore()
                                    .map(source -> new Origin(
                                            source.title(), source.publisher(), source.url(), source.licence()))
                                    .orElseGet(() -> ask.apply(told).or(otherwise)));
        }
        return asked.orElseThrow();
    }

    /** The source that most events rest on which this file has told before. */
    private Optional<Source> usualBefore() {
        Map<Source, Long> counts = new LinkedHashMap<>();
        before.events().stream()
                .filter(known::wasFound)
                .flatMap(event -> event.sources().stream().limit(1))
                .map(Citation::source)
                .forEach(source -> counts.merge(source, 1L, Long::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private void tellOrigin() {
        asked.ifPresent(origin -> remarks.add("Source of what names none: “" + origin.title() + "”, licence: "
                + (origin.licence().isEmpty() ? Beginning.NO_LICENCE : origin.licence()) + "."
                + (origin.title().equals(file) || origin.licence().isEmpty()
                        ? " Say it better with --source and --licence; of events imported before, under “sources” in the timeline."
                        : "")));
    }

    private ImportNote note(Set<String> notTaken) {
        return new ImportNote(
                file,
                sheet.kind(),
                remarks,
                refused,
                doubled,
                doubtful,
                mended.lines(notTaken),
                mended.rows(notTaken),
                added,
                changed,
                unchanged);
    }
}
