package dev.almanac.picture;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins Arabic letters: each becomes the character of its form. Unicode's presentation forms stand in the order isolated, final,
 * initial, medial for letters that join on both sides, isolated, final for those that join only with the letter before them; so what
 * each decomposes to says which letter joins how.
 */
final class ArabicForms {
    /** First and last of the blocks of forms that are in that order; between them stand ligatures and letters of few languages. */
    private static final List<List<Integer>> BLOCKS =
            List.of(List.of(0xFB50, 0xFBB1), List.of(0xFBD3, 0xFBE7), List.of(0xFBFC, 0xFBFF), List.of(0xFE80, 0xFEFC));

    private static final int BOTH_SIDES = 4;
    private static final char TATWEEL = '\u0640';

    /** The forms of a letter, or of lam and alef together, in Unicode's order. */
    private final Map<String, List<Character>> forms = new HashMap<>();

    ArabicForms() {
        for (List<Integer> block : BLOCKS) {
            for (int form = block.get(0); form <= block.get(1); form++) {
                String letters = Normalizer.normalize(String.valueOf((char) form), Normalizer.Form.NFKC);
                forms.computeIfAbsent(letters, none -> new ArrayList<>()).add((char) form);
            }
        }
    }

    /** The text with joined letters, in the order in which it is read. */
    String joined(String text) {
        if (text.chars().noneMatch(c -> c >= '\u0600' && c <= '\u06FF')) {
            return text;
        }
        StringBuilder joined = new StringBuilder();
        boolean joinsBefore = false;
        for (int i = 0; i < text.length(); ) {
            int end = i + 2 <= text.length() && forms.containsKey(text.substring(i, i + 2)) ? i + 2 : i + 1;
            String letters = text.substring(i, end);
            List<Character> found = forms.getOrDefault(letters, List.of());
            boolean joinsNext = found.size() >= BOTH_SIDES && end < text.length() && joinsWithBefore(text.charAt(end));
            if (found.isEmpty()) {
                joined.append(letters);
                joinsBefore = letters.charAt(0) == TATWEEL;
            } else {
                int form = (joinsNext ? 2 : 0) + (joinsBefore && found.size() > 1 ? 1 : 0);
                joined.append((char) found.get(form));
                joinsBefore = joinsNext;
            }
            i = end;
        }
        return joined.toString();
    }

    private boolean joinsWithBefore(char letter) {
        return letter == TATWEEL
                || forms.getOrDefault(String.valueOf(letter), List.of()).size() > 1;
    }
}
