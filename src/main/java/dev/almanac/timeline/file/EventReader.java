package dev.almanac.timeline.file;

import dev.almanac.timeline.CalendarUnit;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.InvalidDate;
import dev.almanac.timeline.OldStyle;
import dev.almanac.timeline.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the events of a file whose head is known, and notes everything that is wrong with them. */
final class EventReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_CATEGORIES = 3;
    private static final int MOST_NAMES = 20;
    private static final int MOST_CITATIONS = 8;
    private static final int MOST_FORMER_IDS = 20;
    private static final Map<String, Confidence> CONFIDENCE = Map.of(
            "", Confidence.HIGH,
            "high", Confidence.HIGH,
            "medium", Confidence.MEDIUM,
            "unverified", Confidence.UNVERIFIED);

    private final Problems problems;
    private final Map<String, Era> eras;
    private final Map<String, Category> categories;
    private final Map<String, Source> sources;
    private final FormerIds formerIds;
    private final Set<String> imageHosts;
    private final Set<String> ids = new HashSet<>();
    /** Ids by the bits of their keys. */
    private final Map<Long, String> keys = new HashMap<>();

    private final Set<String> names = new HashSet<>();
    private final List<String> titles = new ArrayList<>();

    EventReader(
            Problems problems,
            Map<String, Era> eras,
            Map<String, Category> categories,
            Map<String, Source> sources,
            List<String> imageHosts) {
        this.problems = problems;
        this.eras = eras;
        this.categories = categories;
        this.sources = sources;
        this.imageHosts = Set.copyOf(imageHosts);
        this.formerIds = new FormerIds(ids);
    }

    /** The event; null when anything in the file is wrong. */
    @Nullable
    HistoryEvent event(ObjectReader event) {
        String id = event.id();
        if (!id.isEmpty() && !ids.add(id)) {
            event.problem("id", "\"" + id + "\" appears twice", "another id");
        }
        refuseEqualKey(event, "id", id);
        HistoricalDate date = date(event);
        String dateText = event.optionalText("dateText", LONGEST_NAME);
        OldStyle oldStyle = oldStyle(event, date);
        String title = event.text("title", HistoryEvent.LONGEST_TITLE);
        String text = event.text("text", HistoryEvent.LONGEST_TEXT);
        String note = event.optionalText("note", HistoryEvent.LONGEST_NOTE);
        int before = problems.size();
        List<Category> eventCategories = defined(event, "categories", MOST_CATEGORIES, categories);
        if (eventCategories.isEmpty() && problems.size() == before) {
            event.problem(
                    "categories", "names no category", "one to three of " + String.join(", ", categories.keySet()));
        }
        List<String> people = event.texts("people", LONGEST_NAME, MOST_NAMES);
        List<String> places = event.texts("places", LONGEST_NAME, MOST_NAMES);
        names.addAll(people);
        names.addAll(places);
        titles.add(title);
        Era era = era(event, event.optionalText("era", HistoryEvent.LONGEST_ID));
        boolean sensitive = event.flag("sensitive");
        Confidence confidence = confidence(event);
        int weight =
                event.number("weight", HistoryEvent.LEAST_WEIGHT, HistoryEvent.MOST_WEIGHT, HistoryEvent.USUAL_WEIGHT);
        List<String> formerly = formerIds.of(event, event.ids("formerly", MOST_FORMER_IDS));
        formerly.forEach(former -> refuseEqualKey(event, "formerly", former));
        Image image = event.object("image").map(this::image).orElse(null);
        List<Citation> citations = citations(event, confidence);
        List<String> facts = event.texts("facts", HistoryEvent.LONGEST_ID, MOST_NAMES);
        event.noOthers();
        return date == null || !problems.isEmpty()
                ? null
                : new HistoryEvent(
                        id,
                        date,
                        dateText,
                        oldStyle,
                        title,
                        text,
                        note,
                        eventCategories,
                        people,
                        places,
                        era,
                        sensitive,
                        confidence,
                        weight,
                        formerly,
                        image,
                        citations,
                        facts);
    }

    /** Menus name events by their keys; docs/events.md. */
    private void refuseEqualKey(ObjectReader event, String field, String id) {
        EventKey key = EventKey.of(id);
        String other = keys.putIfAbsent(key.bits(), id);
        if (other != null && !other.equals(id)) {
            event.problem(
                    field, "\"" + id + "\" has the key " + key + ", which \"" + other + "\" has as well", "another id");
        }
    }

    /** To be called when all events are read: notes former ids that clash. */
    void allAreRead() {
        formerIds.check();
    }

    /** The ids of the events read so far, present and former, sound or not. */
    Set<String> ids() {
        return formerIds.known();
    }

    /** The people and places of the events read so far, sound or not. */
    Set<String> names() {
        return names;
    }

    /** The titles of the events read so far, sound or not. */
    List<String> titles() {
        return titles;
    }

    private Image image(ObjectReader image) {
        String url = image.optionalUrl("url");
        if (!image.has("url")) {
            image.problem("url", "is missing", "https://upload.wikimedia.org/picture.jpg");
        } else if (!url.isEmpty()) {
            URI address = URI.create(url);
            if (!"https".equals(address.getScheme())) {
                image.problem(
                        "url", "\"" + url + "\" isn't an https address", "https://upload.wikimedia.org/picture.jpg");
            } else if (!imageHosts.contains(address.getHost())) {
                image.problem(
                        "url",
                        "is at \"" + address.getHost() + "\", which imageHosts in the head doesn't list",
                        imageHosts.isEmpty() ? "a host that it lists" : String.join(", ", new TreeSet<>(imageHosts)));
            }
        }
        Image read = new Image(
                url,
                image.text("alt", LONGEST_LINE),
                image.text("credit", LONGEST_LINE),
                image.text("licence", LONGEST_LINE));
        image.noOthers();
        return read;
    }

    private static @Nullable HistoricalDate date(ObjectReader event) {
        String written = event.text("date", LONGEST_NAME);
        try {
            return written.isEmpty() ? null : HistoricalDate.parse(written);
        } catch (InvalidDate e) {
            event.problem("date", e.wrong(), e.right());
            return null;
        }
    }

    private static @Nullable OldStyle oldStyle(ObjectReader event, @Nullable HistoricalDate date) {
        String written = event.optionalText("oldStyle", LONGEST_NAME);
        if (written.isEmpty() || date == null) {
            return null;
        }
        if (date.isOpen() || date.known().precision() != CalendarUnit.Precision.DAY) {
            event.problem("oldStyle", "is given, but the date " + date + " isn't an exact day", "leaving it out");
            return null;
        }
        try {
            OldStyle read = OldStyle.parse(written);
            if (!read.isOf(date.firstDay())) {
                event.problem(
                        "oldStyle",
                        written + " isn't the Julian day of " + date.firstDay(),
                        OldStyle.of(date.firstDay()).toString());
                return null;
            }
            return read;
        } catch (InvalidDate e) {
            event.problem("oldStyle", e.wrong(), e.right());
            return null;
        }
    }

    private <T> List<T> defined(ObjectReader event, String field, int most, Map<String, T> known) {
        List<T> found = new ArrayList<>();
        for (String id : event.texts(field, HistoryEvent.LONGEST_ID, most)) {
            T value = known.get(id);
            if (value == null) {
                event.problem(field, "\"" + id + "\" isn't defined in the head", nearest(id, known));
            } else {
                found.add(value);
            }
        }
        return found;
    }

    private static String nearest(String id, Map<String, ?> known) {
        return Nearest.to(id, known.keySet()).orElseGet(() -> String.join(", ", known.keySet()));
    }

    private @Nullable Era era(ObjectReader event, String id) {
        Era era = eras.get(id);
        if (!id.isEmpty() && era == null) {
            event.problem("era", "\"" + id + "\" isn't defined in the head", nearest(id, eras));
        }
        return era;
    }

    private static Confidence confidence(ObjectReader event) {
        String written = event.optionalText("confidence", LONGEST_NAME);
        Confidence confidence = CONFIDENCE.get(written);
        if (confidence == null) {
            event.problem(
                    "confidence",
                    "is \"" + written + "\"",
                    Nearest.to(written, CONFIDENCE.keySet()).orElse("high (or left out), medium or unverified"));
            return Confidence.HIGH;
        }
        return confidence;
    }

    private List<Citation> citations(ObjectReader event, Confidence confidence) {
        List<Citation> citations = new ArrayList<>();
        int before = problems.size();
        List<ObjectReader> given = event.objects("sources", MOST_CITATIONS);
        boolean isEmpty = given.isEmpty() && problems.size() == before;
        for (ObjectReader citation : given) {
            String id = citation.text("id", HistoryEvent.LONGEST_ID);
            String section = citation.optionalText("section", LONGEST_LINE);
            String url = citation.optionalUrl("url");
            citation.noOthers();
            Source source = sources.get(id);
            if (source != null) {
                citations.add(new Citation(source, section, url.isEmpty() ? source.url() : url));
            } else if (!id.isEmpty()) {
                citation.problem(
                        "id",
                        "the source \"" + id + "\" isn't defined in the head",
                        Nearest.to(id, sources.keySet()).orElse("an id of its sources"));
            }
        }
        if (isEmpty && confidence != Confidence.UNVERIFIED) {
            event.problem("sources", "is empty", "at least one source, or \"confidence\": \"unverified\"");
        }
        return citations;
    }
}
