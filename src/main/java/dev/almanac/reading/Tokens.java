package dev.almanac.reading;

import dev.almanac.reading.Token.Kind;
import dev.almanac.timeline.Folding;
import java.util.ArrayList;
import java.util.List;

/**
 * A typed text in pieces: numbers, words and marks, folded, each with its place in the text. A place beyond the last piece has
 * nothing in it, so rules look ahead without asking how much is left.
 *
 * @param typed the text as it was typed
 */
record Tokens(String typed, List<Token> list) {
    /** Whoever writes more than a few pages isn't asking for anything in particular; the rest isn't read. */
    private static final int LONGEST = 4000;

    Tokens {
        list = List.copyOf(list);
    }

    static Tokens of(String typed) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Kind kind = Kind.MARK;
        int from = 0;
        int to = 0;
        boolean glued = false;
        int next;
        for (int i = 0; i < Math.min(typed.length(), LONGEST); i = next) {
            int point = typed.codePointAt(i);
            next = i + Character.charCount(point);
            // Between letters, so that a blank isn't taken for one at an end.
            String folded = Folding.of("a" + Character.toString(point) + "a");
            for (int at = 1; at < folded.length() - 1; ) {
                int one = folded.codePointAt(at);
                at += Character.charCount(one);
                Kind of = kind(one);
                if (!piece.isEmpty() && (one == ' ' || of != kind || of == Kind.MARK)) {
                    tokens.add(new Token(kind, piece.toString(), from, to, glued));
                    piece.setLength(0);
                    glued = one != ' ';
                }
                if (one == ' ') {
                    glued = false;
                    continue;
                }
                if (piece.isEmpty()) {
                    from = i;
                    kind = of;
                }
                piece.appendCodePoint(one);
                to = next;
            }
        }
        if (!piece.isEmpty()) {
            tokens.add(new Token(kind, piece.toString(), from, to, glued));
        }
        return new Tokens(typed, tokens);
    }

    private static Kind kind(int point) {
        return point >= '0' && point <= '9' ? Kind.NUMBER : Character.isLetter(point) ? Kind.WORD : Kind.MARK;
    }

    int size() {
        return list.size();
    }

    private boolean is(int place, Kind kind) {
        return place >= 0 && place < list.size() && list.get(place).kind() == kind;
    }

    boolean isNumber(int place) {
        return is(place, Kind.NUMBER);
    }

    boolean isWord(int place) {
        return is(place, Kind.WORD);
    }

    boolean isMark(int place) {
        return is(place, Kind.MARK);
    }

    /** The word there; empty where there is none. */
    String word(int place) {
        return isWord(place) ? list.get(place).text() : "";
    }

    /** The digits there; empty where there are none. */
    String digits(int place) {
        return isNumber(place) ? list.get(place).text() : "";
    }

    /** Whether one of these words stands there. */
    boolean has(int place, String... words) {
        return isWord(place) && List.of(words).contains(word(place));
    }

    /** Whether one of these words or marks stands there. */
    boolean hasMark(int place, String marks) {
        return isMark(place) && marks.contains(list.get(place).text());
    }

    /** Whether no blank stands before it; not so of the first, and beyond the last. */
    boolean glued(int place) {
        return place > 0 && place < list.size() && list.get(place).glued();
    }

    /** Whether these words and marks stand from there on. */
    boolean begin(int place, List<String> pieces) {
        if (place + pieces.size() > list.size()) {
            return false;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (!list.get(place + i).text().equals(pieces.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The place behind these words, or the same place where they don't stand there. */
    int past(int place, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(place + i).equals(words[i])) {
                return place;
            }
        }
        return place + words.length;
    }

    /** The place behind the mark there, if it is one of these. */
    int pastMark(int place, String marks) {
        return hasMark(place, marks) ? place + 1 : place;
    }

    /** What was typed from one place to before another, as it was typed; empty where nothing was. */
    String text(int from, int to) {
        return from >= to
                ? ""
                : typed.substring(list.get(from).from(), list.get(to - 1).to());
    }
}
