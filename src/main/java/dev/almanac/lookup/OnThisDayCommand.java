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
import dev.almanac.chat.Usage;
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.lookup.DayText.MonthAndDay;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /onthisday [month] [day]}: what happened on a day of the year, today if none is named; of a month, day by day.
 * 29 February is shown on 28 February of common years.
 */
public final class OnThisDayCommand implements Command {
    /** The day, or month, with the year it is asked in: {@code 2026-03-30}, {@code 2026-03}. */
    private static final String DATE = "date";

    /** The zone that says which day is today; only when no day was named. */
    private static final String ZONE = "zone";

    /** Some days of the month, where it has too many events to be listed. */
    private static final String DAYS = "days";

    private static final Pattern RESOLVED = Pattern.compile("([1-9]\\d{3})-(0[1-9]|1[0-2])(?:-(\\d{2}))?");
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private final Timeline timeline;
    private final Anniversaries anniversaries;
    private final DateWords words = new DateWords();

    public OnThisDayCommand(Timeline timeline) {
        this.timeline = timeline;
        this.anniversaries = new Anniversaries(timeline);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "onthisday",
                "What happened on a day of the year: today, or the one you name",
                "/onthisday month:March day:30",
                Option.choice("month", "A month, by name or number", DayText.months()),
                Option.number("day", "A day of that month; leave it out for the whole month", 1, 31),
                Option.carried(DATE),
                Option.carried(ZONE),
                Option.carried(DAYS));
    }

    @Override
    public Question resolve(Request request) {
        Optional<String> date = request.option(DATE);
        if (date.isPresent()) {
            asked(date.get());
            return request.question();
        }
        Question plain = request.question().with("month", "").with("day", "");
        int year = request.today().getYear();
        String month = request.option("month").orElse("");
        String day = request.option("day").orElse("");
        if ((month + day).isEmpty() || (month + day).equalsIgnoreCase("today")) {
            return plain.with(DATE, request.today().toString())
                    .with(ZONE, request.zone().getId());
        }
        if (month.isEmpty() && day.matches("\\d+")) {
            throw new BadRequest("Day " + day + " of which month? Try /onthisday month:March day:30.");
        }
        MonthAndDay asked = DayText.parse(month, day);
        return plain.with(DATE, text(year, asked.month(), asked.day()));
    }

    private static String text(int year, Month month, int day) {
        String asked = String.format(Locale.ROOT, "%04d-%02d", year, month.getValue());
        return day == 0 ? asked : asked + String.format(Locale.ROOT, "-%02d", day);
    }

    private static Matcher asked(String date) {
        Matcher matcher = RESOLVED.matcher(date);
        boolean exists = matcher.matches()
                && (matcher.group(3) == null
                        || (Integer.parseInt(matcher.group(3)) >= 1
                                && Integer.parseInt(matcher.group(3))
                                        <= Month.of(Integer.parseInt(matcher.group(2)))
                                                .maxLength()));
        if (!exists) {
            throw new BadRequest("“" + date + "” isn't a day I know. Try /onthisday month:March day:30.");
        }
        return matcher;
    }

    @Override
    public Reply answer(Request request) {
        Question question = request.question();
        Matcher asked = asked(request.option(DATE).orElseThrow());
        int year = Integer.parseInt(asked.group(1));
        Month month = Month.of(Integer.parseInt(asked.group(2)));
        return asked.group(3) == null
                ? month(question, year, month)
                : day(question.with(DAYS, ""), year, MonthDay.of(month, Integer.parseInt(asked.group(3))));
    }

    private Reply day(Question question, int year, MonthDay day) {
        String heading = question.option(ZONE).isPresent() ? "Today, " + words.of(day) : words.of(day);
        List<Section> remarks = question.option(ZONE).stream()
                .map(zone ->
                        Section.remark("Today is " + words.of(day) + " " + year + " in the time zone " + zone + "."))
                .toList();
        List<Anniversary> found = anniversaries.of(day, year);
        if (found.isEmpty()) {
            return nothing(question, heading, remarks, year, day);
        }
        String leapDay = found.stream().anyMatch(Anniversary::isOfLeapDay) && !day.equals(LEAP_DAY)
                ? year + " has no 29 February: its events are shown with those of the 28th."
                : "";
        Reply reply = EventList.toldFirst(
                heading,
                found.stream().limit(EventList.CARDS).map(Anniversary::card).toList(),
                found.stream().map(Anniversary::event).toList(),
                question);
        return reply.withSections(remarks)
                .withNotice((leapDay + " " + reply.notice()).strip())
                .withMoreChoices(neighbours(year, day));
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
                .withMoreChoices(neighbours(year, day));
    }

    private List<Choice> neighbours(int year, MonthDay day) {
        Stream<Choice> before = timeline.dayBefore(day).stream()
                .map(found -> new Choice("← " + words.of(found), ofDay(found.isAfter(day) ? year - 1 : year, found)));
        Stream<Choice> after = timeline.dayAfter(day).stream()
                .filter(found -> !Optional.of(found).equals(timeline.dayBefore(day)))
                .map(found -> new Choice(words.of(found) + " →", ofDay(found.isBefore(day) ? year + 1 : year, found)));
        return Stream.concat(before, after).toList();
    }

    private static Question ofDay(int year, MonthDay day) {
        return Question.of("onthisday").with(DATE, text(year, day.getMonth(), day.getDayOfMonth()));
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
        return Question.of("onthisday").with(DATE, text(year, month, 0));
    }
}
