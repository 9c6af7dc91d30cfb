package dev.almanac.lookup;

import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.Suggestion;
import dev.almanac.search.PreparedSearch;
import dev.almanac.search.SearchWords;
import dev.almanac.timeline.HistoryEvent;
import java.util.List;

/** Events to choose from while one types, each with its year. */
final class EventSuggestions {
    private final PreparedSearch search;
    private final DateWords words = new DateWords();

    EventSuggestions(PreparedSearch search) {
        this.search = search;
    }

    /** The events whose titles or names begin so; none while the search isn't ready. */
    List<Suggestion> beginning(String typed) {
        return search.ready().stream()
                .flatMap(ready -> ready.beginning(SearchWords.of(typed), Command.MOST_OFFERED).stream())
                .map(this::suggestion)
                .toList();
    }

    private Suggestion suggestion(HistoryEvent event) {
        // The year stands in front, where no front cuts it off.
        int year = event.date().known().first().getYear();
        return new Suggestion(words.year(year) + " · " + event.title(), event.id());
    }
}
