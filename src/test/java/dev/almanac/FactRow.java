package dev.almanac;

import java.util.List;

/**
 * A row of editorial/facts.csv, which an event rests on.
 *
 * @param dates its day, New Style and Old Style
 * @param statements whatever else states facts: headline, facts, more, doubt, people, place
 * @param sources where they were read: source, more_source
 * @param tellsMore whether it has more than the bare facts, so that its event is told at length
 */
record FactRow(String id, List<String> dates, List<String> statements, List<String> sources, boolean tellsMore) {
    FactRow {
        dates = List.copyOf(dates);
        statements = List.copyOf(statements);
        sources = List.copyOf(sources);
    }
}
