package dev.almanac.daily;

import dev.almanac.lookup.Anniversaries;
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The events that the settings of a post want: of their kinds, and sensitive ones only where those are wanted. */
final class WantedEvents {
    private static final Year COMMON_YEAR = Year.of(2026);

    private final Timeline timeline;
    private final Anniversaries anniversaries;

    WantedEvents(Timeline timeline) {
        this.timeline = timeline;
        this.anniversaries = new Anniversaries(timeline);
    }

    /** How many days of a common year have no event that the settings want. */
    int daysWithout(Settings settings) {
        return (int) IntStream.rangeClosed(1, COMMON_YEAR.length())
                .mapToObj(COMMON_YEAR::atDay)
                .filter(day -> !hasWanted(settings, day))
                .count();
    }

    private boolean hasWanted(Settings settings, LocalDate day) {
        // A common year tells the leap day's events on the day before.
        boolean withLeapDay = MonthDay.from(day).equals(MonthDay.of(2, 28));
        return Stream.concat(
                        timeline.on(MonthDay.from(day)).stream(),
                        withLeapDay ? timeline.on(MonthDay.of(2, 29)).stream() : Stream.empty())
                .anyMatch(event -> isWanted(settings, event));
    }

    /** Those of a day; none where nothing is known that is wanted. */
    List<Anniversary> on(LocalDate day, Settings settings) {
        return anniversaries.of(MonthDay.from(day), day.getYear()).stream()
                .filter(found -> isWanted(settings, found.event()))
                .toList();
    }

    private static boolean isWanted(Settings settings, HistoryEvent event) {
        boolean category = settings.categories().isEmpty()
                || event.categories().stream().map(Category::id).anyMatch(settings.categories()::contains);
        return category && (settings.sensitive() || !event.sensitive());
    }

    /** The best one first: not had lately, weighty, round, exact, sure, old. */
    static List<Anniversary> ranked(List<Anniversary> found, List<String> lately) {
        return found.stream()
                .sorted(Comparator.comparing(
                                (Anniversary one) -> lately.contains(one.event().id()))
                        .thenComparing(Anniversary.BY_RANK)
                        .thenComparing(one -> one.event().date().isRange())
                        .thenComparing(one -> one.event().confidence())
                        .thenComparing(Anniversary::event))
                .toList();
    }

    /** Those of the nearest day that has some; of two as near, of the earlier one. */
    Optional<List<Anniversary>> nearest(Settings settings, LocalDate day) {
        for (int distance = 1; distance <= Year.of(2024).length() / 2; distance++) {
            for (LocalDate near : List.of(day.minusDays(distance), day.plusDays(distance))) {
                List<Anniversary> found = on(near, settings);
                if (!found.isEmpty()) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /** Any one, of those that the channel did not have lately as long as there are some. */
    Optional<HistoryEvent> random(Settings settings, LocalDate day, List<String> lately) {
        List<HistoryEvent> wanted = timeline.events().stream()
                .filter(event -> isWanted(settings, event))
                .toList();
        List<HistoryEvent> fresh =
                wanted.stream().filter(event -> !lately.contains(event.id())).toList();
        List<HistoryEvent> choice = fresh.isEmpty() ? wanted : fresh;
        // The same on a second try: chance is drawn from the channel and the day.
        Random random = new Random(settings.channel() * 31 + day.toEpochDay());
        return choice.isEmpty() ? Optional.empty() : Optional.of(choice.get(random.nextInt(choice.size())));
    }
}
