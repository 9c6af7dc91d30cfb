package dev.almanac.search;

import dev.almanac.timeline.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words to search for, folded: single ones, and phrases, whose words stand side by side.
 *
 * @param parts in the order in which they were typed; none empty
 */
public record SearchWords(List<Part> parts) {
    /** In characters of the written form (UTF-16 units): what fits into a button with the other options. */
    public static final int LONGEST = 48;

    private static final Pattern POSSESSIVE = Pattern.compile("'s(?![\\p{L}\\p{N}])");
    private static final Pattern INSIDE_WORD = Pattern.compile("(?<=[\\p{L}\\p{N}])'(?=[\\p{L}\\p{N}])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that a question has besides what it asks for, in English and, because names are known in Cyrillic as well, in Russian. */
    private static final Set<String> STOP_WORDS = words("""
            a an the of in on at to by for from with and or as about into is are was were be been did do does
            has have had it its that this these those there what when where who whom whose which why how happen
            happened happens me tell any anything between during against among event events fact facts please whats
            и а в во на с со к ко о об обо от из по у до за для при про или ли это этот эта эти что кто кого где куда
            когда как почему зачем какой какая какое какие какого сколько чем такой такая такое такие был была было
            были есть мне расскажи скажи произошло случилось
            """);

    /** What a question begins with. */
    private static final Set<String> ASKING = Set.of(
            "how", "why", "when", "where", "who", "what", "which", "did", "does", "do", "was", "were", "is", "are");

    /** Verbs that say so little in a question that what it asks about may be told in other words: how did the war end? */
    private static final Set<String> SAYING_LITTLE = words("""
            be become became begin began begun come came end ended finish finished get got give gave go went help
            helped let make made start started stop stopped take took use used
            """);

    /**
     * A word, or a phrase.
     *
     * @param words one or more; a word that was typed alone stands alone
     */
    public record Part(List<String> words, boolean quoted) {
        public Part {
            words = List.copyOf(words);
        }

        static Part of(String word) {
            return new Part(List.of(word), false);
        }

        private String written() {
            String joined = String.join(" ", words);
            return quoted ? "\"" + joined + "\"" : joined;
        }

        private boolean isStopWord() {
            return !quoted && STOP_WORDS.contains(words.get(0));
        }
    }

    public SearchWords {
        parts = List.copyOf(parts);
    }

    /** Whatever somebody typed, without what is no word; no parts where it has none. */
    public static SearchWords of(String typed) {
        String[] pieces = Folding.of(typed).split("\"", -1);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            List<String> words = split(pieces[i]);
            // Between an odd mark and the next; a last mark without a partner opens nothing.
            boolean quoted = i % 2 == 1 && i < pieces.length - 1;
            if (quoted && !words.isEmpty()) {
                parts.add(new Part(words, true));
            } else {
                words.stream().map(Part::of).forEach(parts::add);
            }
        }
        return new SearchWords(parts);
    }

    private static Set<String> words(String list) {
        return Set.of(Folding.of(list.strip()).split(" "));
    }

    private static List<String> split(String folded) {
        String whole =
                INSIDE_WORD.matcher(POSSESSIVE.matcher(folded).replaceAll("")).replaceAll("");
        return Arrays.stream(NO_WORD.split(whole))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The one way to write them, which {@link #of} reads back as the same. */
    public String written() {
        return parts.stream().map(Part::written).collect(Collectors.joining(" "));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All words in their order, of phrases as well. */
    public List<String> all() {
        return parts.stream().flatMap(part -> part.words().stream()).toList();
    }

    /** The parts that must be found: stop words only where there is nothing else, verbs that say little not in a question. */
    List<Part> wanted() {
        List<Part> telling = parts.stream().filter(part -> !part.isStopWord()).toList();
        List<Part> wanted = telling.stream().filter(part -> !saysLittle(part)).toList();
        return !wanted.isEmpty() ? wanted : telling.isEmpty() ? parts : telling;
    }

    /** Words that needn't be found, but count. */
    List<String> besides() {
        List<Part> wanted = wanted();
        return parts.stream()
                .filter(part -> saysLittle(part) && !wanted.contains(part))
                .map(part -> part.words().get(0))
                .toList();
    }

    private boolean saysLittle(Part part) {
        Part first = parts.get(0);
        return !part.quoted()
                && !first.quoted()
                && ASKING.contains(first.words().get(0))
                && SAYING_LITTLE.contains(part.words().get(0));
    }

    /** The same with another word in the place of this one. */
    SearchWords with(String word, String other) {
        return new SearchWords(parts.stream()
                .map(part -> part.quoted() || !part.words().get(0).equals(word) ? part : Part.of(other))
                .toList());
    }
}
