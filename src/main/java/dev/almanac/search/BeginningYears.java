package dev.almanac.search;

import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.Years;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what is found by the year in which it begins, from {@link Years#EARLIEST} on; what has no beginning isn't counted. */
final class BeginningYears implements CollectorManager<BeginningYears.Counting, int[]> {
    private final EventIndex index;

    BeginningYears(EventIndex index) {
        this.index = index;
    }

    /** The count of one thread. */
    final class Counting extends SimpleCollector {
        private final int[] years = new int[Years.LATEST - Years.EARLIEST + 1];
        private int base;

        @Override
        protected void doSetNextReader(LeafReaderContext segment) {
            base = segment.docBase;
        }

        @Override
        public void collect(int document) {
            HistoricalDate date = index.event(base + document).date();
            if (!date.isOpen()) {
                years[date.firstDay().getYear() - Years.EARLIEST]++;
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public int[] reduce(Collection<Counting> counts) {
        int[] all = new int[Years.LATEST - Years.EARLIEST + 1];
        for (Counting count : counts) {
            for (int i = 0; i < all.length; i++) {
                all[i] += count.years[i];
            }
        }
        return all;
    }
}
