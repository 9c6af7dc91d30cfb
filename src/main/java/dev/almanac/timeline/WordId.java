package dev.almanac.timeline;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words as an id, in a-z, 0-9 and single hyphens: "Karpov's title" is karpovs-title, "Россия" is rossiia. */
public final class WordId {
    /** The Cyrillic and Greek letters in Latin ones, roughly as ALA-LC and ISO 843 have them, without accents. */
    private static final Map<Character, String> LATIN = latin(
            "а a б b в v г g ґ g д d е e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts "
                    + "ч ch ш sh щ shch ъ - ы y ь - э e ю iu я ia ћ c ђ d љ l њ n џ dz "
                    + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch ψ ps ω o");

    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

    private static Map<Character, String> latin(String pairs) {
        String[] words = pairs.split(" ", -1);
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> words[2 * i].charAt(0), i -> words[2 * i + 1].replace("-", "")));
    }

    /** At most as long as an id may be, cut after a whole word; empty where no letter of the words can be in an id. */
    public static String of(String words) {
        StringBuilder latin = new StringBuilder();
        APOSTROPHE
                .matcher(Folding.of(words))
                .replaceAll("")
                .chars()
                .forEach(letter -> latin.append(LATIN.getOrDefault((char) letter, String.valueOf((char) letter))));
        return cut(ENDS.matcher(NO_ID.matcher(latin).replaceAll("-")).replaceAll(""), HistoryEvent.LONGEST_ID);
    }

    /** An id cut after a whole word, if there is one in its second half. */
    public static String cut(String id, int most) {
        if (id.length() <= most) {
            return id;
        }
        int end = id.lastIndexOf('-', most);
        return ENDS.matcher(id.substring(0, end > most / 2 ? end : most)).replaceAll("");
    }

    private WordId() {}
}
