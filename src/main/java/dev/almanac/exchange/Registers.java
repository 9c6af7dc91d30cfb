package dev.almanac.exchange;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.TimelineHead;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What events name by its id: the eras, categories and sources of a head, and those that an import adds. */
final class Registers {
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 300;

    private final Register<Era> eras;
    private final Register<Category> categories;
    private final Register<Source> sources;

    Registers(TimelineHead head) {
        eras = new Register<>("era", head.eras(), Era::id, Era::title);
        categories = new Register<>("category", head.categories(), Category::id, Category::title);
        sources = new Register<>("source", head.sources(), Source::id, Source::title);
    }

    Era era(String name) {
        return eras.get(name, LONGEST_NAME, (id, title) -> new Era(id, title));
    }

    Category category(String name) {
        return categories.get(
                name, LONGEST_NAME, (id, title) -> new Category(id, title, Palette.colour(categories.size())));
    }

    Optional<Source> source(String name) {
        return sources.find(name);
    }

    /** The source of this title, or a new one; what isn't told of a new one is said to be so. */
    Source source(Origin origin) {
        return sources.get(
                origin.title(),
                LONGEST_LINE,
                (id, title) -> new Source(
                        id,
                        title,
                        origin.publisher().isEmpty() ? title : origin.publisher(),
                        origin.url(),
                        origin.licence().isEmpty() ? Beginning.NO_LICENCE : origin.licence()));
    }

    /** The head with everything that was added and is named by an event. */
    TimelineHead in(TimelineHead head, Collection<HistoryEvent> events) {
        Set<Object> used = new HashSet<>();
        for (HistoryEvent event : events) {
            if (event.era() != null) {
                used.add(event.era());
            }
            used.addAll(event.categories());
            event.sources().forEach(citation -> used.add(citation.source()));
        }
        return new TimelineHead(
                head.title(),
                head.description(),
                head.language(),
                head.licence(),
                eras.all(head.eras(), used::contains),
                categories.all(head.categories(), used::contains),
                head.furtherReading(),
                sources.all(head.sources(), used::contains),
                head.names(),
                head.keptUntil(),
                head.imageHosts());
    }

    /** Things that have an id and a title, found by either. */
    private static final class Register<T> {
        private final String kind;
        private final Map<String, T> byName = new LinkedHashMap<>();
        private final Map<String, T> all = new LinkedHashMap<>();
        private final EventIds ids;
        private final Function<T, String> id;

        Register(String kind, List<T> known, Function<T, String> id, Function<T, String> title) {
            this.kind = kind;
            this.id = id;
            Set<String> taken = known.stream().map(id).collect(Collectors.toSet());
            this.ids = new EventIds(taken);
            known.forEach(thing -> all.put(id.apply(thing), thing));
            Stream.of(id, title)
                    .forEach(name -> known.forEach(thing -> byName.putIfAbsent(Folding.of(name.apply(thing)), thing)));
        }

        Optional<T> find(String name) {
            return Optional.ofNullable(byName.get(Folding.of(name)));
        }

        T get(String name, int longest, BiFunction<String, String, T> made) {
            String title = Cut.words(name, longest);
            Optional<T> known = find(title);
            if (known.isPresent()) {
                return known.get();
            }
            if (all.size() >= MOST) {
                throw new CannotExchange("A timeline may name " + MOST + " different values for " + kind
                        + ", and the file has more. Leave that column out, or sort its words into fewer.");
            }
            T thing = made.apply(ids.give(title, kind), title);
            all.put(id.apply(thing), thing);
            byName.put(Folding.of(title), thing);
            byName.putIfAbsent(Folding.of(id.apply(thing)), thing);
            return thing;
        }

        int size() {
            return all.size();
        }

        List<T> all(List<T> before, Predicate<T> isUsed) {
            return all.values().stream()
                    .filter(thing -> before.contains(thing) || isUsed.test(thing))
                    .toList();
        }
    }
}
