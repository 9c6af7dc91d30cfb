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
    private final WordAnalyzer analyzer;

    Vocabulary(IndexReader reader, WordAnalyzer analyzer) {
        this.reader = reader;
        this.analyzer = analyzer;
    }

    /** Whether some event has a word itself, in another form, or a longer one that begins so. */
    boolean has(String word, boolean orBeginning) throws IOException {
        String stem = analyzer.stem(word);
        for (Field field : Field.ALL) {
            if (reader.docFreq(new Term(field.words(), word)) > 0
                    || reader.docFreq(new Term(field.stems(), stem)) > 0
                    || (orBeginning && begins(field, word))) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(Field field, String beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field.words());
        if (terms == null) {
            return false;
        }
        TermsEnum words = terms.iterator();
        return words.seekCeil(new BytesRef(beginning)) != TermsEnum.SeekStatus.END
                && words.term().utf8ToString().startsWith(beginning);
    }

    /** The words that this one may be a misspelling of, with as few edits as any has; the first letter is never one of them. */
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
        for (Field field : Field.ALL) {
            Terms terms = MultiTerms.getTerms(reader, field.words());
            if (terms != null) {
                TermsEnum near = new FuzzyTermsEnum(terms, new Term(field.words(), word), edits, untouched, true);
                for (BytesRef term = near.next(); term != null; term = near.next()) {
                    found.add(term.utf8ToString());
                }
            }
        }
        found.remove(word);
        return new ArrayList<>(found);
    }
}
