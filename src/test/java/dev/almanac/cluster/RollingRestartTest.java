package dev.almanac.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.Answer;
import dev.almanac.standin.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three processes are restarted one after the other while people ask and posts are due, and nobody notices. */
class RollingRestartTest {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(60);
    private static final Duration LATEST = Duration.ofSeconds(10);

    /** What docs/shards.md says to give it. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(75);

    /** An odd number, so that guilds fall to all shards in turn: see the stand-in's ids. */
    private static final int CHANNELS = 15;

    private static final long ANNA = 101_000_000_000_000_001L;

    @Test
    void everyQuestionIsAnsweredAndEveryPostIsOnTime() throws Exception {
        Path ground = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "cluster").toAbsolutePath()), "restart-");
        ScheduledExecutorService crowd = Executors.newSingleThreadScheduledExecutor();
        try (Cluster cluster = new Cluster(ground, Duration.ofMinutes(5), Cluster.SOUND)) {
            List<Place> guilds = new ArrayList<>();
            Map<DailyFile.Place, Instant> dues = new LinkedHashMap<>();
            Instant first = Clock.systemUTC().instant().plus(BEFORE_THE_FIRST).truncatedTo(ChronoUnit.SECONDS);
            for (int guild = 0; guild < Cluster.SHARDS; guild++) {
                Place place = cluster.discord().guilds().add(CHANNELS);
                guilds.add(place);
                cluster.places(place.guild()).forEach(channel -> dues.put(channel, first.plusSeconds(dues.size())));
            }
            cluster.schedules().setUp(dues, ANNA);
            cluster.start();
            cluster.untilItKnowsItsCommands();

            Instant began = Clock.systemUTC().instant();
            List<CompletableFuture<Answer>> asked = new ArrayList<>();
            ScheduledFuture<?> asking = crowd.scheduleAtFixedRate(
                    () -> asked.add(cluster.discord()
                            // Somebody else each time: one person gets so many answers a minute only.
                            .slash(
                                    guilds.get(asked.size() % guilds.size()),
                                    ANNA + asked.size(),
                                    "year",
                                    Map.of("year", "1867"))),
                    0,
                    BETWEEN_QUESTIONS.toMillis(),
                    TimeUnit.MILLISECONDS);
            List<Duration> stops = cluster.restartOneAfterTheOther();
            List<DayEntry> days = cluster.settled(dues.size());
            asking.cancel(false);
            crowd.shutdown();
            assertTrue(crowd.awaitTermination(10, TimeUnit.SECONDS));

            CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, 10, TimeUnit.SECONDS)
                    .join();
            // By the shard and the tenth of a second: what the processes said then is beside it.
            List<String> unanswered = IntStream.range(0, asked.size())
                    .filter(question -> !asked.get(question).isDone())
                    .mapToObj(question -> guilds.get(question % guilds.size()) + " at "
                            + began.plus(BETWEEN_QUESTIONS.multipliedBy(question)))
                    .toList();
            assertEquals(List.of(), unanswered, () -> "see " + ground);
            asked.forEach(answer -> assertTrue(answer.join().text().startsWith("## 1867")));
            Map<Long, Instant> ours = new HashMap<>();
            dues.forEach((place, due) -> ours.put(place.channel(), due));
            Tally tally = Tally.of(
                    Duration.ofMinutes(5), true, ours, cluster.discord().messages()::posts, days);
            System.out.println("[cluster] rolling restart: " + asked.size() + " questions answered, " + tally.row()
                    + " stops took " + stops);
            assertEquals(
                    List.of(0, 0, 0, List.of()),
                    List.of(
                            tally.duplicates(),
                            tally.lost(),
                            cluster.discord().gateway().identifiedTooEarly(),
                            tally.faults()));
            assertTrue(tally.latest().compareTo(LATEST) <= 0, tally::row);
            stops.forEach(stop -> assertTrue(stop.compareTo(LONGEST_STOP) < 0, stop::toString));
            assertEquals(List.of(), cluster.endedByThemselves());
        } finally {
            crowd.shutdownNow();
        }
    }
}
