package dev.almanac.search;

import dev.almanac.search.Lexicon.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;

/**
 * What each word of an event is worth: as much as its best place. It is indexed where Lucene keeps how often a word occurs, which counts
 * for nothing here, so that one look at one list says whether an event has a word, and how good that is; {@link WorthSimilarity} makes a
 * score of it.
 */
final class Worths {
    private final List<Word> words = new ArrayList<>();
    private int[] worths = new int[64];

    void clear() {
        words.forEach(word -> worths[word.number()] = 0);
        words.clear();
    }

    void add(Word word, int worth) {
        int number = word.number();
        if (number >= worths.length) {
            worths = Arrays.copyOf(worths, number * 2);
        }
        if (worths[number] == 0) {
            words.add(word);
        }
        worths[number] = Math.max(worths[number], worth);
    }

    List<Word> words() {
        return words;
    }

    /** 0 for a word that the event hasn't. */
    int of(Word word) {
        return worths[word.number()];
    }

    /** The words as what a document indexes. */
    TokenStream tokens() {
        return new Tokens(words.stream()
                .map(word -> new Tokens.Token(word.text(), 1, of(word)))
                .toList());
    }
}
