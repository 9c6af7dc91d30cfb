package dev.almanac.timeline.file;

import dev.almanac.timeline.AlsoKnown;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A timeline as the JSON of its file: what {@link TimelineReader} reads back as the same. What is empty is left out. */
final class TimelineJson {
    private static final Place NOWHERE = new Place(1, 1);

    private final Map<String, Json.Member> members = new LinkedHashMap<>();

    static Json of(Timeline timeline) {
        return of(timeline.head(), timeline.events());
    }

    static Json of(TimelineHead head, List<HistoryEvent> events) {
        return new TimelineJson()
                .text("title", head.title())
                .text("description", head.description())
                .text("language", head.language())
                .text("licence", head.licence())
                .text("keptUntil", Objects.toString(head.keptUntil(), ""))
                .list(
                        "eras",
                        head.eras(),
                        era -> new TimelineJson()
                                .text("id", era.id())
                                .text("title", era.title())
                                .json())
                .list("categories", head.categories(), TimelineJson::category)
                .list(
                        "furtherReading",
                        head.furtherReading(),
                        page -> new TimelineJson()
                                .text("title", page.title())
                                .text("url", page.url())
                                .json())
                .list("sources", head.sources(), TimelineJson::source)
                .texts("imageHosts", head.imageHosts())
                .list("names", head.names(), TimelineJson::name)
                .put("events", items(events, TimelineJson::event))
                .json();
    }

    private static Json category(Category category) {
        return new TimelineJson()
                .text("id", category.id())
                .text("title", category.title())
                .text("colour", String.format(Locale.ROOT, "#%06X", category.colour()))
                .text("sign", category.sign())
                .json();
    }

    private static Json source(Source source) {
        return new TimelineJson()
                .text("id", source.id())
                .text("title", source.title())
                .text("publisher", source.publisher())
                .text("url", source.url())
                .text("licence", source.licence())
                .json();
    }

    private static Json name(AlsoKnown name) {
        return new TimelineJson()
                .text("name", name.name())
                .texts("events", name.events())
                .texts("also", name.also())
                .json();
    }

    private static Json event(HistoryEvent event) {
        TimelineJson json = new TimelineJson()
                .text("id", event.id())
                .text("date", event.date().toString())
                .text("dateText", event.dateText())
                .text("oldStyle", Objects.toString(event.oldStyle(), ""))
                .text("title", event.title())
                .text("text", event.text())
                .text("note", event.note())
                .texts(
                        "categories",
                        event.categories().stream().map(Category::id).toList())
                .texts("people", event.people())
                .texts("places", event.places())
                .texts("formerly", event.formerly())
                .list("sources", event.sources(), TimelineJson::citation)
                .texts("facts", event.facts());
        if (event.era() != null) {
            json.text("era", event.era().id());
        }
        if (event.sensitive()) {
            json.put("sensitive", new Json.Literal(NOWHERE, "true"));
        }
        if (event.confidence() != Confidence.HIGH) {
            json.text("confidence", event.confidence().name().toLowerCase(Locale.ROOT));
        }
        if (event.weight() != HistoryEvent.USUAL_WEIGHT) {
            json.put("weight", new Json.Literal(NOWHERE, String.valueOf(event.weight())));
        }
        Image image = event.image();
        if (image != null) {
            json.put("image", image(image));
        }
        return json.json();
    }

    private static Json image(Image image) {
        return new TimelineJson()
                .text("url", image.url())
                .text("alt", image.alt())
                .text("credit", image.credit())
                .text("licence", image.licence())
                .json();
    }

    private static Json citation(Citation citation) {
        boolean hasOwnAddress = !citation.url().equals(citation.source().url());
        return new TimelineJson()
                .text("id", citation.source().id())
                .text("section", citation.section())
                .text("url", hasOwnAddress ? citation.url() : "")
                .json();
    }

    private TimelineJson text(String name, String value) {
        return value.isEmpty() ? this : put(name, new Json.Text(NOWHERE, value));
    }

    private TimelineJson texts(String name, List<String> values) {
        return list(name, values, value -> new Json.Text(NOWHERE, value));
    }

    private <T> TimelineJson list(String name, Collection<T> values, Function<T, Json> json) {
        return values.isEmpty() ? this : put(name, items(values, json));
    }

    private static <T> Json items(Collection<T> values, Function<T, Json> json) {
        return new Json.Items(NOWHERE, values.stream().map(json).toList());
    }

    private TimelineJson put(String name, Json value) {
        members.put(name, new Json.Member(NOWHERE, value));
        return this;
    }

    private Json json() {
        return new Json.Fields(NOWHERE, members, List.of());
    }
}
