package dev.almanac.timeline;

import dev.almanac.timeline.HistoricalDate.Rank;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every event we know, arranged so that each question is one look-up. Never changes once built, so any number of threads
 * may ask at once. The lists it returns are views, cheap to make however long they are.
 */
public final class Timeline {
    private final TimelineHead head;
    private final List<HistoryEvent> events;
    private final Map<String, HistoryEvent> byId = new LinkedHashMap<>();
    private final Map<String, HistoryEvent> byFormerId = new HashMap<>();
    private final NavigableMap<MonthDay, List<HistoryEvent>> byDay = new TreeMap<>();
    private final Map<Month, List<HistoryEvent>> byMonth = new EnumMap<>(Month.class);
    private final Map<Month, List<HistoryEvent>> withoutDay = new EnumMap<>(Month.class);
    private final List<List<HistoryEvent>> byWeight = new ArrayList<>();
    private final Map<String, List<List<HistoryEvent>>> byCategory = new HashMap<>();
    private final KeyIndex byKey;
    private final YearIndex byYear = new YearIndex();
    private final NavigableSet<Integer> firstYears = new TreeSet<>();
    private final NavigableSet<Integer> lastYears = new TreeSet<>();

    /** Refuses two events of one id, present or former. */
    public Timeline(TimelineHead head, Collection<HistoryEvent> events) {
        this.head = head;
        this.events = events.stream().sorted().toList();
        byWeight.addAll(noneOfEachWeight());
        this.events.forEach(this::add);
        this.events.forEach(this::addFormerIds);
        this.byKey = new KeyIndex(this.events);
        byDay.forEach((day, found) -> found.stream()
                .filter(event -> MonthDay.from(event.date().firstDay()).equals(day))
                .forEach(event -> byMonth.computeIfAbsent(day.getMonth(), none -> new ArrayList<>())
                        .add(event)));
    }

    private void addFormerIds(HistoryEvent event) {
        for (String id : event.formerly()) {
            if (byId.containsKey(id) || byFormerId.put(id, event) != null) {
                throw new IllegalArgumentException("two events have or had the id " + id);
            }
        }
    }

    private void add(HistoryEvent event) {
        if (byId.put(event.id(), event) != null) {
            throw new IllegalArgumentException("two events have the id " + event.id());
        }
        HistoricalDate date = event.date();
        date.days().stream()
                .map(MonthDay::from)
                .distinct()
                .forEach(day ->
                        byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(event));
        int weight = event.weight() - HistoryEvent.LEAST_WEIGHT;
        byWeight.get(weight).add(event);
        event.categories().stream()
                .map(Category::id)
                .distinct()
                .forEach(category -> byCategory
                        .computeIfAbsent(category, none -> noneOfEachWeight())
                        .get(weight)
                        .add(event));
        byYear.add(event);
        if (!date.isOpen()) {
            firstYears.add(date.firstDay().getYear());
            lastYears.add(date.lastDay().getYear());
            monthsOf(date)
                    .forEach(month -> withoutDay
                            .computeIfAbsent(month, none -> new ArrayList<>())
                            .add(event));
        }
    }

    private static List<List<HistoryEvent>> noneOfEachWeight() {
        return IntStream.rangeClosed(HistoryEvent.LEAST_WEIGHT, HistoryEvent.MOST_WEIGHT)
                .<List<HistoryEvent>>mapToObj(weight -> new ArrayList<>())
                .toList();
    }

    /** The months that a date belongs to though it belongs to no day: a month, a season, or a span of less than a year. */
    private static Stream<Month> monthsOf(HistoricalDate date) {
        boolean knowsMonth = date.rank() != Rank.DAYS && date.months() < 12;
        return knowsMonth
                ? Stream.iterate(date.firstDay(), month -> month.plusMonths(1))
                        .limit(date.months())
                        .map(LocalDate::getMonth)
                : Stream.empty();
    }

