package dev.almanac.exchange;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sheet doesn't say which of its columns hold what an event can't do without. */
public final class UnknownColumns extends CannotExchange {
    private final transient List<String> headings;
    private final transient List<Column> missing;

    /** @param headings what stands in its first row */
    UnknownColumns(String file, List<String> headings, List<Column> missing) {
        super(sentence(file, headings, missing));
        this.headings = List.copyOf(headings);
        this.missing = List.copyOf(missing);
    }

    private static String sentence(String file, List<String> headings, List<Column> missing) {
        return "No column of " + file + " is known to hold the "
                + missing.stream().map(Column::word).collect(Collectors.joining(" or the ")) + ". Its columns are: "
                + IntStream.range(0, headings.size())
                        .mapToObj(i -> (i + 1) + " “" + headings.get(i) + "”")
                        .collect(Collectors.joining(", "))
                + ". Say which, by name or number: --map "
                + IntStream.range(0, missing.size())
                        .mapToObj(i -> missing.get(i).word() + "=" + (i + 1))
                        .collect(Collectors.joining(","));
    }

    public List<String> headings() {
        return headings;
    }

    public List<Column> missing() {
        return missing;
    }
}
