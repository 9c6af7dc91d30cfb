package dev.almanac.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer, before any front has given it a form. All text in it is plain: fronts make it harmless where they show it.
 *
 * @param heading what was asked, in words; empty for a mistake, and where the one card says it
 * @param cards the events that answer it, at most three
 * @param lines more events, each in a line that opens it; at most {@link Pages#LINES}
 * @param narrower what asks for a part of the answer each, where it is too long to be listed; at most 25
 * @param menus values of options to choose from, apart from those parts; at most three
 * @param sections titled lines, in help and the like
 * @param notice one remark on the whole; empty when there is none
 * @param pages which page it is, of how many
 * @param paged the question whose pages and lines these are; empty where there is one page, without lines
 * @param choices what can be asked next; those that turn the page stand first
 * @param picture what is shown above the rest; a reply with one is never put in the place of another message
 */
public record Reply(
        Kind kind,
        String heading,
        List<EventCard> cards,
        List<EventLine> lines,
        List<Choice> narrower,
        List<Menu> menus,
        List<Section> sections,
        String notice,
        Pages pages,
        Optional<Question> paged,
        List<Choice> choices,
        Optional<Picture> picture) {

    /** What sort of answer it is; only an {@link #ANSWER} is for everyone to see. */
    public enum Kind {
        ANSWER,
        /** Settings, and whatever else is for the asker only. */
        PRIVATE,
        /** The asker's mistake, with what works. */
        MISTAKE,
        /** Our mistake. */
        FAILURE;

        /** Whether it tells that there is no answer. */
        public boolean isRefusal() {
            return this == MISTAKE || this == FAILURE;
        }
    }

    public Reply {
        cards = List.copyOf(cards);
        lines = List.copyOf(lines);
        narrower = List.copyOf(narrower);
        menus = List.copyOf(menus);
        sections = List.copyOf(sections);
        choices = List.copyOf(choices);
    }

    public static Reply of(String heading, List<EventCard> cards) {
        return new Reply(
                Kind.ANSWER,
                heading,
                cards,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Pages.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static Reply ofSections(String heading, List<Section> sections) {
        return new Reply(
                Kind.ANSWER,
                heading,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                sections,
                "",
                Pages.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static Reply mistake(String message) {
        return refusal(Kind.MISTAKE, message);
    }

    static Reply failure(String reference) {
        String message = "Something went wrong here, and it is not your fault. If it happens again, tell whoever runs "
                + "this bot the reference " + reference + ".";
        return refusal(Kind.FAILURE, message);
    }

    private static Reply refusal(Kind kind, String message) {
        return new Reply(
                kind,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                message,
                Pages.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same for the asker only. */
    public Reply inPrivate() {
        return new Reply(
                Kind.PRIVATE, heading, cards, lines, narrower, menus, sections, notice, pages, paged, choices, picture);
    }

    /** The same with these for its cards. */
    public Reply withCards(List<EventCard> others) {
        return new Reply(
                kind, heading, others, lines, narrower, menus, sections, notice, pages, paged, choices, picture);
    }

    public Reply withNotice(String text) {
        return new Reply(kind, heading, cards, lines, narrower, menus, sections, text, pages, paged, choices, picture);
    }

    /** The same with these below its cards; {@link #onPage} says whose lines they are. */
    public Reply withLines(List<EventLine> others) {
        return new Reply(
                kind, heading, cards, others, narrower, menus, sections, notice, pages, paged, choices, picture);
    }

    /** The same with parts to choose from. */
    public Reply withNarrower(List<Choice> parts) {
        return new Reply(kind, heading, cards, lines, parts, menus, sections, notice, pages, paged, choices, picture);
    }

    public Reply withMenus(List<Menu> others) {
        return new Reply(
                kind, heading, cards, lines, narrower, others, sections, notice, pages, paged, choices, picture);
    }

    /** The same with these below its cards and lines. */
    public Reply withSections(List<Section> others) {
        return new Reply(kind, heading, cards, lines, narrower, menus, others, notice, pages, paged, choices, picture);
    }

    public Reply withChoices(List<Choice> others) {
        return new Reply(kind, heading, cards, lines, narrower, menus, sections, notice, pages, paged, others, picture);
    }

    public Reply withPicture(Picture shown) {
        return new Reply(
                kind,
                heading,
                cards,
                lines,
                narrower,
                menus,
                sections,
                notice,
                pages,
                paged,
                choices,
                Optional.of(shown));
    }

    /** The same with these behind its choices. */
    public Reply withMoreChoices(List<Choice> others) {
        return withChoices(Stream.concat(choices.stream(), others.stream()).toList());
    }

    /** The same as one page, of several or with lines, with choices in front of the others that turn the page of this question. */
    public Reply onPage(Pages page, Question question) {
        Optional<Question> paging = page.count() > 1 || !lines.isEmpty() ? Optional.of(question) : Optional.empty();
        Reply turned = new Reply(
                kind, heading, cards, lines, narrower, menus, sections, notice, page, paging, choices, picture);
        List<Choice> all = new ArrayList<>();
        turned.previousPage().ifPresent(previous -> all.add(new Choice("Previous page", previous)));
        turned.nextPage().ifPresent(next -> all.add(new Choice("Next page", next)));
        all.addAll(choices);
        return turned.withChoices(all);
    }

    /** What opens each line, asks for each part and takes each item of the menus: their labels in one line, in their order. */
    public List<Choice> openings() {
        Stream<Choice> events = paged.stream()
                .flatMap(list -> lines.stream().map(line -> new Choice(line.title(), list.opening(line.key()))));
        Stream<Choice> items = menus.stream().flatMap(menu -> menu.choices().stream());
        return Stream.concat(Stream.concat(events, narrower.stream()), items).toList();
    }

    /** What asks for the page before this one; empty on the first. */
    public Optional<Question> previousPage() {
        return paged.filter(question -> pages.hasPrevious()).map(question -> question.onPage(pages.number() - 1));
    }

    /** What asks for the page after this one; empty on the last. */
    public Optional<Question> nextPage() {
        return paged.filter(question -> pages.hasNext()).map(question -> question.onPage(pages.number() + 1));
    }

    /** Whether only the asker may see it. */
    public boolean isPrivate() {
        return kind != Kind.ANSWER;
    }
}
