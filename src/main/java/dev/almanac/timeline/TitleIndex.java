package dev.almanac.timeline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds events by the beginnings of the words in their titles and ids; case and accents don't matter. */
final class TitleIndex {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The most events, and the most words, that are looked at, so that a word of all titles costs little. */
    private static final int LOOKED_AT = 5_000;

    private final Map<String, HistoryEvent> byId = new HashMap<>();
    private final NavigableMap<String, List<HistoryEvent>> byWord = new TreeMap<>();

    TitleIndex(List<HistoryEvent> events) {
        for (HistoryEvent event : events) {
            byId.put(event.id(), event);
            words(event)
                    .distinct()
                    .forEach(word -> byWord.computeIfAbsent(word, none -> new ArrayList<>(1))
                            .add(event));
        }
    }

    List<HistoryEvent> matching(String typed, int most) {
        HistoryEvent named = byId.get(typed.strip().toLowerCase(Locale.ROOT));
        List<String> beginnings = words(typed).toList();
        Stream<HistoryEvent> exact = Stream.ofNullable(named);
        if (beginnings.isEmpty()) {
            return exact.toList();
        }
        String rarest = beginnings.stream()
                .min(Comparator.comparingLong(this::eventsWith))
                .orElseThrow();
        Stream<HistoryEvent> found = byWord.subMap(rarest, rarest + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream)
                .limit(LOOKED_AT)
                .filter(event -> hasAll(event, beginnings));
        return Stream.concat(exact, found).distinct().limit(most).toList();
    }

    private long eventsWith(String beginning) {
        return byWord.subMap(beginning, beginning + Character.MAX_VALUE).values().stream()
                .limit(LOOKED_AT)
                .mapToLong(List::size)
                .sum();
    }

    private static boolean hasAll(HistoryEvent event, List<String> beginnings) {
        List<String> words = words(event).toList();
        return beginnings.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private static Stream<String> words(HistoryEvent event) {
        return words(event.title() + " " + event.id());
    }

    private static Stream<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty());
    }
}
