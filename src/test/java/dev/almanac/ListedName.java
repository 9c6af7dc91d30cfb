package dev.almanac;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A row of editorial/names.csv: a name that events may say without a row, because it only identifies.
 *
 * @param words of the name
 */
record ListedName(String name, String kind, List<String> words) {
    private static final Set<String> KEPT = Set.of("calendar", "nation");

    /** The kind of a word that is no name, though it never occurs in lower case. */
    private static final String HARMLESS = "word";

    ListedName {
        words = List.copyOf(words);
    }

    static ListedName of(String name, String kind) {
        return new ListedName(name, kind, Words.of(name).texts());
    }

    /** Whether it may stay though no event needs it today, like the months and the nations. */
    boolean isKept() {
        return KEPT.contains(kind);
    }

    /** Whether a word is one of its words; a harmless word is allowed at the beginning of a sentence only. */
    boolean allows(Words.Word word) {
        return (!kind.equals(HARMLESS) || word.isFirst()) && has(word);
    }

    private boolean has(Words.Word word) {
        return words.stream().anyMatch(word::isFormOf);
    }

    /** Whether the whole name stands in a text. */
    boolean standsIn(Words text) {
        return IntStream.rangeClosed(0, text.all().size() - words.size())
                .anyMatch(first -> IntStream.range(0, words.size())
                        .allMatch(i -> text.all().get(first + i).isFormOf(words.get(i))));
    }
}
