package dev.almanac.reading;

/**
 * A piece of a typed text.
 *
 * @param text folded; a number is all digits, a word all letters, a mark one character
 * @param from where it begins in the text as it was typed, in UTF-16 units
 * @param to behind its last unit there
 * @param glued whether no blank stands between it and the token before
 */
record Token(Kind kind, String text, int from, int to, boolean glued) {
    enum Kind {
        NUMBER,
        WORD,
        MARK
    }
}
