package dev.almanac.search;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * What each word of an event is worth: as much as its best place. It is indexed where Lucene keeps how often a word occurs, which counts
 * for nothing here, so that one look at one list says whether an event has a word, and how good that is; {@link WorthSimilarity} makes a
 * score of it.
 */
final class Worths {
    private final Map<String, Integer> worths = new LinkedHashMap<>();

    void add(String word, int worth) {
        worths.merge(word, worth, Math::max);
    }

    /** The words as what a document indexes. */
    TokenStream tokens() {
        return new Tokens(worths.entrySet().iterator());
    }

    private static final class Tokens extends TokenStream {
        private final Iterator<Map.Entry<String, Integer>> words;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute worth = addAttribute(TermFrequencyAttribute.class);

        private Tokens(Iterator<Map.Entry<String, Integer>> words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!words.hasNext()) {
                return false;
            }
            Map.Entry<String, Integer> word = words.next();
            term.append(word.getKey());
            worth.setTermFrequency(word.getValue());
            return true;
        }
    }
}
