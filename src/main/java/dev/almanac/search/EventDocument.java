package dev.almanac.search;

import dev.almanac.timeline.Category;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
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
    private static final FieldType FORMS = indexed(IndexOptions.DOCS);

    private final OtherNames names;

    EventDocument(OtherNames names) {
        this.names = names;
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
        String title = Folding.of(event.title());
        add(document, Field.TITLE, title);
        add(document, Field.NAMES, event.id());
        for (Category category : event.categories()) {
            document.add(new StringField(Field.CATEGORY, category.id(), Store.NO));
            add(document, Field.NAMES, Folding.of(category.id() + " " + category.title()));
        }
        Words inTitle = Words.of(title);
        inTitle.list().stream()
                .limit(OPENING)
                .forEach(word -> document.add(new StringField(Field.OPENING_WORDS, word, Store.NO)));
        names.ofHappening(event.id()).forEach(name -> add(document, Field.TITLE, name));
        for (String person : event.people()) {
            String folded = Folding.of(person);
            // The title has the last of the names only: the others are as good as in it.
            add(document, inTitle.haveLastOf(folded) ? Field.TITLE : Field.NAMES, folded);
            Words.of(folded).last().ifPresent(last -> document.add(new StringField(Field.NAME, last, Store.NO)));
        }
        for (String place : event.places()) {
            String folded = Folding.of(place);
            add(document, Field.NAMES, folded);
            document.add(new StringField(Field.NAME, folded, Store.NO));
        }
        String text = Folding.of(event.text() + " " + event.note());
        add(document, Field.TEXT, text);
        names.of(event, inTitle, Words.of(text)).forEach((name, field) -> add(document, field, name));
        addYears(document, event.date());
        return document;
    }

    private static void add(Document document, Field field, String folded) {
        document.add(new org.apache.lucene.document.Field(field.words(), folded, WORDS));
        document.add(new org.apache.lucene.document.Field(field.stems(), folded, FORMS));
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
