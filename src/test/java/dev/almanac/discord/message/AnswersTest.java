package dev.almanac.discord.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final KeptMessages kept = new KeptMessages();
    private final Answers answers = answers(Events.timelineOf("1867-11-24", "1867-11-25"), kept);

    private static Answers answers(Timeline timeline, KeptMessages kept) {
        Commands commands = new Commands(
                List.of(
                        new OnThisDayCommand(timeline, Examples.of(timeline)),
                        new TimelineCommand(
                                timeline, new PreparedSearch(timeline), new Pictures(timeline), Examples.of(timeline)),
                        new YearCommand(timeline, Examples.of(timeline)),
                        new RandomCommand(timeline, new Random(1), Examples.of(timeline))),
                new Random(1));
        return new Answers(commands, new ReplyMessage(commands, name -> "/" + name), kept);
    }

    private static MessageCreateData ask(Answers answers, Question question, LocalDate today) {
        return answers.to(new Request(question, today, ZoneOffset.UTC, "here")).message();
    }

    @Test
    void formatsAnAnswerOnceHoweverTheQuestionIsPut() {
        MessageCreateData first = ask(answers, Question.of("year").with("year", "1867"), TODAY);

        assertSame(first, ask(answers, Question.of("year").with("year", " AD 1867 "), TODAY.plusDays(400)));
        assertEquals("1 of 2 answers were ready to send (50 %), 1 are kept", kept.inWords());
    }

    @Test
    void aNewDayGetsANewAnswer() {
        String today = ask(answers, Question.of("onthisday"), TODAY).toData().toString();

        assertTrue(today.contains("24 November 1867"));
        assertTrue(ask(answers, Question.of("onthisday"), TODAY.plusDays(1))
                .toData()
                .toString()
                .contains("25 November 1867"));
        assertTrue(ask(answers, Question.of("onthisday"), TODAY.plusYears(1))
                .toData()
                .toString()
                .contains("160 years ago"));
    }

    @Test
    void chanceAndMistakesAreNeverKept() {
        ask(answers, Question.of("random"), TODAY);
        ask(answers, Question.of("year").with("year", "banana"), TODAY);

        assertEquals("0 of 0 answers were ready to send (0 %), 0 are kept", kept.inWords());
    }

    @Test
    void pagesAreKeptApart() {
        Answers many = answers(
                Events.timelineOf("1867-01-01", "1867-01-02", "1867-01-03", "1867-01-04", "1867-01-05", "1867-01-06"),
                kept);
        Question question = Question.of("year").with("year", "1867");

        assertNotSame(ask(many, question, TODAY), ask(many, question.onPage(2), TODAY));
    }
}
