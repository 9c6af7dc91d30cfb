package dev.almanac.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of a file of events into a timeline, and notes everything that is wrong with it. */
final class TimelineReader {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_DESCRIPTION = 600;
    private static final int MOST_IN_HEAD = 1000;
    private static final int MOST_EVENTS = 1_000_000;
    private static final int MOST_CATEGORIES = 3;
    private static final int MOST_NAMES = 20;
    private static final int MOST_CITATIONS = 8;
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final Problems problems;
    private final Map<String, Era> eras = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    TimelineReader(Problems problems) {
        this.problems = problems;
    }

    /** The timeline; null when anything is wrong. */
    @Nullable
    Timeline timeline(Json json) {
        if (!(json instanceof Json.Fields fields)) {
            problems.add(json.place(), "", "the file is " + json.kind(), "an object with a head and \"events\"");
            return null;
        }
        ObjectReader file = new ObjectReader(fields, problems);
        TimelineHead head = head(file);
        List<HistoryEvent> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (!file.has("events")) {
            file.problem("events", "is missing", "a list of events in square brackets");
        }
        for (ObjectReader event : file.objects("events", MOST_EVENTS)) {
            HistoryEvent read = event(event, ids);
            if (read != null) {
                events.add(read);
            }
        }
        file.noOthers();
        return problems.isEmpty() ? new Timeline(head, events) : null;
    }

    private TimelineHead head(ObjectReader file) {
        String title = file.text("title", LONGEST_NAME);
        String description = file.text("description", LONGEST_DESCRIPTION);
        String language = file.text("language", LONGEST_NAME);
        String licence = file.text("licence", LONGEST_LINE);
        read(file, "eras", eras, Era::id, this::era);
        read(file, "categories", categories, Category::id, this::category);
        List<FurtherReading> furtherReading = file.objects("furtherReading", MOST_NAMES).stream()
                .map(TimelineReader::furtherReading)
                .toList();
        read(file, "sources", sources, Source::id, this::source);
        if (categories.isEmpty()) {
            file.problem("categories", "has no category", "at least one, for events to name");
        }
        return new TimelineHead(
                title,
                description,
                language,
                licence,
                List.copyOf(eras.values()),
                List.copyOf(categories.values()),
                furtherReading,
                List.copyOf(sources.values()));
    }

    private <T> void read(
            ObjectReader file,
            String field,
            Map<String, T> into,
            Function<T, String> id,
            Function<ObjectReader, T> reader) {
        for (ObjectReader object : file.objects(field, MOST_IN_HEAD)) {
            T read = reader.apply(object);
            object.noOthers();
            if (!id.apply(read).isEmpty() && into.put(id.apply(read), read) != null) {
                object.problem("id", "\"" + id.apply(read) + "\" stands twice in " + field, "another id");
            }
        }
    }

    private Era era(ObjectReader era) {
        return new Era(id(era), era.text("title", LONGEST_NAME));
    }

