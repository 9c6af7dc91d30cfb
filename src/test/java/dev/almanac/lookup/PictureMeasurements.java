package dev.almanac.lookup;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Picture;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.HistoricalDate;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.TimelineFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long pictures keep a processor busy, how many bytes they have and what they leave on the heap; prints figures and asserts nothing. */
class PictureMeasurements {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final LocalDate LEAP_YEAR = LocalDate.of(2028, 1, 1);
    private static final int REPEATS = 15;

    private static Timeline shipped() {
        return new TimelineFile(Path.of("events.json")).read().timeline().orElseThrow();
    }

    private static Commands commands(Timeline timeline) {
        return new Commands(
                List.of(new TimelineCommand(
                        timeline, new PreparedSearch(timeline), new Pictures(timeline), Examples.of(timeline))),
                new Random(1));
    }

    private static Picture picture(Commands commands, Question question) {
        return commands.answer(new Request(question, LEAP_YEAR, ZoneOffset.UTC, "here"))
                .picture()
                .orElseThrow();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String what, long[] figures, double unit, String name) {
        Arrays.sort(figures);
        System.out.printf(
                Locale.ROOT,
                "  %-40s p50 %7.1f %s, most %7.1f %s%n",
                what,
                figures[figures.length / 2] / unit,
                name,
                figures[figures.length - 1] / unit,
                name);
    }

    @Test
    void platesOfEachDay() {
        Timeline timeline = shipped();
        long before = used();
        Commands commands = commands(timeline);
        for (int year = 0; year < 3; year++) {
            System.out.printf(Locale.ROOT, "heap grown by %.1f MiB%n", (used() - before) / 1048576.0);
            long[] times = new long[366];
            long[] bytes = new long[366];
            for (int day = 0; day < 366; day++) {
                Question question = PictureQuestion.of(LEAP_YEAR.plusDays(day));
                long start = THREADS.getCurrentThreadCpuTime();
                bytes[day] = picture(commands, question).size();
                times[day] = THREADS.getCurrentThreadCpuTime() - start;
            }
            System.out.printf(Locale.ROOT, "366 plates, time %d; the first of all %.0f ms%n", year + 1, times[0] / 1e6);
            print("drawn in", times, 1e6, "ms");
            print("with", bytes, 1e3, "KB");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 200, 2000})
    void spansOfAMillionEvents(int years) {
        List<HistoryEvent> from = shipped().events();
        Random random = new Random(1);
        Timeline timeline = new Timeline(
                shipped().head(),
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> event(
                                from.get(i % from.size()),
                                "e" + i,
                                day(1 + random.nextInt(years) + 2000 - years, random)))
                        .toList());
        Commands commands = commands(timeline);
        System.out.printf(Locale.ROOT, "1,000,000 events in %d years%n", years);
        spans(commands, REPEATS);
    }

    @Test
    void spansOfTheShippedTimeline() {
        spans(commands(shipped()), 10 * REPEATS);
    }

    private static void spans(Commands commands, int repeats) {
        for (Question question : Stream.of(
                        Question.of("timeline"),
                        Question.of("timeline").with("from", "2000").with("to", "2000"),
                        Question.of("timeline").with("category", "treaty"))
                .toList()) {
            long[] times = new long[repeats];
            long bytes = 0;
            for (int i = 0; i < repeats; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                bytes = picture(commands, question).size();
                times[i] = THREADS.getCurrentThreadCpuTime() - start;
            }
            System.out.printf(Locale.ROOT, "  first %.0f ms, %d bytes%n", times[0] / 1e6, bytes);
            print(question.toString(), times, 1e6, "ms");
        }
    }

    private static HistoricalDate day(int year, Random random) {
        return HistoricalDate.parse(
                LocalDate.ofYearDay(year, 1 + random.nextInt(365)).toString());
    }

    private static HistoryEvent event(HistoryEvent one, String id, HistoricalDate date) {
        return new HistoryEvent(
                id,
                date,
                "",
                null,
                one.title(),
                one.text(),
                "",
                one.categories(),
                one.people(),
                one.places(),
                null,
                false,
                one.confidence(),
                one.weight(),
                List.of(),
                null,
                one.sources(),
                List.of());
    }
}
