package dev.almanac.discord.message;

import dev.almanac.chat.Choice;
import dev.almanac.chat.EventLine;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a list in Markdown, within the room they are given: none is left out, and where they are long their titles are cut. */
final class LineTexts {
    private static final String BULLET = "- ";
    private static final String BETWEEN = " · ";
    private static final int LEAST_TITLE = 10;

    /** Each event with its date, its category's sign and its title; a turning point's title is strong. */
    static String of(List<EventLine> lines, int room) {
        String whole = lines.stream().map(line -> text(line, room)).collect(Collectors.joining("\n"));
        if (whole.length() <= room) {
            return whole;
        }
        // What the short ones leave is the long ones' to share.
        int fair = (room - lines.size()) / lines.size();
        int spare = 0;
        int longer = 0;
        for (EventLine line : lines) {
            int length = text(line, room).length();
            spare += Math.max(0, fair - length);
            longer += length > fair ? 1 : 0;
        }
        int most = fair + spare / Math.max(1, longer);
        return lines.stream().map(line -> text(line, most)).collect(Collectors.joining("\n"));
    }

    /** Each part as it is chosen. */
    static String ofParts(List<Choice> parts, int room) {
        int fair = room / parts.size() - BULLET.length() - 1;
        return parts.stream()
                .map(part -> BULLET + Markdown.plain(part.label(), fair))
                .collect(Collectors.joining("\n"));
    }

    private static String text(EventLine line, int room) {
        String sign = line.sign().isEmpty() ? "" : Markdown.plain(line.sign()) + " ";
        String strong = line.turningPoint() ? "**" : "";
        int left = room - BULLET.length() - BETWEEN.length() - sign.length() - 2 * strong.length();
        String date = Markdown.plain(
                line.date(),
                Math.max(left / 2, left - Markdown.plain(line.title()).length()));
        String title = Markdown.plain(line.title(), Math.max(LEAST_TITLE, left - date.length()));
        return BULLET + date + BETWEEN + sign + strong + title + strong;
    }

    private LineTexts() {}
}
