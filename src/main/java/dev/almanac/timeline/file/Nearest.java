package dev.almanac.timeline.file;

import dev.almanac.timeline.Edits;
import dev.almanac.timeline.Folding;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the words that are known somebody most likely meant. */
final class Nearest {
    private static final int LEAST_LETTERS_TO_AN_EDIT = 3;

    /** The one that the fewest letters lead to, one for every three at most; empty where none is so near. */
    static Optional<String> to(String written, Collection<String> known) {
        String folded = Folding.of(written);
        int most = Math.max(1, folded.length() / LEAST_LETTERS_TO_AN_EDIT);
        return known.stream()
                .filter(word -> Math.abs(word.length() - folded.length()) <= most)
                .filter(word -> Edits.between(folded, Folding.of(word)) <= most)
                .min(Comparator.<String>comparingInt(word -> Edits.between(folded, Folding.of(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private Nearest() {}
}
