package dev.almanac.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer, before any front has given it a form. All text in it is plain: fronts make it harmless where they show it.
 *
 * @param heading what was asked, in words; empty for a mistake, and where the one card says it
 * @param cards the events that answer it, at most five
 * @param sections titled lines, in help and the like
 * @param notice one remark on the whole; empty when there is none
 * @param pages which page it is, of how many
 * @param paged the question whose pages these are; empty where there is one page only
 * @param choices what can be asked next; those that turn the page stand first
 * @param picture what is shown above the rest; a reply with one is never put in the place of another message
 */
public record Reply(
        Kind kind,
        String heading,
        List<EventCard> cards,
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
        sections = List.copyOf(sections);
        choices = List.copyOf(choices);
    }

    public static Reply of(String heading, List<EventCard> cards) {
        return new Reply(
                Kind.ANSWER, heading, cards, List.of(), "", Pages.ONE, Optional.empty(), List.of(), Optional.empty());
    }

    public static Reply ofSections(String heading, List<Section> sections) {
        return new Reply(
                Kind.ANSWER,
                heading,
                List.of(),
                sections,
                "",
                Pages.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public static Reply mistake(String message) {
        return new Reply(
                Kind.MISTAKE,
                "",
                List.of(),
                List.of(),
                message,
                Pages.ONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static Reply failure(String reference) {
        String message = "Something went wrong here, and it is not your fault. If it happens again, tell whoever runs "
                + "this bot the reference " + reference + ".";
        return new Reply(
                Kind.FAILURE,
                "",
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
        return new Reply(Kind.PRIVATE, heading, cards, sections, notice, pages, paged, choices, picture);
    }

    public Reply withNotice(String text) {
        return new Reply(kind, heading, cards, sections, text, pages, paged, choices, picture);
    }

    /** The same with these below its cards. */
    public Reply withSections(List<Section> others) {
        return new Reply(kind, heading, cards, others, notice, pages, paged, choices, picture);
    }

    public Reply withChoices(List<Choice> others) {
        return new Reply(kind, heading, cards, sections, notice, pages, paged, others, picture);
    }

    public Reply withPicture(Picture shown) {
        return new Reply(kind, heading, cards, sections, notice, pages, paged, choices, Optional.of(shown));
    }

    /** The same as one page of several, with choices in front of the others that turn the page of this question. */
    public Reply onPage(Pages page, Question question) {
        Optional<Question> paging = page.count() > 1 ? Optional.of(question) : Optional.empty();
        Reply turned = new Reply(kind, heading, cards, sections, notice, page, paging, choices, picture);
        List<Choice> all = new ArrayList<>();
        turned.previousPage().ifPresent(previous -> all.add(new Choice("Previous page", previous)));
        turned.nextPage().ifPresent(next -> all.add(new Choice("Next page", next)));
        all.addAll(choices);
        return turned.withChoices(all);
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
