package dev.almanac.search;

import dev.almanac.timeline.AlsoKnown;
import dev.almanac.timeline.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people call things besides, by what an event calls them. */
final class OtherNames {
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<Words>> byEvent = new HashMap<>();
    private final Map<String, List<String>> byNickname = new HashMap<>();

    private record Entry(Words name, List<Words> also) {}

    OtherNames(List<AlsoKnown> names) {
        for (AlsoKnown known : names) {
            List<String> folded = known.also().stream().map(Folding::of).toList();
            List<Words> also = folded.stream().map(Words::of).toList();
            for (String id : known.events()) {
                byEvent.computeIfAbsent(id, none -> new ArrayList<>()).addAll(also);
                folded.forEach(name -> byNickname
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
    List<Words> ofHappening(String id) {
        return byEvent.getOrDefault(id, List.of());
    }

    /** The ids of the happenings that are called so, the likeliest first. */
    List<String> happenings(SearchWords called) {
        return byNickname.getOrDefault(inFigures(called), List.of());
    }

    private static String inFigures(SearchWords words) {
        return words.all().stream().map(Figures::of).collect(Collectors.joining(" "));
    }

    /** The other names of all that a text names. */
    List<Words> in(Words text) {
        List<Words> found = new ArrayList<>();
        for (int place = 0; place < text.list().size(); place++) {
            for (Entry entry : byFirstWord.getOrDefault(text.list().get(place), List.of())) {
                if (text.haveAt(place, entry.name())) {
                    found.addAll(entry.also());
                }
            }
        }
        return found;
    }

    /** The other names of what is called just so. */
    List<Words> of(Words name) {
        List<Words> found = new ArrayList<>();
        if (!name.list().isEmpty()) {
            for (Entry entry : byFirstWord.getOrDefault(name.list().get(0), List.of())) {
                if (name.list().equals(entry.name().list())) {
                    found.addAll(entry.also());
                }
            }
        }
        return found;
    }
}
