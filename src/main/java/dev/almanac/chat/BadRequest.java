package dev.almanac.chat;

import java.util.List;

/**
 * A person's mistake. The message is shown to that person only: what is wrong, what they typed, what works; with what they may have
 * meant, to be chosen.
 */
public final class BadRequest extends RuntimeException {
    private final transient List<Choice> choices;

    public BadRequest(String message) {
        this(message, List.of());
    }

    /** @param choices what they may have meant; each is asked only when they choose it */
    public BadRequest(String message, List<Choice> choices) {
        super(message);
        this.choices = List.copyOf(choices);
    }

    /** The reply to it. */
    public Reply reply() {
        return Reply.mistake(String.valueOf(getMessage())).withChoices(choices);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
