package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.reading.DateReader;
import dev.almanac.reading.DateReader.Read;
import dev.almanac.reading.Reading;
import dev.almanac.reading.Reading.Impossible;
import dev.almanac.reading.Reading.InMonth;
import dev.almanac.reading.Reading.InWeek;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.reading.Reading.Nearby;
import dev.almanac.reading.Reading.OnDate;
import dev.almanac.reading.Reading.OnDay;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a date that somebody typed asks: {@code /year} or {@code /onthisday}, whichever of the two it was typed into. Where it can mean
 * several things, the question carries what was typed; so its answer says what it was taken for, and offers the rest.
 */
final class DateQuestions {
    /**
     * Carried by {@code /onthisday}: the day, month or week, with the year it is asked in: {@code 2026-03-30}, {@code 2026-03},
     * {@code 2026-W13}.
     */
    static final String DATE = "date";

    /** Carried, too: the zone that says which day is today; only when the day was named by its distance from today, or not at all. */
    static final String ZONE = "zone";

    /** Carried, too: the year whose day stands first, where one was named; it counts a year 0, which is 1 BC. */
    static final String FIRST = "first";

    private static final String TYPED = "typed";

    /** What fits into a button beside all else; a longer text isn't carried. */
    private static final int MOST_CARRIED = 32;

    private final DateReader reader;
    private final Examples examples;

    DateQuestions(Timeline timeline, Examples examples) {
        this.reader = new DateReader(timeline);
        this.examples = examples;
    }

    /** What was typed, where it can mean several things. */
    Option typed() {
        return Option.carried(TYPED).ofAtMost(MOST_CARRIED);
    }

    /**
     * The resolved question that a text asks, on the page of the request; empty where the text names no date.
     *
     * @throws BadRequest where it names one that doesn't exist
     */
    Optional<Question> resolved(Request request, String text) {
        Optional<Read> read = reader.read(text, request.today(), request.language());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Reading likeliest = read.get().likeliest();
        if (likeliest instanceof Impossible none) {
            throw refusal(none, request);
        }
        Question question = of(likeliest, request).onPage(request.question().page());
        String typed = Folding.of(read.get().part());
        String carried =
                question.option(TYPED).isPresent() ? "" : request.option(TYPED).orElse("");
        if (read.get().readings().size() > 1 && typed.length() <= MOST_CARRIED && !typed.contains("|")) {
            carried = typed;
        }
        Question whole = carried.isEmpty() ? question : question.with(TYPED, carried);
        return Optional.of(carried.isEmpty() || !others(whole).isEmpty() ? whole : question);
    }

    private BadRequest refusal(Impossible none, Request request) {
        List<Choice> nearest = none.nearest().stream()
                .map(reading -> new Choice(reading.label(), of(reading, request)))
                .toList();
        String works = none.nearest()
                .map(reading -> reading instanceof OnDay on
                        ? "/onthisday month:" + new InMonth(on.day().getMonth()).written() + " day:"
                                + on.day().getDayOfMonth()
                        : reading.written())
                .orElseGet(examples::everyYear);
        return new BadRequest(none.why() + " Try " + works + ".", nearest);
    }

    private static Question of(Reading reading, Request request) {
        int year = request.today().getYear();
        Question question = of(reading, year);
        return reading instanceof Nearby nearby
                ? question.with(ZONE, request.zone().getId())
                        .with(TYPED, nearby.called().equals("today") ? "" : nearby.called())
                : question;
    }

    private static Question of(Reading reading, int year) {
        if (reading instanceof OnDate on) {
            return of(year, MonthDay.from(on.date()))
                    .with(FIRST, String.valueOf(on.date().getYear()));
        }
        if (reading instanceof OnDay on) {
            return of(year, on.day());
        }
        if (reading instanceof InMonth in) {
            return of(year, in.month());
        }
        if (reading instanceof InWeek week) {
            return Question.of("onthisday").with(DATE, week.written());
        }
        return reading instanceof Nearby nearby
                ? of(nearby.date().getYear(), MonthDay.from(nearby.date()))
                : of(reading);
    }

    /** The question for years or months of years. */
    static Question of(Reading years) {
        return Question.of("year").with("year", years.written());
    }

