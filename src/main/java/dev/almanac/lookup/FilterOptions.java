package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.reading.Reading.InYears;
import dev.almanac.search.Scope;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The options by which people narrow what a command chooses from: {@code category}, {@code from} and {@code to}. */
final class FilterOptions {
    private static final String CATEGORY = "category";
    private static final String FROM = "from";
    private static final String TO = "to";
    static final List<String> NAMES = List.of(CATEGORY, FROM, TO);

    private static final int MOST_CHOICES = 25;

    /** Carried: what was typed into {@code from} and {@code to} where it can mean several years; one text where it's the same in both. */
    private static final String TYPED = "typed";

    private static final String AND = ",";
    private static final int LONGEST_TYPED = 40;

    private final List<Category> categories;
    private final Examples examples;
    private final DateQuestions dates;

    FilterOptions(Timeline timeline, Examples examples) {
        this.categories = timeline.head().categories();
        this.examples = examples;
        this.dates = new DateQuestions(timeline, examples);
    }

    /** All of them, and those that only buttons carry; what explains a choice of years stands last. */
    Option[] and(Option... carried) {
        return Stream.of(Stream.of(category(), from(), to()), Stream.of(carried), Stream.of(typed()))
                .flatMap(options -> options)
                .toArray(Option[]::new);
    }

    /** What {@link #explained} needs. */
    Option typed() {
        return Option.carried(TYPED).ofAtMost(LONGEST_TYPED);
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
        Bound from = bound(request, FROM);
        Bound to = bound(request, TO);
        if (from.isSet() && to.isSet() && from.first() > to.last()) {
            Bound later = from;
            from = to;
            to = later;
        }
        String typed = ambiguous(from, to);
        return question.with(FROM, from.isSet() ? written(from.first()) : "")
                .with(TO, to.isSet() ? written(to.last()) : "")
                .with(
                        TYPED,
                        typed.isEmpty() || typed.length() > LONGEST_TYPED
                                ? question.option(TYPED).orElse("")
                                : typed);
    }

    /**
     * An end of the years.
     *
     * @param readings the likeliest first; empty where nothing was typed
     */
    private record Bound(String typed, List<Years> readings) {
        boolean isSet() {
            return !readings.isEmpty();
        }

        int first() {
            return readings.get(0).first();
        }

        int last() {
            return readings.get(0).last();
        }

        /** What was typed, where this end of it can mean several years and can be carried; else empty. */
        String ambiguous(ToIntFunction<Years> end) {
            return readings.stream().mapToInt(end).distinct().count() > 1
                            && !typed.contains(AND)
                            && !typed.contains("|")
                    ? typed
                    : "";
        }
    }

    private static String ambiguous(Bound from, Bound to) {
        String first = from.ambiguous(Years::first);
        String last = to.ambiguous(Years::last);
        boolean same = from.typed().equals(to.typed());
        return (first + last).isEmpty() ? "" : same ? from.typed() : first + AND + last;
    }

    private Bound bound(Request request, String option) {
        String typed = request.option(option).orElse("");
        List<Years> readings = typed.isEmpty() ? List.of() : dates.years(typed, request.today());
        if (readings.isEmpty() && !typed.isEmpty()) {
            throw new BadRequest("“" + typed + "” isn't a year I know. Try " + examples.scopes() + ".");
        }
        return new Bound(Folding.of(typed), readings);
    }

    private Optional<Years> years(Request resolved, String option) {
        return resolved.option(option).flatMap(dates::years);
    }

    /** The question without what explains how its years were chosen: what buttons carry. */
    static Question plain(Question resolved) {
        return resolved.with(TYPED, "");
    }

    /** The reply with a line that says as which years an ambiguous text was read, and with the others to choose. */
    Reply explained(Request resolved, Reply reply) {
        List<String> typed = List.of(resolved.option(TYPED).orElse("").split(AND, -1));
        Reply explained = reply;
        if (typed.size() == 1) {
            return explained(resolved, typed.get(0), List.of(FROM, TO), explained);
        }
        explained = explained(resolved, typed.get(1), List.of(TO), explained);
        return explained(resolved, typed.get(0), List.of(FROM), explained);
    }

    private Reply explained(Request resolved, String typed, List<String> ends, Reply reply) {
        List<Years> readings = typed.isEmpty() ? List.of() : dates.years(typed, resolved.today());
        Question plain = plain(resolved.question()).onPage(1);
        Optional<Years> chosen = readings.stream()
                .filter(years -> reading(plain, ends, years).equals(plain))
                .findFirst();
        if (chosen.isEmpty()) {
            return reply;
        }
        String line = "“" + typed + "” is read as " + label(chosen.get()) + ".";
        return reply.withNotice((line + " " + reply.notice()).strip())
                .withMoreChoices(readings.stream()
                        .filter(years -> !years.equals(chosen.get()))
                        .map(years -> new Choice(label(years), reading(plain, ends, years)))
                        .toList());
    }

    private static String label(Years years) {
        return new InYears(years).label();
    }

    private static Question reading(Question plain, List<String> ends, Years years) {
        Question question = plain;
        for (String end : ends) {
            question = question.with(end, written(end.equals(FROM) ? years.first() : years.last()));
        }
        return question;
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
        Optional<Years> from = years(request, FROM);
        Optional<Years> to = years(request, TO);
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
        StringBuilder scope = new StringBuilder();
        request.option(FROM).ifPresent(year -> scope.append(" from ").append(year));
        request.option(TO).ifPresent(year -> scope.append(" to ").append(year));
        request.option(CATEGORY)
                .flatMap(id -> categories.stream()
                        .filter(category -> category.id().equals(id))
                        .findFirst())
                .ifPresent(category -> scope.append(", ").append(category.title()));
        return scope.toString();
    }
}
