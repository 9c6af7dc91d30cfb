package dev.almanac.commands;

import java.util.List;

/**
 * A titled line or more, in help and the like.
 *
 * @param title plain text; one that begins with a slash and a command's name may be shown as a link to it; empty for a
 *     remark, which fronts show quietly
 * @param spans the text; lines separated by line feeds
 */
public record Section(String title, List<Span> spans) {
    public Section {
        spans = List.copyOf(spans);
    }

    /** A remark at the end: plain text that fronts show quietly. */
    static Section remark(String text) {
        return new Section("", text);
    }

    /** A section of plain text. */
    public Section(String title, String text) {
        this(title, List.of(Span.words(text)));
    }
}
