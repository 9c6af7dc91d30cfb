package dev.almanac.lookup;

import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What people can ask this timeline, for usages and for what works after a mistake. Each finds something, except in an empty timeline,
 * where they only show how to ask.
 *
 * @param years that a range may have; the first by itself is a year with events
 * @param earliest the first year of a timeline that begins before Christ; it counts a year 0
 * @param day that has events, or 1 January where no day is known
 * @param word of an event's title, folded
 * @param searches what can be searched for, one word first; at least one
 */
public record Examples(Years years, Optional<Integer> earliest, MonthDay day, String word, List<String> searches) {
    /** So many turning points make a year worth asking for. */
    private static final int MANY = 3;

    private static final int YEARS_AFTER = 3;
    private static final int FIRST_DECADE = 1000;
    private static final int TITLES_READ = 100;

    /** A word that is typed and found as it stands. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{4,24}");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+)+");
    private static final int LONGEST_NAME = 40;

    /** The year of an empty timeline's examples. */
    private static final int ANY_YEAR = 1900;

    public Examples {
        searches = List.copyOf(searches);
    }

    /**
     * Chosen among the weightiest events that aren't sensitive: the earliest year that has three of them, else the one with most; its first
     * day; and of those whose title begins with a person, the one with the shortest title.
     */
    public static Examples of(Timeline timeline) {
        List<HistoryEvent> best = best(timeline);
        Optional<HistoryEvent> lead = lead(best);
        Optional<LocalDate> day = Stream.of(lead.stream(), best.stream(), timeline.events().stream())
                .flatMap(events -> events)
                .flatMap(event -> event.date().days().stream())
                .findFirst();
        int year = lead.map(event -> event.date().firstDay().getYear()).orElse(ANY_YEAR);
        String word = Stream.of(lead.stream(), best.stream(), timeline.events().stream())
                .flatMap(events -> events.limit(TITLES_READ).map(HistoryEvent::title))
                .flatMap(title -> word(title).stream())
                .findFirst()
                .or(() -> word(timeline.head().title()))
                .orElse("history");
        return new Examples(
                new Years(year, Math.min(Years.LATEST, year + YEARS_AFTER)),
                timeline.years().map(Years::first).filter(first -> first <= 0),
                day.map(MonthDay::from).orElse(MonthDay.of(1, 1)),
                word,
                best.stream()
                        .filter(event -> person(event).isPresent())
                        .min(Comparator.comparingInt(event -> event.title().length()))
                        .map(event -> searches(person(event).orElseThrow(), event))
                        .orElse(List.of(word)));
    }

    private static List<HistoryEvent> best(Timeline timeline) {
        Predicate<HistoryEvent> known = event -> !event.date().isOpen();
        return Stream.of(known.and(event -> !event.sensitive()), known)
                .flatMap(fit -> IntStream.iterate(
                                HistoryEvent.MOST_WEIGHT,
                                weight -> weight >= HistoryEvent.LEAST_WEIGHT,
                                weight -> weight - 1)
                        .mapToObj(weight -> timeline.any(weight, null, null).stream()
                                .filter(fit)
                                .toList()))
                .filter(events -> !events.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The first event of the year to ask for, one whose day is known if there is any. */
    private static Optional<HistoryEvent> lead(List<HistoryEvent> best) {
        TreeMap<Integer, List<HistoryEvent>> byYear = best.stream()
                .collect(Collectors.groupingBy(
                        event -> event.date().firstDay().getYear(), TreeMap::new, Collectors.toList()));
        return byYear.values().stream()
                .filter(events -> events.size() >= MANY)
                .findFirst()
                .or(() -> byYear.values().stream().max(Comparator.comparingInt(List::size)))
                .map(events -> events.stream()
                        .filter(event -> !event.date().days().isEmpty())
                        .findFirst()
                        .orElse(events.get(0)));
    }

    /** The last name in a title, else its longest word. */
    private static Optional<String> word(String title) {
        List<String> words = Arrays.stream(title.split("\\s+"))
                .map(word -> word.replaceAll("^\\p{P}+|\\p{P}+$", ""))
                .toList();
        Optional<String> name = words.stream()
                .skip(1)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
                .map(Folding::of)
                .filter(WORD.asMatchPredicate())
                .reduce((before, last) -> last);
        return name.or(() -> words.stream()
                .map(Folding::of)
                .filter(WORD.asMatchPredicate())
                .max(Comparator.comparingInt(String::length)));
    }

    /** The person that an event's title begins with, where the last name can be typed. */
    private static Optional<String> person(HistoryEvent event) {
        return event.people().stream()
                .filter(person -> event.title().startsWith(person + " "))
                .filter(person -> WORD.matcher(lastName(person)).matches())
                .findFirst();
    }

    private static String lastName(String person) {
        return Folding.of(person.substring(person.lastIndexOf(' ') + 1));
    }

    private static List<String> searches(String person, HistoryEvent event) {
        String name = Folding.of(person);
        String lastName = lastName(person);
        int year = event.date().firstDay().getYear();
        Stream<String> whole = Stream.of(name)
                .filter(any -> any.length() <= LONGEST_NAME && NAME.matcher(any).matches())
                .map(any -> "\"" + any + "\"");
        Stream<String> dated = Stream.of(lastName + " " + year)
                .filter(any -> year >= FIRST_DECADE && !event.date().days().isEmpty());
        return Stream.of(Stream.of(lastName), whole, dated).flatMap(all -> all).toList();
    }

    /** A call of {@code /year}. */
    String year() {
        return "/year " + first();
    }

    /** A call of {@code /timeline}. */
    String span() {
        return "/timeline from:" + first() + " to:" + last();
    }

    /** Calls of {@code /year} with all that it takes. */
    String everyYear() {
        return choice(everyPeriod().map(period -> "/year " + period).toList());
    }

    /** What can be typed for years, with commas between. */
    String periods() {
        return everyPeriod().collect(Collectors.joining(", "));
    }

    private Stream<String> everyPeriod() {
        return Stream.of(
                        Stream.of(first(), written(years)),
                        decade().stream(),
                        earliest.stream().map(year -> written(Years.of(year))))
                .flatMap(all -> all)
                .distinct();
    }

    /** A year that something can be looked for from. */
    String first() {
        return written(Years.of(years.first()));
    }

    /** A year that something can be looked for up to. */
    String last() {
        return written(Years.of(years.last()));
    }

    /** Options that narrow the years. */
    String scopes() {
        String both = "from:" + first() + " to:" + last();
        return decade().map(decade -> both + " or from:" + decade).orElse(both);
    }

    /** Empty where it could be the name of a century, like 1800s. */
    private Optional<String> decade() {
        return Optional.of(years.first())
                .filter(year -> year >= FIRST_DECADE && year % 100 >= 10)
                .map(year -> year - year % 10 + "s");
    }

    private static String written(Years years) {
        return new InYears(years).written();
    }

    /** A call of {@code /onthisday}. */
    String onThisDay() {
        return "/onthisday month:" + new InMonth(day.getMonth()).written() + " day:" + day.getDayOfMonth();
    }

    /** A call of {@code /search}. */
    String search() {
        return "/search " + searches.get(0);
    }

    /** Calls of {@code /search} with all that it takes. */
    String everySearch() {
        return choice(searches.stream().map(words -> "/search " + words).toList());
    }

    /** A call of {@code /event}. */
    String event() {
        return "/event " + word;
    }

    private static String choice(List<String> all) {
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
