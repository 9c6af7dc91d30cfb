package dev.almanac.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Words that somebody may search for, and what a librarian would give.
 *
 * @param best any of these should stand first; none where nothing is right
 * @param also fit among the first ten
 */
record JudgedQuery(String query, String kind, List<String> best, List<String> also) {
    static List<JudgedQuery> in(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(JudgedQuery.class.getResourceAsStream(file)), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(reader)) {
            return rows.stream().map(JudgedQuery::of).toList();
        }
    }

    private static JudgedQuery of(CSVRecord row) {
        return new JudgedQuery(row.get("query"), row.get("kind"), ids(row.get("best")), ids(row.get("also")));
    }

    private static List<String> ids(String cell) {
        return Arrays.stream(cell.strip().split("\\s+"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    boolean hasAnswer() {
        return !best.isEmpty();
    }
}
