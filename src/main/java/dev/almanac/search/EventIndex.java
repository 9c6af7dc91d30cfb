package dev.almanac.search;

import dev.almanac.timeline.HistoricalDate.Rank;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The events of a timeline in an index of Lucene's, in memory. They stand in the order in which equal finds are told: weight, exact
 * days before vaguer dates, then by date; Lucene tells equal scores in the order of the index. Never changes once built.
 */
final class EventIndex {
    private static final Comparator<HistoryEvent> ORDER = Comparator.comparing(HistoryEvent::weight)
            .reversed()
            .thenComparing(event -> event.date().rank() == Rank.DAYS ? 0 : 1)
            .thenComparing(Comparator.naturalOrder());

    /** In MiB, where a sixteenth of all memory isn't less. */
    private static final int LARGEST_BUFFER = 64;

    /** So many parts are written before they are merged, so that each event is merged once. */
    private static final int MOST_PARTS = 1000;

    private final List<HistoryEvent> events;
    private final IndexSearcher searcher;
    private final OtherNames names;
    private final Forms forms;

    private EventIndex(List<HistoryEvent> events, IndexSearcher searcher, OtherNames names, Forms forms) {
        this.events = events;
        this.searcher = searcher;
        this.names = names;
        this.forms = forms;
    }

    static EventIndex of(Timeline timeline) {
        List<HistoryEvent> events = timeline.events().stream().sorted(ORDER).toList();
        OtherNames names = new OtherNames(timeline.head().names());
        EventWords words = new EventWords(names);
        Lexicon lexicon = new Lexicon();
        events.forEach(event -> words.of(event).forEach(placed -> lexicon.add(placed.words())));
        EventDocument document = new EventDocument(words, lexicon);
        LogDocMergePolicy inOrder = new LogDocMergePolicy();
        inOrder.setMergeFactor(MOST_PARTS);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig()
                .setSimilarity(new WorthSimilarity())
                // Both keep the order; one segment at the end is the quickest to search.
                .setMergePolicy(inOrder)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(buffer());
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (HistoryEvent event : events) {
                    writer.addDocument(document.of(event));
                }
                writer.forceMerge(1);
            }
            IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(new WorthSimilarity());
            searcher.setQueryCache(null);
            return new EventIndex(events, searcher, names, lexicon.forms());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written", e);
        }
    }

    private static double buffer() {
        int sixteenth = (int) (Runtime.getRuntime().maxMemory() >> 24);
        return Math.max(IndexWriterConfig.DEFAULT_RAM_BUFFER_SIZE_MB, Math.min(LARGEST_BUFFER, sixteenth));
    }

    IndexSearcher searcher() {
        return searcher;
    }

    OtherNames names() {
        return names;
    }

    Forms forms() {
        return forms;
    }

    /** The event of a document: Lucene numbers them as they were added. */
    HistoryEvent event(int document) {
        return events.get(document);
    }
}
