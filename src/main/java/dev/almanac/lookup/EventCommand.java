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
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /event id-or-title}: one event in full, a very long one in parts. */
public final class EventCommand implements Command {
    private static final String EVENT = "event";
    private static final int OFFERED = 25;
    private static final int NAMED = 4;

    /** Leaves room for date, title and sources in any front's message, even if each character there takes two. */
    private static final int PART = 1500;

    private final Timeline timeline;

    public EventCommand(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                EVENT,
                "One event in full, found by words from its title",
                "/event alaska",
                Option.completed(EVENT, "Words from the title, or the id")
                        .ofAtMost(2 * HistoryEvent.LONGEST_TITLE)
                        .asRequired());
    }

    @Override
    public Question resolve(Request request) {
        String typed = request.option(EVENT).orElseThrow();
        return request.question().with(EVENT, find(typed).id());
    }

    private HistoryEvent find(String typed) {
        Optional<HistoryEvent> named = timeline.byId(typed);
        if (named.isPresent()) {
            return named.get();
        }
        List<HistoryEvent> titled = timeline.titled(typed, NAMED + 1);
        if (titled.isEmpty()) {
            throw new BadRequest(
                    "No event has “" + typed + "” in its title. Try /event with another word, or /random.");
        }
        Optional<HistoryEvent> whole = titled.stream()
                .filter(event ->
                        event.id().equalsIgnoreCase(typed) || event.title().equalsIgnoreCase(typed))
                .findFirst();
        if (whole.isEmpty() && titled.size() > 1) {
            String ids = titled.stream().limit(NAMED).map(HistoryEvent::id).collect(Collectors.joining(", "));
            throw new BadRequest("Several events have “" + typed + "” in their titles. Try /event with one of " + ids
                    + (titled.size() > NAMED ? " and more." : "."));
        }
        return whole.orElse(titled.get(0));
    }

    @Override
    public Reply answer(Request request) {
        HistoryEvent event = timeline.byId(request.option(EVENT).orElseThrow()).orElseThrow();
        EventCard card = EventCard.inFull(event);
        List<EventCard> parts = parts(card);
        Pages pages = new Pages(Math.min(request.question().page(), parts.size()), parts.size());
        List<Choice> choices = new ArrayList<>();
        if (!event.date().isOpen()) {
            int year = event.date().firstDay().getYear();
            choices.add(new Choice("All of " + new DateWords().year(year), YearCommand.of(year)));
        }
        return Reply.of("", List.of(parts.get(pages.number() - 1)))
                .withChoices(choices)
                .onPage(pages, request.question());
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
    public List<Suggestion> complete(String option, String typed) {
        return timeline.titled(typed, OFFERED).stream()
                .map(event -> new Suggestion(event.title(), event.id()))
                .toList();
    }
}
