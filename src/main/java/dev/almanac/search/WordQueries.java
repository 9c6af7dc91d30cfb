package dev.almanac.search;

import dev.almanac.search.SearchWords.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Words as queries of Lucene's. Each word scores what its best place is worth, a little less where it is there in another form;
 * what all words score is added up, and words side by side score more. Nothing else counts: not how often, not how rare.
 */
final class WordQueries {
    /** From so many letters on a word finds longer ones that begin so. */
    static final int BEGINNING = 3;

    /** So many longer words are looked up one by one. */
    static final int MOST_LONGER = 16;

    /** What two words side by side count more than apart: less than what a better place is worth to both. */
    private static final int SIDE_BY_SIDE = 150;

    /** What a nickname of a happening counts: more than all words can. */
    private static final int NICKNAME = 100_000;

    private static final Pattern YEAR = Pattern.compile("\\d{3,4}");

    private final WordAnalyzer analyzer;

    WordQueries(WordAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * A word as it is, in another form, as the beginning of a longer one, or as a year.
     *
     * @param longer words that begin so; where there are more than {@link #MOST_LONGER}, all count as much as a place is worth
     */
    Query word(String word, List<String> longer) {
        List<Query> ways = new ArrayList<>();
        ways.add(term(Field.ANY_WORD, word));
        ways.add(term(Field.ANY_STEM, analyzer.stem(word)));
        if (longer.size() <= MOST_LONGER) {
            longer.forEach(other -> ways.add(new BoostQuery(term(Field.ANY_WORD, other), Field.BEGINNING)));
        } else {
            Field.ALL.forEach(field ->
                    ways.add(scoring(field.worth() * Field.BEGINNING, new PrefixQuery(new Term(field.words(), word)))));
        }
        if (YEAR.matcher(word).matches()) {
            ways.add(scoring(Field.DATED, term(Field.YEAR, String.valueOf(Integer.parseInt(word)))));
        }
        return best(ways);
    }

    static boolean isLongEnough(String word) {
        return word.codePointCount(0, word.length()) >= BEGINNING;
    }

    /** Any of these words in the place of a misspelt one. */
    Query instead(List<String> words) {
        return best(words.stream()
                .map(word -> (Query) new BoostQuery(term(Field.ANY_WORD, word), Field.MISSPELT))
                .toList());
    }

    /** These words side by side; each counts. */
    Query phrase(List<String> words) {
        return best(Field.ALL.stream()
                .map(field -> scoring(field.worth() * words.size(), phrase(field, words)))
                .toList());
    }

    /** A word, or at least its beginning, in titles and names. */
    Query beginning(String beginning) {
        boolean isShort = beginning.codePointCount(0, beginning.length()) <= Field.LONGEST_BEGINNING;
        List<Query> ways = new ArrayList<>();
        for (Field field : List.of(Field.TITLE, Field.NAMES)) {
            ways.add(scoring(field.worth(), term(field.words(), beginning)));
            ways.add(scoring(
                    field.worth() * Field.BEGINNING,
                    isShort
                            ? term(field.beginnings(), beginning)
                            : new PrefixQuery(new Term(field.words(), beginning))));
        }
        return best(ways);
    }

    /**
     * All of these, some of them better as a nickname, within a scope.
     *
     * @param besides what needn't be found, but counts
     */
    Query all(List<Query> required, List<Query> besides, List<String> happenings, Scope scope) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        besides.forEach(query -> all.add(query, Occur.SHOULD));
        required.forEach(query -> all.add(query, Occur.MUST));
        for (int i = 0; i < happenings.size(); i++) {
            all.add(scoring(NICKNAME - i, term(Field.ID, happenings.get(i))), Occur.SHOULD);
        }
        if (scope.category() != null) {
            all.add(term(Field.CATEGORY, scope.category()), Occur.FILTER);
        }
        if (scope.years() != null) {
            all.add(
                    IntPoint.newRangeQuery(
                            Field.FIRST_YEAR,
                            scope.years().first(),
                            scope.years().last()),
                    Occur.FILTER);
        }
        return all.build();
    }

    /** What counts more where words that were typed side by side stand so; empty where none were. */
    Optional<Query> sideBySide(SearchWords words) {
        List<Part> wanted = words.wanted();
        List<String> typed = words.all();
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        for (int i = 0; i + 1 < typed.size(); i++) {
            List<String> pair = typed.subList(i, i + 2);
            if (pair.stream().allMatch(word -> wanted.contains(Part.of(word)))) {
                pairs.add(scoring(SIDE_BY_SIDE, anywhere(pair)), Occur.SHOULD);
            }
        }
        BooleanQuery query = pairs.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static Query anywhere(List<String> words) {
        return new DisjunctionMaxQuery(
                Field.ALL.stream().map(field -> phrase(field, words)).toList(), 0);
    }

    private static Query phrase(Field field, List<String> words) {
        return new PhraseQuery(field.words(), words.toArray(String[]::new));
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private static Query scoring(float worth, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), worth);
    }

    /** As much as the best of these scores. */
    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, 0);
    }
}
