package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.lookup.Anniversaries.Anniversary;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InMonths;
import dev.almanac.reading.Reading.InWeek;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code /onthisday [month] [day]}: what happened on a day of the year, today if none is named; of a month, day by day.
 * 29 February is shown on 28 February of common years.
 */
public final class OnThisDayCommand implements Command {
    /** The day, month or week, with the year it is asked in: {@code 2026-03-30}, {@code 2026-03}, {@code 2026-W13}. */
    private static final String DATE = DateQuestions.DATE;

    /** The zone that says which day is today; only when the day was named by its distance from today, or not at all. */
    private static final String ZONE = DateQuestions.ZONE;

    /** The year whose day stands first, where one was named; it counts a year 0, which is 1 BC. */
    private static final String FIRST = DateQuestions.FIRST;

    private static final Pattern RESOLVED = Pattern.compile("([1-9]\\d{3})-(0[1-9]|1[0-2])(?:-(\\d{2}))?");
    private static final Pattern WEEK = Pattern.compile("[1-9]\\d{3}-W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final String WORKS = "Try /onthisday month:March day:30.";

    private final Timeline timeline;
    private final DateQuestions dates;
    private final Anniversaries anniversaries;
    private final DateWords words = new DateWords();

    public OnThisDayCommand(Timeline timeline) {
        this.timeline = timeline;
        this.dates = new DateQuestions(timeline);
        this.anniversaries = new Anniversaries(timeline);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                "onthisday",
                "What happened on a day of the year: today, or the one you name",
                "/onthisday month:March day:30",
                Option.choice("month", "A month, by name or number", months()),
                Option.number("day", "A day of that month; leave it out for the whole month", 1, 31),
                Option.carried(DATE),
                Option.carried(ZONE),
                Option.carried(FIRST),
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
        Optional<String> date = request.option(DATE);
        if (date.isPresent()) {
            if (week(date.get()).isEmpty()) {
                asked(date.get());
            }
            first(request.question());
            return request.question();
        }
        String month = request.option("month").orElse("");
        String day = request.option("day").orElse("");
        Request plain = request.with(request.question().with("month", "").with("day", ""));
        if ((month + day).isEmpty()) {
            return dates.resolved(plain, "today").orElseThrow();
        }
        if (month.isEmpty() && day.matches("\\d+")) {
            throw new BadRequest("Day " + day + " of which month? " + WORKS);
        }
        return dates.resolved(plain, typed(month, day)).orElseThrow(() -> unreadable(month, day));
    }

    /** What both options say together; a number before the number of a day is that of a month. */
    private String typed(String month, String day) {
        String together = (month + " " + day).strip();
        boolean isMonth = MONTH.matcher(month).matches();
        boolean isDayFirst = !day.isEmpty() && !Character.isDigit(day.codePointAt(0)) && dates.isDate(together);
        if (month.matches("\\d{1,2}") && day.isEmpty() && !isMonth) {
            throw unreadable(month, day);
        }
        return isMonth && !isDayFirst ? (name(month) + " " + day).strip() : together;
    }

    private static String name(String month) {
        return new InMonth(Month.of(Integer.parseInt(month))).written();
    }

    private static BadRequest unreadable(String month, String day) {
        if (MONTH.matcher(month).matches() && !day.isEmpty()) {
            int works = Month.of(Integer.parseInt(month)).maxLength();
            return new BadRequest(name(month) + " has no day “" + day + "”. Try /onthisday month:" + name(month)
                    + " day:" + Math.min(works, 28) + ".");
        }
        return new BadRequest("“" + (month.isEmpty() ? day : month) + "” isn't a month I know. " + WORKS);
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
            throw new BadRequest("“" + date + "” isn't a day I know. " + WORKS);
        }
        return matcher;
    }

    /** The Monday of a week in the form of ISO 8601; empty for any other date. */
    private Optional<LocalDate> week(String date) {
        return WEEK.matcher(date).matches() && dates.isDate(date) && dates.reading(date) instanceof InWeek week
                ? Optional.of(week.monday())
                : Optional.empty();
    }

