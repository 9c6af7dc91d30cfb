package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Pages;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.search.Finding;
import dev.almanac.search.PreparedSearch;
import dev.almanac.search.Scope;
import dev.almanac.search.SearchWords;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /event id-or-title}: one event in full, a very long one in parts. */
public final class EventCommand implements Command {
    private static final String EVENT = EventQuestion.EVENT;
    private static final String LIST = Question.LIST;

    /** In characters (UTF-16 units): the longest of any command, with room. */
    private static final int LONGEST_LIST = 200;

    /** As much of it as a button that turns to another part can carry beside the event. */
    private static final int LONGEST_CARRIED = 75;

    /** A whole title is among so many finds for its words. */
    private static final int LOOKED_AT = 25;

    /** Leaves room for date, title and sources in any front's message, even if each character there takes two. */
    private static final int PART = 1500;

    private final Timeline timeline;
    private final PreparedSearch search;
    private final Examples examples;
    private final EventSuggestions suggestions;
    private final boolean takesReports;

    public EventCommand(Timeline timeline, PreparedSearch search, Examples examples) {
        this(timeline, search, examples, false);
    }

    private EventCommand(Timeline timeline, PreparedSearch search, Examples examples, boolean takesReports) {
        this.timeline = timeline;
        this.search = search;
        this.examples = examples;
        this.suggestions = new EventSuggestions(search);
        this.takesReports = takesReports;
    }

    /** The same, with a way to report a mistake below each event. */
    public EventCommand takingReports() {
        return new EventCommand(timeline, search, examples, true);
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        EVENT,
                        "One event in full, found by its words",
                        examples.event(),
                        Option.completed(EVENT, "Words of the event, or its id")
                                .ofAtMost(2 * HistoryEvent.LONGEST_TITLE)
                                .asRequired(),
                        Option.carried(LIST).ofAtMost(LONGEST_LIST))
                .searching();
    }

    @Override
    public Question resolve(Request request) {
        String typed = request.option(EVENT).orElseThrow();
        return only(typed)
                .map(event -> question(event, request.question()))
                .orElseGet(() -> SearchCommand.of(typed, examples));
    }

    private static Question question(HistoryEvent event, Question asked) {
        return asked.list()
                .map(list -> list.opening(EventKey.of(event.id()).toString()))
                .orElseGet(() -> EventQuestion.of(event.id()))
                .onPage(asked.page());
    }

    /**
     * The event of this id, key or title, or the only one that has these words as they are typed; empty where there are several.
     *
     * @throws BadRequest when there is none
     */
    private Optional<HistoryEvent> only(String typed) {
        Optional<HistoryEvent> named = named(typed);
        if (named.isPresent()) {
            return named;
        }
        Finding finding = SearchCommand.ready(search).find(SearchWords.of(typed), Scope.EVERYWHERE, 0, LOOKED_AT);
        List<HistoryEvent> found = finding.events();
        if (found.isEmpty()) {
            throw new BadRequest("No event has “" + typed + "”. Try /event with another word, or /random.");
        }
        return found.size() == 1 && finding.read().isEmpty()
                ? Optional.of(found.get(0))
                : found.stream()
                        .filter(event -> Folding.of(event.title()).equals(Folding.of(typed)))
                        .findFirst();
    }

    private Optional<HistoryEvent> named(String typed) {
        return timeline.byId(Folding.of(typed)).or(() -> timeline.byKey(typed));
    }

    @Override
    public Reply answer(Request request) {
        String named = request.option(EVENT).orElseThrow();
        HistoryEvent event =
                timeline.byId(named).or(() -> timeline.byKey(named)).orElseThrow();
        EventCard card = EventCard.inFull(event);
        List<EventCard> parts = parts(card);
        Pages pages = new Pages(Math.min(request.question().page(), parts.size()), parts.size());
        Question question = request.question();
        boolean carried = question.option(LIST)
                .filter(list -> list.length() > LONGEST_CARRIED)
                .isEmpty();
        List<Choice> back = question.list().stream()
                .map(list -> new Choice("Back to the list", list))
                .toList();
        return Reply.of("", List.of(parts.get(pages.number() - 1)))
                .withChoices(back)
                .withMoreChoices(EventQuestion.next(event))
                .withMoreChoices(takesReports ? List.of(ReportCommand.offer(event)) : List.of())
                .onPage(pages, carried ? question : question.with(LIST, ""));
    }

    /** The card, or as many as its text and note fill; the note stands last. */
    private static List<EventCard> parts(EventCard card) {
        List<EventCard> parts = new ArrayList<>();
        String rest = card.text();
        while (!rest.isEmpty() && rest.length() + card.note().length() > PART) {
            int end = rest.length() <= PART ? rest.length() : wordEnd(rest);
            parts.add(card.telling(rest.substring(0, end).strip(), ""));
            rest = rest.substring(end).strip();
        }
        parts.add(card.telling(rest, card.note()));
        return parts;
    }

    private static int wordEnd(String text) {
        int blank = Math.max(text.lastIndexOf(' ', PART), text.lastIndexOf('\n', PART));
        return blank > 0 ? blank : PlainText.end(text, PART);
    }

    @Override
    public CompletableFuture<Void> readiness(Question question) {
        return question.option(EVENT).flatMap(this::named).isPresent()
                ? CompletableFuture.completedFuture(null)
                : search.readiness();
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        return suggestions.beginning(typed);
    }
}
