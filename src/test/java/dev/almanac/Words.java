package dev.almanac;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text: parted at hyphens and dashes, without the {@code ’s} of a possessive; {@code U.S.} is US. */
record Words(List<Word> all) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}\\p{N}]+)*");
    private static final Pattern INNER_DOT = Pattern.compile("(?<=\\b[A-Z])\\.(?=[A-Z]\\b)");
    private static final Pattern SENTENCE_BEGINS = Pattern.compile("(?:^|\\n|[.!?:]['”)]*\\s+|“)[“'(]*$");
    /** The full stop of an initial ends no sentence; that of Alexander I may. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?:[A-HJ-UWYZ]|St|Mrs?|Dr)\\.\\s$");

    /** @param isFirst whether it begins a sentence, a line, a quotation or what a colon announces */
    record Word(String text, boolean isFirst) {
        boolean isCapitalised() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        /** Whether it is the same as another, or its plural. */
        boolean isFormOf(String other) {
            return text.equals(other) || text.equals(other + "s");
        }
    }

    static Words of(String text) {
        String plain = INNER_DOT.matcher(text.replace('’', '\'')).replaceAll("");
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            String before = plain.substring(0, matcher.start());
            boolean isFirst = SENTENCE_BEGINS.matcher(before).find()
                    && !ABBREVIATION.matcher(before).find();
            words.add(new Word(matcher.group().replaceFirst("'s$", ""), isFirst));
        }
        return new Words(List.copyOf(words));
    }

    List<String> texts() {
        return all.stream().map(Word::text).toList();
    }
}
