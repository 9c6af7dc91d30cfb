package dev.almanac.terminal;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.EventLine;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Picture;
import dev.almanac.chat.PlainText;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/** Sets a reply as lines of text, none wider than the terminal but those with an address that stays whole. */
final class ReplyText {
    /** Longer lines are hard to read, however wide the window is. */
    private static final int WIDEST = 96;

    private static final int NARROWEST = 20;
    private static final String INDENT = "  ";
    private static final int NUMBER_COLUMNS = 4;
    private static final Pattern WORDS = Pattern.compile(" ");

    private final Style style;
    private final Links links;
    private final int width;

    /** @param columns of the terminal */
    ReplyText(Style style, Links links, int columns) {
        this.style = style;
        this.links = links;
        this.width = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** With all that can be asked next numbered, for a chat that knows the numbers: what opens lines first, then the choices. */
    String numbered(Reply reply) {
        return of(reply, true);
    }

    /** With each choice as the line to type for it. */
    String typed(Reply reply) {
        return of(reply, false);
    }

    private String of(Reply reply, boolean numbered) {
        List<String> lines = new ArrayList<>();
        if (!reply.heading().isEmpty()) {
            String page = reply.pages().count() > 1
                    ? " · page " + reply.pages().number() + " of "
                            + reply.pages().count()
                    : "";
            lines.addAll(set(reply.heading() + page, "", style::heading));
        }
        if (!reply.notice().isEmpty()) {
            lines.addAll(set(reply.notice(), "", UnaryOperator.identity()));
        }
        reply.picture().ifPresent(picture -> lines.addAll(picture(picture)));
        reply.cards().forEach(card -> lines.addAll(card(card)));
        lines.addAll(list(reply, numbered));
        reply.sections().forEach(section -> lines.addAll(section(section)));
        if (!reply.choices().isEmpty()) {
            lines.add("");
            lines.addAll(choices(reply.choices(), reply.openings().size() + 1, numbered));
        }
        int blank = !lines.isEmpty() && lines.get(0).isEmpty() ? 1 : 0;
        return lines.stream().skip(blank).map(line -> line + "\n").collect(Collectors.joining());
    }

    private List<String> choices(List<Choice> choices, int first, boolean numbered) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String text = numbered ? first + i + "  " + choice.label() : choice.label() + ": " + choice.question();
            lines.addAll(set(text, "", style::faint));
        }
        return lines;
    }

    /** Events in a line each, turning points with a star, parts to choose, and menus. */
    private List<String> list(Reply reply, boolean numbered) {
        List<String> lines = new ArrayList<>();
        if (!reply.openings().isEmpty()) {
            lines.add("");
        }
        int number = 0;
        for (EventLine line : reply.lines()) {
            number++;
            String text = Stream.of(line.date() + " ·", line.sign(), line.turningPoint() ? "★" : "", line.title())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
            lines.addAll(
                    numbered(number, numbered, text, line.turningPoint() ? style::bold : UnaryOperator.identity()));
        }
        if (!numbered && !reply.lines().isEmpty()) {
            lines.add("");
            lines.addAll(set("To read one: /event and words of its title", "", style::faint));
        }
        lines.addAll(choices(reply.narrower(), number + 1, numbered));
        number += reply.narrower().size();
        for (Menu menu : reply.menus()) {
            lines.addAll(set(menu.label(), "", UnaryOperator.identity()));
            lines.addAll(choices(menu.choices(), number + 1, numbered));
            number += menu.items().size();
        }
        return lines;
    }

    /** A line with its number in front; what is too long for the width goes on below the text. */
    private List<String> numbered(int number, boolean shown, String text, UnaryOperator<String> dress) {
        String indent = shown ? " ".repeat(NUMBER_COLUMNS) : INDENT;
        List<String> lines = new ArrayList<>(set(text, indent, dress));
        if (shown) {
            String front = String.format(Locale.ROOT, "%2d  ", number);
            lines.set(0, front + lines.get(0).substring(NUMBER_COLUMNS));
        }
        return lines;
    }

    /** What it shows, and how to have it. */
    private List<String> picture(Picture picture) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(set(picture.alt(), INDENT, UnaryOperator.identity()));
        lines.addAll(set(
                "To save the picture: ./almanac picture " + picture.line() + " --output " + picture.name(),
                INDENT,
                style::faint));
        return lines;
    }

    private List<String> card(EventCard card) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        String oldStyle = card.oldStyle().isEmpty() ? "" : " (" + card.oldStyle() + " Old Style)";
        String dateLine = Stream.of(card.date() + oldStyle, card.label(), card.exactness())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        lines.addAll(set(dateLine, "", style::date));
        lines.addAll(set(card.title(), "", style::bold));
        lines.addAll(set(card.text(), INDENT, UnaryOperator.identity()));
        if (!card.note().isEmpty()) {
            lines.addAll(set("Note: " + card.note(), INDENT, style::faint));
        }
        String beginning = card.categoryWords() + (card.sources().isEmpty() ? "" : " · ");
        String sources = card.sources().stream().map(links::text).collect(Collectors.joining(Links.SEPARATOR));
        links.behind(beginning, card.sources(), broken(beginning + sources, width - INDENT.length()))
                .forEach(line -> lines.add(INDENT + style.faint(line)));
        return lines;
    }

    private List<String> section(Section section) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(set(section.title(), "", style::bold));
        String text = section.spans().stream().map(ReplyText::words).collect(Collectors.joining());
        lines.addAll(set(text, INDENT, UnaryOperator.identity()));
        return lines;
    }

    private static String words(Span span) {
        return switch (span.kind()) {
            case WORDS, ADDRESS -> span.value();
            case CHANNEL -> "channel " + span.value();
            case USER -> "user " + span.value();
            case ROLE -> "role " + span.value();
            case MOMENT, FROM_NOW ->
                Instant.ofEpochSecond(Long.parseLong(span.value())).toString();
        };
    }

    private List<String> set(String text, String indent, UnaryOperator<String> dress) {
        return broken(text, width - indent.length()).stream()
                .map(line -> indent + dress.apply(line))
                .toList();
    }

    /** Breaks a text into lines between words, and inside a word only where it is wider than a line and may be. */
    private List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : PlainText.of(text).lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : WORDS.splitAsStream(paragraph).toList()) {
                if (columns(line) > 0 && columns(line) + 1 + columns(word) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
                while (columns(line) > width && Links.breaks(word)) {
                    int cut = cut(line, width);
                    lines.add(line.substring(0, cut));
                    line.delete(0, cut);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many columns of a terminal a text takes. */
    static int columns(CharSequence text) {
        return text.codePoints().map(ReplyText::columns).sum();
    }

    private static int columns(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** Where to break what is wider than a line: between characters, and inside one only where it alone is wider. */
    private static int cut(CharSequence line, int columns) {
        int end = 0;
        int used = 0;
        for (Matcher next = PlainText.CHARACTER.matcher(line); next.find(); end = next.end()) {
            used += columns(next.group());
            if (used > columns) {
                break;
            }
        }
        return end > 0 ? end : Character.charCount(Character.codePointAt(line, 0));
    }
}
