package dev.almanac;

import java.util.List;

/**
 * A row of editorial/facts.csv, which an event rests on.
 *
 * @param dates its day, New Style and Old Style
 * @param statements whatever else states facts: headline, facts, more, doubt, people, place
 * @param sources where they were read: source, more_source
 */
record FactRow(String id, List<String> dates, List<String> statements, List<String> sources) {
    FactRow {
        dates = List.copyOf(dates);
        statements = List.copyOf(statements);
        sources = List.copyOf(sources);
    }
}
