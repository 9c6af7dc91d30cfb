package dev.almanac.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a timeline by what the forms of a word have in common. */
final class Forms {
    private final Stems stems = new Stems();
    private final Map<String, List<String>> byStem = new HashMap<>();

    /** A word with a number has no other forms. */
    void add(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return;
        }
        byStem.computeIfAbsent(stems.of(word), none -> new ArrayList<>(1)).add(word);
    }

    /** The words that are forms of this one, which may be any; itself is one where an event has it. */
    List<String> of(String word) {
        return byStem.getOrDefault(stems.of(word), List.of());
    }
}
