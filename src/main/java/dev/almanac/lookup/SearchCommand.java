package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Pages;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.search.EventSearch;
import dev.almanac.search.Finding;
import dev.almanac.search.PreparedSearch;
import dev.almanac.search.Scope;
import dev.almanac.search.SearchWords;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code /search words [from] [to] [category]}: the events that have these words. */
public final class SearchCommand implements Command {
    private static final String SEARCH = "search";
    private static final String WORDS = "words";

    /** A day that was typed among the words; only its year is searched. */
    private static final String DATE = "date";

    private static final int LONGEST_DATE = 32;

    /** Stands before the id of an event that was chosen while typing; an id alone may be a word that somebody searches for. */
    private static final String CHOSEN = "#";

    private static final int MOST_TYPED = 200;

    private final Timeline timeline;
    private final PreparedSearch search;
    private final Examples examples;
    private final FilterOptions filter;
    private final EventSuggestions suggestions;
    private final DateWords dates = new DateWords();

    public SearchCommand(Timeline timeline, PreparedSearch search, Examples examples) {
        this.timeline = timeline;
        this.search = search;
        this.examples = examples;
        this.filter = new FilterOptions(timeline, examples);
        this.suggestions = new EventSuggestions(search);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        SEARCH,
                        "Events by words: people, places, things, with a year if you like",
                        examples.search(),
                        Option.completed(WORDS, "Names or other words, \"in quotation marks\" side by side")
                                .ofAtMost(MOST_TYPED)
                                .asRequired()
                                .takingTheRest(),
                        filter.from(),
                        filter.to(),
                        filter.category(),
                        Option.carried(DATE).ofAtMost(LONGEST_DATE),
                        filter.typed())
                .searching();
    }

    @Override
    public Question resolve(Request request) {
        String typed = request.option(WORDS).orElseThrow();
        if (typed.startsWith(CHOSEN) && timeline.byId(typed.substring(1)).isPresent()) {
            return EventQuestion.of(typed.substring(1));
        }
        return filter.resolve(request).with(WORDS, words(typed, examples).written());
    }

    /**
     * The question for all events that have the words of a text.
     *
     * @throws BadRequest when it has none, or too many
     */
    static Question of(String typed, Examples examples) {
        return Question.of(SEARCH).with(WORDS, words(typed, examples).written());
    }

    static SearchWords words(String typed, Examples examples) {
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            throw new BadRequest("“" + typed + "” has no word to search for. Try " + examples.everySearch() + ".");
        }
        int length = words.written().length();
        if (length > SearchWords.LONGEST) {
            throw new BadRequest("“" + PlainText.cut(words.written(), SearchWords.LONGEST) + "” is too long by "
                    + new DateWords().count(length - SearchWords.LONGEST, "character") + ": a search has at most "
                    + SearchWords.LONGEST + ". Try " + examples.everySearch() + ".");
        }
        return words;
    }

    /** @throws BadRequest when it is still being built */
    static EventSearch ready(PreparedSearch search) {
        return search.ready()
                .orElseThrow(() -> new BadRequest(
                        "I'm still reading my timeline and can't search it yet. Try again in a moment; /year and"
                                + " /onthisday work already."));
    }

    @Override
    public Reply answer(Request request) {
        return filter.explained(request, found(request));
    }

    private Reply found(Request request) {
        SearchWords words = SearchWords.of(request.option(WORDS).orElseThrow());
        Question question = FilterOptions.plain(request.question()).with(DATE, "");
        EventSearch ready = ready(search);
        Finding finding = find(ready, words, request, question.page());
        Pages pages = Pages.ofLines(question.page(), Math.min(finding.count(), EventList.MOST_LISTED));
        if (pages.number() < question.page()) {
            finding = find(ready, words, request, pages.number());
        }
        String heading = "Search: " + words.written() + filter.words(request);
        if (finding.count() == 0) {
            return Reply.of(heading, List.of())
                    .withNotice((day(request) + " ").stripLeading() + "No event of this timeline of "
                            + timeline.head().title() + filter.words(request) + " has "
                            + (words.all().size() == 1 ? "that word." : "all of these words."))
                    .withChoices(everywhere(ready, words, request))
                    .withMoreChoices(others(finding, question));
        }
        if (finding.count() == 1) {
            return Reply.of(heading, List.of(EventCard.inFull(finding.events().get(0))))
                    .withNotice(read(finding, request))
                    .withChoices(EventQuestion.next(finding.events().get(0)));
        }
        if (finding.count() <= EventList.CARDS) {
            return Reply.of(
                            heading,
                            finding.events().stream().map(EventCard::of).toList())
                    .withNotice(read(finding, request))
                    .withMoreChoices(List.of(PictureQuestion.offered(question)));
        }
        List<Choice> parts = finding.count() > EventList.MOST_LISTED ? parts(ready, words, request) : List.of();
        Reply reply = parts.isEmpty()
                ? EventList.page(
                        heading,
                        finding.events(),
                        EventList.notice(count(finding), finding.count(), "another word finds fewer"),
                        pages,
                        question)
                : EventList.ofParts(heading, count(finding), parts);
        return reply.withNotice((read(finding, request) + " " + reply.notice()).strip())
                .withMoreChoices(List.of(PictureQuestion.offered(question)));
    }

    private Finding find(EventSearch ready, SearchWords words, Request request, int page) {
        int first = Pages.ofLines(page, EventList.MOST_LISTED).number() - 1;
        return ready.find(words, filter.scope(request), first * Pages.LINES, Pages.LINES);
    }

    /** The same search in parts of its years. */
    private List<Choice> parts(EventSearch ready, SearchWords words, Request request) {
        Scope scope = filter.scope(request);
        Years years = scope.years() == null ? new Years(Years.EARLIEST, Years.LATEST) : scope.years();
        List<Years> parts = Parts.of(years, timeline);
        List<Integer> counts = ready.count(words, scope, parts);
        return IntStream.range(0, parts.size())
                .filter(part -> counts.get(part) > 0)
                .mapToObj(part -> EventList.part(
                        dates.of(parts.get(part)),
                        EventList.count(counts.get(part)),
                        filter.with(FilterOptions.plain(request.question()).with(DATE, ""), parts.get(part))))
                .toList();
    }

    /** The same words wherever they are, where that finds something and these limits don't. */
    private static List<Choice> everywhere(EventSearch ready, SearchWords words, Request request) {
        boolean limited = FilterOptions.NAMES.stream()
                .anyMatch(name -> request.option(name).isPresent());
        int count = limited ? ready.find(words, Scope.EVERYWHERE, 0, 1).count() : 0;
        return count == 0
                ? List.of()
                : List.of(new Choice("Search everywhere", Question.of(SEARCH).with(WORDS, words.written())));
    }

    private static List<Choice> others(Finding finding, Question question) {
        return finding.others().stream()
                .map(SearchWords::written)
                .filter(written -> written.length() <= SearchWords.LONGEST)
                .map(written -> new Choice(
                        "Search for " + written, question.with(WORDS, written).onPage(1)))
                .toList();
    }

    /** What was read otherwise than typed; empty where nothing was. */
    private static String read(Finding finding, Request request) {
        return (day(request) + " " + misspelt(finding)).strip();
    }

    private static String day(Request request) {
        return request.option(DATE)
                .map(day -> "Of “" + day + "” only the year is searched.")
                .orElse("");
    }

    private static String misspelt(Finding finding) {
        return finding.read().entrySet().stream()
                .map(word -> "No event has “" + word.getKey() + "”; "
                        + (finding.count() == 1 ? "this one has" : "these have")
                        + word.getValue().stream()
                                .map(other -> " “" + other + "”")
                                .collect(Collectors.joining(" or"))
                        + ".")
                .collect(Collectors.joining(" "));
    }

    private static String count(Finding finding) {
        return (finding.more() ? "more than " : "") + EventList.count(finding.count());
    }

    @Override
    public CompletableFuture<Void> readiness(Question question) {
        return search.readiness();
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return option.equals(WORDS)
                ? suggestions.beginning(typed).stream()
                        .map(event -> new Suggestion(event.name(), CHOSEN + event.value()))
                        .toList()
                : List.of();
    }
}
