package dev.almanac.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What the forms of a word have in common. The stems are Porter's of KStem's: KStem knows that treaties are a treaty and Americans are of
 * America, Porter that swimming is to swim. Names may lose an ending by it, so a form counts less than the word itself.
 */
final class Stems extends Analyzer {
    private static final String IRREGULAR = "irregular.txt";

    private final StemmerOverrideMap irregular = irregular();

    private static StemmerOverrideMap irregular() {
        try (InputStream file = Objects.requireNonNull(Stems.class.getResourceAsStream(IRREGULAR), IRREGULAR)) {
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
        KeywordTokenizer word = new KeywordTokenizer();
        TokenStream stem = new KStemFilter(new StemmerOverrideFilter(word, irregular));
        // Once more behind the first stemmer, for plurals and endings of the forms.
        return new TokenStreamComponents(word, new PorterStemFilter(new StemmerOverrideFilter(stem, irregular)));
    }

    /** The stem of a folded word. */
    String of(String word) {
        try (TokenStream stream = tokenStream("", word)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            stream.incrementToken();
            String of = stem.toString();
            stream.end();
            return of;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
