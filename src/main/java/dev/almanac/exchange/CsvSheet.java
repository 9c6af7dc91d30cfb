package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sheet as Excel, LibreOffice and Google save it: separated values, and a first row that says what the columns hold. */
final class CsvSheet {
    private static final Map<Character, String> SEPARATED =
            Map.of(',', "commas", ';', "semicolons", '\t', "tabs", '|', "bars");

    /**
     * @param map which columns hold what, by heading or number from 1, in place of what their headings say
     * @throws UnknownColumns when it doesn't say where its dates or its titles are
     * @throws CannotExchange when it has no rows, or no column that the map names
     */
    static Sheet read(String file, WrittenText written, Map<Column, String> map) {
        CsvRecords read = CsvRecords.of(written.text());
        List<String> refused = read.broken().stream()
                .map(line -> "line " + line
                        + ": a quotation mark in it isn't closed, or stands inside a cell and isn't " + "written twice")
                .toList();
        if (read.records().isEmpty()) {
            throw new CannotExchange(file + " has no rows in it.");
        }
        List<String> first = read.records().get(0).cells();
        boolean hasHeadings = isHeading(first, map);
        List<String> headings = hasHeadings ? first.stream().map(String::strip).toList() : List.of();
        Map<Column, Integer> columns = columns(file, headings, map);
        List<Column> missing = new ArrayList<>();
        if (!columns.containsKey(Column.DATE) && !columns.containsKey(Column.YEAR)) {
            missing.add(Column.DATE);
        }
        if (!columns.containsKey(Column.TITLE) && !columns.containsKey(Column.TEXT)) {
            missing.add(Column.TITLE);
        }
        if (!missing.isEmpty()) {
            throw new UnknownColumns(file, first, missing);
        }
        List<Row> rows = read.records().stream()
                .skip(hasHeadings ? 1 : 0)
                .map(record -> row(record, columns))
                .toList();
        return new Sheet(
                "a sheet with " + SEPARATED.getOrDefault(read.delimiter(), "“" + read.delimiter() + "”")
                        + " between its columns, in " + written.encoding(),
                rows,
                refused,
                hasHeadings ? remarks(headings, columns) : List.of(),
                Origin.UNKNOWN);
    }

    /** Whether a first row says what the columns hold: it has a heading that is known or named, or no digit at all. */
    private static boolean isHeading(List<String> first, Map<Column, String> map) {
        Set<String> named = map.values().stream().map(Folding::of).collect(Collectors.toSet());
        return first.stream()
                        .anyMatch(cell -> Column.headed(cell).isPresent()
                                || (!cell.isBlank()
                                        && !cell.strip().matches("\\d+")
                                        && named.contains(Folding.of(cell))))
                || first.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private static Map<Column, Integer> columns(String file, List<String> headings, Map<Column, String> map) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        map.forEach((column, name) -> columns.put(column, number(file, headings, name)));
        Set<Integer> taken = new HashSet<>(columns.values());
        boolean hasYears = headings.stream().anyMatch(heading -> Column.YEAR.rank(heading) >= 0);
        IntStream.range(0, headings.size()).filter(i -> !taken.contains(i)).forEach(i -> {
            String heading = headings.get(i);
            // German for a day, English for a category.
            Column column = Folding.of(heading).equals("tag") && !hasYears
                    ? Column.CATEGORIES
                    : Column.headed(heading).orElse(null);
            if (column != null
                    && !map.containsKey(column)
                    && (!columns.containsKey(column)
                            || column.rank(heading) < column.rank(headings.get(columns.get(column))))) {
                columns.put(column, i);
            }
        });
        return columns;
    }

    /** The place of a column, from 0, that is called by its heading or its number from 1. */
    private static int number(String file, List<String> headings, String name) {
        for (int i = 0; i < headings.size(); i++) {
            if (Folding.of(headings.get(i)).equals(Folding.of(name))) {
                return i;
            }
        }
        if (name.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(name) - 1;
        }
        throw new CannotExchange("No column of " + file + " is headed “" + name + "”. Its columns are: "
                + headings.stream().map(heading -> "“" + heading + "”").collect(Collectors.joining(", ")) + ".");
    }

    private static List<String> remarks(List<String> headings, Map<Column, Integer> columns) {
        Map<Integer, Column> byNumber = new LinkedHashMap<>();
        columns.forEach((column, number) -> byNumber.put(number, column));
        String used = IntStream.range(0, headings.size())
                .filter(byNumber::containsKey)
                .mapToObj(i -> "“" + headings.get(i) + "” is the "
                        + Objects.requireNonNull(byNumber.get(i)).word())
                .collect(Collectors.joining(", "));
        String unused = IntStream.range(0, headings.size())
                .filter(i -> !byNumber.containsKey(i) && !headings.get(i).isBlank())
                .mapToObj(i -> "“" + headings.get(i) + "”")
                .collect(Collectors.joining(", "));
        List<String> remarks = new ArrayList<>(List.of("Columns: " + used + "."));
        if (!unused.isEmpty()) {
            Column free = columns.containsKey(Column.TEXT) ? Column.NOTE : Column.TEXT;
            remarks.add("Not used: " + unused + ". --map says what they hold, as in --map \"" + free.word() + "="
                    + headings.stream()
                            .filter(heading -> unused.startsWith("“" + heading + "”"))
                            .findFirst()
                            .orElse("3")
                    + "\".");
        }
        return remarks;
    }

    private static Row row(CsvRecords.Numbered record, Map<Column, Integer> columns) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((column, number) -> {
            String cell = number < record.cells().size() ? record.cells().get(number) : "";
            if (!cell.isBlank()) {
                cells.put(column, cell);
            }
        });
        return new Row("line " + record.line(), cells);
    }

    private CsvSheet() {}
}
