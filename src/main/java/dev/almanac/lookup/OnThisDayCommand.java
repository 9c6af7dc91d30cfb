package dev.almanac.lookup;

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
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code /onthisday [month] [day]}: what happened on a day of the year, today if none is named; of a month, day by day.
 * 29 February is shown on 28 February of common years.
 */
public final class OnThisDayCommand implements Command {
    /** Some days of the month, where it has too many events to be listed. */
    private static final String DAYS = "days";

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private final Timeline timeline;
    private final Examples examples;
    private final DateQuestions dates;
    private final AskedDays asked;
    private final Anniversaries anniversaries;
    private final DateWords words = new DateWords();

    public OnThisDayCommand(Timeline timeline, Examples examples) {
        this.timeline = timeline;
        this.examples = examples;
        this.dates = new DateQuestions(timeline, examples);
        this.asked = new AskedDays(dates, examples);
        this.anniversaries = new Anniversaries(timeline);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "onthisday",
                "What happened on a day of the year: today, or the one you name",
                examples.onThisDay(),
                Option.choice("month", "A month, by name or number", months()),
                Option.number("day", "A day of that month; leave it out for the whole month", 1, 31),
                Option.carried(DateQuestions.DATE),
                Option.carried(DateQuestions.ZONE),
                Option.carried(DAYS),
                Option.carried(DateQuestions.FIRST),
                dates.typed());
    }

    /** The twelve months as choices, by name and number. */
    private static List<Suggestion> months() {
        return Arrays.stream(Month.values())
                .map(month -> new Suggestion(new InMonth(month).written(), String.valueOf(month.getValue())))
                .toList();
    }

    @Override
    public Question resolve(Request request) {
        return asked.resolve(request);
    }

    @Override
    public Reply answer(Request request) {
        Question question = request.question();
        String date = request.option(DateQuestions.DATE).orElseThrow();
        return dates.explained(
                question,
                asked.monday(date).map(monday -> week(question, monday)).orElseGet(() -> named(question, date)));
    }

    private Reply named(Question question, String date) {
        AskedDays.Named named = asked.named(date);
        return named.day().isEmpty()
                ? month(question, named.year(), named.month())
                : day(
                        question.with(DAYS, ""),
                        named.year(),
                        MonthDay.of(named.month(), named.day().getAsInt()));
    }

    private Reply day(Question question, int year, MonthDay day) {
        OptionalInt first = asked.first(question);
        String called = dates.nearby(question);
        boolean isNearby = question.option(DateQuestions.ZONE).isPresent();
        String heading = isNearby
                ? called + ", " + words.of(day)
                : first.isPresent() ? words.of(day) + " " + words.year(first.getAsInt()) : words.of(day);
        List<Section> remarks = question.option(DateQuestions.ZONE).stream()
                .map(zone -> Section.remark("The day is that of the time zone " + zone + "."))
                .toList();
        List<Anniversary> found = first.isPresent()
                ? thatYearFirst(anniversaries.of(day, year), year - first.getAsInt())
                : anniversaries.of(day, year);
        if (found.isEmpty()) {
            return nothing(question, heading, remarks, year, day);
        }
        String leapDay = found.stream().anyMatch(Anniversary::isOfLeapDay) && !day.equals(LEAP_DAY)
                ? year + " has no 29 February: its events are shown with those of the 28th."
                : "";
        String remark = first.isPresent() ? notThen(found, year - first.getAsInt(), heading, leapDay) : leapDay;
        Reply reply = EventList.toldFirst(
                heading,
                found.stream().limit(EventList.CARDS).map(Anniversary::card).toList(),
                found.stream().map(Anniversary::event).toList(),
                question);
        return reply.withSections(remarks)
                .withNotice((remark + " " + reply.notice()).strip())
                .withMoreChoices(choices(year, day, first))
                .withMoreChoices(List.of(PictureQuestion.offered(year, day)));
    }

    private static List<Anniversary> thatYearFirst(List<Anniversary> found, int age) {
        return Stream.concat(
                        found.stream().filter(one -> one.years() == age),
                        found.stream().filter(one -> one.years() != age))
                .toList();
    }

    private String notThen(List<Anniversary> found, int age, String heading, String otherwise) {
        return found.stream().anyMatch(one -> one.years() == age)
                ? otherwise
                : ("This timeline of " + timeline.head().title() + " has nothing on " + heading
                                + "; this happened on that day in other years. " + otherwise)
                        .strip();
    }

    private List<Choice> choices(int year, MonthDay day, OptionalInt first) {
        Stream<Choice> ofThatYear = first.stream()
                .boxed()
                .flatMap(of -> Stream.of(
                                new InMonths(YearMonth.of(of, day.getMonth()), YearMonth.of(of, day.getMonth())),
                                new InYears(Years.of(of)))
                        .map(reading -> new Choice("All of " + reading.written(), DateQuestions.of(reading))));
        return Stream.concat(ofThatYear, neighbours(year, day).stream()).toList();
    }

    /** Monday to Sunday, day by day. */
    private Reply week(Question question, LocalDate monday) {
        List<Anniversary> found = Stream.iterate(monday, day -> day.plusDays(1))
                .limit(7)
                .flatMap(day -> anniversaries.of(MonthDay.from(day), day.getYear()).stream())
                .toList();
        String days = words.of(HistoricalDate.parse(monday + "/" + monday.plusDays(6)));
        Reply reply = EventList.toldFirst(
                "Monday to Sunday, " + days,
                found.stream().limit(EventList.CARDS).map(Anniversary::card).toList(),
                found.stream().map(Anniversary::event).toList(),
                question);
        return (found.isEmpty()
                        ? reply.withNotice(
                                "This timeline of " + timeline.head().title() + " has nothing on any of these days.")
                        : reply)
                .withMoreChoices(List.of(
                        new Choice("← The week before", dates.week(monday.minusWeeks(1))),
                        new Choice("The week after →", dates.week(monday.plusWeeks(1)))));
    }

    private Reply nothing(Question question, String heading, List<Section> remarks, int year, MonthDay day) {
        Map<HistoryEvent, String> nearest = new LinkedHashMap<>();
        List<String> days = new ArrayList<>();
        Optional<MonthDay> before = timeline.dayBefore(day);
        Optional<MonthDay> after =
                timeline.dayAfter(day).filter(next -> !Optional.of(next).equals(before));
        before.ifPresent(found -> days.add(words.of(found)));
        after.ifPresent(found -> days.add(words.of(found)));
        before.ifPresent(
                found -> timeline.on(found).forEach(event -> nearest.putIfAbsent(event, "nearest day before")));
        after.ifPresent(found -> timeline.on(found).forEach(event -> nearest.putIfAbsent(event, "nearest day after")));
        timeline.withoutDay(day.getMonth())
                .forEach(event -> nearest.putIfAbsent(event, "in " + words.of(day.getMonth()) + ", day not known"));
        String nearestDays = days.isEmpty() ? "" : " Nearest: " + String.join(" and ", days) + ".";
        Reply reply = EventList.toldFirst(
                heading,
                nearest.entrySet().stream()
                        .limit(EventList.CARDS)
                        .map(near -> EventCard.of(near.getKey()).labelled(near.getValue()))
                        .toList(),
                List.copyOf(nearest.keySet()),
                question);
        return reply.withSections(remarks)
                .withNotice(("This timeline of " + timeline.head().title() + " has nothing on " + words.of(day) + "."
                                + nearestDays + " " + reply.notice())
                        .strip())
                .withMoreChoices(choices(year, day, asked.first(question)));
    }

    private List<Choice> neighbours(int year, MonthDay day) {
        Stream<Choice> before = timeline.dayBefore(day).stream()
                .map(found -> new Choice("← " + words.of(found), ofDay(found.isAfter(day) ? year - 1 : year, found)));
        Stream<Choice> after = timeline.dayAfter(day).stream()
                .filter(found -> !Optional.of(found).equals(timeline.dayBefore(day)))
                .map(found -> new Choice(words.of(found) + " →", ofDay(found.isBefore(day) ? year + 1 : year, found)));
        return Stream.concat(before, after).toList();
    }

    /** The question for a day, as of its year. */
    static Question of(LocalDate day) {
        return ofDay(day.getYear(), MonthDay.from(day));
    }

    private static Question ofDay(int year, MonthDay day) {
        return DateQuestions.of(year, day);
    }

    private Reply month(Question question, int year, Month month) {
        List<HistoryEvent> all = Stream.concat(timeline.in(month).stream(), timeline.withoutDay(month).stream())
                .toList();
        Optional<DaysOfMonth> days = question.option(DAYS).map(DaysOfMonth::parse);
        List<HistoryEvent> found = days.map(some -> some.of(all)).orElse(all);
        String heading = days.map(some -> some.words(month)).orElse(words.of(month));
        Reply reply = found.size() > EventList.MOST_LISTED
                        && days.filter(DaysOfMonth::isNone).isEmpty()
                ? EventList.ofParts(heading, EventList.count(found.size()), parts(year, month, days, found))
                : EventList.of(heading, found, event -> card(event, year), question);
        if (found.isEmpty()) {
            reply = reply.withNotice(
                    "This timeline of " + timeline.head().title() + " has nothing in " + heading + ".");
        }
        return reply.withMoreChoices(
                days.isPresent()
                        ? List.of(new Choice("All of " + words.of(month), ofMonth(year, month)))
                        : List.of(
                                new Choice(
                                        "← " + words.of(month.minus(1)),
                                        ofMonth(month == Month.JANUARY ? year - 1 : year, month.minus(1))),
                                new Choice(
                                        words.of(month.plus(1)) + " →",
                                        ofMonth(month == Month.DECEMBER ? year + 1 : year, month.plus(1)))));
    }

    private static EventCard card(HistoryEvent event, int year) {
        return EventCard.of(event)
                .labelled(
                        event.date().days().isEmpty()
                                ? "day not known"
                                : Anniversary.age(year - event.date().firstDay().getYear()));
    }

    /** The thirds of a month, or each day of one. */
    private List<Choice> parts(int year, Month month, Optional<DaysOfMonth> days, List<HistoryEvent> found) {
        return days.map(DaysOfMonth::each).orElseGet(DaysOfMonth::thirds).stream()
                .filter(part -> !part.of(found).isEmpty())
                .map(part -> EventList.part(
                        part.words(month),
                        EventList.count(part.of(found).size()),
                        part.isOne()
                                ? ofDay(year, MonthDay.of(month, part.first()))
                                : ofMonth(year, month).with(DAYS, part.toString())))
                .toList();
    }

    private static Question ofMonth(int year, Month month) {
        return DateQuestions.of(year, month);
    }
}
