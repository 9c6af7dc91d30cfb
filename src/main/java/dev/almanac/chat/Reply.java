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
 * @param choices what can be asked next
 */
public record Reply(
        Kind kind,
        String heading,
        List<EventCard> cards,
        List<Section> sections,
        String notice,
        Pages pages,
        List<Choice> choices) {

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

    /** The labels of the choices that turn pages. */
    public static final String PREVIOUS_PAGE = "Previous page";

    public static final String NEXT_PAGE = "Next page";

    public Reply {
        cards = List.copyOf(cards);
        sections = List.copyOf(sections);
        choices = List.copyOf(choices);
    }

    public static Reply of(String heading, List<EventCard> cards) {
        return new Reply(Kind.ANSWER, heading, cards, List.of(), "", Pages.ONE, List.of());
    }

    public static Reply ofSections(String heading, List<Section> sections) {
        return new Reply(Kind.ANSWER, heading, List.of(), sections, "", Pages.ONE, List.of());
    }

    public static Reply mistake(String message) {
        return new Reply(Kind.MISTAKE, "", List.of(), List.of(), message, Pages.ONE, List.of());
    }

    static Reply failure(String reference) {
        String message = "Something went wrong here, and it is not your fault. If it happens again, tell whoever runs "
                + "this bot the reference " + reference + ".";
        return new Reply(Kind.FAILURE, "", List.of(), List.of(), message, Pages.ONE, List.of());
    }

    /** The same for the asker only. */
    public Reply inPrivate() {
        return new Reply(Kind.PRIVATE, heading, cards, sections, notice, pages, choices);
    }

    public Reply withNotice(String text) {
        return new Reply(kind, heading, cards, sections, text, pages, choices);
    }

    /** The same with these below its cards. */
    public Reply withSections(List<Section> others) {
        return new Reply(kind, heading, cards, others, notice, pages, choices);
    }

    public Reply withChoices(List<Choice> others) {
        return new Reply(kind, heading, cards, sections, notice, pages, others);
    }

    /** The same as one page of several, with choices in front of the others that turn the page of this question. */
    public Reply onPage(Pages page, Question question) {
        List<Choice> all = new ArrayList<>();
        if (page.hasPrevious()) {
            all.add(new Choice(PREVIOUS_PAGE, question.onPage(page.number() - 1)));
        }
        if (page.hasNext()) {
            all.add(new Choice(NEXT_PAGE, question.onPage(page.number() + 1)));
        }
        all.addAll(choices);
        return new Reply(kind, heading, cards, sections, notice, page, all);
    }

    /** The choice of this label; empty when there is none. */
    public Optional<Choice> choice(String label) {
        return choices.stream().filter(choice -> choice.label().equals(label)).findFirst();
    }

    /** Whether only the asker may see it. */
    public boolean isPrivate() {
        return kind != Kind.ANSWER;
    }
}
