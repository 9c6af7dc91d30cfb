package dev.almanac.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of a folded text, in their order. */
record Words(List<String> list) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    Words {
        list = List.copyOf(list);
    }

    static Words of(String folded) {
        return new Words(Arrays.stream(NO_WORD.split(folded))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether these have the others side by side. */
    boolean have(Words others) {
        return Collections.indexOfSubList(list, others.list) >= 0;
    }

    Optional<String> last() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** Whether these have the last word of a name. */
    boolean haveLastOf(String foldedName) {
        return of(foldedName).last().filter(list::contains).isPresent();
    }
}
