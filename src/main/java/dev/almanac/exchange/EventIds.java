package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes ids from words: those that are taken are never given again. */
final class EventIds {
    /** The Cyrillic and Greek letters in Latin ones, roughly as ISO 9 and ISO 843 have them, without accents. */
    private static final Map<Character, String> LATIN = latin(
            "а a б b в v г g ґ g д d е e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts "
                    + "ч ch ш sh щ shch ъ - ы y ь - э e ю iu я ia ћ c ђ d љ l њ n џ dz "
                    + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch ψ ps ω o");

    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

    private final Set<String> taken;

    EventIds(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    private static Map<Character, String> latin(String pairs) {
        String[] words = pairs.split(" ");
        return java.util.stream.IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> words[2 * i].charAt(0), i -> words[2 * i + 1].replace("-", "")));
    }

    /** What words look like as an id, cut after a whole word; empty where they have no letter that an id can have. */
    static String of(String words) {
        StringBuilder latin = new StringBuilder();
        APOSTROPHE
                .matcher(Folding.of(words))
                .replaceAll("")
                .chars()
                .forEach(letter -> latin.append(LATIN.getOrDefault((char) letter, String.valueOf((char) letter))));
        return cut(ENDS.matcher(NO_ID.matcher(latin).replaceAll("-")).replaceAll(""), HistoryEvent.LONGEST_ID);
    }

    private static String cut(String id, int most) {
        if (id.length() <= most) {
            return id;
        }
        int end = id.lastIndexOf('-', most);
        return ENDS.matcher(id.substring(0, end > most / 2 ? end : most)).replaceAll("");
    }

    /** A new id for an event: of its title, with its year or a number after it where that is taken. */
    String give(String title, HistoricalDate date) {
        String words = of(title);
        String day = of(date.toString());
        if (words.isEmpty()) {
            return firstFree("event-" + day);
        }
        if (taken.add(words)) {
            return words;
        }
        String year = day.length() >= 4 ? day.substring(0, 4) : day;
        return firstFree(cut(words, HistoryEvent.LONGEST_ID - 8) + "-" + year);
    }

    /** A new id for something that has no date. */
    String give(String words, String otherwise) {
        String id = of(words);
        return firstFree(id.isEmpty() ? otherwise : id);
    }

    private String firstFree(String id) {
        String free = id;
        for (int number = 2; !taken.add(free); number++) {
            free = cut(id, HistoryEvent.LONGEST_ID - 8) + "-" + number;
        }
        return free;
    }

    void take(String id) {
        taken.add(id);
    }

    boolean isTaken(String id) {
        return taken.contains(id);
    }
}
