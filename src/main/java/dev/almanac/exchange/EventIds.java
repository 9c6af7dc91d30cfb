package dev.almanac.exchange;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.WordId;
import java.util.HashSet;
import java.util.Set;

/** Makes ids from words: those that are taken are never given again. */
final class EventIds {
    private final Set<String> taken;

    EventIds(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** A new id for an event: of its title, with its year or a number after it where that is taken. */
    String give(String title, HistoricalDate date) {
        String words = WordId.of(title);
        String day = WordId.of(date.toString());
        if (words.isEmpty()) {
            return firstFree("event-" + day);
        }
        if (taken.add(words)) {
            return words;
        }
        String year = day.length() >= 4 ? day.substring(0, 4) : day;
        return firstFree(WordId.cut(words, HistoryEvent.LONGEST_ID - 8) + "-" + year);
    }

    /** A new id for something that has no date. */
    String give(String words, String otherwise) {
        String id = WordId.of(words);
        return firstFree(id.isEmpty() ? otherwise : id);
    }

    private String firstFree(String id) {
        String free = id;
        for (int number = 2; !taken.add(free); number++) {
            free = WordId.cut(id, HistoryEvent.LONGEST_ID - 8) + "-" + number;
        }
        return free;
    }

    void take(String id) {
        taken.add(id);
    }

    boolean isTaken(String id) {
        return taken.contains(id);
    }
}
