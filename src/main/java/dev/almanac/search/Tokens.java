package dev.almanac.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** Words as Lucene takes them, without an analyzer. */
final class Tokens extends TokenStream {
    private final Iterator<Token> tokens;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute steps = addAttribute(PositionIncrementAttribute.class);
    private final TermFrequencyAttribute worth = addAttribute(TermFrequencyAttribute.class);

    /**
     * A word.
     *
     * @param steps how far it stands behind the one before
     * @param worth see {@link Worths}; 1 where places count
     */
    record Token(String word, int steps, int worth) {}

    Tokens(List<Token> tokens) {
        this.tokens = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!tokens.hasNext()) {
            return false;
        }
        Token token = tokens.next();
        term.setEmpty().append(token.word());
        steps.setPositionIncrement(token.steps());
        worth.setTermFrequency(token.worth());
        return true;
    }
}
