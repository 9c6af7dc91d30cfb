package dev.almanac.lookup;

import dev.almanac.chat.Choice;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.Question;
import dev.almanac.timeline.HistoryEvent;
import java.util.List;

/** The question for one event, and what can be asked next to it. */
final class EventQuestion {
    /** The command, and its option. */
    static final String EVENT = "event";

    /** By an id that the event has or had. */
    static Question of(String id) {
        return Question.of(EVENT).with(EVENT, id);
    }

    /** All of its year, where that is known. */
    static List<Choice> next(HistoryEvent event) {
        if (event.date().isOpen()) {
            return List.of();
        }
        int year = event.date().firstDay().getYear();
        return List.of(new Choice("All of " + new DateWords().year(year), YearCommand.of(year)));
    }

    private EventQuestion() {}
}
