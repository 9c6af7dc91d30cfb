package dev.almanac.chat;

import java.util.List;

/**
 * An option of a command.
 *
 * @param choices the only values it takes; empty when any is read
 * @param least the smallest number, and {@code most} the greatest; both 0 for a text
 * @param longest how many characters (UTF-16 units) of it are read; more is refused
 * @param takesRest whether, in a typed line, all words without an option's name are its
 */
public record Option(
        String name,
        String description,
        Kind kind,
        boolean required,
        List<Suggestion> choices,
        int least,
        int most,
        int longest,
        boolean takesRest) {
    /** Enough for a number, a day, years, a zone, an id or a word; an option that takes more says so. */
    private static final int USUAL_LENGTH = 60;

    /** What is typed into it, and how. */
    public enum Kind {
        TEXT,
        /** A text that is completed while one types, by {@link Command#complete}. */
        COMPLETED,
        NUMBER,
        /** A channel of the server that can be posted to; its value is the id. */
        CHANNEL,
        /** A role of the server; its value is the id. */
        ROLE,
        /** Set by buttons only: no front offers it. */
        CARRIED
    }

    public Option {
        choices = List.copyOf(choices);
    }

    public static Option text(String name, String description) {
        return new Option(name, description, Kind.TEXT, false, List.of(), 0, 0, USUAL_LENGTH, false);
    }

    public static Option completed(String name, String description) {
        return new Option(name, description, Kind.COMPLETED, false, List.of(), 0, 0, USUAL_LENGTH, false);
    }

    public static Option number(String name, String description, int least, int most) {
        return new Option(name, description, Kind.NUMBER, false, List.of(), least, most, USUAL_LENGTH, false);
    }

    public static Option choice(String name, String description, List<Suggestion> choices) {
        return new Option(name, description, Kind.TEXT, false, choices, 0, 0, USUAL_LENGTH, false);
    }

    public static Option channel(String name, String description) {
        return new Option(name, description, Kind.CHANNEL, false, List.of(), 0, 0, USUAL_LENGTH, false);
    }

    public static Option role(String name, String description) {
        return new Option(name, description, Kind.ROLE, false, List.of(), 0, 0, USUAL_LENGTH, false);
    }

    public static Option carried(String name) {
        return new Option(name, "", Kind.CARRIED, false, List.of(), 0, 0, USUAL_LENGTH, false);
    }

    public Option asRequired() {
        return new Option(name, description, kind, true, choices, least, most, longest, takesRest);
    }

    /** The same, with a greatest length of its own. */
    public Option ofAtMost(int characters) {
        return new Option(name, description, kind, required, choices, least, most, characters, takesRest);
    }

    /** The same, for all words of a typed line that have no option's name. */
    public Option takingTheRest() {
        return new Option(name, description, kind, required, choices, least, most, longest, true);
    }

    public boolean isOffered() {
        return kind != Kind.CARRIED;
    }
}
