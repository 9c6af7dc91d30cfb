package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /year year}: what happened in a year, in several, or in a decade. */
public final class YearCommand implements Command {
    private static final String YEAR = "year";

    /** Carried: {@link #NONE} for what is dated to no month of a year. Buttons of before carry the number of a month, too. */
    private static final String MONTH = "month";

    private static final String NONE = String.valueOf(EventsByMonth.NO_MONTH);

    private final Timeline timeline;
    private final Examples examples;
    private final DateQuestions dates;
    private final DateWords words = new DateWords();

    public YearCommand(Timeline timeline, Examples examples) {
        this.timeline = timeline;
        this.examples = examples;
        this.dates = new DateQuestions(timeline, examples);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                YEAR,
                "What happened in a year, in several years or in a decade",
                examples.year(),
                Option.completed(YEAR, "A year, years or a decade: " + examples.periods())
                        .asRequired(),
                Option.carried(MONTH),
                dates.typed());
    }

    @Override
    public Question resolve(Request request) {
        return dates.resolved(request, request.option(YEAR).orElseThrow())
                .map(question -> request.option(MONTH)
                        .map(month -> inMonth(question, month))
                        .orElse(question))
                .orElseThrow(() -> new BadRequest("“" + request.option(YEAR).orElseThrow()
                        + "” isn't a year I know. Try " + examples.everyYear() + "."));
    }

    private Question inMonth(Question year, String month) {
        Optional<Years> years = year.option(YEAR).flatMap(dates::years).filter(Years::isOne);
        if (month.equals(NONE) || years.isEmpty()) {
            return year.with(MONTH, years.isPresent() ? NONE : "");
        }
        if (!month.matches("[1-9]|1[0-2]")) {
            throw new BadRequest("“" + month + "” isn't the number of a month. Try " + examples.year() + ".");
        }
        return of(YearMonth.of(years.get().first(), Integer.parseInt(month))).onPage(year.page());
    }

    private static Question of(YearMonth month) {
        return DateQuestions.of(new InMonths(month, month));
    }

    @Override
    public Reply answer(Request request) {
        Question question = request.question();
        Period period = Period.of(dates.reading(request.option(YEAR).orElseThrow()), timeline);
        List<HistoryEvent> found = period.events();
        Years years = period.years();
        if (request.option(MONTH).isPresent()) {
            return EventList.of(
                            words(years, EventsByMonth.NO_MONTH),
                            new EventsByMonth(found, years.first()).withoutMonth(),
                            EventCard::of,
                            question)
                    .withMoreChoices(List.of(new Choice("All of " + words.of(years), of(years))));
        }
        List<Choice> parts =
                found.size() > EventList.MOST_LISTED && period.hasParts() ? parts(years, found) : List.of();
        Reply reply = parts.isEmpty()
                ? EventList.of(period.heading(), found, EventCard::of, question)
                : EventList.ofParts(period.heading(), EventList.count(found.size()), parts);
        return dates.explained(
                question,
                (found.isEmpty() ? reply.withNotice(nothing(period)) : reply)
                        .withSections(period.reachesOut() ? open(years) : List.of())
                        .withMoreChoices(period.next().isEmpty() ? neighbours(years) : period.next())
                        .withMoreChoices(
                                period.reachesOut()
                                        ? PictureQuestion.offered(years, found.size())
                                                .toList()
                                        : List.of()));
    }

    private String words(Years year, int month) {
        return month == EventsByMonth.NO_MONTH
                ? words.of(year) + ", without a month"
                : words.of(Month.of(month)) + " " + words.of(year);
    }

    /** The parts of these years that have events: years, decades and so on, or the months of one year. */
    private List<Choice> parts(Years years, List<HistoryEvent> found) {
        if (years.isOne()) {
            int[] counts = new EventsByMonth(found, years.first()).counts();
            return IntStream.range(0, counts.length)
                    .filter(month -> counts[month] > 0)
                    .mapToObj(month -> EventList.part(
                            words(years, month),
                            EventList.count(counts[month]),
                            month == EventsByMonth.NO_MONTH
                                    ? of(years).with(MONTH, NONE)
                                    : of(YearMonth.of(years.first(), month))))
                    .toList();
        }
        return Parts.of(years, timeline).stream()
                .filter(part -> !timeline.in(part).isEmpty())
                .map(part -> EventList.part(
                        words.of(part), EventList.count(timeline.in(part).size()), of(part)))
                .toList();
    }

    /** The question for one year. */
    static Question of(int year) {
        return of(Years.of(year));
    }

    static Question of(Years years) {
        return DateQuestions.of(new InYears(years));
    }

    private String nothing(Period period) {
        List<String> nearest = period.nearest();
        return "This timeline of " + timeline.head().title() + " has nothing for " + period.name() + "."
                + (nearest.isEmpty() ? "" : " Nearest: " + String.join(" and ", nearest) + ".");
    }

    /** A remark on the events that are only counted. */
    private List<Section> open(Years years) {
        int open = timeline.openIn(years);
        return open == 0
                ? List.of()
                : List.of(Section.remark(words.count(open, "event")
                        + " with no known beginning or end may also reach into " + words.of(years) + "."));
    }

    private List<Choice> neighbours(Years years) {
        Stream<Choice> before =
                timeline.yearBefore(years).stream().map(year -> new Choice("← " + words.year(year), of(year)));
        Stream<Choice> after =
                timeline.yearAfter(years).stream().map(year -> new Choice(words.year(year) + " →", of(year)));
        return Stream.concat(before, after).toList();
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        Optional<Years> all = timeline.years();
        if (all.isEmpty()) {
            return List.of();
        }
        String beginning = typed.strip();
        Stream<Years> decades = IntStream.rangeClosed(
                        Math.floorDiv(Math.max(1, all.get().first()), 10),
                        Math.floorDiv(all.get().last(), 10))
                .filter(decade -> (decade + "0s").startsWith(beginning))
                .mapToObj(decade -> new Years(Math.max(1, decade * 10), decade * 10 + 9))
                .filter(decade -> !timeline.in(decade).isEmpty());
        Stream<Years> years = timeline.beginnings().stream()
                .filter(year -> !beginning.isEmpty() && words.year(year).startsWith(beginning))
                .map(Years::of);
        return Stream.of(typed(beginning).stream(), decades, years)
                .flatMap(found -> found)
                .distinct()
                .limit(MOST_OFFERED)
                .map(this::suggestion)
                .toList();
    }

    private Optional<Years> typed(String typed) {
        return dates.years(typed);
    }

    private Suggestion suggestion(Years years) {
        int count = timeline.in(years).size();
        String events = count == 0 ? "nothing" : EventList.count(count);
        return new Suggestion(words.of(years) + " (" + events + ")", new InYears(years).written());
    }
}
