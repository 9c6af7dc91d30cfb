package dev.almanac;

import java.util.List;
import java.util.regex.Pattern;

/** A row of editorial/spellings.csv: what we write, and what we don't. */
record Spelling(String write, String not) {
    /**
     * Whether a text has what we don't write.
     *
     * @param all a longer one of them overrules this one: we write Sergei, and yet Sergey Brin
     */
    boolean isBrokenIn(String text, List<Spelling> all) {
        String rest = text;
        for (Spelling other : all) {
            if (words(not).matcher(other.write).find()) {
                rest = words(other.write).matcher(rest).replaceAll("·");
            }
        }
        return words(not).matcher(rest).find();
    }

    private static Pattern words(String written) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(written) + "(?![\\p{L}\\p{N}])");
    }
}