    /** The year whose day stands first; empty where no year is asked for. */
    private static OptionalInt first(Question question) {
        String year = question.option(FIRST).orElse("");
        if (!year.isEmpty() && !year.matches("-?\\d{1,4}")) {
            throw new BadRequest("“" + year + "” isn't a year I know. " + WORKS);
        }
        return year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year));
    }

    @Override
    public Reply answer(Request request) {
        Question question = request.question();
        String date = request.option(DATE).orElseThrow();
        return dates.explained(
                question, week(date).map(monday -> week(question, monday)).orElseGet(() -> named(question, date)));
    }

    private Reply named(Question question, String date) {
        Matcher asked = asked(date);
        int year = Integer.parseInt(asked.group(1));
        Month month = Month.of(Integer.parseInt(asked.group(2)));
        return asked.group(3) == null
                ? month(question, year, month)
                : day(question, year, MonthDay.of(month, Integer.parseInt(asked.group(3))));
    }

    private Reply day(Question question, int year, MonthDay day) {
        OptionalInt first = first(question);
        String called = dates.nearby(question);
        boolean isNearby = question.option(ZONE).isPresent();
        String heading = isNearby
                ? called + ", " + words.of(day)
                : first.isPresent() ? words.of(day) + " " + words.year(first.getAsInt()) : words.of(day);
        List<Section> remarks = question.option(ZONE).stream()
                .map(zone -> Section.remark(
                        called + " is " + words.of(day) + " " + year + " in the time zone " + zone + "."))
                .toList();
        List<Anniversary> found = first.isPresent()
                ? thatYearFirst(anniversaries.of(day, year), year - first.getAsInt())
                : anniversaries.of(day, year);
        if (found.isEmpty()) {
            return nothing(question, heading, remarks, year, day);
        }
        Pages pages = Pages.of(question.page(), found.size());
        List<EventCard> cards = pages.cut(found).stream().map(Anniversary::card).toList();
        String leapDay = found.stream().anyMatch(Anniversary::isOfLeapDay) && !day.equals(LEAP_DAY)
                ? year + " has no 29 February: its events are shown with those of the 28th."
                : "";
        return Reply.of(heading, cards)
                .withSections(remarks)
                .withNotice(first.isPresent() ? notThen(found, year - first.getAsInt(), heading, leapDay) : leapDay)
                .withChoices(choices(year, day, first))
                .onPage(pages, question);
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
        Pages pages = Pages.of(question.page(), found.size());
        String days = words.of(HistoricalDate.parse(monday + "/" + monday.plusDays(6)));
        return Reply.of(
                        "Monday to Sunday, " + days,
                        pages.cut(found).stream().map(Anniversary::card).toList())
                .withNotice(
                        found.isEmpty()
                                ? "This timeline of " + timeline.head().title() + " has nothing on any of these days."
                                : "")
                .withChoices(List.of(
                        new Choice("← The week before", dates.week(monday.minusWeeks(1))),
                        new Choice("The week after →", dates.week(monday.plusWeeks(1)))))
                .onPage(pages, question);
    }

    private Reply nothing(Question question, String heading, List<Section> remarks, int year, MonthDay day) {
        List<EventCard> nearest = new ArrayList<>();
        List<String> days = new ArrayList<>();
        Optional<MonthDay> before = timeline.dayBefore(day);
        Optional<MonthDay> after =
                timeline.dayAfter(day).filter(next -> !Optional.of(next).equals(before));
        before.ifPresent(found -> days.add(words.of(found)));
        after.ifPresent(found -> days.add(words.of(found)));
        before.ifPresent(found -> nearest.addAll(labelled(timeline.on(found), "nearest day before")));
        after.ifPresent(found -> nearest.addAll(labelled(timeline.on(found), "nearest day after")));
        nearest.addAll(
                labelled(timeline.withoutDay(day.getMonth()), "in " + words.of(day.getMonth()) + ", day not known"));
        Pages pages = Pages.of(question.page(), nearest.size());
        String nearestDays = days.isEmpty() ? "" : " Nearest: " + String.join(" and ", days) + ".";
        return Reply.of(heading, pages.cut(nearest))
                .withSections(remarks)
                .withNotice("This timeline of " + timeline.head().title() + " has nothing on " + words.of(day) + "."
                        + nearestDays)
                .withChoices(choices(year, day, first(question)))
                .onPage(pages, question);
    }

    private static List<EventCard> labelled(List<HistoryEvent> events, String label) {
        return events.stream().map(event -> EventCard.of(event).labelled(label)).toList();
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
        return DateQuestions.of(year, day);
    }

    private Reply month(Question question, int year, Month month) {
        List<HistoryEvent> dated = timeline.in(month);
        List<HistoryEvent> undated = timeline.withoutDay(month);
        Pages pages = Pages.of(question.page(), dated.size() + undated.size());
        List<HistoryEvent> all = Stream.concat(dated.stream(), undated.stream()).toList();
        List<EventCard> cards = pages.cut(all).stream()
                .map(event -> event.date().days().isEmpty()
                        ? EventCard.of(event).labelled("day not known")
                        : EventCard.of(event)
                                .labelled(Anniversary.age(
                                        year - event.date().firstDay().getYear())))
                .toList();
        List<Choice> neighbours = List.of(
                new Choice(
                        "← " + words.of(month.minus(1)),
                        ofMonth(month == Month.JANUARY ? year - 1 : year, month.minus(1))),
                new Choice(
                        words.of(month.plus(1)) + " →",
                        ofMonth(month == Month.DECEMBER ? year + 1 : year, month.plus(1))));
        return Reply.of(words.of(month), cards)
                .withNotice(
                        all.isEmpty()
                                ? "This timeline of " + timeline.head().title() + " has nothing in " + words.of(month)
                                        + "."
                                : "")
                .withChoices(neighbours)
                .onPage(pages, question);
    }

    private static Question ofMonth(int year, Month month) {
        return DateQuestions.of(year, month);
    }
}
