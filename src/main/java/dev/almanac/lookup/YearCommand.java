package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /year year}: what happened in a year, in several, or in a decade. */
public final class YearCommand implements Command {
    private static final String YEAR = "year";
    private static final int OFFERED = 25;

    private final Timeline timeline;
    private final DateWords words = new DateWords();

    public YearCommand(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                YEAR,
                "What happened in a year, in several years or in a decade",
                "/year 1867",
                Option.completed(YEAR, "A year, years or a decade: 1867, 1914-1917, 1860s, 44 BC")
                        .asRequired());
    }

    @Override
    public Question resolve(Request request) {
        Years years = YearText.parse(request.option(YEAR).orElseThrow());
        return request.question().with(YEAR, YearText.canonical(years));
    }

    @Override
    public Reply answer(Request request) {
        Question question = request.question();
        Years years = YearText.parse(request.option(YEAR).orElseThrow());
        List<HistoryEvent> found = timeline.in(years);
        Pages pages = Pages.of(question.page(), found.size());
        List<EventCard> cards = pages.cut(found).stream().map(EventCard::of).toList();
        return Reply.of(words.of(years), cards)
                .withSections(open(years))
                .withNotice(notice(years, found))
                .withChoices(Stream.concat(neighbours(years).stream(), PictureQuestion.offered(years, found.size()))
                        .toList())
                .onPage(pages, question);
    }

    /** The question for one year. */
    static Question of(int year) {
        return of(Years.of(year));
    }

    static Question of(Years years) {
        return Question.of(YEAR).with(YEAR, YearText.canonical(years));
    }

    private String notice(Years years, List<HistoryEvent> found) {
        if (!found.isEmpty()) {
            return "";
        }
        List<String> nearest = Stream.of(timeline.yearBefore(years), timeline.yearAfter(years))
                .flatMap(Optional::stream)
                .map(words::year)
                .toList();
        return "This timeline of " + timeline.head().title() + " has nothing for " + words.of(years) + "."
                + (nearest.isEmpty() ? "" : " Nearest: " + String.join(" and ", nearest) + ".");
    }

    /** A remark on the events that are only counted. */
    private List<Section> open(Years years) {
        int open = timeline.openIn(years);
        return open == 0
                ? List.of()
                : List.of(Section.remark(words.count(open, "event")
                        + " with no known beginning or end may also reach into " + words.of(years) + "."));
    }

    private List<Choice> neighbours(Years years) {
        Stream<Choice> before =
                timeline.yearBefore(years).stream().map(year -> new Choice("← " + words.year(year), of(year)));
        Stream<Choice> after =
                timeline.yearAfter(years).stream().map(year -> new Choice(words.year(year) + " →", of(year)));
        return Stream.concat(before, after).toList();
    }

    @Override
    public List<Suggestion> complete(String option, String typed) {
        Optional<Years> all = timeline.years();
        if (all.isEmpty()) {
            return List.of();
        }
        String beginning = typed.strip();
        Stream<Years> decades = IntStream.rangeClosed(
                        Math.floorDiv(Math.max(1, all.get().first()), 10),
                        Math.floorDiv(all.get().last(), 10))
                .filter(decade -> (decade + "0s").startsWith(beginning))
                .mapToObj(decade -> new Years(Math.max(1, decade * 10), decade * 10 + 9))
                .filter(decade -> !timeline.in(decade).isEmpty());
        Stream<Years> years = timeline.beginnings().stream()
                .filter(year -> !beginning.isEmpty() && words.year(year).startsWith(beginning))
                .map(Years::of);
        return Stream.of(typed(beginning).stream(), decades, years)
                .flatMap(found -> found)
                .distinct()
                .limit(OFFERED)
                .map(this::suggestion)
                .toList();
    }

    private static Optional<Years> typed(String typed) {
        try {
            return Optional.of(YearText.parse(typed));
        } catch (BadRequest half) {
            return Optional.empty();
        }
    }

    private Suggestion suggestion(Years years) {
        int count = timeline.in(years).size();
        String events = count == 0 ? "nothing" : words.count(count, "event");
        return new Suggestion(words.of(years) + " (" + events + ")", YearText.canonical(years));
    }
}
