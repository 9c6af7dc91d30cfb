package dev.almanac.discord.message;

import dev.almanac.chat.PlainText;
import dev.almanac.chat.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plain text made harmless for Discord's Markdown (https://discord.com/developers/docs/reference#message-formatting): a
 * backslash before whatever could begin markup, a mention or a link.
 */
final class Markdown {
    /** The characters of RFC 3986, and letters of any script; brackets stand only around rare hosts. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\p{L}\\p{N}\\-._~:/?#@!$&'()*+,;=%]+");

    private static final String ELLIPSIS = "…";
    private static final String ASIDE = "> -# ";

    /** The text, shown as it is. Addresses in it stay as they are, because Discord links them as they stand. */
    static String plain(String text) {
        String safe = PlainText.of(text);
        if (!safe.contains("http")) {
            return escaped(safe, true);
        }
        StringBuilder whole = new StringBuilder();
        int done = 0;
        for (Matcher address = ADDRESS.matcher(safe); address.find(); done = address.end()) {
            whole.append(escaped(safe.substring(done, address.start()), done == 0));
            // Bold text around the address must not end inside it.
            whole.append(address.group().replace("*", "%2A"));
        }
        return whole.append(escaped(safe.substring(done), done == 0)).toString();
    }

    /**
     * In one pass, and without a copy where there is nothing to escape: all text of all answers comes through here.
     *
     * @param beginsLine whether the text does
     */
    private static String escaped(String text, boolean beginsLine) {
        StringBuilder escaped = new StringBuilder();
        int copied = 0;
        boolean lineStarts = beginsLine;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (isMarkup(one) || (lineStarts && (one == '-' || one == '+'))) {
                escaped.append(text, copied, i).append('\\');
                copied = i;
            } else if (lineStarts && isDigit(one)) {
                while (i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                    i++;
                }
                // "1." at the start of a line begins a list; a backslash before a digit would itself be shown.
                if (i + 1 < text.length() && (text.charAt(i + 1) == '.' || text.charAt(i + 1) == ')')) {
                    escaped.append(text, copied, i + 1).append('\u2060');
                    copied = i + 1;
                }
            }
            lineStarts = one == '\n' || (lineStarts && one == ' ');
        }
        return escaped.isEmpty()
                ? text
                : escaped.append(text, copied, text.length()).toString();
    }

    private static boolean isMarkup(char one) {
        return switch (one) {
            case '\\', '*', '_', '~', '`', '|', '<', '>', '[', ']', '@', '#' -> true;
            default -> false;
        };
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    /** As {@link #plain}, cut at a word with an ellipsis so that it takes no more room than this. */
    static String plain(String text, int room) {
        String whole = plain(text);
        if (whole.length() <= room) {
            return whole;
        }
        int end = 0;
        int used = ELLIPSIS.length() + 2;
        for (Matcher next = PlainText.CHARACTER.matcher(text); next.find(); end = next.end()) {
            used += longest(next.group());
            if (used > room) {
                break;
            }
        }
        int before = wholeAddresses(text, end);
        int blank = Math.max(text.lastIndexOf(' ', before), text.lastIndexOf('\n', before));
        String kept = text.substring(0, blank > before / 2 ? blank : before).strip();
        return room <= ELLIPSIS.length() + 2 ? "" : plain(kept) + ELLIPSIS;
    }

    /** The most that a character can take, at the start of a line or in an address. */
    private static int longest(String character) {
        return character.equals("*") ? "%2A".length() : plain(character).length() + (character.equals("\n") ? 2 : 0);
    }

    /** This end of a text, or the start of the address that it would cut. */
    private static int wholeAddresses(String text, int end) {
        for (Matcher address = ADDRESS.matcher(text); address.find() && address.start() < end; ) {
            if (end < address.end()) {
                return address.start();
            }
        }
        return end;
    }

    /**
     * A text of several pieces in so much room: whatever is more is left out, and no mention is ever cut.
     * Formats: https://discord.com/developers/docs/reference#message-formatting-formats.
     */
    static String of(List<Span> spans, int room) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            String next = switch (span.kind()) {
                case WORDS -> plain(span.value(), room - text.length());
                case ADDRESS -> span.value();
                case CHANNEL -> "<#" + span.value() + ">";
                case USER -> "<@" + span.value() + ">";
                case ROLE -> "<@&" + span.value() + ">";
                case MOMENT -> "<t:" + span.value() + ":f>";
                case FROM_NOW -> "<t:" + span.value() + ":R>";
            };
            if (text.length() + next.length() <= room) {
                text.append(next);
            }
        }
        return text.toString();
    }

    /** As {@link #plain}, set apart and small, line by line. */
    static String aside(String text) {
        return plain(text)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> ASIDE + line)
                .collect(Collectors.joining("\n"));
    }

    /** A link with a text of its own; the address must be a valid one. */
    static String link(String text, String url) {
        return "[" + text + "](" + url.replace("(", "%28").replace(")", "%29") + ")";
    }

    private Markdown() {}
}
