package dev.almanac.exchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Categories;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calendars in the format of RFC 5545 (.ics), as Google, Apple and Outlook write them. */
final class Calendars {
    private static final Pattern BEGINNING = Pattern.compile("(?i)BEGIN:VEVENT\\s*");

    /** Marks the ids of events that we wrote, so that they are known again. */
    static final String OURS = "@almanac";

    static Sheet read(String file, String text) {
        List<ICalendar> calendars;
        try {
            calendars = Biweekly.parse(new StringReader(text)).all();
        } catch (IOException e) {
            throw new CannotExchange(file + " can't be read as a calendar (" + e.getMessage() + ").");
        }
        List<VEvent> events =
                calendars.stream().flatMap(one -> one.getEvents().stream()).toList();
        List<Integer> lines = lines(text);
        boolean areTold = lines.size() == events.size();
        List<Row> rows = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String where = areTold ? "line " + lines.get(i) : "event " + (i + 1);
            VEvent event = events.get(i);
            if (isOfToday(event)) {
                refused.add(where + ": “" + text(event.getSummary())
                        + "” comes again more often than every year, so that it " + "isn't an event of history");
            } else {
                rows.add(row(where, event));
            }
        }
        if (events.isEmpty()) {
            throw new CannotExchange(file + " is a calendar without an event.");
        }
        return new Sheet("a calendar (iCalendar)", rows, refused, List.of(), origin(calendars));
    }

    /** The lines on which its events begin, from 1. */
    private static List<Integer> lines(String text) {
        String[] all = text.split("\\r\\n|\\r|\\n", -1);
        return IntStream.range(0, all.length)
                .filter(i -> BEGINNING.matcher(all[i]).matches())
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static Origin origin(List<ICalendar> calendars) {
        return calendars.stream()
                .flatMap(calendar -> Optional.ofNullable(calendar.getExperimentalProperty("X-WR-CALNAME")).stream())
                .map(name -> new Origin(
                        name.getValue() == null ? "" : name.getValue().strip(), "", "", ""))
                .findFirst()
                .orElse(Origin.UNKNOWN);
    }

    private static boolean isOfToday(VEvent event) {
        RecurrenceRule rule = event.getRecurrenceRule();
        return rule != null && rule.getValue() != null && rule.getValue().getFrequency() != Frequency.YEARLY;
    }

    private static Row row(String where, VEvent event) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Optional<LocalDate> start = day(event.getDateStart());
        start.ifPresent(day -> cells.put(Column.DATE, day.toString()));
        day(event.getDateEnd())
                .map(end -> isWholeDay(event.getDateEnd()) ? end.minusDays(1) : end)
                .filter(end -> start.isPresent() && end.isAfter(start.get()))
                .ifPresent(end -> cells.put(Column.END, end.toString()));
        put(cells, Column.TITLE, text(event.getSummary()));
        put(cells, Column.TEXT, text(event.getDescription()));
        put(cells, Column.PLACES, text(event.getLocation()));
        put(cells, Column.URL, text(event.getUrl()));
        put(
                cells,
                Column.CATEGORIES,
                event.getCategories().stream()
                        .map(Categories::getValues)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(";")));
        String uid = text(event.getUid());
        if (uid.endsWith(OURS)) {
            put(cells, Column.ID, uid.substring(0, uid.length() - OURS.length()));
        }
        return new Row(where, cells);
    }

    private static void put(Map<Column, String> cells, Column column, String text) {
        if (!text.isBlank()) {
            cells.put(column, text);
        }
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    /** As written, whatever the zone: the day on which it happened where it happened. */
    private static Optional<LocalDate> day(@Nullable DateOrDateTimeProperty property) {
        ICalDate date = property == null ? null : property.getValue();
        DateTimeComponents raw = date == null ? null : date.getRawComponents();
        if (raw == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isWholeDay(@Nullable DateOrDateTimeProperty property) {
        return property != null
                && property.getValue() != null
                && !property.getValue().hasTime();
    }

    private Calendars() {}
}
