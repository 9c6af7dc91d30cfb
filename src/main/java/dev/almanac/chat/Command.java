package dev.almanac.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One thing that can be asked. Keeps nothing from one question to the next, so any number of people may ask at once. */
public interface Command {
    /** How it is called, in every front; always the same. */
    Usage usage();

    /**
     * The question with all that its answer depends on spelt out in canonical form: today's date, an id for a title.
     * Resolving a resolved question changes nothing.
     *
     * @throws BadRequest when an option can't be read
     */
    default Question resolve(Request request) {
        return request.question();
    }

    /**
     * Answers a resolved request.
     *
     * @throws BadRequest when that can't be answered
     */
    Reply answer(Request request);

    /**
     * Whether this process is the one that answers it now. While it is not, a front to which several processes of the same bot are
     * connected keeps silent, so that the other one is heard.
     */
    default boolean answersHere() {
        return true;
    }

    /**
     * Done when a question can be answered: while what it looks things up in is still being made, whoever asks is told that an answer is
     * coming, and gets it then. Never fails, and takes seconds at most.
     */
    default CompletableFuture<Void> readiness(Question question) {
        return CompletableFuture.completedFuture(null);
    }

    /** How many suggestions {@link #complete} makes of what has no end: as many may mean that there are more. */
    int MOST_OFFERED = 100;

    /** What to offer while this option is being typed, best first; a front shows as many as it has room for. */
    default List<Suggestion> complete(String option, String typed) {
        return List.of();
    }
}
