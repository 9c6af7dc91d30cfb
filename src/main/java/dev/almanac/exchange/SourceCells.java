package dev.almanac.exchange;

import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sources as they stand in a cell: one to a line, or with semicolons between them; each a title, an address, or
 * {@code title | section | address}. And written into one.
 */
final class SourceCells {
    private static final int MOST = 8;
    private static final int LONGEST_LINE = 300;
    private static final Pattern LINES = Pattern.compile("\\n");
    private static final Pattern ITEMS = Pattern.compile("\\n|;\\s*");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)[^\\s<>\"|]+", Pattern.CASE_INSENSITIVE);
    private static final String BETWEEN = " | ";

    private final Registers registers;
    private final Origin origin;
    private final String licence;

    /**
     * @param origin what is known of a source of that title
     * @param licence of sources that are named in the sheet only; empty where nobody says
     */
    SourceCells(Registers registers, Origin origin, String licence) {
        this.registers = registers;
        this.origin = origin;
        this.licence = licence;
    }

    /** The sources of a row, with the address that it has besides at the first. */
    List<Citation> citations(Row row) {
        String cell = row.cell(Column.SOURCES).replace("\r", "");
        List<Citation> citations = new ArrayList<>();
        for (String line : LINES.split(cell, -1)) {
            Stream<String> items = line.contains("|") ? Stream.of(line) : ITEMS.splitAsStream(line);
            items.map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .map(this::citation)
                    .filter(citation -> !citations.contains(citation))
                    .forEach(citations::add);
        }
        return citations.isEmpty()
                ? citations
                : moved(citations.stream().limit(MOST).toList(), row);
    }

    /** The citations of an event, the first at the address that the row has, unless one of them is there already. */
    List<Citation> moved(List<Citation> citations, Row row) {
        String url = address(row.cell(Column.URL)).orElse("");
        if (url.isEmpty()
                || citations.stream().anyMatch(citation -> citation.url().equals(url))) {
            return citations;
        }
        Citation first = citations.get(0);
        List<Citation> moved = new ArrayList<>(citations);
        moved.set(0, new Citation(first.source(), first.section(), url));
        return moved;
    }

    /** A source at the address that a row has; at its own where it has none. */
    List<Citation> at(Source source, Row row) {
        return List.of(new Citation(source, "", address(row.cell(Column.URL)).orElse(source.url())));
    }

    private Citation citation(String item) {
        String url = Stream.of(item.split("\\|"))
                .map(SourceCells::address)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        String[] parts = ADDRESS.matcher(item).replaceAll("").split("\\|", -1);
        String title = trimmed(parts[0]);
        String section = parts.length > 1 ? Cut.words(trimmed(parts[1]), LONGEST_LINE) : "";
        Origin named = title.isEmpty() ? at(url) : new Origin(Cleaning.of(title).text(), "", "", licence);
        Source source = registers.source(named.title().equals(origin.title()) ? named.or(origin) : named);
        return new Citation(source, section, url.isEmpty() ? source.url() : url);
    }

    private static String trimmed(String part) {
        return part.replaceAll("[\\s,:(<]+$", "").replaceAll("^[\\s)>]+", "");
    }

    /** The first address in a text; a mark after it belongs to it only where there is nothing else, or a parenthesis is open. */
    private static Optional<String> address(String text) {
        Matcher found = ADDRESS.matcher(text.strip());
        if (!found.find()) {
            return Optional.empty();
        }
        String url = found.group();
        boolean isAlone = url.equals(text.strip());
        String bare = url.replaceAll("[.,;]+$", "");
        boolean isClosed = bare.endsWith(")") && bare.indexOf('(') < 0;
        return Optional.of((isAlone ? url : isClosed ? bare.substring(0, bare.length() - 1) : bare)
                .replaceFirst("^(?i)www\\.", "https://www."));
    }

    /** The source that is known by its address only: its host, but for Wikipedia, whose licence is known. */
    private Origin at(String url) {
        String host = url.replaceFirst("^(?i)https?://(?:www\\.)?", "").replaceAll("[/?#:].*$", "");
        return host.endsWith("wikipedia.org") ? Origin.WIKIPEDIA : new Origin(host, "", "", licence);
    }

    /** As {@link #citations} reads them; a source whose title would be read as something else is named by its id. */
    String written(List<Citation> citations) {
        return String.join("\n", citations.stream().map(this::written).toList());
    }

    private String written(Citation citation) {
        Source source = citation.source();
        boolean isPlain = registers.source(source.title()).equals(Optional.of(source))
                && source.title().equals(trimmed(source.title()))
                && source.title().equals(Cleaning.of(source.title()).text())
                && !source.title().contains("|")
                && !source.title().contains("\n")
                && !ADDRESS.matcher(source.title()).find();
        String url = citation.url().equals(source.url()) ? "" : citation.url();
        String title = isPlain ? source.title() : source.id();
        return (title + BETWEEN + citation.section() + BETWEEN + url)
                .replaceAll("[ |]+$", title.contains(";") ? " |" : "");
    }
}
