package dev.almanac.lookup;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Reports;
import dev.almanac.chat.Reports.NotSent;
import dev.almanac.chat.Reports.Report;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.EventKey;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Report a mistake" below an event: a form, whose words go to whoever keeps the timeline. */
public final class ReportCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ReportCommand.class);
    private static final String REPORT = "report";
    private static final String EVENT = "event";
    private static final String WORDS = "words";
    private static final String NAME = "name";
    private static final int LONGEST_WORDS = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_OF_A_PERSON = 3;
    private static final int MOST_OF_ALL = 30;

    /** Nobody's id: what all have sent is counted under it. */
    private static final long ALL = -1;

    private final Timeline timeline;
    private final Reports reports;
    private final SentReports sent;

    /** @param sent the same for each timeline that is in use */
    public ReportCommand(Timeline timeline, Reports reports, SentReports sent) {
        this.timeline = timeline;
        this.reports = reports;
        this.sent = sent;
    }

    /** What opens the form for an event. */
    static Choice offer(HistoryEvent event) {
        return new Choice(
                "Report a mistake",
                Question.of(REPORT).with(EVENT, EventKey.of(event.id()).toString()));
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        REPORT,
                        "Report a mistake",
                        "/" + REPORT,
                        Option.carried(EVENT),
                        Option.text(WORDS, "What is wrong, and how do you know?")
                                .ofAtMost(LONGEST_WORDS)
                                .asRequired(),
                        Option.text(NAME, "Your name, if it may be told").ofAtMost(LONGEST_NAME))
                .byButtonsOnly()
                .deferred();
    }

    @Override
    public Reply answer(Request request) {
        HistoryEvent event = request.option(EVENT)
                .flatMap(timeline::byKey)
                .orElseThrow(() -> new BadRequest("That event is no longer in the timeline. /search finds what is."));
        String words = request.option(WORDS).orElseThrow();
        long person = request.asker().user();
        if (!sent.reserve(person, MOST_OF_A_PERSON)) {
            return notSent(
                    "You have reported " + MOST_OF_A_PERSON
                            + " mistakes within an hour, which is as many as I pass on. Send this one later.",
                    words);
        }
        if (!sent.reserve(ALL, MOST_OF_ALL)) {
            sent.giveBack(person);
            return notSent("Many people report mistakes right now. Send yours again in an hour.", words);
        }
        try {
            reports.send(new Report(
                    EventCard.inFull(event),
                    words,
                    request.option(NAME).orElse(""),
                    request.asker().guild()));
        } catch (NotSent failure) {
            sent.giveBack(person);
            sent.giveBack(ALL);
            LOG.warn("A report on {} wasn't sent; the person was told so: {}", event.id(), failure.getMessage());
            return notSent("Your report didn't arrive, and it isn't your fault. Send it again later.", words);
        }
        return Reply.ofSections("Thank you", List.of())
                .withNotice("Whoever keeps this timeline now has your words on “" + event.title() + "”.")
                .inPrivate();
    }

    /** With their words, to be copied: the form is gone. */
    private static Reply notSent(String why, String words) {
        return Reply.mistake(why).withSections(List.of(new Section("Your words", words)));
    }
}
