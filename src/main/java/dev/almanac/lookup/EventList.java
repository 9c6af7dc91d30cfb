package dev.almanac.lookup;

import dev.almanac.chat.Choice;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.timeline.HistoryEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What is found, at a glance: up to three events as cards, more as lines, in the order in which they were found, and what is more
 * than ten pages as parts to choose from.
 */
final class EventList {
    /** More are lines. */
    static final int CARDS = 3;

    /** More are not listed. */
    static final int MOST_LISTED = Pages.MOST * Pages.LINES;

    private static final String SEARCH = "/search finds the others";

    /**
     * All that was found.
     *
     * @param card how an event is told where there are few
     * @param question whose list it is
     */
    static Reply of(
            String heading, List<HistoryEvent> found, Function<HistoryEvent, EventCard> card, Question question) {
        if (found.size() <= CARDS) {
            return Reply.of(heading, found.stream().map(card).toList());
        }
        List<HistoryEvent> listed = listed(found);
        Pages pages = Pages.ofLines(question.page(), listed.size());
        return page(
                heading, pages.cutLines(listed), notice(count(found.size()), found.size(), SEARCH), pages, question);
    }

    /** A page of lines. */
    static Reply page(String heading, List<HistoryEvent> events, String notice, Pages pages, Question question) {
        return Reply.of(heading, List.of())
                .withLines(lines(events))
                .withNotice(notice)
                .onPage(pages, question);
    }

    /** The first three events told, on the first page, and the others in lines. */
    static Reply toldFirst(String heading, List<EventCard> cards, List<HistoryEvent> found, Question question) {
        List<HistoryEvent> others = listed(found.subList(Math.min(found.size(), CARDS), found.size()));
        Pages pages = Pages.ofLines(question.page(), others.size());
        int shown = CARDS + others.size();
        return Reply.of(heading, pages.hasPrevious() ? List.of() : cards)
                .withLines(lines(pages.cutLines(others)))
                .withNotice(
                        shown < found.size()
                                ? count(found.size()) + ". The first " + shown + " are shown; " + SEARCH + "."
                                : "")
                .onPage(pages, question);
    }

    /** So many events, with parts to choose from. */
    static Reply ofParts(String heading, String count, List<Choice> parts) {
        return Reply.of(heading, List.of())
                .withNarrower(parts)
                .withNotice(new DateWords().sentence(count) + ", too many for a list. Choose a part of them.");
    }

    /**
     * A part to choose.
     *
     * @param count how many events it has, in words
     */
    static Choice part(String words, String count, Question question) {
        return new Choice(words + " (" + count + ")", question.onPage(1));
    }

    /** {@code 1 event}, {@code 1,234 events}. */
    static String count(int events) {
        return String.format(Locale.ENGLISH, "%,d %s", events, events == 1 ? "event" : "events");
    }

    private static List<HistoryEvent> listed(List<HistoryEvent> found) {
        return found.subList(0, Math.min(found.size(), MOST_LISTED));
    }

    private static List<EventLine> lines(List<HistoryEvent> events) {
        return events.stream().map(EventLine::of).toList();
    }

    /**
     * How many there are, and whether all are listed.
     *
     * @param count the same in words
     * @param advice how to come to what isn't listed
     */
    static String notice(String count, int events, String advice) {
        return new DateWords().sentence(count) + "."
                + (events > MOST_LISTED ? " The first " + MOST_LISTED + " are listed; " + advice + "." : "");
    }

    private EventList() {}
}
