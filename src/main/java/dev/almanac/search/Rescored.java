package dev.almanac.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Finds that count more where another query finds them, too. Lucene's own {@code QueryRescorer} goes on to whatever that query finds
 * next, through all of the index; here it is asked about these finds alone.
 */
final class Rescored {
    private static final Comparator<ScoreDoc> ORDER =
            Comparator.comparing((ScoreDoc hit) -> -hit.score).thenComparing(hit -> hit.doc);

    /** The finds in their new order; but for so many of the best they stay as they were. */
    static TopDocs of(TopDocs finds, int looked, Query more, IndexSearcher searcher) throws IOException {
        ScoreDoc[] all = finds.scoreDocs.clone();
        ScoreDoc[] best = Arrays.copyOf(all, Math.min(looked, all.length));
        Arrays.sort(best, Comparator.comparing(hit -> hit.doc));
        Weight weight = searcher.createWeight(searcher.rewrite(more), ScoreMode.COMPLETE, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer != null) {
                add(best, scorer, segment.docBase);
            }
        }
        Arrays.sort(best, ORDER);
        System.arraycopy(best, 0, all, 0, best.length);
        return new TopDocs(finds.totalHits, all);
    }

    private static void add(ScoreDoc[] hits, Scorer scorer, int base) throws IOException {
        TwoPhaseIterator sure = scorer.twoPhaseIterator();
        for (ScoreDoc hit : hits) {
            int document = hit.doc - base;
            if (sure.approximation().docID() < document) {
                sure.approximation().advance(document);
            }
            if (sure.approximation().docID() == document && sure.matches()) {
                hit.score += scorer.score();
            }
        }
    }

    private Rescored() {}
}
