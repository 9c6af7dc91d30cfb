package dev.almanac.timeline.file;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an editor asks of a whole timeline: how its events lie over the year, the eras, the weights and the sources, how
 * many lead to a page, how many of the late ones are about space, and which days are dull or weakest. Made for 80
 * columns; only the title of an era or a category and the ids of a dull day can be wider.
 *
 * <p>A day is weaker than another if it has fewer events; if they have as many, if none of its own is surer than medium;
 * then, if its longest text has fewer words; then, if it has no event of culture, sport, science, trade, exploration,
 * people, humanitarian or space.
 */
public final class TimelineReport {
    private static final int WEAKEST = 40;

    /** A timeline of fewer events leaves most days empty, so that weak days say nothing. */
    private static final int FEW = 200;

    private static final int MOST_GAPS = 3;
    private static final String SPACE = "space";
    private static final Set<String> LIVELY =
            Set.of("culture", "sport", "science", "trade", "exploration", "people", "humanitarian", SPACE);

    private final Timeline timeline;
    private final List<String> lines = new ArrayList<>();

    private TimelineReport(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The report, each line ended; of a small timeline only what a year of it will look like. */
    public static String of(Timeline timeline) {
        return timeline.events().size() < FEW ? new TimelineReport(timeline).brief() : whole(timeline);
    }

    /** Each of its parts, however few the events are. */
    static String whole(Timeline timeline) {
        return new TimelineReport(timeline).text();
    }

    private String brief() {
        small();
        return joined();
    }

    private String joined() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String text() {
        months();
        days();
        eras();
        categories();
        weights();
        sources();
        links();
        lately();
        doubted("Unverified: no source was looked up", Confidence.UNVERIFIED);
        doubted("Medium: sources differ, or a single weak one", Confidence.MEDIUM);
        dull();
        weakest();
        return joined();
    }

    /** What a year will look like: how many days have something, in which months, and where it stays silent longest. */
    private void small() {
        List<LocalDate> full = LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2001, 1, 1))
                .filter(day -> !timeline.on(MonthDay.from(day)).isEmpty())
                .toList();
        lines.add("A year has " + full.size() + (full.size() == 1 ? " day" : " days") + " with an event, and "
                + (366 - full.size()) + " without one.");
        lines.add("Days with an event by month: "
                + Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " "
                                + full.stream()
                                        .filter(day -> day.getMonth() == month)
                                        .count())
                        .collect(Collectors.joining(", "))
                + ".");
        if (!full.isEmpty()) {
            lines.add("Longest without one: "
                    + gaps(full).stream().limit(MOST_GAPS).collect(Collectors.joining("; ")) + ".");
        }
        long undated = events(event -> event.date().days().isEmpty());
        if (undated > 0) {
            lines.add("On no day of the year, found by year and by words only: " + undated + ".");
        }
        lines.add("A daily post brings the nearest anniversary, a random event or nothing on the other days: /daily set"
                + " says which.");
    }

    /** The stretches between days with an event, round the end of the year, longest first. */
    private static List<String> gaps(List<LocalDate> full) {
        List<LocalDate> round = new ArrayList<>(full);
        round.add(full.get(0).plusYears(1));
        return IntStream.range(0, full.size())
                .boxed()
                .filter(i -> DAYS.between(round.get(i), round.get(i + 1)) > 1)
                .sorted(Comparator.comparingLong(i -> DAYS.between(round.get(i + 1), round.get(i))))
                .map(i -> name(MonthDay.from(round.get(i).plusDays(1))) + " to "
                        + name(MonthDay.from(round.get(i + 1).minusDays(1))))
                .toList();
    }

    private void heading(String words) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(words);
    }

    private void count(long number, String what) {
        lines.add(String.format(Locale.ENGLISH, "%6d  %s", number, what));
    }

    private long events(Predicate<HistoryEvent> which) {
        return timeline.events().stream().filter(which).count();
    }

    private void months() {
        heading("Events by the month they begin in");
        for (Month month : Month.values()) {
            count(timeline.in(month).size(), month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        count(events(event -> event.date().days().isEmpty()), "on no day of the year");
    }

    private void days() {
        heading("Days by number of events");
        for (int number : List.of(0, 1, 2)) {
            count(
                    year().filter(day -> timeline.on(day).size() == number).count(),
                    "with " + (number == 0 ? "none" : number));
        }
        count(year().filter(day -> timeline.on(day).size() >= 3).count(), "with 3 or more");
    }

    private void eras() {
        heading("Events by era");
        timeline.head().eras().forEach(era -> count(events(event -> era.equals(event.era())), era.title()));
        count(events(event -> event.era() == null), "without an era");
    }

    private void categories() {
        heading("Events by category: as the main one, and in all");
        for (Category category : timeline.head().categories()) {
            lines.add(String.format(
                    Locale.ENGLISH,
                    "%6d %6d  %s",
                    events(event -> event.categories().get(0).equals(category)),
                    events(event -> event.categories().contains(category)),
                    category.title()));
        }
    }

    private void weights() {
        heading("Events by weight");
        for (int weight : List.of(3, 2, 1)) {
            count(events(event -> event.weight() == weight), "of weight " + weight);
        }
    }

    private void sources() {
        heading("Events by source");
        timeline.head().sources().stream()
                .sorted(Comparator.comparing(this::eventsOf).reversed())
                .forEach(source -> count(eventsOf(source), source.id()));
        count(events(event -> event.sources().isEmpty()), "without a source");
    }

    private void links() {
        heading("Events by links");
        count(events(TimelineReport::isLinked), "lead to a page of a source");
        count(events(event -> !isLinked(event)), "lead to none");
    }

    private static boolean isLinked(HistoryEvent event) {
        return event.sources().stream().anyMatch(citation -> !citation.url().isEmpty());
    }

    /** Spaceflight is easy to source: since the Soviet Union ended it fills more of the timeline than people would ask for. */
    private void lately() {
        heading("Events that begin after 1991");
        count(events(TimelineReport::isLate), "in all");
        count(
                events(event -> isLate(event) && event.categories().get(0).id().equals(SPACE)),
                "with space as the main category");
    }

    private static boolean isLate(HistoryEvent event) {
        return event.date().firstDay().getYear() > 1991;
    }

    private long eventsOf(Source source) {
        return events(event -> event.sources().stream().map(Citation::source).anyMatch(source::equals));
    }

    private void doubted(String words, Confidence confidence) {
        heading(words);
        List<HistoryEvent> found = timeline.events().stream()
                .filter(event -> event.confidence() == confidence)
                .toList();
        found.forEach(event -> lines.add(String.format(Locale.ENGLISH, "  %-21s  %s", event.date(), event.id())));
        if (found.isEmpty()) {
            lines.add("  none");
        }
    }

    /** The days of which the best event is routine. */
    private void dull() {
        heading("Dull days: nothing but events of weight 1");
        List<MonthDay> found = year().filter(day -> !timeline.on(day).isEmpty())
                .filter(day -> timeline.on(day).stream().allMatch(event -> event.weight() == 1))
                .toList();
        found.forEach(day -> lines.add(String.format(
                Locale.ENGLISH,
                "  %-13s  %s",
                name(day),
                timeline.on(day).stream().map(HistoryEvent::id).collect(Collectors.joining(", ")))));
        if (found.isEmpty()) {
            lines.add("  none");
        }
    }

    private void weakest() {
        heading(String.format(
                Locale.ENGLISH, "The %d weakest days: events, words of the longest text, remarks", WEAKEST));
        Comparator<MonthDay> weakestFirst = Comparator.<MonthDay, Integer>comparing(
                        day -> timeline.on(day).size())
                .thenComparing(this::isSure)
                .thenComparing(this::longestText)
                .thenComparing(this::isLively);
        year().sorted(weakestFirst).limit(WEAKEST).forEach(day -> {
            String remarks = timeline.on(day).isEmpty()
                    ? ""
                    : Stream.of(
                                    isSure(day) ? "" : "unsure",
                                    timeline.on(day).stream()
                                            .flatMap(event -> event.categories().stream())
                                            .map(Category::id)
                                            .distinct()
                                            .collect(Collectors.joining(", ")))
                            .filter(remark -> !remark.isEmpty())
                            .collect(Collectors.joining("; "));
            lines.add(String.format(
                            Locale.ENGLISH,
                            "  %-13s %3d %4d  %s",
                            name(day),
                            timeline.on(day).size(),
                            longestText(day),
                            remarks)
                    .stripTrailing());
        });
    }

    private boolean isSure(MonthDay day) {
        return timeline.on(day).stream().anyMatch(event -> event.confidence() == Confidence.HIGH);
    }

    private int longestText(MonthDay day) {
        return timeline.on(day).stream()
                .mapToInt(event -> event.text().split("\\s+").length)
                .max()
                .orElse(0);
    }

    private boolean isLively(MonthDay day) {
        return timeline.on(day).stream()
                .flatMap(event -> event.categories().stream())
                .anyMatch(category -> LIVELY.contains(category.id()));
    }

    private static String name(MonthDay day) {
        return day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Every day that a year can have. */
    private static Stream<MonthDay> year() {
        return LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2001, 1, 1)).map(MonthDay::from);
    }
}
