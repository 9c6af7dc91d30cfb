package dev.almanac.search;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** Makes of an event what the index keeps of it. */
final class EventDocument {
    /** A longer time is no answer to a single year. */
    private static final int MOST_YEARS = 100;

    /** Who or what a title is about stands among so many words, with a first name or an article. */
    private static final int OPENING = 3;

    private static final FieldType WORDS = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WORTHS = indexed(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType FORMS = indexed(IndexOptions.DOCS);

    private final OtherNames names;
    private final WordAnalyzer analyzer;
    private final Map<String, String> stems = new HashMap<>();

    EventDocument(OtherNames names, WordAnalyzer analyzer) {
        this.names = names;
        this.analyzer = analyzer;
    }

    private static FieldType indexed(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    Document of(HistoryEvent event) {
        Document document = new Document();
        document.add(new StringField(Field.ID, event.id(), Store.NO));
        List<Placed> texts = texts(event);
        texts.forEach(text -> add(document, text.field(), text.folded()));
        addWorths(document, texts, event);
        for (Category category : event.categories()) {
            document.add(new StringField(Field.CATEGORY, category.id(), Store.NO));
        }
        addYears(document, event.date());
        return document;
    }

    /** Words, folded, and where they stand. */
    private record Placed(Field field, String folded) {}

    private List<Placed> texts(HistoryEvent event) {
        List<Placed> texts = new ArrayList<>();
        String title = Folding.of(event.title());
        Words inTitle = Words.of(title);
        String text = Folding.of(event.text() + " " + event.note());
        texts.add(new Placed(Field.TITLE, title));
        names.ofHappening(event.id()).forEach(name -> texts.add(new Placed(Field.TITLE, name)));
        // Its words apart: joined they would be a word that nobody types.
        texts.add(new Placed(Field.NAMES, event.id().replace('-', ' ')));
        for (Category category : event.categories()) {
            texts.add(new Placed(Field.NAMES, Folding.of(category.id() + " " + category.title())));
        }
        for (String person : event.people()) {
            String folded = Folding.of(person);
            // The title has the last of the names only: the others are as good as in it.
            texts.add(new Placed(inTitle.haveLastOf(folded) ? Field.TITLE : Field.NAMES, folded));
        }
        event.places().forEach(place -> texts.add(new Placed(Field.NAMES, Folding.of(place))));
        texts.add(new Placed(Field.TEXT, text));
        names.of(event, inTitle, Words.of(text)).forEach((name, field) -> texts.add(new Placed(field, name)));
        return texts;
    }

    /** The last names of people, and places that are a word. */
    private static Set<String> named(HistoryEvent event) {
        Set<String> named = new HashSet<>();
        event.people().forEach(person -> Words.of(Folding.of(person)).last().ifPresent(named::add));
        event.places().forEach(place -> named.add(Folding.of(place)));
        return named;
    }

    private void addWorths(Document document, List<Placed> texts, HistoryEvent event) {
        Set<String> named = named(event);
        List<String> opening = Words.of(Folding.of(event.title())).list().stream()
                .limit(OPENING)
                .toList();
        int weight = (event.weight() - HistoryEvent.LEAST_WEIGHT) * Field.WEIGHT;
        Worths words = new Worths();
        Worths inAnyForm = new Worths();
        for (Placed text : texts) {
            Field field = text.field();
            for (String word : analyzer.words(text.folded())) {
                int more = field != Field.TITLE
                        ? 0
                        : (opening.contains(word) ? Field.OPENING : 0) + (named.contains(word) ? Field.NAMED : 0);
                words.add(word, field.worth() + weight + more);
                if (field == Field.TITLE || word.length() > 1) {
                    words.add(Figures.of(word), field.worth() + weight - Field.STEM);
                }
                inAnyForm.add(stems.computeIfAbsent(word, analyzer::stem), field.worth() + weight - Field.STEM);
            }
        }
        document.add(new org.apache.lucene.document.Field(Field.ANY_WORD, words.tokens(), WORTHS));
        document.add(new org.apache.lucene.document.Field(Field.ANY_STEM, inAnyForm.tokens(), WORTHS));
    }

    private static void add(Document document, Field field, String folded) {
        document.add(new org.apache.lucene.document.Field(field.words(), folded, WORDS));
        if (field != Field.TEXT) {
            document.add(new org.apache.lucene.document.Field(field.beginnings(), folded, FORMS));
        }
    }

    private static void addYears(Document document, HistoricalDate date) {
        int known = date.known().first().getYear();
        if (!date.isOpen()) {
            document.add(new IntPoint(Field.FIRST_YEAR, date.firstDay().getYear()));
        }
        int last = date.isOpen() ? known : date.lastDay().getYear();
        for (int year = known; year <= last && last - known < MOST_YEARS; year++) {
            document.add(new StringField(Field.YEAR, String.valueOf(year), Store.NO));
        }
    }
}
