package dev.almanac.search;

import dev.almanac.search.EventWords.Placed;
import dev.almanac.search.Lexicon.Word;
import dev.almanac.search.Tokens.Token;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
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

    private final EventWords words;
    private final Lexicon lexicon;
    private final Worths own = new Worths();
    private final Worths all = new Worths();
    private final Worths beginnings = new Worths();

    EventDocument(EventWords words, Lexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
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
        List<Placed> placed = words.of(event);
        List<Token> texts = new ArrayList<>();
        placed.forEach(text -> text.words().addTo(texts));
        add(document, Field.TEXTS, new Tokens(texts), WORDS);
        Stream.of(own, all, beginnings).forEach(Worths::clear);
        addWords(event, placed);
        addOthers();
        addBeginnings(placed);
        add(document, Field.WORD, all.tokens(), WORTHS);
        add(document, Field.BEGINNING, beginnings.tokens(), WORTHS);
        for (Category category : event.categories()) {
            document.add(new StringField(Field.CATEGORY, category.id(), Store.NO));
        }
        addYears(document, event.date());
        return document;
    }

    private static void add(Document document, String field, TokenStream tokens, FieldType type) {
        document.add(new org.apache.lucene.document.Field(field, tokens, type));
    }

    private void addWords(HistoryEvent event, List<Placed> placed) {
        Set<String> named = named(event);
        List<String> title = placed.get(0).words().list();
        List<String> opening = title.subList(0, Math.min(OPENING, title.size()));
        int weight = (event.weight() - HistoryEvent.LEAST_WEIGHT) * Field.WEIGHT;
        for (Placed text : placed) {
            boolean titled = text.field() == Field.TITLE;
            int worth = text.field().worth() + weight;
            for (String one : text.words().all()) {
                Word word = lexicon.word(one);
                int opens = titled && opening.contains(one) ? Field.OPENING : 0;
                own.add(word, worth + opens + (titled && named.contains(one) ? Field.NAMED : 0));
                if (titled || one.length() > 1) {
                    own.add(lexicon.others(word).inFigures(), worth - Field.FORM);
                }
            }
        }
    }

    /** The last names of people, and places that are a word. */
    private Set<String> named(HistoryEvent event) {
        Set<String> named = new HashSet<>();
        Stream.concat(
                        event.people().stream().map(words::name),
                        event.places().stream()
                                .map(words::name)
                                .filter(name -> name.list().size() == 1))
                .flatMap(name -> name.last().stream())
                .forEach(named::add);
        return named;
    }

    /** Those words, and the others by which they are found. */
    private void addOthers() {
        for (Word word : own.words()) {
            int worth = own.of(word);
            Lexicon.Others others = lexicon.others(word);
            others.forms().forEach(form -> all.add(form, worth - Field.FORM));
            others.beginnings().forEach(other -> all.add(other, Math.round(worth * Field.BEGUN)));
            all.add(word, worth);
        }
    }

    /** What words in titles and names begin with. */
    private void addBeginnings(List<Placed> placed) {
        for (Placed text : placed) {
            int worth = Math.round(text.field().worth() * Field.BEGUN / Field.BEGINNING_WORTH);
            for (String one : text.field() == Field.TEXT
                    ? List.<String>of()
                    : text.words().all()) {
                List<Word> prefixes = lexicon.prefixes(lexicon.word(one));
                prefixes.forEach(prefix -> beginnings.add(prefix, worth));
                beginnings.add(prefixes.get(prefixes.size() - 1), worth + 1);
            }
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
