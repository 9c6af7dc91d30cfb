package dev.almanac.chat;

/** A person's mistake. The message is shown to that person only: what is wrong, what they typed, what works. */
public final class BadRequest extends RuntimeException {
    public BadRequest(String message) {
        super(message);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
