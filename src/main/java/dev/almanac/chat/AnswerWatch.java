package dev.almanac.chat;

import java.time.Duration;

/** Is told of each answer, for whoever counts them: on the thread that answers, so it returns at once. */
@FunctionalInterface
public interface AnswerWatch {
    /** Counts nothing. */
    AnswerWatch NONE = (command, outcome, took) -> {};

    /** What an answer was. */
    enum Outcome {
        /** Made for everyone. */
        ANSWER,
        /** For everyone, and ready to be shown again. */
        KEPT,
        /** For the asker alone. */
        PRIVATE,
        /** The asker's mistake, told with what works. */
        MISTAKE,
        /** A fault of ours. */
        FAILURE
    }

    /**
     * A question was answered.
     *
     * @param command one of those there are, with a subcommand behind a blank; {@code unknown} for any other
     * @param took with its form
     */
    void answered(String command, Outcome outcome, Duration took);
}
