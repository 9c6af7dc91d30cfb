package dev.almanac.exchange;

import java.util.Map;

/**
 * One event as a file tells it, before anything is made of it.
 *
 * @param where what a person finds it by, like "line 7"
 * @param cells what it says, as written; what is blank is left out
 */
record Row(String where, Map<Column, String> cells) {
    Row {
        cells = Map.copyOf(cells);
    }

    /** Empty when it says nothing about it. */
    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }
}
