package dev.almanac.reading;

import dev.almanac.chat.Question;
import dev.almanac.timeline.Folding;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Lazy;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds in somebody's message what the timeline may know more of: dates that can be nothing else, and names of its people and places.
 */
public final class TextReader {
    /** As many as one answer has room for. */
    private static final int MOST = 3;

    /** In words. */
    private static final int LONGEST_NAME = 6;

    private static final int SHORTEST_NAME = 4;

    /** What is counted or measured behind a number makes it no year. */
    private static final Set<String> UNITS = WordList.of("""
            m km cm mm kg g t lb lbs ft feet foot mile miles metre metres meter meters ton tons tonnes dollar dollars
            usd euro euros eur rouble roubles ruble rubles pounds percent people men women soldiers members users
            times hours hour hrs minutes min seconds sec days weeks months years mb gb kb px points pts words pages
            calories kcal votes messages steps am pm x
            """);

    private final DateReader dates;
    private final Lazy<Set<String>> names;

    public TextReader(Timeline timeline) {
        this.dates = new DateReader(timeline);
        // A start doesn't wait for them: few people ever choose the menu that needs them.
        this.names = new Lazy<>(() -> names(timeline));
    }

    private static Set<String> names(Timeline timeline) {
        List<HistoryEvent> events = timeline.events();
        // Most names are those of many events, and folding them is the work.
        Stream<String> people = events.stream()
                .flatMap(event -> event.people().stream())
                .distinct()
                .flatMap(person -> Stream.of(person, person.substring(person.lastIndexOf(' ') + 1)));
        Stream<String> places =
                events.stream().flatMap(event -> event.places().stream()).distinct();
        Stream<String> others = timeline.head().names().stream()
                .filter(known -> known.events().isEmpty())
                .flatMap(known -> known.also().stream());
        return Stream.of(people, places, others)
                .flatMap(Function.identity())
                .map(name -> words(Tokens.of(Folding.of(name)).list()))
                .filter(words -> words.length() >= SHORTEST_NAME)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(List<Token> tokens) {
        return String.join(
                " ",
                tokens.stream()
                        .filter(token -> token.kind() != Token.Kind.MARK)
                        .map(Token::text)
                        .toList());
    }

    private record Found(int place, Question question) {}

    /**
     * What a message speaks of, in its order: at most three questions, none twice; empty where there is nothing.
     *
     * @param today where whoever asks is
     * @param language that they read
     */
    public List<Question> read(String message, LocalDate today, Locale language) {
        Tokens tokens = Tokens.of(message);
        List<DateText> found = dates.in(tokens, today, language).stream()
                .filter(date -> date.sure() && !isMeasured(tokens, date))
                .filter(date -> date.readings().stream().noneMatch(Reading.Impossible.class::isInstance))
                .toList();
        Stream<Found> dated = found.stream().map(date -> new Found(date.from(), dated(tokens, date)));
        return Stream.concat(dated, named(tokens, found).stream())
                .sorted(Comparator.comparingInt(Found::place))
                .map(Found::question)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Question dated(Tokens tokens, DateText date) {
        return LineReader.dated(dates.read(tokens, List.of(date)));
    }

    /** Whether a number counts something, or is a piece of an address or a version. */
    private static boolean isMeasured(Tokens tokens, DateText date) {
        boolean isNumber = date.to() - date.from() == 1 && tokens.isNumber(date.from());
        boolean before = tokens.glued(date.from()) && tokens.hasMark(date.from() - 1, "/=_@#$€£₽&+*:.%");
        boolean after = tokens.glued(date.to()) && tokens.hasMark(date.to(), "/=_@%€$£₽&+*");
        boolean percent = isNumber && tokens.hasMark(date.to(), "%€$£₽°");
        return before || after || percent || (isNumber && UNITS.contains(tokens.word(date.to())));
    }

    /** Names that begin with a capital where their script has those; the longest at each place. */
    private List<Found> named(Tokens tokens, List<DateText> dates) {
        List<Found> found = new ArrayList<>();
        int place = 0;
        while (place < tokens.size()) {
            int end = nameEnd(tokens, place);
            int here = place;
            boolean inDate = dates.stream().anyMatch(date -> date.from() <= here && here < date.to());
            if (end > place && !inDate) {
                found.add(new Found(place, Question.of("search").with("words", tokens.text(place, end))));
                place = end;
            } else {
                place++;
            }
        }
        return found;
    }

    private int nameEnd(Tokens tokens, int place) {
        if (!tokens.isWord(place)
                || Character.isLowerCase(tokens.text(place, place + 1).codePointAt(0))) {
            return place;
        }
        int longest = place;
        int words = 0;
        for (int end = place + 1; end <= tokens.size() && words < LONGEST_NAME; end++) {
            if (!tokens.isMark(end - 1)) {
                words++;
                if (names.get().contains(words(tokens.list().subList(place, end)))) {
                    longest = end;
                }
            } else if (!tokens.hasMark(end - 1, ".-'")) {
                break;
            }
        }
        return longest;
    }
}
