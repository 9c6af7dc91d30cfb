package dev.almanac.chat;

import java.util.Optional;

/** The form that a front gives to replies, and where it keeps those that are ready to be shown again. */
@FunctionalInterface
public interface Form<T> {
    /** The reply in this form. */
    T of(Reply reply);

    /** What was kept under a resolved question; empty when nothing was, or nothing is kept. */
    default Optional<T> kept(Question resolved) {
        return Optional.empty();
    }

    /** Keeps a public answer under the resolved question that it answers, for whoever asks the same. */
    default void keep(Question resolved, T answer) {}
}
