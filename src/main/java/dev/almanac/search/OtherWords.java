package dev.almanac.search;

import dev.almanac.search.SearchWords.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody may have meant whose words find nothing: a year in full, words spelt otherwise, or fewer words. */
final class OtherWords {
    /** Of more words none is left out, because that would be many searches. */
    private static final int MOST_LEFT_OUT = 5;

    private static final int MOST = 2;

    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{2}");

    /** The centuries whose years people shorten, the likeliest first. */
    private static final List<String> CENTURIES = List.of("19", "20", "18", "17");

    /** Searches in a scope. */
    interface Finder {
        /** How many events have all these words. */
        int count(SearchWords words) throws IOException;

        /** Whether a part can be found, misspelt or not. */
        boolean knows(Part part) throws IOException;

        /** Whether some event has this word, or a form of it. */
        boolean has(String word) throws IOException;
    }

    private final Vocabulary vocabulary;
    private final Finder finder;

    OtherWords(Vocabulary vocabulary, Finder finder) {
        this.vocabulary = vocabulary;
        this.finder = finder;
    }

    /** At most two, each of which finds something; the likeliest first. */
    List<SearchWords> insteadOf(SearchWords words) throws IOException {
        return Stream.of(inFull(words).stream(), nearest(words).stream(), fewer(words).stream())
                .flatMap(found -> found)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** {@code nixon moscow 72} as 1972. */
    private Optional<SearchWords> inFull(SearchWords words) throws IOException {
        List<Part> wanted = words.wanted();
        for (Part part : wanted) {
            String digits = part.words().get(0);
            if (!part.quoted()
                    && wanted.size() > 1
                    && SHORT_YEAR.matcher(digits).matches()) {
                for (String century : CENTURIES) {
                    SearchWords inFull = words.with(digits, century + digits);
                    if (finder.count(inFull) > 0) {
                        return Optional.of(inFull);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The words that are known at all or, where that is all of them, those without one; what finds least tells most, and comes first. */
    private List<SearchWords> fewer(SearchWords words) throws IOException {
        List<Part> known = new ArrayList<>();
        for (Part part : words.wanted()) {
            if (finder.knows(part)) {
                known.add(part);
            }
        }
        List<SearchWords> fewer = new ArrayList<>();
        if (known.isEmpty() || known.size() > MOST_LEFT_OUT) {
            return fewer;
        }
        if (known.size() < words.wanted().size()) {
            fewer.add(new SearchWords(known));
        }
        for (int i = 0; i < known.size() && known.size() > 1; i++) {
            List<Part> others = new ArrayList<>(known);
            others.remove(i);
            fewer.add(new SearchWords(others));
        }
        Map<SearchWords, Integer> counts = new LinkedHashMap<>();
        for (SearchWords one : fewer) {
            int count = finder.count(one);
            if (count > 0) {
                counts.put(one, count);
            }
        }
        return counts.keySet().stream()
                .sorted(Comparator.comparing((SearchWords one) -> -one.parts().size())
                        .thenComparing(counts::get))
                .limit(MOST)
                .toList();
    }

    /** The same words, each that no event has by the nearest that one has; empty where that finds nothing either. */
    private Optional<SearchWords> nearest(SearchWords words) throws IOException {
        SearchWords other = words;
        for (Part part : words.wanted()) {
            String word = part.words().get(0);
            if (!part.quoted() && !finder.has(word)) {
                List<String> near = vocabulary.nearest(word);
                if (near.isEmpty()) {
                    return Optional.empty();
                }
                other = other.with(word, near.get(0));
            }
        }
        return other.equals(words) || finder.count(other) == 0 ? Optional.empty() : Optional.of(other);
    }
}
