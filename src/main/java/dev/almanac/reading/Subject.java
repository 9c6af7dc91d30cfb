package dev.almanac.reading;

import java.util.Set;

/** What a line is about: without how a question begins, and without what stands before a date. */
final class Subject {
    /** The longest question that is kept whole, in characters (UTF-16 units): what a search takes. */
    private static final int LONGEST_QUESTION = 48;

    private static final Set<String> ASKING = Set.of("how", "why", "when", "where");

    /** What a question begins with before it comes to the point. */
    private static final Set<String> OPENINGS = WordList.of("""
            what whats wat who whos whom whose when whens where wheres why how hows which s did do does was were is are
            has have had tell me us about
            show find search look up for give gimme i want would like to know u you your anything something everything
            any all some happened happen happend hapened please pls plz can could there the a an of on in with and hello
            hi hey events event fact facts almanac many much
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
        boolean asks = ASKING.contains(tokens.word(0)) && tokens.has(1, "did", "do", "does", "was", "were");
        int end = tokens.size();
        while (end > 0 && isLooseMark(end - 1)) {
            end--;
        }
        String question = tokens.text(0, end);
        return asks && question.length() <= LONGEST_QUESTION ? question : whole();
    }

    /** Of some tokens; empty where nothing is left. */
    String of(int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && (OPENINGS.contains(tokens.word(begin)) || isLooseMark(begin))) {
            begin++;
        }
        while (end > begin && (ENDINGS.contains(tokens.word(end - 1)) || isLooseMark(end - 1))) {
            end--;
        }
        return begin == end ? "" : tokens.text(begin, end);
    }

    private boolean isLooseMark(int place) {
        return tokens.isMark(place) && !tokens.hasMark(place, "\"");
    }
}
