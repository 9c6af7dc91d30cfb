package dev.almanac.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * One question, asked by someone somewhere. All state of a request is in it.
 *
 * @param today the date where the asker is, read once by the front
 * @param zone the zone of that date
 * @param conversation where it is asked: a channel, or the terminal; answers that depend on what was said before
 *     ({@code /random}) depend on it
 * @param asker who asks
 * @param language that the asker reads, as their front says; everything is answered in English so far
 * @param panelOpened when the message was sent whose button asks this, however often it was edited since; empty when somebody
 *     typed the question. A press repeats a question long after it was offered, so whoever needs rights looks at them again
 */
public record Request(
        Question question,
        LocalDate today,
        ZoneId zone,
        String conversation,
        Asker asker,
        Locale language,
        Optional<Instant> panelOpened) {
    /** A request of someone who need not be known. */
    public Request(Question question, LocalDate today, ZoneId zone, String conversation) {
        this(question, today, zone, conversation, Asker.NOBODY);
    }

    /** A question that somebody types, in English. */
    public Request(Question question, LocalDate today, ZoneId zone, String conversation, Asker asker) {
        this(question, today, zone, conversation, asker, Locale.ENGLISH, Optional.empty());
    }

    /** Whether a button asks it. */
    public boolean isPress() {
        return panelOpened.isPresent();
    }

    /** The same, asked by a button of a message that was sent then. */
    public Request pressedOn(Instant messageSent) {
        return new Request(question, today, zone, conversation, asker, language, Optional.of(messageSent));
    }

    public Request with(Question other) {
        return new Request(other, today, zone, conversation, asker, language, panelOpened);
    }

    /** The value of an option, without blanks around it; empty when it was left out or is blank. */
    public Optional<String> option(String name) {
        return question.option(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
