package dev.almanac.chat;

import java.util.List;

/**
 * An option of a command.
 *
 * @param choices the only values it takes; empty when any is read
 * @param least the smallest number, and {@code most} the greatest; both 0 for a text
 */
public record Option(
        String name, String description, Kind kind, boolean required, List<Suggestion> choices, int least, int most) {

    /** What is typed into it, and how. */
    public enum Kind {
        TEXT,
        /** A text that is completed while one types, by {@link Command#complete}. */
        COMPLETED,
        NUMBER,
        /** A text or announcement channel of the guild; its value is the id. */
        CHANNEL,
        /** A role of the guild; its value is the id. */
        ROLE,
        /** Set by buttons only: no front offers it. */
        CARRIED
    }

    public Option {
        choices = List.copyOf(choices);
    }

    public static Option text(String name, String description) {
        return new Option(name, description, Kind.TEXT, false, List.of(), 0, 0);
    }

    public static Option completed(String name, String description) {
        return new Option(name, description, Kind.COMPLETED, false, List.of(), 0, 0);
    }

    public static Option number(String name, String description, int least, int most) {
        return new Option(name, description, Kind.NUMBER, false, List.of(), least, most);
    }

    public static Option choice(String name, String description, List<Suggestion> choices) {
        return new Option(name, description, Kind.TEXT, false, choices, 0, 0);
    }

    public static Option channel(String name, String description) {
        return new Option(name, description, Kind.CHANNEL, false, List.of(), 0, 0);
    }

    public static Option role(String name, String description) {
        return new Option(name, description, Kind.ROLE, false, List.of(), 0, 0);
    }

    public static Option carried(String name) {
        return new Option(name, "", Kind.CARRIED, false, List.of(), 0, 0);
    }

    public Option asRequired() {
        return new Option(name, description, kind, true, choices, least, most);
    }

    public boolean isOffered() {
        return kind != Kind.CARRIED;
    }
}
