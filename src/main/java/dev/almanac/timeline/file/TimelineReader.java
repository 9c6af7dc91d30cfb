package dev.almanac.timeline.file;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Era;
import dev.almanac.timeline.FurtherReading;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.InvalidDate;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_SIGN = 20;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final Problems problems;
    private final Map<String, Era> eras = new LinkedHashMap<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final NamesReader names = new NamesReader();

    TimelineReader(Problems problems) {
        this.problems = problems;
    }

    /** The timeline; null when anything is wrong. */
    @Nullable
    Timeline timeline(Json json) {
        if (!(json instanceof Json.Fields fields)) {
            problems.add(json.place(), "", "the file is " + json.kind(), "a head and \"events\" in braces, { and }");
            return null;
        }
        ObjectReader file = new ObjectReader(fields, problems);
        TimelineHead head = head(file);
        List<HistoryEvent> events = new ArrayList<>();
        EventReader reader = new EventReader(problems, eras, categories, sources, head.imageHosts());
        if (!file.has("events")) {
            file.problem("events", "is missing", "a list of events in square brackets");
        }
        for (ObjectReader event : file.objects("events", MOST_EVENTS)) {
            HistoryEvent read = reader.event(event);
            if (read != null) {
                events.add(read);
            }
        }
        reader.allAreRead();
        names.check(reader);
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
                List.copyOf(sources.values()),
                names.names(file),
                keptUntil(file),
                imageHosts(file));
    }

    private static @Nullable LocalDate keptUntil(ObjectReader file) {
        String written = file.optionalText("keptUntil", LONGEST_NAME);
        if (written.isEmpty()) {
            return null;
        }
        try {
            List<LocalDate> days = HistoricalDate.parse(written).days();
            if (days.size() == 1) {
                return days.get(0);
            }
        } catch (InvalidDate e) {
            // It's told below in fewer words.
        }
        file.problem("keptUntil", "\"" + written + "\" isn't a day", "2026-02-28");
        return null;
    }

    private static List<String> imageHosts(ObjectReader file) {
        List<String> hosts = file.texts("imageHosts", LONGEST_NAME, MOST_IN_HEAD);
        hosts.stream()
                .filter(host -> !HOST.matcher(host).matches())
                .forEach(host -> file.problem(
                        "imageHosts", "\"" + host + "\" isn't the name of a host", "upload.wikimedia.org"));
        return hosts;
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
                object.problem("id", "\"" + id.apply(read) + "\" appears twice in " + field, "another id");
            }
        }
    }

    private Era era(ObjectReader era) {
        return new Era(era.id(), era.text("title", LONGEST_NAME));
    }

    private Category category(ObjectReader category) {
        String id = category.id();
        String title = category.text("title", LONGEST_NAME);
        String colour = category.text("colour", 7);
        if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
            category.problem("colour", "\"" + colour + "\" isn't a colour", "#2F6F8F");
            colour = "";
        }
        return new Category(
                id, title, colour.isEmpty() ? 0 : Integer.parseInt(colour.substring(1), 16), sign(category));
    }

    /** One emoji: a single character as people see it that is a symbol. Unicode Technical Standard #51. */
    private static String sign(ObjectReader category) {
        String sign = category.optionalText("sign", LONGEST_SIGN);
        boolean one = ONE_CHARACTER.matcher(sign).matches();
        boolean symbol = sign.codePoints()
                .anyMatch(point -> Character.getType(point) == Character.OTHER_SYMBOL || point == EMOJI_STYLE);
        if (!sign.isEmpty() && !(one && symbol)) {
            category.problem("sign", "\"" + sign + "\" isn't one emoji", "🚀");
            return "";
        }
        return sign;
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
                source.id(),
                source.text("title", LONGEST_LINE),
                source.text("publisher", LONGEST_LINE),
                source.optionalUrl("url"),
                source.text("licence", LONGEST_LINE));
    }
}
