package dev.almanac;

import dev.almanac.timeline.HistoryEvent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what an event says though none of its rows does. */
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
    private final Predicate<String> isCommon;

    private RowCheck(String text, Collection<FactRow> rows, Stream<String> statements, Predicate<String> isCommon) {
        String stated = statements.collect(Collectors.joining("\n"));
        String dates = rows.stream().flatMap(row -> row.dates().stream()).collect(Collectors.joining("\n"));
        this.isCommon = isCommon;
        words = Words.of(text);
        numbers = numbers(text);
        rowWords = Set.copyOf(Words.of(stated).texts());
        statedNumbers = numbers(written(stated));
        rowNumbers =
                Stream.concat(statedNumbers.stream(), numbers(dates).stream()).collect(Collectors.toSet());
        statedWords =
                rowWords.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * A title and a text, which may say what the rows state.
     *
     * @param isCommon whether a word in lower case is no name, so that it may begin a sentence
     */
    static RowCheck ofText(String title, String text, Collection<FactRow> rows, Predicate<String> isCommon) {
        return new RowCheck(title + "\n" + text, rows, statements(rows), isCommon);
    }

    /** What an event says in title and text. */
    static RowCheck ofText(HistoryEvent event, Collection<FactRow> rows, Predicate<String> isCommon) {
        return ofText(event.title(), event.text(), rows, isCommon);
    }

    /** What an event says in its note, which may also name the sources of the rows and its own. */
    static RowCheck ofNote(HistoryEvent event, Collection<FactRow> rows, Predicate<String> isCommon) {
        Stream<String> sources = rows.stream().flatMap(row -> row.sources().stream());
        Stream<String> cited = event.sources().stream()
                .flatMap(citation ->
                        Stream.of(citation.source().title(), citation.source().publisher(), citation.section()));
        return new RowCheck(
                event.note(), rows, Stream.of(statements(rows), sources, cited).flatMap(all -> all), isCommon);
    }

    private static Stream<String> statements(Collection<FactRow> rows) {
        return rows.stream().flatMap(row -> row.statements().stream());
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

    /** The capitalised words that no row has; those that begin a sentence only if they aren't common. */
    private List<Words.Word> strange() {
        return words.all().stream()
                .filter(word -> word.isCapitalised()
                        && !(word.isFirst() && isCommon.test(word.text().toLowerCase(Locale.ROOT))))
                .filter(word -> rowWords.stream().noneMatch(word::isFormOf))
                .distinct()
                .toList();
    }

    /** The capitalised words that neither a row has nor a listed name that stands here as a whole. */
    List<String> names(List<ListedName> listed) {
        return strange().stream()
                .filter(word -> allowing(word, listed).findAny().isEmpty())
                .map(Words.Word::text)
                .distinct()
                .toList();
    }

    /** The listed names that stand here and have a word that no row has. */
    List<ListedName> needed(List<ListedName> listed) {
        return strange().stream()
                .flatMap(word -> allowing(word, listed))
                .distinct()
                .toList();
    }

    private Stream<ListedName> allowing(Words.Word word, List<ListedName> listed) {
        return listed.stream().filter(name -> name.allows(word) && name.standsIn(words));
    }
}
