package dev.almanac.discord.message;

import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventCard.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event card in Markdown, within the room it is given. Its title alone is strong: the date leads to it in small letters,
 * and what a reader may want to check stands below, as small.
 *
 * @param text when, what, and what happened
 * @param foot the note, the category and the sources
 * @param cut whether anything of the card had to be left out
 */
record CardText(String text, String foot, boolean cut) {
    private static final int DATE_ROOM = 240;
    private static final int TITLE_ROOM = 220;
    private static final int SOURCE_ROOM = 240;
    private static final int URL_ROOM = 300;

    /**
     * A card within its room.
     *
     * @param room in characters; at least 600, so that date and title always fit
     * @param alone whether it is the only one, and names all its sources
     */
    static CardText of(EventCard card, int room, boolean alone) {
        String head = head(card);
        String text = card.text().isEmpty() ? "" : "\n" + Markdown.plain(card.text());
        String note = card.note().isEmpty() ? "" : Markdown.aside("Note: " + card.note()) + "\n";
        List<String> feet = feet(card, alone);
        for (String foot : feet) {
            CardText whole = new CardText(head + text, note + foot, !foot.equals(feet.get(0)));
            if (whole.length() <= room) {
                return whole;
            }
        }
        String foot = feet.get(feet.size() - 1);
        String part = Markdown.plain(card.text(), Math.max(0, room - head.length() - foot.length() - 1));
        return new CardText(head + (part.isEmpty() ? "" : "\n" + part), foot, true);
    }

    /** In characters. */
    int length() {
        return text.length() + foot.length();
    }

    private static String head(EventCard card) {
        String oldStyle = card.oldStyle().isEmpty() ? "" : card.oldStyle() + " Old Style";
        String when = Stream.of(card.label(), oldStyle, card.exactness())
                .filter(words -> !words.isEmpty())
                .map(words -> " · " + words)
                .collect(Collectors.joining());
        return "-# **" + Markdown.plain(card.date(), DATE_ROOM / 2) + "**" + Markdown.plain(when, DATE_ROOM / 2)
                + "\n### " + Markdown.plain(card.title(), TITLE_ROOM);
    }

    /** What stands below, from category, all sources and the credit of the image to the category alone. */
    private static List<String> feet(EventCard card, boolean alone) {
        List<String> feet = new ArrayList<>();
        String sign = card.sign().isEmpty() ? "" : card.sign() + " ";
        String credit = card.image()
                .map(image -> "\n-# Picture: " + Markdown.plain(image.credit() + ", " + image.licence(), SOURCE_ROOM))
                .orElse("");
        StringBuilder foot =
                new StringBuilder("-# ").append(sign).append(Markdown.plain(card.categoryWords(), DATE_ROOM));
        feet.add(foot + credit);
        for (int i = 0; i < card.sources().size(); i++) {
            if (i > 0 && !alone) {
                int more = card.sources().size() - i;
                feet.add(0, foot.append(" · and ").append(more).append(" more") + credit);
                return feet;
            }
            foot.append(i == 1 ? "\n-# Sources: " : " · ")
                    .append(line(card.sources().get(i)));
            feet.add(0, foot + credit);
        }
        return feet;
    }

    private static String line(SourceLine source) {
        String text = Markdown.plain(source.text(), SOURCE_ROOM);
        return source.url().isEmpty() || source.url().length() > URL_ROOM ? text : Markdown.link(text, source.url());
    }
}
