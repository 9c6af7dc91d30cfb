package dev.almanac.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All words of a timeline while it is indexed, and by which others each of them is found. */
final class Lexicon {
    /** From so many letters on a word finds longer ones that begin so. */
    private static final int BEGINNING = 3;

    private final Forms forms = new Forms();
    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, Word> prefixes = new HashMap<>();

    /** A word; two of one text are one object. */
    static final class Word {
        private final String text;
        private final int number;
        private @Nullable Others others;
        private @Nullable List<Word> prefixes;

        private Word(String text, int number) {
            this.text = text;
            this.number = number;
        }

        String text() {
            return text;
        }

        /** From 0 on, without gaps. */
        int number() {
            return number;
        }
    }

    /**
     * By what a word is found besides.
     *
     * @param forms of it, itself among them
     * @param beginnings of it that are words, and no forms of it
     * @param inFigures itself where it is no numeral
     */
    record Others(List<Word> forms, List<Word> beginnings, Word inFigures) {}

    /** Tells words that some event has: all have to be told before any is looked up. */
    void add(Words told) {
        told.all().forEach(this::add);
    }

    private void add(String text) {
        if (!words.containsKey(text)) {
            words.put(text, new Word(text, words.size()));
            forms.add(text);
            add(Figures.of(text));
        }
    }

    /** A word that was told. */
    Word word(String text) {
        return Objects.requireNonNull(words.get(text), text);
    }

    Others others(Word word) {
        Others others = word.others;
        if (others == null) {
            others = found(word.text);
            word.others = others;
        }
        return others;
    }

    private Others found(String text) {
        List<Word> ofIt = forms.of(text).stream().map(this::word).toList();
        List<Word> beginnings = new ArrayList<>();
        for (int end = BEGINNING; end < text.length(); end++) {
            Word beginning = words.get(text.substring(0, end));
            if (beginning != null && isLongEnough(beginning.text) && !ofIt.contains(beginning)) {
                beginnings.add(beginning);
            }
        }
        return new Others(ofIt, List.copyOf(beginnings), word(Figures.of(text)));
    }

    /** All that a word begins with, itself at last; their numbers are their own. */
    List<Word> prefixes(Word word) {
        List<Word> all = word.prefixes;
        if (all == null) {
            all = IntStream.rangeClosed(1, word.text.length())
                    .mapToObj(end -> word.text.substring(0, end))
                    .map(text -> prefixes.computeIfAbsent(text, once -> new Word(once, prefixes.size())))
                    .toList();
            word.prefixes = all;
        }
        return all;
    }

    static boolean isLongEnough(String word) {
        return word.codePointCount(0, word.length()) >= BEGINNING;
    }

    Forms forms() {
        return forms;
    }
}
