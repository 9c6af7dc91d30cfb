package dev.almanac.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a text of separated values (RFC 4180, and what Excel, LibreOffice and Google make of it). One that can't be
 * told from the next is left out, and reading goes on in the line after the one that it begins in.
 *
 * @param delimiter what separates its cells
 * @param records those with anything in them
 * @param broken the lines that records begin in which can't be read
 */
record CsvRecords(char delimiter, List<Numbered> records, List<Integer> broken) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE_CHARACTERS = 50_000;
    private static final String EXCELS_HINT = "sep=";

    /** @param line that it begins in, from 1 */
    record Numbered(int line, List<String> cells) {}

    static CsvRecords of(String text) {
        // Excel's own way of saying it: a first line of "sep=;".
        if (text.regionMatches(true, 0, EXCELS_HINT, 0, EXCELS_HINT.length()) && text.length() > EXCELS_HINT.length()) {
            int next = text.indexOf('\n') + 1;
            return parse(text, next == 0 ? text.length() : next, 2, text.charAt(EXCELS_HINT.length()));
        }
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARACTERS));
        char delimiter = DELIMITERS.stream()
                .max(Comparator.comparing((Character candidate) -> evenness(sample, candidate))
                        .thenComparing(candidate -> -DELIMITERS.indexOf(candidate)))
                .orElseThrow();
        return parse(text, 0, 1, delimiter);
    }

    /** How many records have as many cells as the first; 0 where that is one cell. */
    private static long evenness(String sample, char delimiter) {
        List<Integer> widths = parse(sample, 0, 1, delimiter).records().stream()
                .map(numbered -> numbered.cells().size())
                .toList();
        return widths.isEmpty() || widths.get(0) == 1
                ? 0
                : widths.stream().filter(widths.get(0)::equals).count();
    }

    private static CsvRecords parse(String text, int offset, int firstLine, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        List<Numbered> records = new ArrayList<>();
        List<Integer> broken = new ArrayList<>();
        int at = offset;
        int line = firstLine;
        while (at < text.length()) {
            int read = 0;
            try (CSVParser parser = CSVParser.parse(text.substring(at), format)) {
                for (var found = parser.iterator(); found.hasNext(); ) {
                    add(records, line + read, found.next());
                    read = (int) parser.getCurrentLineNumber();
                }
                return new CsvRecords(delimiter, records, broken);
            } catch (IOException | UncheckedIOException e) {
                broken.add(line + read);
            }
            for (int skipped = 0; skipped <= read && at < text.length(); skipped++) {
                at = afterLine(text, at);
            }
            line += read + 1;
        }
        return new CsvRecords(delimiter, records, broken);
    }

    private static void add(List<Numbered> records, int line, CSVRecord record) {
        List<String> cells = record.stream().toList();
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            records.add(new Numbered(line, cells));
        }
    }

    /** As the parser counts: a line ends with CR, LF or both. */
    private static int afterLine(String text, int from) {
        int end = Stream.of('\n', '\r')
                .map(character -> text.indexOf(character, from))
                .filter(found -> found >= 0)
                .min(Comparator.naturalOrder())
                .orElse(text.length());
        return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    }
}
