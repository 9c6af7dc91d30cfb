package dev.almanac.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes folded text apart: into words, {@code u-2} also as {@code u2}, and for the fields of stems and beginnings into those.
 * The stems are Porter's of KStem's: KStem knows that treaties are a treaty and Americans are of America, Porter that swimming is to
 * swim. Names may lose an ending by it, so a stem is only the second way to find them.
 */
final class WordAnalyzer extends Analyzer {
    private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.CATENATE_ALL
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

    private static final String IRREGULAR = "irregular.txt";

    private final StemmerOverrideMap irregular = irregular();

    WordAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    private static StemmerOverrideMap irregular() {
        try (InputStream file = Objects.requireNonNull(WordAnalyzer.class.getResourceAsStream(IRREGULAR), IRREGULAR)) {
            StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(forms -> Arrays.stream(forms).forEach(form -> builder.add(form, forms[0])));
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(IRREGULAR, e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        WhitespaceTokenizer pieces = new WhitespaceTokenizer();
        TokenStream words = new FlattenGraphFilter(new WordDelimiterGraphFilter(pieces, PARTS, null));
        if (field.equals(Field.ANY_STEM)) {
            // Once more behind the first stemmer, for plurals and endings of the forms.
            words = new KStemFilter(new StemmerOverrideFilter(words, irregular));
            words = new PorterStemFilter(new StemmerOverrideFilter(words, irregular));
        } else if (field.endsWith(Field.BEGINNING_SUFFIX)) {
            words = new EdgeNGramTokenFilter(words, 1, Field.LONGEST_BEGINNING, false);
        }
        return new TokenStreamComponents(pieces, words);
    }

    /** The words of a folded text, in its order. */
    List<String> words(String folded) {
        return tokens(Field.ANY_WORD, folded);
    }

    /** The stem of a folded word. */
    String stem(String word) {
        return tokens(Field.ANY_STEM, word).stream().findFirst().orElse(word);
    }

    private List<String> tokens(String field, String folded) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream(field, folded)) {
            CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(token.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}
