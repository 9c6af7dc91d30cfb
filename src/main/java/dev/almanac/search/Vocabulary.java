package dev.almanac.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** The words that some event has. */
final class Vocabulary {
    /** From so many letters on one edit makes a misspelling, from {@link #TWO_EDITS} on two. */
    private static final int ONE_EDIT = 4;

    private static final int TWO_EDITS = 8;

    private final IndexReader reader;
    private final Forms forms;

    Vocabulary(IndexReader reader, Forms forms) {
        this.reader = reader;
        this.forms = forms;
    }

    /** The words of events that this one is: itself or, where no event has it, its other forms. */
    List<String> known(String word) throws IOException {
        return reader.docFreq(new Term(Field.WORD, word)) > 0 ? List.of(word) : forms.of(word);
    }

    /** Whether some event has a word that begins so. */
    boolean hasLonger(String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Field.WORD);
        if (terms == null || !Lexicon.isLongEnough(word)) {
            return false;
        }
        TermsEnum words = terms.iterator();
        return words.seekCeil(new BytesRef(word)) != TermsEnum.SeekStatus.END
                && words.term().utf8ToString().startsWith(word);
    }

    /**
     * The words that this one may be a misspelling of, with as few edits as any has; the first letter is never one of them. Two edits that
     * only write the same Russian letters otherwise are one in a short word, too.
     */
    List<String> misspelt(String word) throws IOException {
        int letters = word.codePointCount(0, word.length());
        int most = letters < ONE_EDIT ? 0 : letters < TWO_EDITS ? 1 : 2;
        for (int edits = 1; edits <= most; edits++) {
            List<String> near = near(word, edits, 1);
            near.removeIf(other -> isEnding(word, other));
            if (!near.isEmpty()) {
                return near;
            }
        }
        if (most == 1) {
            List<String> near = near(word, 2, 1);
            near.removeIf(other -> !Romanised.of(other).equals(Romanised.of(word)));
            return near;
        }
        return List.of();
    }

    /** The words nearest to this one: one edit away, or two behind the first letter where it has letters enough. */
    List<String> nearest(String word) throws IOException {
        List<String> near = near(word, 1, 0);
        return near.isEmpty() && word.codePointCount(0, word.length()) > ONE_EDIT ? near(word, 2, 1) : near;
    }

    /** Two letters more or less at the end are another word, not a misspelt one: Anastas isn't Anastasia. */
    private static boolean isEnding(String word, String other) {
        boolean ending = word.startsWith(other) || other.startsWith(word);
        return ending && Math.abs(word.length() - other.length()) > 1;
    }

    private List<String> near(String word, int edits, int untouched) throws IOException {
        Set<String> found = new TreeSet<>();
        Terms terms = MultiTerms.getTerms(reader, Field.WORD);
        if (terms != null) {
            TermsEnum near = new FuzzyTermsEnum(terms, new Term(Field.WORD, word), edits, untouched, true);
            for (BytesRef term = near.next(); term != null; term = near.next()) {
                found.add(term.utf8ToString());
            }
        }
        found.remove(word);
        return new ArrayList<>(found);
    }
}
