package dev.almanac.timeline;

/** How far one word is from another: letters left out, added, changed, or two side by side swapped. */
public final class Edits {
    private static final int ENOUGH = 6;

    /** In characters (UTF-16 units). */
    public static int between(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + changed);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length()][other.length()];
    }

    /**
     * Whether a word is another one typed by fingers that slipped: with two letters swapped or, where it has letters enough, with one left
     * out or one too many. Hardly any of these is a word of its own, as one with another letter often is.
     */
    public static boolean isSlip(String word, String typed) {
        boolean swapped = word.length() == typed.length()
                && word.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(typed.chars().sorted().boxed().toList());
        boolean countsDiffer = word.length() != typed.length() && word.length() >= ENOUGH;
        return (swapped || countsDiffer) && between(word, typed) == 1;
    }

    private Edits() {}
}
