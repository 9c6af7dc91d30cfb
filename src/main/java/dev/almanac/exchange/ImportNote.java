package dev.almanac.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the rows of a file.
 *
 * @param file its name
 * @param kind what it was read as
 * @param remarks on the file as a whole, each a sentence
 * @param refused each row that wasn't taken: where it stands, and why not
 * @param doubled how many rows say what another one says as well
 * @param doubtful the dates that could be another day, each with what it was read as
 * @param mended what was put right, with where
 * @param mendedRows how many of the rows that were taken are mended
 */
public record ImportNote(
        String file,
        String kind,
        List<String> remarks,
        List<String> refused,
        int doubled,
        List<String> doubtful,
        List<String> mended,
        int mendedRows,
        int added,
        int changed,
        int unchanged) {
    public ImportNote {
        remarks = List.copyOf(remarks);
        refused = List.copyOf(refused);
        doubtful = List.copyOf(doubtful);
        mended = List.copyOf(mended);
    }

    public int taken() {
        return added + changed + unchanged;
    }

    /** The whole note, each line ended. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add(file + " is " + kind + ".");
        lines.addAll(remarks);
        part(lines, "Not taken:", refused);
        part(lines, "Could be another day, --dates says which:", doubtful);
        part(lines, "Mended:", mended);
        if (lines.size() > 1) {
            lines.add("");
        }
        lines.add(count());
        return String.join("\n", lines) + "\n";
    }

    private static void part(List<String> lines, String heading, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(heading);
            items.forEach(item -> lines.add("  " + item));
        }
    }

    /** The one line that counts everything. */
    public String count() {
        int rows = taken() + refused.size() + doubled;
        return rows + (rows == 1 ? " row: " : " rows: ") + taken() + " taken (" + added + " new, " + changed
                + " changed, "
                + unchanged + " as they were), " + mendedRows + " of them mended; " + refused.size() + " refused"
                + (doubled == 0 ? "" : "; " + doubled + " said twice") + ".";
    }
}
