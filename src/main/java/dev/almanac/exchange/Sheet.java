package dev.almanac.exchange;

import java.util.List;

/**
 * A file of events of whichever format, taken apart and not judged.
 *
 * @param kind what it was read as, like "sheet with semicolons, in Windows-1252"
 * @param rows in the order of the file
 * @param refused what isn't even a row, each as a sentence that begins with where it stands
 * @param remarks what else is worth telling of the file as a whole, each a sentence
 * @param origin what the format says about where its events come from
 * @param daysAreSure whether its days are never corrected, so that the same title on another day is another event
 */
record Sheet(
        String kind, List<Row> rows, List<String> refused, List<String> remarks, Origin origin, boolean daysAreSure) {
    Sheet {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
    }

    /** One whose days an editor may correct. */
    Sheet(String kind, List<Row> rows, List<String> refused, List<String> remarks, Origin origin) {
        this(kind, rows, refused, remarks, origin, false);
    }
}
