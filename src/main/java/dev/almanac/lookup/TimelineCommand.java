package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.search.Finding;
import dev.almanac.search.PreparedSearch;
import dev.almanac.search.Scope;
import dev.almanac.search.SearchWords;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code /timeline [from] [to] [category] [words]}: the picture of a span of years. Buttons ask it for the plate of a day, so that
 * pictures are drawn by one command, where nobody waits for them.
 */
public final class TimelineCommand implements Command {
    private static final String WORDS = PictureQuestion.WORDS;
    private static final String DAY = PictureQuestion.DAY;

    private final Timeline timeline;
    private final PreparedSearch search;
    private final Pictures pictures;
    private final Examples examples;
    private final Anniversaries anniversaries;
    private final FilterOptions filter;
    private final DateQuestions dates;
    private final DateWords words = new DateWords();

    public TimelineCommand(Timeline timeline, PreparedSearch search, Pictures pictures, Examples examples) {
        this.timeline = timeline;
        this.search = search;
        this.pictures = pictures;
        this.examples = examples;
        this.anniversaries = new Anniversaries(timeline);
        this.filter = new FilterOptions(timeline, examples);
        this.dates = new DateQuestions(timeline, examples);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        PictureQuestion.TIMELINE,
                        "A picture of a span of years: what happened how often, and the turning points",
                        examples.span(),
                        filter.from(),
                        filter.to(),
                        filter.category(),
                        Option.text(WORDS, "Only events with these words"),
                        Option.carried(DAY),
                        filter.typed())
                .searching();
    }

    @Override
    public Question resolve(Request request) {
        Optional<LocalDate> day = request.option(DAY).map(this::day);
        if (day.isPresent()) {
            return PictureQuestion.of(day.get());
        }
        String typed = request.option(WORDS).orElse("");
        return filter.resolve(request)
                .with(
                        WORDS,
                        typed.isEmpty()
                                ? ""
                                : SearchCommand.words(typed, examples).written());
    }

    private LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new BadRequest("“" + written + "” isn't a day I know. Try " + examples.onThisDay() + ".");
        }
    }

    @Override
    public CompletableFuture<Void> readiness(Question question) {
        return question.option(WORDS).isPresent() ? search.readiness() : CompletableFuture.completedFuture(null);
    }

    @Override
    public Reply answer(Request request) {
        Optional<LocalDate> day = request.option(DAY).map(this::day);
        return day.isPresent() ? plate(day.get()) : filter.explained(request, span(request));
    }

    private Reply plate(LocalDate day) {
        List<Mark> marks = anniversaries.of(MonthDay.from(day), day.getYear()).stream()
                .map(found -> new Mark(found.event(), day.getYear() - found.years()))
                .toList();
        Question events = OnThisDayCommand.of(day);
        return Reply.of(words.of(MonthDay.from(day)), List.of())
                .withPicture(pictures.ofDay(MonthDay.from(day), marks))
                .withChoices(List.of(new Choice("Read about this day", events)));
    }

    private Reply span(Request request) {
        Scope scope = filter.scope(request);
        Optional<SearchWords> wanted = request.option(WORDS).map(SearchWords::of);
        List<HistoryEvent> found = found(scope, wanted);
        String kind = category(scope).map(Category::title).orElse("");
        if (found.isEmpty()) {
            return Reply.of("A line of time", List.of())
                    .withNotice("This timeline of " + timeline.head().title() + " has nothing to draw"
                            + wanted.map(some -> " with " + some.written()).orElse("") + filter.words(request) + ".");
        }
        Years years = years(request, found);
        boolean cut = wanted.isPresent() && found.size() >= Finding.COUNTED;
        String remark = (cut ? "The best " : "") + String.format(Locale.ENGLISH, "%,d", found.size())
                + (found.size() == 1 ? " event" : " events") + " of "
                + timeline.head().title() + (kind.isEmpty() ? "" : ", " + kind)
                + wanted.map(some -> ", with " + some.written()).orElse("");
        return Reply.of(words.of(years), List.of())
                .withPicture(pictures.ofSpan(
                        request.question().toString(),
                        words.of(years),
                        remark,
                        years,
                        category(scope).orElse(null),
                        found))
                .withNotice(remark + ".")
                .withChoices(reading(request, years, wanted));
    }

    /** Those of the span, by date. */
    private List<HistoryEvent> found(Scope scope, Optional<SearchWords> wanted) {
        if (wanted.isPresent()) {
            return SearchCommand.ready(search).find(wanted.get(), scope, 0, Finding.COUNTED).events().stream()
                    .filter(event -> event.date().start() != null)
                    .sorted()
                    .toList();
        }
        Years years = Optional.ofNullable(scope.years()).orElse(new Years(Years.EARLIEST, Years.LATEST));
        List<HistoryEvent> begun = timeline.beginningIn(years);
        if (scope.category() == null) {
            return begun;
        }
        List<HistoryEvent> found = new ArrayList<>();
        for (HistoryEvent event : begun) {
            for (Category category : event.categories()) {
                if (category.id().equals(scope.category())) {
                    found.add(event);
                    break;
                }
            }
        }
        return found;
    }

    /** As asked; where an end is left open, that of what was found. */
    private Years years(Request request, List<HistoryEvent> found) {
        int first = found.get(0).date().firstDay().getYear();
        int last = found.get(found.size() - 1).date().firstDay().getYear();
        List<Integer> asked = new ArrayList<>();
        asked.add(request.option("from").flatMap(dates::years).map(Years::first).orElse(first));
        asked.add(request.option("to").flatMap(dates::years).map(Years::last).orElse(last));
        asked.sort(null);
        return new Years(asked.get(0), asked.get(1));
    }

    private Optional<Category> category(Scope scope) {
        return timeline.head().categories().stream()
                .filter(category -> category.id().equals(scope.category()))
                .findFirst();
    }

    /** What tells of these events in words. */
    private static List<Choice> reading(Request request, Years years, Optional<SearchWords> wanted) {
        Question question = request.question();
        if (wanted.isPresent()) {
            Question events = Question.of("search");
            for (String option : PictureQuestion.SEARCHED) {
                events = events.with(option, question.option(option).orElse(""));
            }
            return List.of(new Choice("Read about them", events));
        }
        return request.option("category").isPresent()
                ? List.of()
                : List.of(new Choice("Read about these years", YearCommand.of(years)));
    }
}
