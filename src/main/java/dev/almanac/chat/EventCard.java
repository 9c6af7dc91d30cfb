package dev.almanac.chat;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Confidence;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * An event in words, as a reply tells it.
 *
 * @param label what it is to the question: "159 years ago", "3 days later"; empty when there is nothing to say
 * @param date New Style, in words
 * @param oldStyle the Julian date in words, without the words "Old Style"; empty where Russian usage has none
 * @param exactness how exact and how sure it is, where that is less than quite; else empty
 * @param image empty where it has none
 */
public record EventCard(
        String id,
        String label,
        String date,
        String oldStyle,
        String exactness,
        String title,
        String text,
        String note,
        List<Category> categories,
        List<SourceLine> sources,
        Optional<Image> image) {

    /**
     * Where the event is from.
     *
     * @param url empty when it is cited by title only
     */
    public record SourceLine(String text, String url) {
        private static final int LONG_TITLE = 50;

        /** Its title, or its publisher where a section tells it as well and the title is long. */
        static SourceLine of(Citation citation) {
            String title = citation.source().title();
            boolean byPublisher = !citation.section().isEmpty() && title.length() > LONG_TITLE;
            return new SourceLine(
                    (byPublisher ? citation.source().publisher() : title) + section(citation), citation.url());
        }

        /** Publisher and title. */
        public static SourceLine inFull(Citation citation) {
            return new SourceLine(citation.source().named() + section(citation), citation.url());
        }

        private static String section(Citation citation) {
            return citation.section().isEmpty() ? "" : ", “" + citation.section() + "”";
        }
    }

    /** A card without an image. */
    public EventCard(
            String id,
            String label,
            String date,
            String oldStyle,
            String exactness,
            String title,
            String text,
            String note,
            List<Category> categories,
            List<SourceLine> sources) {
        this(id, label, date, oldStyle, exactness, title, text, note, categories, sources, Optional.empty());
    }

    public EventCard {
        categories = List.copyOf(categories);
        sources = List.copyOf(sources);
    }

    /** With sources as short as readers know them. */
    public static EventCard of(HistoryEvent event) {
        return of(event, SourceLine::of);
    }

    /** With sources as a bibliography names them. */
    public static EventCard inFull(HistoryEvent event) {
        return of(event, SourceLine::inFull);
    }

    private static EventCard of(HistoryEvent event, Function<Citation, SourceLine> sourceLine) {
        DateWords words = new DateWords();
        return new EventCard(
                event.id(),
                "",
                date(event),
                event.oldStyle() == null
                        ? ""
                        : words.of(event.oldStyle(), event.date().firstDay()),
                exactness(event),
                event.title(),
                event.text(),
                event.note(),
                event.categories(),
                event.sources().stream().map(sourceLine).toList(),
                Optional.ofNullable(event.image()));
    }

    /** When it happened, in words. */
    static String date(HistoryEvent event) {
        DateWords words = new DateWords();
        return event.dateText().isEmpty() ? words.of(event.date()) : words.sentence(event.dateText());
    }

    private static String exactness(HistoryEvent event) {
        List<String> remarks = new ArrayList<>();
        if (event.date().isDoubtful()) {
            remarks.add("date in doubt");
        }
        if (event.confidence() == Confidence.MEDIUM) {
            remarks.add("fairly sure");
        }
        if (event.confidence() == Confidence.UNVERIFIED) {
            remarks.add("not checked against a source");
        }
        return String.join(", ", remarks);
    }

    public EventCard labelled(String words) {
        return new EventCard(id, words, date, oldStyle, exactness, title, text, note, categories, sources, image);
    }

    /** The same in a colour of somebody's choice, 0xRRGGBB, instead of that of its main category; without a category it stays as it is. */
    public EventCard coloured(int colour) {
        List<Category> others = new ArrayList<>(categories);
        others.replaceAll(category -> category.equals(categories.get(0))
                ? new Category(category.id(), category.title(), colour, category.sign())
                : category);
        return new EventCard(id, label, date, oldStyle, exactness, title, text, note, others, sources);
    }

    /** The same with another text, for a part of a long one. */
    public EventCard telling(String part, String noteThen) {
        return new EventCard(id, label, date, oldStyle, exactness, title, part, noteThen, categories, sources, image);
    }

    /** The accent of its main category, as 0xRRGGBB; empty where it has none. */
    public OptionalInt colour() {
        return categories.stream().mapToInt(Category::colour).findFirst();
    }

    /** The sign of its main category; empty where it has none. */
    public String sign() {
        return categories.isEmpty() ? "" : categories.get(0).sign();
    }

    /** The words of its categories, main one first. */
    public String categoryWords() {
        StringBuilder words = new StringBuilder();
        for (Category category : categories) {
            words.append(
                    words.isEmpty() ? category.title() : ", " + category.title().toLowerCase(Locale.ENGLISH));
        }
        return words.toString();
    }
}