    public TimelineHead head() {
        return head;
    }

    /** All events, by date. */
    public List<HistoryEvent> events() {
        return events;
    }

    /** The event of an id, or the one that it was merged into: an id that was published never dies. */
    public Optional<HistoryEvent> byId(String id) {
        return Optional.ofNullable(byId.getOrDefault(id, byFormerId.get(id)));
    }

    /**
     * The event that has this key, by its id or by one that it had. Two of one key are refused in a file; elsewhere the earlier
     * event is meant.
     */
    public Optional<HistoryEvent> byKey(String key) {
        return EventKey.parse(key).flatMap(byKey::at);
    }

    /** The events that began or ended on this day of some year, oldest first; empty when we know none. */
    public List<HistoryEvent> on(MonthDay day) {
        return view(byDay.get(day));
    }

    /** The nearest earlier day of the year that has events, wrapping round at New Year; empty when no other day has any. */
    public Optional<MonthDay> dayBefore(MonthDay day) {
        MonthDay before = byDay.lowerKey(day);
        return Optional.ofNullable(before != null ? before : byDay.isEmpty() ? null : byDay.lastKey())
                .filter(found -> !found.equals(day));
    }

    /** The nearest later day of the year that has events, wrapping round at New Year; empty when no other day has any. */
    public Optional<MonthDay> dayAfter(MonthDay day) {
        MonthDay after = byDay.higherKey(day);
        return Optional.ofNullable(after != null ? after : byDay.isEmpty() ? null : byDay.firstKey())
                .filter(found -> !found.equals(day));
    }

    /** The events that began in a month of any year, day by day; those whose day isn't known are left out. */
    public List<HistoryEvent> in(Month month) {
        return view(byMonth.get(month));
    }

    /** The events known to have happened in this month of some year, on a day that isn't known; by date. */
    public List<HistoryEvent> withoutDay(Month month) {
        return view(withoutDay.get(month));
    }

    /**
     * The events of a year: exact days, then months and whole years, then ranges, shorter first. For several years what
     * lies wholly inside them comes first, by date; the rest follows in that order. Open ranges are left out.
     */
    public List<HistoryEvent> in(Years years) {
        return byYear.in(years);
    }

    /** All events that begin in these years, by date. */
    public List<HistoryEvent> beginningIn(Years years) {
        return YearIndex.beginningIn(events, years);
    }

    /** How many events open at one end may have gone on in these years. */
    public int openIn(Years years) {
        return byYear.openIn(years);
    }

    /** The nearest year before that has events. */
    public Optional<Integer> yearBefore(Years years) {
        return Optional.ofNullable(lastYears.lower(years.first()));
    }

    /** The nearest year after that has events. */
    public Optional<Integer> yearAfter(Years years) {
        return Optional.ofNullable(firstYears.higher(years.last()));
    }

    /** The years in which some event begins, in order. */
    public NavigableSet<Integer> beginnings() {
        return Collections.unmodifiableNavigableSet(firstYears);
    }

    /** The years from the first to the last that a date with both ends is known of; empty for an empty timeline. */
    public Optional<Years> years() {
        return firstYears.isEmpty() ? Optional.empty() : Optional.of(new Years(firstYears.first(), lastYears.last()));
    }

    /**
     * All events of a weight that match, by date; chance chooses among them.
     *
     * @param category its id; null for any
     * @param years in which the event begins; null for any
     */
    public List<HistoryEvent> any(int weight, @Nullable String category, @Nullable Years years) {
        List<List<HistoryEvent>> byWeights =
                category == null ? byWeight : byCategory.getOrDefault(category, noneOfEachWeight());
        List<HistoryEvent> found = view(byWeights.get(weight - HistoryEvent.LEAST_WEIGHT));
        return years == null ? found : YearIndex.beginningIn(found, years);
    }

    private static List<HistoryEvent> view(@Nullable List<HistoryEvent> found) {
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }
}
