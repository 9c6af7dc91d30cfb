package dev.almanac.reading;

import java.util.Set;

/** What a line is about: without how a question begins, and without what stands before a date. */
final class Subject {
    /** The longest question that is kept whole, in characters (UTF-16 units): what a search takes. */
    private static final int LONGEST_QUESTION = 48;

    private static final Set<String> ASKING = Set.of("how", "why", "when", "wen", "where");

    /** What a day or a year is asked for with. */
    private static final String WHEN = "when";

    /** What a question begins with before it comes to the point. */
    private static final Set<String> OPENINGS = WordList.of("""
            what whats wat who whos whom whose when whens where wheres why how hows which s did do does was were is are
            has have had tell me us about
            show find search look up for give gimme i want would like to know u you your anything something everything
            any all some happened happen happend hapened please pls plz can could there the a an of on in with and hello
            hi hey events event fact facts almanac many much yo wen exactly just
            """);

    private static final Set<String> ENDINGS = WordList.of("""
            in on at of the during from by between around and or to please for about is was all happened happen
            """);

    private final Tokens tokens;

    Subject(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Of all tokens; the whole line where nothing is left. */
    String whole() {
        String subject = of(0, tokens.size());
        return subject.isEmpty() ? tokens.typed() : subject;
    }

    /** The same, but a question as it stands where the search has to know it from words: what its verb says may be told otherwise. */
    String question() {
        int asked = pastAsking();
        int end = tokens.size();
        while (end > 0 && isLooseMark(end - 1)) {
            end--;
        }
        boolean when = asked > 1 || tokens.has(0, "wen");
        String question = (when ? WHEN : tokens.text(0, 1)) + " " + tokens.text(asked, end);
        boolean asks = asked > 0 && tokens.has(asked, "did", "do", "does", "was", "were");
        return asks && question.length() <= LONGEST_QUESTION
                ? question
                : asked > 1 && asked < end ? of(asked, end) : whole();
    }

    /** The place behind "why", or behind "in which year", which is as much as "when"; 0 where neither stands there. */
    private int pastAsking() {
        int at = tokens.has(0, "in", "on", "at") ? 1 : 0;
        boolean which = tokens.has(at, "what", "which", "wat")
                && tokens.has(at + 1, "year", "yr", "day", "date", "month", "decade", "century", "time");
        return which ? at + 2 : ASKING.contains(tokens.word(0)) ? 1 : 0;
    }

    /** Of some tokens; empty where nothing is left. */
    String of(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && ((OPENINGS.contains(tokens.word(begin)) && !isOfName(begin)) || isLooseMark(begin))) {
            begin++;
        }
        while (end > begin && (ENDINGS.contains(tokens.word(end - 1)) || isLooseMark(end - 1))) {
            end--;
        }
        return begin == end ? "" : tokens.text(begin, end);
    }

    /** Whether a number hangs on a word: {@code U-2}, {@code u2}. */
    private boolean isOfName(int place) {
        int next = tokens.glued(place + 1) ? tokens.pastMark(place + 1, "-") : tokens.size();
        return tokens.isNumber(next) && tokens.glued(next);
    }

    private boolean isLooseMark(int place) {
        return tokens.isMark(place) && !tokens.hasMark(place, "\"");
    }
}
