package dev.almanac;

import dev.almanac.timeline.HistoryEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What editors keep beside the timeline, in the folder editorial; docs/editorial.md tells what it is for.
 *
 * @param rows by id
 * @param notAbout the forms of addresses that lead to an index, a day or a year
 */
record Editorial(
        Map<String, FactRow> rows,
        List<ListedName> names,
        List<Spelling> spellings,
        List<String> publishedIds,
        List<String> linkedHosts,
        List<Pattern> notAbout) {
    private static final Path FOLDER = Path.of("editorial");

    /** Refuses two rows of one id. */
    static Editorial read() {
        try {
            return readFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Editorial readFiles() throws IOException {
        return new Editorial(
                table("facts.csv", Editorial::row).stream().collect(Collectors.toMap(FactRow::id, row -> row)),
                table("names.csv", row -> ListedName.of(row.get("name"), row.get("kind"))),
                table("spellings.csv", row -> new Spelling(row.get("write"), row.get("not"))),
                Files.readAllLines(FOLDER.resolve("published-ids.txt")),
                Files.readAllLines(FOLDER.resolve("linked-hosts.txt")),
                Files.readAllLines(FOLDER.resolve("not-about.txt")).stream()
                        .map(Pattern::compile)
                        .toList());
    }

    private static FactRow row(CSVRecord row) {
        return new FactRow(
                row.get("id"),
                List.of(row.get("date"), row.get("old_style")),
                Stream.of("headline", "facts", "more", "doubt", "people", "place")
                        .map(row::get)
                        .toList(),
                List.of(row.get("source"), row.get("more_source")));
    }

    private static <T> List<T> table(String file, Function<CSVRecord, T> row) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setPath(FOLDER.resolve(file))
                .setFormat(format)
                .get()) {
            return parser.stream().map(row).toList();
        }
    }

    /** Whether an address may lead to a page about one happening; false when it is empty. */
    boolean isAboutAHappening(String url) {
        return !url.isEmpty()
                && notAbout.stream().noneMatch(form -> form.matcher(url).matches());
    }

    /** The words that occur in lower case in the rows or in some text of the events: none of them is a name only. */
    Set<String> commonWords(Collection<HistoryEvent> events) {
        Stream<String> stated = rows.values().stream().flatMap(row -> row.statements().stream());
        Stream<String> told = events.stream().flatMap(event -> Stream.of(event.title(), event.text(), event.note()));
        return Stream.concat(stated, told)
                .flatMap(text -> Words.of(text).texts().stream())
                .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                .collect(Collectors.toSet());
    }

    /** The rows of an event, as it names them. */
    List<FactRow> rowsOf(List<String> facts) {
        return facts.stream().map(rows::get).toList();
    }
}