    /** The question for a day, as of a year. */
    static Question of(int year, MonthDay day) {
        return Question.of("onthisday")
                .with(
                        DATE,
                        String.format(Locale.ROOT, "%04d-%02d-%02d", year, day.getMonthValue(), day.getDayOfMonth()));
    }

    /** The question for a month, as of a year. */
    static Question of(int year, Month month) {
        return Question.of("onthisday").with(DATE, String.format(Locale.ROOT, "%04d-%02d", year, month.getValue()));
    }

    /** The question for the seven days from a Monday on. */
    Question week(LocalDate monday) {
        return of(new InWeek(monday), 0);
    }

    /** What a text in canonical form means. */
    Reading reading(String written) {
        return reader.read(written, LocalDate.EPOCH, Locale.ROOT)
                .orElseThrow(
                        () -> new BadRequest("“" + written + "” isn't a date I know. Try " + examples.year() + "."))
                .likeliest();
    }

    /** The years that a text names whatever day it is; empty where it names none, or less than a year. */
    Optional<Years> years(String text) {
        return years(text, LocalDate.EPOCH).stream().findFirst();
    }

    /** All years that a text can mean, the likeliest first; empty where it names none, or less than a year. */
    List<Years> years(String text, LocalDate today) {
        return reader.read(text, today, Locale.ROOT).stream()
                .flatMap(read -> read.readings().stream())
                .filter(InYears.class::isInstance)
                .map(reading -> ((InYears) reading).years())
                .toList();
    }

    /** Whether a text names a date, and nothing else. */
    boolean isDate(String text) {
        return reader.read(text, LocalDate.EPOCH, Locale.ROOT).isPresent();
    }

    /** What a day is called by its distance from today, with a capital. */
    String nearby(Question resolved) {
        String typed = resolved.option(TYPED).orElse("");
        return new DateWords().sentence(List.of("yesterday", "tomorrow").contains(typed) ? typed : "today");
    }

    /** The reply with a line that says what was taken for what, and with the other readings to choose. */
    Reply explained(Question resolved, Reply reply) {
        List<Choice> others = others(resolved);
        if (others.isEmpty()) {
            return reply;
        }
        String typed = resolved.option(TYPED).orElseThrow();
        String line = "“" + typed + "” is read as " + meant(resolved) + ".";
        return reply.withNotice((line + " " + reply.notice()).strip())
                .withChoices(
                        Stream.concat(reply.choices().stream(), others.stream()).toList());
    }

    /** What else the text that a question carries can mean; empty where it carries none, or one that means something else. */
    private List<Choice> others(Question resolved) {
        Question plain = resolved.with(TYPED, "").onPage(1);
        List<Choice> all = all(resolved);
        List<Choice> others = new ArrayList<>(all);
        others.removeIf(choice -> choice.question().equals(plain));
        return others.size() == all.size() ? List.of() : others;
    }

    private String meant(Question resolved) {
        Question plain = resolved.with(TYPED, "").onPage(1);
        return all(resolved).stream()
                .filter(choice -> choice.question().equals(plain))
                .findFirst()
                .map(Choice::label)
                .orElseThrow();
    }

    private List<Choice> all(Question resolved) {
        Optional<String> typed = resolved.option(TYPED);
        if (typed.isEmpty() || typed.get().length() > MOST_CARRIED) {
            return List.of();
        }
        // The answer is kept for whoever asks the same: it depends on the question alone.
        String date = resolved.option(DATE).orElse("");
        int year = date.matches("\\d{4}-.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
        // A Monday is the one that it was read as: on that day it is the nearest.
        LocalDate today = date.matches("\\d{4}-\\d{2}-\\d{2}") ? day(date) : LocalDate.EPOCH;
        return reader.read(typed.get(), today, Locale.ROOT).stream()
                .flatMap(read -> read.readings().stream())
                .filter(reading -> !(reading instanceof Impossible))
                .filter(reading -> reading.isOfDays() == (year > 0))
                .map(reading -> new Choice(reading.label(), of(reading, year)))
                .toList();
    }

    /** 28 February where a common year's 29th is asked for. */
    private static LocalDate day(String date) {
        YearMonth month = YearMonth.parse(date.substring(0, 7));
        return month.atDay(Math.min(Integer.parseInt(date.substring(8)), month.lengthOfMonth()));
    }
}
