package dev.almanac.reading;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that a rule looks for, as they are easiest to read and to add to. */
final class WordList {
    /** Words with blanks or line breaks between them. */
    static Set<String> of(String words) {
        return set(Stream.of(words.strip().split("\\s+")));
    }

    /** Words or phrases, one to a line. */
    static Set<String> ofLines(String phrases) {
        return set(phrases.strip().lines().map(String::strip));
    }

    private static Set<String> set(Stream<String> words) {
        return words.collect(Collectors.toUnmodifiableSet());
    }

    private WordList() {}
}
