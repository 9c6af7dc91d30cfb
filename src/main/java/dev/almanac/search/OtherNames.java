package dev.almanac.search;

import dev.almanac.timeline.AlsoKnown;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What people call things besides, folded; by what an event calls them. */
final class OtherNames {
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<String>> byEvent = new HashMap<>();
    private final Map<String, List<String>> byNickname = new HashMap<>();

    private record Entry(Words name, List<String> also) {}

    OtherNames(List<AlsoKnown> names) {
        for (AlsoKnown known : names) {
            List<String> also = known.also().stream().map(Folding::of).toList();
            for (String id : known.events()) {
                byEvent.computeIfAbsent(id, none -> new ArrayList<>()).addAll(also);
                also.forEach(name -> byNickname
                        .computeIfAbsent(inFigures(SearchWords.of(name)), none -> new ArrayList<>())
                        .add(id));
            }
            Words name = Words.of(Folding.of(known.name()));
            if (!name.list().isEmpty()) {
                byFirstWord
                        .computeIfAbsent(name.list().get(0), none -> new ArrayList<>())
                        .add(new Entry(name, also));
            }
        }
    }

    /** The nicknames of a happening. */
    List<String> ofHappening(String id) {
        return byEvent.getOrDefault(id, List.of());
    }

    /** The ids of the happenings that are called so, the likeliest first. */
    List<String> happenings(SearchWords called) {
        return byNickname.getOrDefault(inFigures(called), List.of());
    }

    private static String inFigures(SearchWords words) {
        return words.all().stream().map(Figures::of).collect(Collectors.joining(" "));
    }

    /** The other names of all that an event names, each with the best place where the event has the name itself. */
    Map<String, Field> of(HistoryEvent event, Words title, Words text) {
        Map<String, Field> found = new LinkedHashMap<>();
        if (byFirstWord.isEmpty()) {
            return found;
        }
        collect(title, Field.TITLE, found, Words::have);
        for (String person : event.people()) {
            String folded = Folding.of(person);
            collect(Words.of(folded), title.haveLastOf(folded) ? Field.TITLE : Field.NAMES, found, Words::equals);
        }
        event.places().forEach(place -> collect(Words.of(Folding.of(place)), Field.NAMES, found, Words::equals));
        collect(text, Field.TEXT, found, Words::have);
        return found;
    }

    private void collect(Words words, Field field, Map<String, Field> found, BiPredicate<Words, Words> called) {
        words.list().stream()
                .distinct()
                .flatMap(word -> byFirstWord.getOrDefault(word, List.of()).stream())
                .filter(entry -> called.test(words, entry.name()))
                .flatMap(entry -> entry.also().stream())
                .forEach(name -> found.merge(name, field, OtherNames::better));
    }

    private static Field better(Field one, Field other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
