package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events that a timeline has already, found again when they come once more. A row is the event of its id, else that of
 * its title and date, else that of its title where only one has it and it isn't likely another, else that of its date and text. Each is found once.
 */
final class KnownEvents {
    private final Map<String, HistoryEvent> byId = new LinkedHashMap<>();
    private final Map<String, List<HistoryEvent>> byKey = new HashMap<>();
    private final Map<String, String> leadsTo = new HashMap<>();
    private final Set<String> found = new HashSet<>();

    KnownEvents(Collection<HistoryEvent> events) {
        for (HistoryEvent event : events) {
            byId.put(event.id(), event);
            event.formerly().forEach(former -> leadsTo.put(former, event.id()));
            for (String key : List.of(
                    titleAndDate(event.title(), event.date()),
                    title(event.title()),
                    dateAndText(event.date(), event.text()))) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(event);
            }
        }
    }

    private static String titleAndDate(String title, HistoricalDate date) {
        return "1 " + date + " " + Folding.of(title);
    }

    private static String title(String title) {
        return "2 " + Folding.of(title);
    }

    private static String dateAndText(HistoricalDate date, String text) {
        return "3 " + date + " " + Folding.of(text);
    }

    Optional<HistoryEvent> find(String id) {
        HistoryEvent found = byId.get(leadsTo.getOrDefault(id, id));
        return Optional.ofNullable(found).filter(this::isFree);
    }

    Optional<HistoryEvent> find(String title, HistoricalDate date) {
        return first(titleAndDate(title, date));
    }

    /**
     * Only where one event alone has the title, and besides it the text, or the year or the day of the year: else it may be
     * what happened again at another time.
     */
    Optional<HistoryEvent> findByTitle(String title, HistoricalDate date, String text) {
        List<HistoryEvent> named = byKey.getOrDefault(title(title), List.of()).stream()
                .filter(this::isFree)
                .toList();
        return only(named, event -> isSame(event, text)).or(() -> only(named, event -> isNear(event.date(), date)));
    }

    private static Optional<HistoryEvent> only(List<HistoryEvent> events, Predicate<HistoryEvent> which) {
        List<HistoryEvent> found = events.stream().filter(which).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isNear(HistoricalDate one, HistoricalDate other) {
        LocalDate day = one.firstDay();
        return day.getYear() == other.firstDay().getYear()
                || MonthDay.from(day).equals(MonthDay.from(other.firstDay()));
    }

    private static boolean isSame(HistoryEvent event, String text) {
        return Folding.of(event.text()).equals(Folding.of(text))
                && !event.text().equals(event.title());
    }

    Optional<HistoryEvent> findByText(HistoricalDate date, String text) {
        return byKey.getOrDefault(dateAndText(date, text), List.of()).size() == 1
                ? first(dateAndText(date, text))
                : Optional.empty();
    }

    private Optional<HistoryEvent> first(String key) {
        return byKey.getOrDefault(key, List.of()).stream().filter(this::isFree).findFirst();
    }

    private boolean isFree(HistoryEvent event) {
        return !found.contains(event.id());
    }

    boolean wasFound(HistoryEvent event) {
        return !isFree(event);
    }

    /** It has come again, as this or otherwise. */
    void isFound(HistoryEvent event) {
        found.add(event.id());
    }
}
