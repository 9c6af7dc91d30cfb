package dev.almanac.reading;

import dev.almanac.timeline.Edits;
import dev.almanac.timeline.Folding;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of months: English ones from three letters on, and those of four more languages as the JDK has them (CLDR). */
final class MonthNames {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int MOST_EDITS = 2;
    private static final List<Locale> OTHERS =
            List.of(Locale.forLanguageTag("ru"), Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** In small letters; looked up once, because the JDK builds a formatter for each. */
    private static final List<String> ENGLISH = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ENGLISH))
            .toList();

    /** Read when they are first needed: four languages take the JDK a while, and most lines are English. */
    private static final class Foreign {
        static final Map<String, Month> NAMES = names();

        private static Map<String, Month> names() {
            Map<String, Month> names = new HashMap<>();
            for (Locale language : OTHERS) {
                for (Month month : Month.values()) {
                    for (TextStyle style : STYLES) {
                        String name = Folding.of(month.getDisplayName(style, language))
                                .replace(".", "");
                        if (name.length() >= SHORTEST && name.chars().allMatch(Character::isLetter)) {
                            names.putIfAbsent(name, month);
                        }
                    }
                }
            }
            return Map.copyOf(names);
        }

        private Foreign() {}
    }

    /** The month whose English name begins so. */
    Optional<Month> english(String word) {
        if (word.length() >= SHORTEST) {
            for (int i = 0; i < ENGLISH.size(); i++) {
                if (ENGLISH.get(i).startsWith(word)) {
                    return Optional.of(Month.of(i + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The month of that name in any of the languages. */
    Optional<Month> any(String word) {
        return english(word).or(() -> Optional.ofNullable(Foreign.NAMES.get(word)));
    }

    /** The month that a misspelt English name may mean. */
    Optional<Month> misspelt(String word) {
        return word.length() < SHORTEST_MISSPELT || any(word).isPresent()
                ? Optional.empty()
                : Arrays.stream(Month.values())
                        .filter(month -> name(month).charAt(0) == word.charAt(0))
                        .filter(month ->
                                edits(month, word) <= (name(month).length() > SHORTEST_MISSPELT ? MOST_EDITS : 1))
                        .min(Comparator.comparingInt(month -> edits(month, word)));
    }

    private static int edits(Month month, String word) {
        return Edits.between(name(month), word);
    }

    private static String name(Month month) {
        return ENGLISH.get(month.getValue() - 1);
    }
}
