package dev.almanac.search;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of events, and where they stand. */
final class EventWords {
    private final OtherNames names;
    private final Map<String, Words> known = new HashMap<>();

    EventWords(OtherNames names) {
        this.names = names;
    }

    /** Words that stand side by side. */
    record Placed(Field field, Words words) {}

    /** All words of an event, those of its title first. */
    List<Placed> of(HistoryEvent event) {
        List<Placed> all = new ArrayList<>();
        Map<Words, Field> also = new LinkedHashMap<>();
        Words title = Words.of(Folding.of(event.title()));
        all.add(new Placed(Field.TITLE, title));
        names.in(title).forEach(name -> also.put(name, Field.TITLE));
        names.ofHappening(event.id()).forEach(name -> all.add(new Placed(Field.TITLE, name)));
        // Its words apart: joined they would be a word that nobody types.
        all.add(new Placed(Field.NAMES, Words.of(event.id().replace('-', ' '))));
        for (Category category : event.categories()) {
            all.add(new Placed(Field.NAMES, name(category.id())));
            all.add(new Placed(Field.NAMES, name(category.title())));
        }
        for (String person : event.people()) {
            Words name = name(person);
            // The title has the last of the names only: the others are as good as in it.
            Field field = title.haveLastOf(name) ? Field.TITLE : Field.NAMES;
            all.add(new Placed(field, name));
            names.of(name).forEach(other -> also.merge(other, field, EventWords::better));
        }
        for (String place : event.places()) {
            Words name = name(place);
            all.add(new Placed(Field.NAMES, name));
            names.of(name).forEach(other -> also.merge(other, Field.NAMES, EventWords::better));
        }
        Words text = Words.of(Folding.of(event.text() + " " + event.note()));
        all.add(new Placed(Field.TEXT, text));
        names.in(text).forEach(name -> also.putIfAbsent(name, Field.TEXT));
        also.forEach((name, field) -> all.add(new Placed(field, name)));
        return all;
    }

    /** The words of a name, which many events may have. */
    Words name(String name) {
        return known.computeIfAbsent(name, once -> Words.of(Folding.of(once)));
    }

    private static Field better(Field one, Field other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
