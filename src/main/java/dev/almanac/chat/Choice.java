package dev.almanac.chat;

/**
 * Something to press, or to type the number of, below a reply.
 *
 * @param label a few words
 * @param question what is then asked; resolved, so that it means the same at any later time
 */
public record Choice(String label, Question question, Manner manner) {
    /** How much it stands out. */
    public enum Manner {
        /** One of several. */
        PLAIN,
        /** What most would want to do next. */
        FIRST,
        /** Deletes something. */
        DELETING
    }

    public Choice(String label, Question question) {
        this(label, question, Manner.PLAIN);
    }

    /** The same as what most would want to do next. */
    public Choice asFirst() {
        return new Choice(label, question, Manner.FIRST);
    }

    /** The same as what deletes something. */
    public Choice asDeleting() {
        return new Choice(label, question, Manner.DELETING);
    }
}
