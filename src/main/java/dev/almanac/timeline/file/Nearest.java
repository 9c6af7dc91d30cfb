package dev.almanac.timeline.file;

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
                .filter(word -> edits(folded, Folding.of(word)) <= most)
                .min(Comparator.<String>comparingInt(word -> edits(folded, Folding.of(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, leave out, change or swap with the next (optimal string alignment). */
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                } else {
                    int changed = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    edits[i][j] = Math.min(changed, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                    boolean swapped = i > 1
                            && j > 1
                            && one.charAt(i - 1) == other.charAt(j - 2)
                            && one.charAt(i - 2) == other.charAt(j - 1);
                    edits[i][j] = swapped ? Math.min(edits[i][j], edits[i - 2][j - 2] + 1) : edits[i][j];
                }
            }
        }
        return edits[one.length()][other.length()];
    }

    private Nearest() {}
}