    private Category category(ObjectReader category) {
        String id = id(category);
        String title = category.text("title", LONGEST_NAME);
        String colour = category.text("colour", 7);
        if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
            category.problem("colour", "\"" + colour + "\" is no colour", "#2F6F8F");
            colour = "";
        }
        return new Category(id, title, colour.isEmpty() ? 0 : Integer.parseInt(colour.substring(1), 16));
    }

    private static FurtherReading furtherReading(ObjectReader page) {
        FurtherReading read = new FurtherReading(page.text("title", LONGEST_LINE), page.optionalUrl("url"));
        if (!page.has("url")) {
            page.problem("url", "is missing", "https://example.org/page");
        }
        page.noOthers();
        return read;
    }

    private Source source(ObjectReader source) {
        return new Source(
                id(source),
                source.text("title", LONGEST_LINE),
                source.text("publisher", LONGEST_LINE),
                source.optionalUrl("url"),
                source.text("licence", LONGEST_LINE));
    }

    private static String id(ObjectReader object) {
        String id = object.text("id", HistoryEvent.LONGEST_ID);
        if (!id.isEmpty() && !HistoryEvent.ID.matcher(id).matches()) {
            object.problem("id", "\"" + id + "\" has more than a-z, 0-9 and single hyphens", "alaska-purchase-treaty");
            return "";
        }
        return id;
    }

    private @Nullable HistoryEvent event(ObjectReader event, Set<String> ids) {
        String id = id(event);
        if (!id.isEmpty() && !ids.add(id)) {
            event.problem("id", "\"" + id + "\" stands twice", "another id");
        }
        HistoricalDate date = date(event);
        String dateText = event.optionalText("dateText", LONGEST_NAME);
        OldStyle oldStyle = oldStyle(event, date);
        String title = event.text("title", HistoryEvent.LONGEST_TITLE);
        String text = event.text("text", HistoryEvent.LONGEST_TEXT);
        String note = event.optionalText("note", HistoryEvent.LONGEST_NOTE);
        List<Category> eventCategories = defined(event, "categories", MOST_CATEGORIES, categories);
        if (eventCategories.isEmpty()) {
            event.problem(
                    "categories", "names no category", "one to three of " + String.join(", ", categories.keySet()));
        }
        List<String> people = event.texts("people", LONGEST_NAME, MOST_NAMES);
        List<String> places = event.texts("places", LONGEST_NAME, MOST_NAMES);
        Era era = era(event, event.optionalText("era", HistoryEvent.LONGEST_ID));
        boolean sensitive = event.flag("sensitive");
        Confidence confidence = confidence(event);
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
                        citations,
                        facts);
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
            event.problem("oldStyle", "is given though the date " + date + " is no exact day", "leaving it out");
            return null;
        }
        try {
            OldStyle read = OldStyle.parse(written);
            OldStyle right = OldStyle.of(date.firstDay());
            if (!read.equals(right)) {
                event.problem("oldStyle", written + " is not the Julian day of " + date.firstDay(), right.toString());
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
                event.problem(field, "\"" + id + "\" is not defined in the head", String.join(", ", known.keySet()));
            } else {
                found.add(value);
            }
        }
        return found;
    }

    private @Nullable Era era(ObjectReader event, String id) {
        Era era = eras.get(id);
        if (!id.isEmpty() && era == null) {
            event.problem("era", "\"" + id + "\" is not defined in the head", String.join(", ", eras.keySet()));
        }
        return era;
    }

    private static Confidence confidence(ObjectReader event) {
        Map<String, Confidence> words = new HashMap<>(Map.of(
                "", Confidence.HIGH,
                "high", Confidence.HIGH,
                "medium", Confidence.MEDIUM,
                "unverified", Confidence.UNVERIFIED));
        String written = event.optionalText("confidence", LONGEST_NAME);
        Confidence confidence = words.get(written);
        if (confidence == null) {
            event.problem("confidence", "is \"" + written + "\"", "high (or left out), medium or unverified");
            return Confidence.HIGH;
        }
        return confidence;
    }

    private List<Citation> citations(ObjectReader event, Confidence confidence) {
        List<Citation> citations = new ArrayList<>();
        List<ObjectReader> given = event.objects("sources", MOST_CITATIONS);
        for (ObjectReader citation : given) {
            String id = citation.text("id", HistoryEvent.LONGEST_ID);
            String section = citation.optionalText("section", LONGEST_LINE);
            String url = citation.optionalUrl("url");
            citation.noOthers();
            Source source = sources.get(id);
            if (source != null) {
                citations.add(new Citation(source, section, url.isEmpty() ? source.url() : url));
            } else if (!id.isEmpty()) {
                citation.problem("id", "the source \"" + id + "\" is not defined in the head", "an id of its sources");
            }
        }
        if (given.isEmpty() && confidence != Confidence.UNVERIFIED) {
            event.problem("sources", "is empty", "at least one source, or \"confidence\": \"unverified\"");
        }
        return citations;
    }
}
