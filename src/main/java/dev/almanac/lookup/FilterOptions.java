package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.search.Scope;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.List;
import java.util.Optional;

/** The options by which people narrow what a command chooses from: {@code category}, {@code from} and {@code to}. */
final class FilterOptions {
    private static final String CATEGORY = "category";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int MOST_CHOICES = 25;

    private final List<Category> categories;
    private final Examples examples;
    private final DateQuestions dates;

    FilterOptions(Timeline timeline, Examples examples) {
        this.categories = timeline.head().categories();
        this.examples = examples;
        this.dates = new DateQuestions(timeline, examples);
    }

    Option category() {
        List<Suggestion> choices = categories.stream()
                .map(category -> new Suggestion(category.title(), category.id()))
                .limit(MOST_CHOICES)
                .toList();
        return Option.choice(CATEGORY, "Only events of this kind", choices);
    }

    Option from() {
        return Option.text(FROM, "Only events from this year on, like " + examples.first());
    }

    Option to() {
        return Option.text(TO, "Only events up to this year, like " + examples.last());
    }

    /**
     * The question with its years in canonical form.
     *
     * @throws BadRequest when there is no such category, or a year can't be read
     */
    Question resolve(Request request) {
        Question question = request.question();
        request.option(CATEGORY).ifPresent(this::requireCategory);
        Optional<Years> from = request.option(FROM).map(this::years);
        Optional<Years> to = request.option(TO).map(this::years);
        if (from.isPresent() && to.isPresent() && from.get().first() > to.get().last()) {
            Optional<Years> later = from;
            from = to;
            to = later;
        }
        question = question.with(FROM, from.map(years -> written(years.first())).orElse(""))
                .with(TO, to.map(years -> written(years.last())).orElse(""));
        return question;
    }

    private Years years(String typed) {
        return dates.years(typed)
                .orElseThrow(
                        () -> new BadRequest("“" + typed + "” isn't a year I know. Try " + examples.scopes() + "."));
    }

    private static String written(int year) {
        return new InYears(Years.of(year)).written();
    }

    private void requireCategory(String category) {
        List<String> known = categories.stream().map(Category::id).toList();
        if (!known.contains(category)) {
            throw new BadRequest(
                    "“" + category + "” isn't a category here. Try one of " + String.join(", ", known) + ".");
        }
    }

    /** What a resolved request is narrowed to. */
    Scope scope(Request request) {
        String category = request.option(CATEGORY).orElse(null);
        Optional<Years> from = request.option(FROM).map(this::years);
        Optional<Years> to = request.option(TO).map(this::years);
        if (from.isEmpty() && to.isEmpty()) {
            return new Scope(category, null);
        }
        int first = from.map(Years::first).orElse(Years.EARLIEST);
        int last = to.map(Years::last).orElse(Years.LATEST);
        return new Scope(category, new Years(Math.min(first, last), Math.max(first, last)));
    }

    /** The question with this scope of years. */
    Question with(Question question, Years years) {
        return question.with(FROM, new InYears(Years.of(years.first())).written())
                .with(TO, new InYears(Years.of(years.last())).written());
    }

    /** The scope in words, to stand behind what is searched; empty where it is everywhere. */
    String words(Request request) {
        StringBuilder words = new StringBuilder();
        request.option(FROM).ifPresent(year -> words.append(" from ").append(year));
        request.option(TO).ifPresent(year -> words.append(" to ").append(year));
        request.option(CATEGORY)
                .flatMap(id -> categories.stream()
                        .filter(category -> category.id().equals(id))
                        .findFirst())
                .ifPresent(category -> words.append(", ").append(category.title()));
        return words.toString();
    }
}
