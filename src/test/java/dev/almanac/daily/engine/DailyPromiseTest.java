package dev.almanac.daily.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Post;
import dev.almanac.daily.Settings;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promise, over a year of days and over many deaths at any instant. */
@Order(Integer.MAX_VALUE)
class DailyPromiseTest {
    private static final String NOBODY_CAN_TELL =
            "it may have been sent, and without the permission Read Message History nobody can tell";

    private static final Timeline TIMELINE = Events.timelineOf("1900-01-01", "1901-04-12", "1902-07-20", "1903-10-04");
    private static final int CHANNELS = 40;
    private static final int DEATHS = 50;

    /** Zones, and times of the day there: some fall into gaps and overlaps. */
    private static final List<Settings> PLACES = List.of(
            DailyRun.in(1, "02:30", ZoneId.of("America/New_York")),
            DailyRun.in(2, "01:30", ZoneId.of("America/Chicago")),
            DailyRun.in(3, "02:15", ZoneId.of("Australia/Lord_Howe")),
            DailyRun.in(4, "00:15", ZoneId.of("America/Santiago")),
            DailyRun.in(5, "00:00", ZoneId.of("Pacific/Kiritimati")),
            DailyRun.in(6, "23:59", ZoneId.of("Pacific/Pago_Pago")),
            DailyRun.in(7, "09:00", ZoneId.of("Europe/Moscow")),
            DailyRun.in(8, "12:45", ZoneId.of("Asia/Kathmandu")));

    @TempDir
    Path folder;

    @Test
    void postsEachDayOfALeapYearOnceInEachChannel() {
        Instant first = Instant.parse("2027-12-30T00:00:00Z");
        Instant end = first.plus(Duration.ofDays(370));
        Random random = new Random(20271230);
        try (DailyRun run = new DailyRun(folder, TIMELINE, DailyRules.DEFAULT, first)) {
            PLACES.forEach(run::set);
            while (run.clock().instant().isBefore(end)) {
                run.passToNext(Duration.ofHours(6));
                // Now and then the clock is put back, or jumps ahead, or the process is another.
                switch (random.nextInt(50)) {
                    case 0 -> run.pass(Duration.ofHours(-1 - random.nextInt(5)));
                    case 1 -> run.pass(Duration.ofHours(1 + random.nextInt(4)));
                    case 2 -> run.restart();
                    default -> run.work();
                }
            }
            for (Settings place : PLACES) {
                assertPostedDailyOnItsDay(run, place);
            }
        }
    }

    private static void assertPostedDailyOnItsDay(DailyRun run, Settings place) {
        List<FakePostbox.Message> posts = run.postbox().messages().stream()
                .filter(message -> message.post().channel() == place.channel())
                .toList();
        ZoneId zone = place.zone().orElseThrow();
        LocalDate firstDay = LocalDate.ofInstant(posts.get(0).at(), zone);
        assertTrue(posts.size() >= 370, zone + " has " + posts.size());
        assertEquals(
                Stream.iterate(firstDay, day -> day.plusDays(1))
                        .limit(posts.size())
                        .map(Post::marker)
                        .toList(),
                posts.stream().map(message -> message.post().marker()).toList(),
                zone.getId());
        long onItsDay = posts.stream()
                .filter(message -> Post.marker(LocalDate.ofInstant(message.at(), zone))
                        == message.post().marker())
                .count();
        // A few are late beyond midnight, where the clock jumped ahead.
        assertTrue(onItsDay > posts.size() - 20, zone + " has " + onItsDay);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "5, true", "0, false", "5, false"})
    void neverPostsTwiceHoweverOftenItDies(int windowMinutes, boolean readsHistory) {
        Duration window = Duration.ofMinutes(windowMinutes);
        DailyRules rules = new DailyRules(Duration.ofHours(6), window, 40);
        Random random = new Random(windowMinutes * 2L + (readsHistory ? 1 : 0));
        try (DailyRun run = new DailyRun(folder, TIMELINE, rules, Instant.parse("2026-11-24T00:00:00Z"))) {
            LongStream.rangeClosed(1, CHANNELS).forEach(channel -> {
                run.guilds().channelIs(channel, FakeGuilds.channelThat(readsHistory));
                run.set(DailyRun.in(channel, "09:00", DailyRun.BERLIN));
            });
            for (int deaths = 0; deaths < DEATHS; deaths++) {
                liveAndDie(run, random);
            }
            for (int minutes = 0; minutes < 30; minutes++) {
                run.pass(Duration.ofMinutes(1));
            }
            LongStream.rangeClosed(1, CHANNELS).forEach(channel -> assertKept(run, channel, window, readsHistory));
        }
    }

    private static void liveAndDie(DailyRun run, Random random) {
        run.life().dieAfter(10 + random.nextInt(200));
        while (!run.life().isOver()) {
            run.postbox().next(fate(random));
            if (run.isAtIt()) {
                run.pass(Duration.ofSeconds(1 + random.nextInt(60)));
            } else {
                run.passToNext(Duration.ofDays(1));
            }
            if (random.nextInt(4) == 0) {
                run.postbox().answerSlowOnes();
            }
        }
        run.restart();
        Duration down = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(15))
                .get(random.nextInt(4));
        run.clock().pass(down);
        run.work();
        run.pass(DailyRules.UNDER_WAY);
    }

    private static Fate fate(Random random) {
        List<Fate> fates = List.of(
                Fate.DONE,
                Fate.DONE,
                Fate.DONE_IN_DOUBT,
                Fate.LOST_IN_DOUBT,
                Fate.DONE_SLOWLY,
                Fate.ARRIVING_SLOWLY,
                Fate.NOT_DONE);
        return fates.get(random.nextInt(fates.size()));
    }

    /** No day twice; each day posted, or else marked as missed, where history can't be read and the window is over. */
    private static void assertKept(DailyRun run, long channel, Duration window, boolean readsHistory) {
        Map<Integer, Long> posts = run.postbox().markers(channel).stream()
                .collect(Collectors.groupingBy(marker -> marker, Collectors.counting()));
        List<DayEntry> days = run.store().log(channel).days();
        assertEquals(
                Stream.iterate(days.get(0).day(), day -> day.minusDays(1))
                        .limit(days.size())
                        .toList(),
                days.stream().map(DayEntry::day).toList());
        for (DayEntry day : days) {
            long posted = posts.getOrDefault(Post.marker(day.day()), 0L);
            if (day.state() == DayEntry.State.MISSED) {
                assertTrue(!readsHistory && posted <= 1, day.toString());
                assertEquals(NOBODY_CAN_TELL, day.reason());
                assertTrue(Duration.between(day.claimedAt(), day.settledAt()).compareTo(window) >= 0, day.toString());
            } else {
                assertEquals(DayEntry.State.POSTED, day.state(), day.toString());
                assertEquals(1, posted, day.toString());
            }
        }
    }
}
