package dev.almanac.chat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One question, asked by someone somewhere. All state of a request is in it.
 *
 * @param today the date where the asker is, read once by the front
 * @param zone the zone of that date
 * @param conversation where it is asked: a channel, or the terminal; answers that depend on what was said before
 *     ({@code /random}) depend on it
 * @param asker who asks
 */
public record Request(Question question, LocalDate today, ZoneId zone, String conversation, Asker asker) {
    /** A request of someone who need not be known. */
    public Request(Question question, LocalDate today, ZoneId zone, String conversation) {
        this(question, today, zone, conversation, Asker.NOBODY);
    }

    public Request with(Question other) {
        return new Request(other, today, zone, conversation, asker);
    }

    /** The value of an option, without blanks around it; empty when it was left out or is blank. */
    public Optional<String> option(String name) {
        return question.option(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
