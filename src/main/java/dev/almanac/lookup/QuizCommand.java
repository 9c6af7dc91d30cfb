package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Option;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.search.Scope;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /quiz [category] [from] [to]}: which of two events came first. Its buttons carry the two, so that nothing is kept. */
public final class QuizCommand implements Command {
    private static final String QUIZ = "quiz";

    /** The keys of the two events, one behind the other. */
    private static final String PAIR = "pair";

    /** Which of them was said to come first: 1 or 2. */
    private static final String ANSWER = "answer";

    private static final int KEY_LENGTH = 8;
    private static final int TRIES = 100;
    private static final int LOOKED_AT = 5000;

    /** What could tell when it was: a number of three digits or more, a month, a century. */
    private static final Pattern DATED = Pattern.compile(
            "\\d{3}|\\b(January|February|March|April|May|June|July|August|September|October|November|December)\\b"
                    + "|(?i:\\bcentur(y|ies)\\b|\\d0s\\b|\\bB\\.?C\\b|\\bA\\.?D\\b)");

    private final Timeline timeline;
    private final RandomGenerator random;
    private final FilterOptions filter;

    /** @param random chooses; used from many threads */
    public QuizCommand(Timeline timeline, RandomGenerator random, Examples examples) {
        this.timeline = timeline;
        this.random = random;
        this.filter = new FilterOptions(timeline, examples);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        QUIZ,
                        "Guess which of two events came first",
                        "/quiz",
                        filter.and(Option.carried(PAIR), Option.carried(ANSWER)))
                .neverKept();
    }

    @Override
    public Question resolve(Request request) {
        return filter.resolve(request);
    }

    @Override
    public Reply answer(Request request) {
        Optional<Pair> asked = request.option(PAIR).map(this::pair);
        Optional<String> answer = request.option(ANSWER).filter(any -> asked.isPresent());
        Question plain = FilterOptions.plain(request.question())
                .with(PAIR, "")
                .with(ANSWER, "")
                .onPage(1);
        if (answer.isPresent()) {
            return judged(asked.get(), answer.get(), request.question().onPage(1), plain);
        }
        return filter.explained(
                request,
                asked.or(() -> draw(filter.scope(request)))
                        .map(pair -> asking(pair, plain))
                        .orElseGet(() -> Reply.of("Which came first?", List.of())
                                .withNotice(
                                        "This timeline of " + timeline.head().title()
                                                + " has no two events that match and can be told apart. Try fewer conditions, or just"
                                                + " /quiz.")));
    }

    /** The two in the order in which they are asked. */
    private record Pair(HistoryEvent first, HistoryEvent second) {
        /** Whether it is known which came first. */
        boolean isTellable() {
            return isBefore(first, second) || isBefore(second, first);
        }

        private static boolean isBefore(HistoryEvent one, HistoryEvent other) {
            return one.date().lastDay().isBefore(other.date().firstDay());
        }

        HistoryEvent earlier() {
            return isBefore(first, second) ? first : second;
        }

        String written() {
            return EventKey.of(first.id()) + EventKey.of(second.id()).toString();
        }
    }

    private Pair pair(String written) {
        Optional<HistoryEvent> first = timeline.byKey(written.substring(0, Math.min(KEY_LENGTH, written.length())));
        Optional<HistoryEvent> second = timeline.byKey(written.substring(Math.min(KEY_LENGTH, written.length())));
        return first.flatMap(one -> second.map(other -> new Pair(one, other)))
                .filter(Pair::isTellable)
                .orElseThrow(() -> new BadRequest(
                        "The timeline has changed, and these two can't be compared any more. Try /quiz."));
    }

    private static Reply asking(Pair pair, Question plain) {
        Question question = plain.with(PAIR, pair.written());
        return Reply.ofSections(
                        "Which came first?",
                        List.of(
                                new Section("1", EventLine.of(pair.first()).title()),
                                new Section("2", EventLine.of(pair.second()).title())))
                .withChoices(List.of(
                        new Choice("First", question.with(ANSWER, "1")),
                        new Choice("Second", question.with(ANSWER, "2"))));
    }

    private static Reply judged(Pair pair, String answer, Question question, Question plain) {
        if (!answer.matches("[12]")) {
            throw new BadRequest("“" + answer + "” is neither 1 nor 2. Try /quiz.");
        }
        HistoryEvent said = answer.equals("1") ? pair.first() : pair.second();
        boolean right = said.equals(pair.earlier());
        List<EventLine> lines = Stream.of(pair.first(), pair.second())
                .sorted()
                .map(EventLine::of)
                .toList();
        return Reply.of(right ? "Right!" : "No, the other one came first.", List.of())
                .withLines(lines)
                .withChoices(List.of(new Choice("Another", plain)))
                .onPage(Pages.ONE, question);
    }

    /** Two events by chance; empty where no two of them will do. */
    private Optional<Pair> draw(Scope scope) {
        Dealing events = Dealing.of(timeline, scope);
        for (int i = 0; i < TRIES && events.size() > 1; i++) {
            Pair drawn = new Pair(any(events), any(events));
            if (isFit(drawn.first()) && isFit(drawn.second()) && drawn.isTellable()) {
                return Optional.of(drawn);
            }
        }
        return search(events);
    }

    private HistoryEvent any(Dealing events) {
        return events.at(new Shuffle(random.nextInt(), random.nextInt(events.size())));
    }

    /** Where chance finds nothing, few can be told apart: the one that ended first and the one that began last. */
    private Optional<Pair> search(Dealing events) {
        List<HistoryEvent> fit = new ArrayList<>();
        events.byWeight()
                .forEach(some -> some.stream()
                        .limit(LOOKED_AT)
                        .filter(QuizCommand::isFit)
                        .forEach(fit::add));
        Optional<HistoryEvent> earliest =
                fit.stream().min(Comparator.comparing(event -> event.date().lastDay()));
        Optional<HistoryEvent> latest =
                fit.stream().max(Comparator.comparing(event -> event.date().firstDay()));
        return earliest.flatMap(
                        one -> latest.map(other -> random.nextBoolean() ? new Pair(one, other) : new Pair(other, one)))
                .filter(Pair::isTellable);
    }

    /** Whether it is known when it was, its title doesn't tell, and nobody minds playing with it. */
    private static boolean isFit(HistoryEvent event) {
        return !event.date().isOpen()
                && !event.date().isDoubtful()
                && !event.sensitive()
                && !DATED.matcher(event.title()).find();
    }
}
