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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Finds events by words. Never changes once built, so any number of threads may ask at once. */
public final class EventSearch {
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
        WordAnalyzer analyzer = new WordAnalyzer();
        EventIndex index = EventIndex.of(timeline, analyzer);
        return new EventSearch(
                index, new Vocabulary(index.searcher().getIndexReader(), analyzer), new WordQueries(analyzer), watch);
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
        Optional<List<Query>> required = required(words, read);
        if (required.isEmpty() || required.get().isEmpty()) {
            return Finding.NOTHING;
        }
        Query query = queries.all(required.get(), besides(words), index.names().happenings(words), scope);
        TopDocs found = top(query, queries.sideBySide(words), first + most);
        if (found.totalHits.value == 0) {
            return Finding.NOTHING;
        }
        boolean more = found.totalHits.value > Finding.COUNTED;
        int count = more ? Finding.COUNTED : (int) found.totalHits.value;
        return new Finding(events(found, first), count, more, read, List.of());
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
                return EventSearch.this.has(word);
            }
        };
    }

    /** What counts where it is found. */
    private List<Query> besides(SearchWords words) {
        return words.besides().stream()
                .map(word -> queries.word(word, List.of()))
                .toList();
    }

    /** What must be found, a query for each part; empty where a word can't be found at all. Notes how others are read. */
    private Optional<List<Query>> required(SearchWords words, Map<String, List<String>> read) throws IOException {
        List<Query> required = new ArrayList<>();
        for (Part part : words.wanted()) {
            String word = part.words().get(0);
            if (part.quoted()) {
                required.add(queries.phrase(part.words()));
            } else if (has(word)) {
                required.add(queries.word(word, longer(word)));
            } else {
                List<String> others = vocabulary.misspelt(word);
                Optional<List<String>> apart = others.isEmpty() ? apart(word) : Optional.empty();
                if (!others.isEmpty()) {
                    required.add(queries.instead(others));
                    read.put(word, others);
                } else if (apart.isPresent()) {
                    required.add(queries.phrase(apart.get()));
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(required);
    }

    /**
     * How many of the events that have all these words begin in each of these parts, exactly: one look at all of them, without ranking
     * any.
     */
    public List<Integer> count(SearchWords words, Scope scope, List<Years> parts) {
        return watched(Kind.COUNT, () -> counted(words, scope, parts));
    }

    private List<Integer> counted(SearchWords words, Scope scope, List<Years> parts) throws IOException {
        Optional<List<Query>> required = required(words, new LinkedHashMap<>());
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

    private List<String> longer(String word) throws IOException {
        return WordQueries.isLongEnough(word) ? vocabulary.longer(word, WordQueries.MOST_LONGER + 1) : List.of();
    }

    private boolean has(String word) throws IOException {
        return vocabulary.has(word, WordQueries.isLongEnough(word)) || word.matches("\\d{3,4}");
    }

    /** The two words that this one is made of, where events have them side by side: hotline, hot line. */
    private Optional<List<String>> apart(String word) throws IOException {
        for (int end = 2; end <= word.length() - 2; end++) {
            List<String> two = List.of(word.substring(0, end), word.substring(end));
            if (vocabulary.has(two.get(0), false)
                    && vocabulary.has(two.get(1), false)
                    && index.searcher().count(queries.phrase(two)) > 0) {
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
        List<Query> required = words.all().stream().map(queries::beginning).toList();
        return watched(
                Kind.COMPLETE,
                () -> events(
                        top(
                                queries.all(required, List.of(), List.of(), Scope.EVERYWHERE),
                                queries.sideBySide(words),
                                most),
                        0));
    }

    private TopDocs top(Query query, Optional<Query> sideBySide, int most) throws IOException {
        Query whole = sideBySide
                .map(pairs -> (Query) new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(pairs, Occur.SHOULD)
                        .build())
                .orElse(query);
        return index.searcher().search(whole, new TopScoreDocCollectorManager(most, Finding.COUNTED));
    }

    private List<HistoryEvent> events(TopDocs found, int first) {
        return Stream.of(found.scoreDocs)
                .skip(first)
                .map(scored -> index.event(scored.doc))
                .toList();
    }
}
