package dev.almanac.daily;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.lookup.Anniversaries.Anniversary;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a post says of seven days: the best event of all in its card, and below it each day that has another one.
 *
 * @param events the ids of those that it tells, the best one first
 * @param told the day of the best one
 * @param onIt what is known of that day, the best one first
 */
record WeekText(Reply reply, List<String> events, LocalDate told, List<Anniversary> onIt) {
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final int DAYS = 7;

    /** Of each day: with two, the list of a week that is full stays shorter than the card. */
    private static final int MOST = 2;

    private record Day(LocalDate date, List<Anniversary> found) {}

    /**
     * The week that begins with a day; empty where none of its days has anything.
     *
     * @param on what is known of a day
     * @param lately the ids of events that the channel had not long ago
     */
    static Optional<WeekText> of(LocalDate first, Function<LocalDate, List<Anniversary>> on, List<String> lately) {
        List<Day> days = IntStream.range(0, DAYS)
                .mapToObj(first::plusDays)
                .map(date -> new Day(date, WantedEvents.ranked(on.apply(date), lately)))
                .filter(day -> !day.found().isEmpty())
                .toList();
        List<Anniversary> all =
                days.stream().flatMap(day -> day.found().stream()).toList();
        return WantedEvents.ranked(all, lately).stream().findFirst().map(best -> of(first, days, best));
    }

    private static WeekText of(LocalDate first, List<Day> days, Anniversary best) {
        List<Section> sections = new ArrayList<>();
        List<String> events = new ArrayList<>(List.of(best.event().id()));
        for (Day day : days) {
            List<Anniversary> others = day.found().stream()
                    .filter(other -> !events.contains(other.event().id()))
                    .limit(MOST)
                    .toList();
            others.forEach(other -> events.add(other.event().id()));
            if (!others.isEmpty()) {
                sections.add(new Section(
                        NAMED.format(day.date()),
                        others.stream()
                                .map(other -> other.card().label() + " · "
                                        + other.event().title())
                                .collect(Collectors.joining("\n"))));
            }
        }
        List<Choice> choices = days.stream()
                .map(day -> new Choice(
                        DAY.format(day.date()),
                        Question.of("onthisday").with("date", day.date().toString())))
                .toList();
        Reply reply = Reply.of("This week in history, " + span(first), List.of(best.card()))
                .withSections(sections)
                .withChoices(choices);
        Day told = days.stream()
                .filter(day -> day.found().contains(best))
                .findFirst()
                .orElseThrow();
        return new WeekText(reply, events, told.date(), told.found());
    }

    private static String span(LocalDate first) {
        LocalDate last = first.plusDays(DAYS - 1);
        return (first.getMonth() == last.getMonth() ? String.valueOf(first.getDayOfMonth()) : DAY.format(first))
                + " to " + DAY.format(last);
    }
}
