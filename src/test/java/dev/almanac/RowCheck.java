package dev.almanac;

import dev.almanac.timeline.HistoryEvent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an event says, in title and text, though none of its rows does. */
final class RowCheck {
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?");
    /** {@code 1948-59}, but not {@code 1948-05-09}. */
    private static final Pattern SHORT_RANGE = Pattern.compile("(?<!\\d)(\\d{4})[-–](\\d{1,2})(?![\\d-])");

    private static final Map<String, String> IN_FIGURES = Map.of(
            "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8", "nine", "9", "ten", "10",
            "eleven", "11", "twelve", "12");

    private final Words words;
    private final Set<String> numbers;
    private final Set<String> rowWords;
    private final Set<String> rowNumbers;
    private final Set<String> statedWords;
    private final Set<String> statedNumbers;

    RowCheck(HistoryEvent event, Collection<FactRow> rows) {
        this(event.title(), event.text(), rows);
    }

    RowCheck(String title, String text, Collection<FactRow> rows) {
        String stated = rows.stream().flatMap(row -> row.statements().stream()).collect(Collectors.joining("\n"));
        String dates = rows.stream().flatMap(row -> row.dates().stream()).collect(Collectors.joining("\n"));
        words = Words.of(title + "\n" + text);
        numbers = numbers(title + "\n" + text);
        rowWords = Set.copyOf(Words.of(stated).texts());
        statedNumbers = numbers(written(stated));
        rowNumbers =
                Stream.concat(statedNumbers.stream(), numbers(dates).stream()).collect(Collectors.toSet());
        statedWords =
                rowWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** With the second year of a range in full, too. */
    private static String written(String rows) {
        return SHORT_RANGE
                .matcher(rows)
                .replaceAll(range -> range.group() + " "
                        + range.group(1).substring(0, 4 - range.group(2).length()) + range.group(2));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> number.group().replace(",", "").replaceFirst("^0+(?=\\d)", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The numbers in figures that no row has. */
    List<String> numbers() {
        return numbers.stream().filter(number -> !rowNumbers.contains(number)).toList();
    }

    /** The number words from three to twelve that no row has, neither as a word nor in figures; its date does not count. */
    List<String> numberWords() {
        return words.texts().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(IN_FIGURES::containsKey)
                .filter(word -> !statedWords.contains(word) && !statedNumbers.contains(IN_FIGURES.get(word)))
                .distinct()
                .toList();
    }

    /** The capitalised words that no row has; a sentence's first word is not asked. */
    private List<Words.Word> strange() {
        return words.all().stream()
                .filter(word -> word.isCapitalised() && !word.isFirst())
                .filter(word -> rowWords.stream().noneMatch(word::isFormOf))
                .distinct()
                .toList();
    }

    /** The capitalised words that neither a row has nor a listed name that stands here as a whole. */
    List<String> names(List<ListedName> listed) {
        List<ListedName> needed = needed(listed);
        return strange().stream()
                .filter(word -> needed.stream().noneMatch(name -> name.has(word)))
                .map(Words.Word::text)
                .toList();
    }

    /** The listed names that stand here and have a word that no row has. */
    List<ListedName> needed(List<ListedName> listed) {
        return strange().stream()
                .flatMap(word -> listed.stream().filter(name -> name.has(word) && name.standsIn(words)))
                .distinct()
                .toList();
    }
}
