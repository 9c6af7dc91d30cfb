package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of months in the languages of Europe, as the JDK has them from Unicode's CLDR, whole and abbreviated. A name that
 * means two months, like listopad, is the one of the sheet's own language.
 */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr", "sr",
            "hu", "ro", "bg", "uk", "ru", "el", "tr", "ca", "et", "lv", "lt", "ga", "cy", "eu", "gl");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3;

    private final Map<String, Month> months = new HashMap<>();

    /** @param language of the sheet, a BCP 47 tag */
    MonthNames(String language) {
        Set<String> ambiguous = new HashSet<>();
        LANGUAGES.forEach(other -> add(Locale.forLanguageTag(other), ambiguous));
        ambiguous.forEach(months::remove);
        for (Locale own : List.of(Locale.ENGLISH, Locale.forLanguageTag(language))) {
            names(own).forEach(months::put);
        }
        months.put("sept", Month.SEPTEMBER);
    }

    private void add(Locale locale, Set<String> ambiguous) {
        names(locale).forEach((name, month) -> {
            Month other = months.putIfAbsent(name, month);
            if (other != null && other != month) {
                ambiguous.add(name);
            }
        });
    }

    private static Map<String, Month> names(Locale locale) {
        Map<String, Month> names = new HashMap<>();
        for (Month month : Month.values()) {
            for (TextStyle style : STYLES) {
                String name = Folding.of(month.getDisplayName(style, locale)).replace(".", "");
                if (name.length() >= SHORTEST && name.chars().noneMatch(Character::isDigit)) {
                    names.put(name, month);
                }
            }
        }
        return names;
    }

    /** The month of a folded name, without a full stop. */
    Optional<Month> month(String name) {
        return Optional.ofNullable(months.get(name));
    }
}
