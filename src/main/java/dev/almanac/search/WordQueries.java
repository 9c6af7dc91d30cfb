package dev.almanac.search;

import dev.almanac.search.SearchWords.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
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
    /** What two words side by side count more than apart: less than what a better place is worth to one of them. */
    private static final int SIDE_BY_SIDE = 95;

    /** What a nickname of a happening counts: more than all words can. */
    private static final int NICKNAME = 100_000;

    private static final Pattern YEAR = Pattern.compile("\\d{3,4}");

    /**
     * A word in any form, or as a year.
     *
     * @param known the words of events that it is; where itself isn't one, it finds whatever begins so
     */
    Query word(String word, List<String> known) {
        List<Query> ways = new ArrayList<>();
        known.forEach(one -> ways.add(term(Field.WORD, one)));
        if (!known.contains(word) && Lexicon.isLongEnough(word)) {
            ways.add(beginning(word));
            ways.add(scoring(Field.TEXT.worth() * Field.BEGUN, new PrefixQuery(new Term(Field.TEXTS, word))));
        }
        if (isYear(word)) {
            ways.add(scoring(Field.DATED, term(Field.YEAR, String.valueOf(Integer.parseInt(word)))));
        }
        return best(ways);
    }

    /** Whether a word may be a year: what the date of an event says is found by it, too. */
    static boolean isYear(String word) {
        return YEAR.matcher(word).matches();
    }

    /** Any of these words in the place of a misspelt one. */
    Query instead(List<String> words) {
        return best(words.stream()
                .map(word -> (Query) new BoostQuery(term(Field.WORD, word), Field.MISSPELT))
                .toList());
    }

    /** These words side by side; each counts where it is best. */
    List<BooleanClause> phrase(List<String> words) {
        List<BooleanClause> clauses = new ArrayList<>();
        words.forEach(word -> clauses.add(new BooleanClause(term(Field.WORD, word), Occur.MUST)));
        clauses.add(new BooleanClause(sideBySide(words), Occur.FILTER));
        return clauses;
    }

    /** A word, or at least its beginning, in titles and names. */
    Query beginning(String beginning) {
        return new BoostQuery(term(Field.BEGINNING, beginning), Field.BEGINNING_WORTH);
    }

    /**
     * All of these, some of them better as a nickname, within a scope.
     *
     * @param besides what needn't be found, but counts
     */
    Query all(List<BooleanClause> required, List<Query> besides, List<String> happenings, Scope scope) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        besides.forEach(query -> all.add(query, Occur.SHOULD));
        required.forEach(all::add);
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
    Optional<Query> pairs(SearchWords words) {
        List<Part> wanted = words.wanted();
        List<String> typed = words.all();
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        for (int i = 0; i + 1 < typed.size(); i++) {
            List<String> pair = typed.subList(i, i + 2);
            if (pair.stream().allMatch(word -> wanted.contains(Part.of(word)))) {
                pairs.add(scoring(SIDE_BY_SIDE, sideBySide(pair)), Occur.SHOULD);
            }
        }
        BooleanQuery query = pairs.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    /** These words side by side, wherever that is. */
    Query sideBySide(List<String> words) {
        return new PhraseQuery(Field.TEXTS, words.toArray(String[]::new));
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
