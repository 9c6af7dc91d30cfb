package dev.almanac.search;

import dev.almanac.search.Tokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a folded text, in their order.
 *
 * @param joined what words that only marks part are as one, by the place of the first: {@code u2} of {@code u-2}
 */
record Words(List<String> list, Map<Integer, String> joined) {
    private static final char BLANK = ' ';
    private static final String POSSESSIVE = "'s";

    Words {
        list = List.copyOf(list);
        joined = Map.copyOf(joined);
    }

    static Words of(String folded) {
        List<String> list = new ArrayList<>();
        Map<Integer, String> joined = new HashMap<>();
        int piece = 0;
        int start = 0;
        int next;
        for (int i = 0; i <= folded.length(); i = next) {
            int point = i < folded.length() ? folded.codePointAt(i) : BLANK;
            next = i + Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                continue;
            }
            boolean possessive = list.size() > piece && i == start + 1 && folded.startsWith(POSSESSIVE, start - 1);
            if (i > start && !possessive) {
                list.add(folded.substring(start, i));
            }
            start = next;
            if (point == BLANK) {
                if (list.size() > piece + 1) {
                    joined.put(piece, String.join("", list.subList(piece, list.size())));
                }
                piece = list.size();
            }
        }
        return new Words(list, joined);
    }

    /** All of them, the joined ones as well. */
    List<String> all() {
        if (joined.isEmpty()) {
            return list;
        }
        List<String> all = new ArrayList<>(list);
        all.addAll(joined.values());
        return all;
    }

    /** Whether the others stand here side by side from this place on. */
    boolean haveAt(int place, Words others) {
        int end = place + others.list.size();
        return end <= list.size() && list.subList(place, end).equals(others.list);
    }

    Optional<String> last() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** Whether these have the last word of a name. */
    boolean haveLastOf(Words name) {
        return name.last().filter(list::contains).isPresent();
    }

    /** As what a document indexes, each in its place; what stands before them stands apart. */
    void addTo(List<Token> tokens) {
        for (int i = 0; i < list.size(); i++) {
            int steps = i == 0 ? 2 : 1;
            String whole = joined.get(i);
            if (whole != null) {
                tokens.add(new Token(whole, steps, 1));
            }
            tokens.add(new Token(list.get(i), whole == null ? steps : 0, 1));
        }
    }
}
