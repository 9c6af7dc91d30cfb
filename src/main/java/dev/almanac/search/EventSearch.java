package dev.almanac.search;

import dev.almanac.search.SearchWatch.Kind;
import dev.almanac.search.SearchWords.Part;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Finds events by words. Never changes once built, so any number of threads may ask at once. */
public final class EventSearch {
    /** How words stand side by side is looked at in so many of the best, where more than {@link Finding#COUNTED} are found; else in all. */
    private static final int LOOKED_AT = 200;

    private final EventIndex index;
    private final Vocabulary vocabulary;
    private final WordQueries queries;
    private final SearchWatch watch;

    private EventSearch(EventIndex index, Vocabulary vocabulary, WordQueries queries, SearchWatch watch) {
        this.watch = watch;
        this.index = index;
        this.vocabulary = vocabulary;
        this.queries = queries;
    }

    /** A search that nobody watches. */
    public static EventSearch over(Timeline timeline) {
        return over(timeline, SearchWatch.NONE);
    }

    /** Indexes a timeline, which takes a while: a third of a second for a thousand events. */
    public static EventSearch over(Timeline timeline, SearchWatch watch) {
        EventIndex index = EventIndex.of(timeline);
        Vocabulary vocabulary = new Vocabulary(index.searcher().getIndexReader(), index.forms());
        return new EventSearch(index, vocabulary, new WordQueries(), watch);
    }

    /**
     * The events that have all these words, but for stop words: better places first, then whole words before beginnings.
     *
     * @param first how many of the best to leave out
     * @param most how many to return
     */
    public Finding find(SearchWords words, Scope scope, int first, int most) {
        return watched(Kind.FIND, () -> {
            Finding finding = found(words, scope, first, most);
            return finding.count() > 0
                    ? finding
                    : Finding.nothing(new OtherWords(vocabulary, finder(scope)).insteadOf(words));
        });
    }

    /** Something that reads the index, which is in memory. */
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T watched(Kind kind, Reading<T> reading) {
        long began = System.nanoTime();
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be read", e);
        } finally {
            watch.searched(kind, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Finding found(SearchWords words, Scope scope, int first, int most) throws IOException {
        Map<String, List<String>> read = new LinkedHashMap<>();
        Optional<List<BooleanClause>> required = required(words, read);
        if (required.isEmpty() || required.get().isEmpty()) {
            return Finding.NOTHING;
        }
        Query query = queries.all(required.get(), besides(words), index.names().happenings(words), scope);
        TopDocs found = top(query, queries.pairs(words), first + most, Finding.COUNTED);
        if (found.totalHits.value == 0) {
            return Finding.NOTHING;
        }
        boolean more = found.totalHits.value > Finding.COUNTED;
        int count = more ? Finding.COUNTED : (int) found.totalHits.value;
        return new Finding(events(found, first, most), count, more, read, List.of());
    }

    private OtherWords.Finder finder(Scope scope) {
        return new OtherWords.Finder() {
            @Override
            public int count(SearchWords words) throws IOException {
                return found(words, scope, 0, 1).count();
            }

            @Override
            public boolean knows(Part part) throws IOException {
                return required(new SearchWords(List.of(part)), new LinkedHashMap<>())
                        .isPresent();
            }

            @Override
            public boolean has(String word) throws IOException {
                return EventSearch.this.has(word, vocabulary.known(word));
            }
        };
    }

    /** What counts where it is found. */
    private List<Query> besides(SearchWords words) throws IOException {
        List<Query> besides = new ArrayList<>();
        for (String word : words.besides()) {
            besides.add(queries.word(word, vocabulary.known(word)));
        }
        return besides;
    }

    /** What must be found, a query for each part; empty where a word can't be found at all. Notes how others are read. */
    private Optional<List<BooleanClause>> required(SearchWords words, Map<String, List<String>> read)
            throws IOException {
        List<BooleanClause> required = new ArrayList<>();
        for (Part part : words.wanted()) {
            if (part.quoted()) {
                required.addAll(queries.phrase(part.words()));
                continue;
            }
            String word = part.words().get(0);
            List<String> known = vocabulary.known(word);
            if (has(word, known)) {
                required.add(must(queries.word(word, known)));
            } else {
                List<String> others = vocabulary.misspelt(word);
                Optional<List<String>> apart = others.isEmpty() ? apart(word) : Optional.empty();
                if (!others.isEmpty()) {
                    required.add(must(queries.instead(others)));
                    read.put(word, others);
                } else if (apart.isPresent()) {
                    required.addAll(queries.phrase(apart.get()));
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(required);
    }

    private static BooleanClause must(Query query) {
        return new BooleanClause(query, Occur.MUST);
    }

    /**
     * How many of the events that have all these words begin in each of these parts, exactly: one look at all of them, without ranking
     * any.
     */
    public List<Integer> count(SearchWords words, Scope scope, List<Years> parts) {
        return watched(Kind.COUNT, () -> counted(words, scope, parts));
    }

    private List<Integer> counted(SearchWords words, Scope scope, List<Years> parts) throws IOException {
        Optional<List<BooleanClause>> required = required(words, new LinkedHashMap<>());
        int[] years = required.isEmpty() || required.get().isEmpty()
                ? new int[Years.LATEST - Years.EARLIEST + 1]
                : index.searcher()
                        .search(queries.all(required.get(), List.of(), List.of(), scope), new BeginningYears(index));
        return parts.stream()
                .map(part -> IntStream.rangeClosed(part.first(), part.last())
                        .map(year -> years[year - Years.EARLIEST])
                        .sum())
                .toList();
    }

    /** @param known the words of events that it is */
    private boolean has(String word, List<String> known) throws IOException {
        return !known.isEmpty() || vocabulary.hasLonger(word) || WordQueries.isYear(word);
    }

    /** The two words that this one is made of, where events have them side by side: hotline, hot line. */
    private Optional<List<String>> apart(String word) throws IOException {
        for (int end = 2; end <= word.length() - 2; end++) {
            List<String> two = List.of(word.substring(0, end), word.substring(end));
            if (!vocabulary.known(two.get(0)).isEmpty()
                    && !vocabulary.known(two.get(1)).isEmpty()
                    && index.searcher().search(queries.sideBySide(two), 1).scoreDocs.length > 0) {
                return Optional.of(two);
            }
        }
        return Optional.empty();
    }

    /** The events that have all these beginnings in titles or names, at most so many; a whole word counts more. */
    public List<HistoryEvent> beginning(SearchWords words, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        Query query = queries.all(
                words.all().stream().map(word -> must(queries.beginning(word))).toList(),
                List.of(),
                List.of(),
                Scope.EVERYWHERE);
        return watched(Kind.COMPLETE, () -> events(top(query, queries.pairs(words), most, LOOKED_AT), 0, most));
    }

    /** @param counted so many are counted exactly and, where there are no more, looked at for pairs */
    private TopDocs top(Query query, Optional<Query> pairs, int most, int counted) throws IOException {
        int wanted = pairs.isPresent() ? Math.max(most, counted) : most;
        TopDocs best = index.searcher().search(query, new TopScoreDocCollectorManager(wanted, counted));
        int looked = best.totalHits.value > counted ? LOOKED_AT : counted;
        return pairs.isPresent() ? Rescored.of(best, looked, pairs.get(), index.searcher()) : best;
    }

    private List<HistoryEvent> events(TopDocs found, int first, int most) {
        return Stream.of(found.scoreDocs)
                .skip(first)
                .limit(most)
                .map(scored -> index.event(scored.doc))
                .toList();
    }
}
