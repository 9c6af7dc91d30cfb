package dev.almanac.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.standin.Permission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The promise of the daily post where three processes share eight shards: never twice, never silently missing. In the profile {@code
 * cluster}; {@code -Dalmanac.cluster.faults=60} does it at length. What the processes said is kept in {@code target/cluster}.
 */
class ClusterCrashTest {
    private static final int FAULTS = Integer.getInteger("almanac.cluster.faults", 14);
    private static final long SEED = Long.getLong("almanac.cluster.seed", 1);
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(5);
    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(10);

    /** Three times eight shards have identified by then. */
    private static final Duration ALL_ARE_THERE = Duration.ofSeconds(100);

    /** An odd number, so that guilds fall to all shards in turn: see the stand-in's ids. */
    private static final int CHANNELS = 21;

    private static final long ADMIN = 101_000_000_000_000_001L;

    /** So that it's shown that they are all different moments: none is left out in the short form. */
    private static List<Blow> blows(Random random) {
        List<Blow> blows = new ArrayList<>();
        while (blows.size() < FAULTS) {
            List<Blow> all = new ArrayList<>(List.of(Blow.values()));
            // Restarts are rarer: while the database is away nothing else happens.
            if (blows.size() % 3 != 0) {
                all.remove(Blow.RESTART_DATABASE);
            }
            Collections.shuffle(all, random);
            blows.addAll(all);
        }
        return blows.subList(0, FAULTS);
    }

    @ParameterizedTest(name = "nonces known for {0} minutes")
    @ValueSource(ints = {0, 5})
    void postsOnceOrSaysThatItMissedWhateverHappensToItsProcesses(int minutes) throws Exception {
        Duration nonceWindow = Duration.ofMinutes(minutes);
        Path ground = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "cluster").toAbsolutePath()), minutes + "-minutes-");
        Random random = new Random(SEED);
        long begun = System.nanoTime();
        try (Cluster cluster = new Cluster(ground, nonceWindow, Cluster.SOUND)) {
            List<DailyFile.Place> readable = new ArrayList<>();
            List<DailyFile.Place> closed = new ArrayList<>();
            for (int guild = 0; guild < FAULTS * 8 / 5; guild++) {
                long id = cluster.discord().guilds().add(CHANNELS).guild();
                boolean readsHistory = guild % 4 < 2;
                if (!readsHistory) {
                    cluster.discord().guilds().denyInGuild(id, Permission.READ_MESSAGE_HISTORY);
                }
                (readsHistory ? readable : closed).addAll(cluster.places(id));
            }
            cluster.start();
            Map<String, Long> division = cluster.division();
            System.out.println("[cluster] shards of each process: " + division.values());
            assertTrue(division.size() > 1, division::toString);
            Map<DailyFile.Place, Instant> dues = dues(readable, closed);
            cluster.schedules().setUp(dues, ADMIN);

            List<Blow> blows = blows(random);
            for (Blow blow : blows) {
                Thread.sleep(BETWEEN_FAULTS
                        .dividedBy(2)
                        .plusMillis(random.nextInt((int) BETWEEN_FAULTS.toMillis()))
                        .toMillis());
                System.out.println("[cluster] " + blow + " after "
                        + cluster.discord().messages().count() + " posts");
                blow.strike(cluster, random);
            }
            List<DayEntry> days = cluster.settled(dues.size());

            List<Tally> tallies = List.of(
                    tally(cluster, nonceWindow, true, readable, dues, days),
                    tally(cluster, nonceWindow, false, closed, dues, days));
            tallies.forEach(tally -> System.out.println("[cluster] " + tally.row()));
            System.out.println("[cluster] " + (FAULTS - cluster.unstruck()) + " faults (seed " + SEED + "), "
                    + cluster.takeovers().inWords() + "; "
                    + cluster.discord().gateway().identifies() + " identifies; took "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
            assertEquals(0, cluster.discord().gateway().identifiedTooEarly(), "identifies that were too early");
            assertEquals(
                    List.of(),
                    Stream.concat(
                                    tallies.stream().flatMap(tally -> tally.faults().stream()),
                                    cluster.endedByThemselves().stream())
                            .toList(),
                    () -> "see " + ground);
        }
    }

    /** So that it's known that the above would see it. */
    @Test
    void reportsWhatIsRepeatedWhereEachProcessHasAllShardsAndClaimsWithoutCompareAndSet() throws Exception {
        Path ground = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "cluster").toAbsolutePath()), "broken-");
        try (Cluster cluster = new Cluster(ground, Duration.ZERO, List.of(WithoutCompareAndSet.class.getName()))) {
            List<DailyFile.Place> places = new ArrayList<>();
            for (int guild = 0; guild < Cluster.SHARDS; guild++) {
                places.addAll(
                        cluster.places(cluster.discord().guilds().add(CHANNELS).guild()));
            }
            Instant due = Clock.systemUTC().instant().plus(ALL_ARE_THERE).truncatedTo(ChronoUnit.SECONDS);
            Map<DailyFile.Place, Instant> dues = new LinkedHashMap<>();
            places.forEach(place -> dues.put(place, due));
            cluster.schedules().setUp(dues, ADMIN);
            cluster.start();

            List<DayEntry> days = cluster.settled(dues.size());

            Tally tally = tally(cluster, Duration.ZERO, true, places, dues, days);
            System.out.println("[cluster] without compare and set: " + tally.row());
            assertTrue(tally.duplicates() > 0, tally::row);
            assertTrue(
                    tally.faults().stream().anyMatch(fault -> fault.contains("posted more than once")),
                    tally.faults()::toString);
        }
    }

    /** One after the other, over the time of all faults; both settings alike. */
    private static Map<DailyFile.Place, Instant> dues(List<DailyFile.Place> readable, List<DailyFile.Place> closed) {
        List<DailyFile.Place> all = new ArrayList<>(readable);
        all.addAll(closed);
        Collections.shuffle(all, new Random(SEED));
        Instant first = Clock.systemUTC().instant().plus(BEFORE_THE_FIRST).truncatedTo(ChronoUnit.SECONDS);
        // Longer than the faults take: so something is due at each of them.
        long seconds = BETWEEN_FAULTS.multipliedBy(2L * FAULTS).toSeconds();
        Map<DailyFile.Place, Instant> dues = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            dues.put(all.get(i), first.plusSeconds(i * seconds / all.size()));
        }
        return dues;
    }

    private static Tally tally(
            Cluster cluster,
            Duration nonceWindow,
            boolean readsHistory,
            List<DailyFile.Place> places,
            Map<DailyFile.Place, Instant> dues,
            List<DayEntry> days) {
        Map<Long, Instant> ours = new HashMap<>();
        places.forEach(place -> ours.put(place.channel(), dues.get(place)));
        return Tally.of(nonceWindow, readsHistory, ours, cluster.discord().messages()::posts, days);
    }
}
