package dev.almanac.chat;

import java.util.List;

/**
 * A titled line or more, in help and the like.
 *
 * @param title plain text; one that begins with a slash and a command's name may be shown as a link to it; may be empty
 * @param spans the text; lines separated by line feeds
 */
public record Section(String title, List<Span> spans) {
    public Section {
        spans = List.copyOf(spans);
    }

    /** A remark at the end: a line of plain text that fronts show quietly. */
    public static Section remark(String text) {
        return new Section("", text);
    }

    /** Whether it is a line of words without a title. */
    public boolean isRemark() {
        return title.isEmpty()
                && spans.stream()
                        .allMatch(span ->
                                span.kind() == Span.Kind.WORDS && !span.value().contains("\n"));
    }

    /** A section of plain text. */
    public Section(String title, String text) {
        this(title, List.of(Span.words(text)));
    }
}
