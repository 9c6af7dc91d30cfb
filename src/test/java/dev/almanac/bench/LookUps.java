package dev.almanac.bench;

import dev.almanac.RealCommands;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Suggestion;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.Answers.Answer;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.ReplyMessage;
import dev.almanac.reading.LineReader;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.LargeTimelines;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.Years;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What answers are made of, without a socket, over timelines of any size: {@link LookUpsBench} runs it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LookUps {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final List<String> LINES = List.of(
            "1867",
            "/year 1867",
            "what happened on 12 April 1961?",
            "the sixties",
            "march 30",
            "from 1941 to 1945",
            "sale of alaska",
            "random");

    /** A timeline, and the reader over it. */
    @State(Scope.Benchmark)
    public static class Events {
        @Param({"100", "1000", "10000", "100000", "1000000"})
        public int size;

        Timeline timeline = LargeTimelines.of(1);
        int turn;

        @Setup
        public void read() {
            timeline = LargeTimelines.of(size);
        }

        MonthDay nextDay() {
            return MonthDay.from(TODAY.plusDays(turn++ % 365));
        }

        Years nextYears() {
            int decade = 1780 + 10 * (turn++ % 24);
            return new Years(decade, decade + 9);
        }
    }

    /** The commands over it, warm. */
    @State(Scope.Benchmark)
    public static class Asked {
        Commands commands = RealCommands.over(LargeTimelines.of(1));
        LineReader lines = new LineReader(commands, LargeTimelines.of(1), true);
        ReplyMessage messages = new ReplyMessage(commands, name -> "/" + name);
        Answers answers = new Answers(commands, messages, new KeptMessages());
        List<Integer> years = List.of(1867);
        Reply year = Reply.mistake("");
        int turn;

        @Setup
        public void build(Events events) {
            commands = RealCommands.over(events.timeline);
            lines = new LineReader(commands, events.timeline, true);
            messages = new ReplyMessage(commands, name -> "/" + name);
            answers = new Answers(commands, messages, new KeptMessages());
            years = List.copyOf(events.timeline.beginnings());
            year = answer(Question.of("year").with("year", "1961"));
        }

        Reply answer(Question question) {
            return commands.answer(request(question));
        }

        Answer message(Question question) {
            return answers.to(request(question));
        }

        private static Request request(Question question) {
            return new Request(question, TODAY, ZoneOffset.UTC, "here");
        }
    }

    /** The same with the index of the search, which takes minutes for a million events. */
    @State(Scope.Benchmark)
    public static class Searched {
        @Setup
        public void build(Asked asked) {
            asked.answer(Question.of("search").with("words", "moon"));
        }
    }

    @Benchmark
    public Question line(Asked asked) {
        return asked.lines.read(LINES.get(asked.turn++ % LINES.size()), TODAY, Locale.ENGLISH);
    }

    @Benchmark
    public int onADay(Events events) {
        return events.timeline.on(events.nextDay()).size();
    }

    @Benchmark
    public HistoryEvent inADecade(Events events) {
        List<HistoryEvent> found = events.timeline.in(events.nextYears());
        return found.isEmpty() ? events.timeline.events().get(0) : found.get(0);
    }

    @Benchmark
    public int anyOfACategory(Events events) {
        return events.timeline.any(2, "treaty", events.nextYears()).size();
    }

    @Benchmark
    public Reply firstPageOfASearch(Asked asked, Searched built) {
        return asked.answer(Question.of("search").with("words", "soviet space"));
    }

    @Benchmark
    public List<Suggestion> completion(Asked asked, Searched built) {
        return asked.commands.complete("search", "words", "soviet un");
    }

    @Benchmark
    public Answer answerToYear(Asked asked) {
        int year = asked.years.get(asked.turn++ % asked.years.size());
        return asked.message(Question.of("year").with("year", String.valueOf(year)));
    }

    @Benchmark
    public Answer answerToOnThisDay(Asked asked) {
        LocalDate day = TODAY.plusDays(asked.turn++ % 365);
        return asked.message(Question.of("onthisday")
                .with("month", String.valueOf(day.getMonthValue()))
                .with("day", String.valueOf(day.getDayOfMonth())));
    }

    @Benchmark
    public Answer answerToRandom(Asked asked) {
        return asked.message(Question.of("random"));
    }

    @Benchmark
    public MessageCreateData message(Asked asked) {
        return asked.messages.of(asked.year);
    }
}
