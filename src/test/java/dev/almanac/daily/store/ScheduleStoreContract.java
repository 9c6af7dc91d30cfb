package dev.almanac.daily.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.Publishing;
import dev.almanac.daily.DayLog;
import dev.almanac.daily.Due;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.Guilds.Shards;
import dev.almanac.daily.Notice;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ScheduleStore.Backlog;
import dev.almanac.daily.ScheduleStore.Crosspost;
import dev.almanac.daily.ScheduleStore.Damaged;
import dev.almanac.daily.ScheduleStore.Found;
import dev.almanac.daily.ScheduleStore.Unreadable;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.Stop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of schedules does, whichever database is behind it. */
interface ScheduleStoreContract {
    Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    Instant DUE = Instant.parse("2026-11-24T08:00:00Z");
    LocalDate DAY = LocalDate.of(2026, 11, 24);
    Shards ALL = Shards.ALL;
    long GUILD = 7;
    long CHANNEL = 70;

    /** An empty one. */
    ScheduleStore store();

    /** Another one on the same database, as another process has it. */
    ScheduleStore another();

    /** Runs a statement beside the store. */
    void sql(String statement);

    private static Settings settings(long guild, long channel, String time) {
        return new Settings(
                guild,
                channel,
                LocalTime.parse(time),
                "Europe/Berlin",
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                0,
                false);
    }

    private static Settings in(Rhythm rhythm) {
        return new Settings(
                GUILD,
                CHANNEL,
                LocalTime.NOON,
                "UTC",
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                0,
                false,
                false,
                rhythm,
                "",
                OptionalInt.empty());
    }

    private static Schedule fresh(Settings settings) {
        return Schedule.setUp(settings, 5, new DayLog(List.of()), NOW);
    }

    private Schedule added(long channel) {
        return added(settings(GUILD, channel, "09:00"));
    }

    private Schedule added(Settings settings) {
        assertTrue(store().add(fresh(settings)));
        return store().schedule(settings.channel()).orElseThrow();
    }

    private List<Long> due(Instant now, Shards shards) {
        return store().due(now, shards, 10).schedules().stream()
                .map(Schedule::channel)
                .toList();
    }

    private static Step claim(Schedule schedule) {
        return Step.of(
                schedule.claimed(DUE.plusSeconds(60)),
                DayEntry.begun(schedule.channel(), DAY).claimed(List.of("a", "b"), "me", DUE));
    }

    @Test
    default void keepsAScheduleAsItIsSet() {
        Settings settings = new Settings(
                        GUILD,
                        CHANNEL,
                        LocalTime.of(18, 5),
                        "Asia/Kathmandu",
                        EmptyDay.RANDOM,
                        List.of("treaty", "space"),
                        false,
                        true,
                        99,
                        true)
                .withPicture(true);
        Schedule set = fresh(settings);

        assertTrue(store().add(set));
        assertEquals(Optional.of(set), store().schedule(CHANNEL));
        assertFalse(store().add(set));
        assertEquals(Optional.empty(), store().schedule(71));
    }

    /** A week may tell more than a row holds. */
    @Test
    default void keepsAsManyEventsOfADayAsFit() {
        List<String> ids =
                IntStream.range(0, 15).mapToObj(i -> "x".repeat(46) + (10 + i)).toList();
        Schedule schedule = added(CHANNEL);
        DayEntry told = DayEntry.begun(CHANNEL, DAY).claimed(ids, "me", DUE);
        assertTrue(store().save(schedule, Step.of(schedule, told)));

        assertEquals(
                ids.subList(0, 6), store().entry(CHANNEL, DAY).orElseThrow().events());
    }

    @Test
    default void anotherDayOfTheWeekThanThereAreIsUnreadable() {
        added(CHANNEL);
        sql("UPDATE schedule SET days = '128'");

        assertEquals(1, store().ofGuild(GUILD).unreadable().size());
    }

    /** Each state, and each thing that is there or not. */
    @Test
    default void keepsWhateverBecomesOfAScheduleAsItWas() {
        Stop stop = new Stop(Stop.Cause.REFUSED, "Discord said no");
        Schedule active = fresh(settings(GUILD, CHANNEL, "09:00"));
        List<Schedule> all = List.of(
                active,
                active.stopped(stop, DUE),
                active.stopped(stop, DUE).goingOn(DUE),
                active.paused(6, DUE),
                active.paused(6, DUE).gone(DUE),
                active.gone(DUE),
                active.gone(DUE).back(),
                active.havingLostItsRole(DUE),
                active.telling(Optional.of(new Notice(Notice.What.MISSED_IN_DOUBT, "24 November: why", DUE))),
                fresh(new Settings(
                        GUILD, CHANNEL, LocalTime.NOON, "EST", EmptyDay.NOTHING, List.of(), true, false, 0, false)),
                fresh(new Settings(
                        GUILD,
                        CHANNEL,
                        LocalTime.NOON,
                        "UTC",
                        EmptyDay.NEAREST,
                        List.of(),
                        true,
                        false,
                        0,
                        false,
                        false,
                        Rhythm.EVERY_DAY,
                        "Доброе утро, *friends* 🎉",
                        OptionalInt.of(0))),
                fresh(in(Rhythm.WEEKDAYS)),
                fresh(in(Rhythm.weekly(DayOfWeek.SUNDAY))));
        Schedule read = added(CHANNEL);
        for (Schedule schedule : all) {
            assertTrue(store().save(read, Step.of(schedule)), schedule.toString());
            read = store().schedule(CHANNEL).orElseThrow();
            assertEquals(version(schedule, read.version()), read);
        }
    }

    private static Schedule version(Schedule schedule, long version) {
        return new Schedule(
                schedule.settings(),
                schedule.setBy(),
                schedule.change(),
                schedule.state(),
                schedule.since(),
                schedule.stop(),
                schedule.goneSince(),
                schedule.due(),
                schedule.tryAt(),
                schedule.notice(),
                version);
    }

    @Test
    default void savesOntoTheVersionThatWasReadAndOntoNoOther() {
        Schedule read = added(CHANNEL);

        assertTrue(store().save(read, claim(read)));
        assertFalse(store().save(read, claim(read)));
        assertFalse(another().save(read, Step.of(read.paused(6, NOW), DayEntry.begun(CHANNEL, DAY.plusDays(1)))));
        assertEquals(
                read.claimed(DUE.plusSeconds(60)).saved(),
                store().schedule(CHANNEL).orElseThrow());
        assertEquals(
                List.of(DayEntry.begun(CHANNEL, DAY).claimed(List.of("a", "b"), "me", DUE)),
                store().log(CHANNEL).days());
    }

    @Test
    default void aScheduleAndItsDaysAreWrittenTogetherOrNotAtAll() {
        Schedule read = added(CHANNEL);
        DayEntry unwritable = new DayEntry(
                CHANNEL,
                LocalDate.of(2026, 11, 25),
                DayEntry.State.POSTED,
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                Instant.EPOCH,
                1,
                DUE,
                Duration.ZERO,
                1,
                List.of(),
                "",
                Publishing.NONE);
        sql("CREATE UNIQUE INDEX one_message ON day_log (message_id)");

        assertThrows(
                ScheduleStore.Away.class,
                () -> store().save(
                                read,
                                new Step(
                                        read.paused(6, NOW),
                                        List.of(
                                                DayEntry.begun(CHANNEL, DAY).posted(1, DUE, Duration.ZERO, false),
                                                unwritable))));
        assertEquals(Optional.of(read), store().schedule(CHANNEL));
        assertEquals(List.of(), store().log(CHANNEL).days());
        sql("DROP INDEX one_message");
    }

    /** Two processes that decide at once. */
    @Test
    default void ofTwoThatClaimTheSameDayOneWins() throws Exception {
        for (long channel = 1; channel <= 50; channel++) {
            Schedule read = added(channel);
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> claimed(store(), read, together));
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> claimed(another(), read, together));

            assertTrue(one.get() ^ other.get(), "round " + channel);
        }
    }

    private static boolean claimed(ScheduleStore store, Schedule read, CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return store.save(read, claim(read));
    }

    /** Two processes that read the same due rows, and claim them all. */
    @Test
    default void ofTwoThatClaimTheSameRowsEachRowIsClaimedOnce() {
        int rows = 40;
        for (long channel = 1; channel <= rows; channel++) {
            added(channel);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<List<Long>> one = CompletableFuture.supplyAsync(() -> claimedOfAll(store(), rows, together));
        CompletableFuture<List<Long>> other =
                CompletableFuture.supplyAsync(() -> claimedOfAll(another(), rows, together));

        assertEquals(
                LongStream.rangeClosed(1, rows).boxed().toList(),
                Stream.concat(one.join().stream(), other.join().stream())
                        .sorted()
                        .toList());
        assertEquals(List.of(), due(DUE, ALL));
    }

    private static List<Long> claimedOfAll(ScheduleStore store, int rows, CyclicBarrier together) {
        List<Schedule> due = store.due(DUE, ALL, rows).schedules();
        return due.stream()
                .filter(read -> claimed(store, read, together))
                .map(Schedule::channel)
                .toList();
    }

    /** Twelve admins change one option each, at the same moment. */
    @Test
    default void changesOfManyAtOnceAreAllThere() {
        added(CHANNEL);
        List<String> categories =
                IntStream.range(0, 12).mapToObj(i -> "category-" + i).toList();
        CyclicBarrier together = new CyclicBarrier(categories.size());
        CompletableFuture.allOf(categories.stream()
                        .map(category -> CompletableFuture.runAsync(
                                () -> {
                                    try {
                                        together.await();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                    another().change(CHANNEL, known -> Optional.of(Step.of(wanting(known, category))));
                                },
                                work -> new Thread(work).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertEquals(
                Set.copyOf(categories),
                Set.copyOf(store().schedule(CHANNEL).orElseThrow().settings().categories()));
    }

    private static Schedule wanting(Schedule known, String category) {
        Settings old = known.settings();
        List<String> more = new ArrayList<>(old.categories());
        more.add(category);
        Settings settings = new Settings(
                old.guild(),
                old.channel(),
                old.time(),
                old.zoneId(),
                old.empty(),
                more,
                old.sensitive(),
                old.silent(),
                old.role(),
                old.publish());
        return known.changed(settings, 6, new DayLog(List.of()), NOW);
    }

    @Test
    default void aChangeThatIsNoneWritesNothing() {
        Schedule read = added(CHANNEL);

        assertEquals(Optional.of(read), store().change(CHANNEL, known -> Optional.empty()));
        assertEquals(Optional.of(read), store().schedule(CHANNEL));
        assertEquals(Optional.empty(), store().change(71, known -> Optional.of(Step.of(known))));
    }

    @Test
    default void findsWhatIsDueForTheShardsOfThisProcess() {
        long guildOfShard1 = (1L << 22) + 5;
        added(settings(guildOfShard1, 71, "08:30"));
        Schedule late = added(CHANNEL);

        assertEquals(List.of(71L, CHANNEL), due(DUE, ALL));
        assertEquals(List.of(71L), due(DUE.minusSeconds(1), ALL));
        assertEquals(List.of(71L), due(DUE, new Shards(2, Set.of(1))));
        assertEquals(List.of(CHANNEL), due(DUE, new Shards(2, Set.of(0))));
        assertEquals(List.of(71L, CHANNEL), due(DUE, new Shards(2, Set.of(0, 1))));
        assertEquals(List.of(), due(DUE, new Shards(2, Set.of())));
        assertTrue(store().save(late, Step.of(late.paused(6, NOW))));
        assertEquals(List.of(71L), due(DUE, ALL));
    }

    @Test
    default void countsWhatWaitsOfAllShardsAndSinceWhen() {
        assertEquals(new Backlog(0, Optional.empty()), store().backlog(DUE));
        Schedule early = added(settings((1L << 22) + 5, 71, "08:30"));
        added(CHANNEL);

        assertEquals(new Backlog(2, Optional.of(early.due().at())), store().backlog(DUE.plusSeconds(3)));
        assertEquals(new Backlog(1, Optional.of(early.due().at())), store().backlog(DUE.minusSeconds(1)));
    }

    @Test
    default void findsWhatWaitsThoughItIsDueAndWhatIsInDoubt() {
        Schedule waiting = added(1);
        Schedule claimed = added(2);
        added(3);
        assertTrue(store().save(waiting, Step.of(waiting.waitingUntil(DUE.plusSeconds(9)))));
        assertTrue(store().save(
                        claimed,
                        Step.of(claimed.waitingUntil(DUE), claim(claimed).days().get(0))));

        assertEquals(
                List.of(1L, 2L),
                store().waiting(0, ALL, 9).schedules().stream()
                        .map(Schedule::channel)
                        .toList());
        assertEquals(1, store().waiting(0, ALL, 1).size());
        assertEquals(
                List.of(2L),
                store().waiting(1, ALL, 9).schedules().stream()
                        .map(Schedule::channel)
                        .toList());
    }

    @Test
    default void aRowThatCanNotBeReadIsNamedAndHoldsNobodyUp() {
        added(1);
        added(2);
        sql("UPDATE schedule SET post_time = '25:00' WHERE channel_id = 1");

        Found found = store().due(DUE, ALL, 9);
        assertEquals(
                List.of(2L), found.schedules().stream().map(Schedule::channel).toList());
        assertEquals(
                List.of(
                        new Unreadable(
                                1,
                                GUILD,
                                "its row in schedule can't be read: java.time.format.DateTimeParseException:"
                                        + " Text '25:00' could not be parsed: Invalid value for HourOfDay (valid values 0 - 23): 25")),
                found.unreadable());
        assertEquals(5, store().setAside(found.unreadable().get(0), DUE));
        assertEquals(List.of(2L), due(DUE, ALL));
        assertEquals(1, store().ofGuild(GUILD).unreadable().size());
        store().removeUnreadable(GUILD, 1);
        assertEquals(1, store().ofGuild(GUILD).size());
    }

    @Test
    default void aDayThatCanNotBeReadIsNotTakenForOneThatWasNeverSent() {
        Schedule read = added(CHANNEL);
        assertTrue(store().save(read, claim(read)));
        sql("UPDATE day_log SET state = 'SENT' WHERE channel_id = " + CHANNEL);

        assertEquals(
                CHANNEL,
                assertThrows(Damaged.class, () -> store().log(CHANNEL)).row().channel());
    }

    @Test
    default void removingKeepsTheLog() {
        Schedule read = added(CHANNEL);
        DayEntry missed = DayEntry.begun(CHANNEL, DAY).missed("removed", DUE);

        assertTrue(store().remove(read, List.of(missed)));
        assertFalse(store().remove(read, List.of()));
        assertEquals(Optional.empty(), store().schedule(CHANNEL));
        assertEquals(List.of(missed), store().log(CHANNEL).days());
        DayEntry posted = missed.posted(1, DUE, Duration.ofSeconds(2), false);
        assertTrue(store().save(posted));
        assertEquals(List.of(posted), store().log(CHANNEL).days());
        assertFalse(store().save(DayEntry.begun(CHANNEL, DAY.plusDays(1))));
    }

    @Test
    default void longWordsAreCutToTheirColumnAndNeverInsideACharacter() {
        Schedule read = added(CHANNEL);
        String reason = "x".repeat(298) + "🌍🌍";
        assertTrue(store().save(read, Step.of(read.stopped(new Stop(Stop.Cause.REFUSED, reason), NOW))));

        assertEquals(
                Optional.of("x".repeat(298) + "…"),
                store().schedule(CHANNEL).orElseThrow().stop().map(Stop::reason));
    }

    @Test
    default void readsOneDayOfALog() {
        Schedule read = added(CHANNEL);
        DayEntry claim = claim(read).days().get(0);
        assertTrue(store().save(read, claim(read)));

        assertEquals(Optional.of(claim), store().entry(CHANNEL, claim.day()));
        assertEquals(Optional.empty(), store().entry(CHANNEL, claim.day().plusDays(1)));
        assertEquals(Optional.empty(), store().entry(CHANNEL + 1, claim.day()));
    }

    @Test
    default void whatWaitsForAZoneIsNeitherDueNorWaitedForNorAZone() {
        Settings unclear =
                new Settings(GUILD, CHANNEL, LocalTime.NOON, "est", EmptyDay.NEAREST, List.of(), true, false, 0, false);
        Schedule waiting = Schedule.setUp(unclear, 5, new DayLog(List.of()), NOW);
        assertTrue(store().add(waiting));

        Instant muchLater = NOW.plus(Duration.ofDays(1000));
        assertEquals(Optional.of(waiting), store().schedule(CHANNEL));
        assertEquals(List.of(), store().due(muchLater, ALL, 9).schedules());
        assertEquals(List.of(), store().waiting(Long.MIN_VALUE, ALL, 9).schedules());
        assertEquals(List.of(), store().toTell(muchLater, ALL, 9));
        assertEquals(Map.of(GUILD, Optional.empty()), zones());

        Schedule chosen =
                waiting.changed(unclear.withZone(ZoneId.of("America/New_York")), 5, new DayLog(List.of()), muchLater);
        assertTrue(store().save(waiting, Step.of(chosen)));
        assertEquals(List.of(), store().due(muchLater, ALL, 9).schedules());
        assertEquals(Map.of(GUILD, Optional.of(ZoneId.of("America/New_York"))), zones());
    }

    @Test
    default void wordsThatAreNoZoneDontHideTheOneThatWasSetBefore() {
        added(1);
        Settings unclear =
                new Settings(GUILD, CHANNEL, LocalTime.NOON, "est", EmptyDay.NEAREST, List.of(), true, false, 0, false);
        assertTrue(store().add(Schedule.setUp(unclear, 5, new DayLog(List.of()), NOW.plusSeconds(1))));

        assertEquals(Map.of(GUILD, store().schedule(1).orElseThrow().settings().zone()), zones());
    }

    @Test
    default void knowsTheZoneThatWasSetLastInEachGuild() {
        Settings tokyo = new Settings(
                GUILD, 1, LocalTime.NOON, "Asia/Tokyo", EmptyDay.NEAREST, List.of(), true, false, 0, false);
        assertTrue(store().add(Schedule.setUp(tokyo, 5, new DayLog(List.of()), NOW.plusSeconds(1))));
        added(2);

        assertEquals(Map.of(GUILD, Optional.of(ZoneId.of("Asia/Tokyo"))), zones());
    }

    private Map<Long, Optional<ZoneId>> zones() {
        return store().zones(Long.MIN_VALUE, ALL, 9);
    }

    @Test
    default void readsTheZonesOfSomeGuildsAtATimeAndNeverHalfOfOne() {
        added(settings(1L << 22, 10, "09:00"));
        added(settings(2L << 22, 20, "09:00"));
        added(settings(2L << 22, 21, "09:00"));
        added(settings(3L << 22, 30, "09:00"));
        added(settings(4L << 22, 40, "09:00"));

        assertEquals(List.of(1L << 22, 2L << 22), guilds(Long.MIN_VALUE, ALL, 2));
        assertEquals(List.of(3L << 22, 4L << 22), guilds(2L << 22, ALL, 2));
        assertEquals(List.of(), guilds(4L << 22, ALL, 2));
        assertEquals(List.of(2L << 22, 4L << 22), guilds(Long.MIN_VALUE, new Shards(2, Set.of(0)), 9));
    }

    private List<Long> guilds(long after, Shards shards, int most) {
        return List.copyOf(store().zones(after, shards, most).keySet());
    }

    @Test
    default void tellsWhatIsToBeToldByNow() {
        Schedule read = added(CHANNEL);
        Stop stop = new Stop(Stop.Cause.LACKS_PERMISSIONS, "why");
        assertTrue(store().save(read, Step.of(read.stopped(stop, DUE))));

        assertEquals(List.of(), store().toTell(DUE.minusMillis(1), ALL, 9));
        assertEquals(List.of(store().schedule(CHANNEL).orElseThrow()), store().toTell(DUE, ALL, 9));
        assertEquals(List.of(), store().toTell(DUE, new Shards(2, Set.of(1)), 9));
    }

    @Test
    default void findsGuildsThatAreGone() {
        Schedule read = added(CHANNEL);
        assertTrue(store().save(read, Step.of(read.gone(NOW))));

        assertEquals(List.of(GUILD), store().goneSince(NOW.plusMillis(1)));
        assertEquals(List.of(), store().goneSince(NOW));
    }

    @Test
    default void aCrosspostIsMarkedByWhoeverReadIt() {
        Schedule read = added(CHANNEL);
        DayEntry posted = DayEntry.begun(CHANNEL, DAY).posted(1001, DUE, Duration.ZERO, true);
        assertTrue(store().save(read, Step.of(read.settled(DAY), posted)));
        List<Crosspost> found = store().unpublished(DUE, ALL, 9);
        Instant again = DUE.plusSeconds(60);

        assertEquals(List.of(new Crosspost(GUILD, posted, DUE)), found);
        assertTrue(store().published(found.get(0), Publishing.PENDING, Optional.of(again)));
        assertFalse(store().published(found.get(0), Publishing.DONE, Optional.empty()));
        assertEquals(List.of(), store().unpublished(DUE, ALL, 9));
        assertTrue(store().published(new Crosspost(GUILD, posted, again), Publishing.DONE, Optional.empty()));
        assertEquals(Publishing.DONE, store().log(CHANNEL).days().get(0).publishing());
    }

    @Test
    default void deletesAllOfAChannelAndAllOfAGuild() {
        Schedule one = added(1);
        Schedule two = added(2);
        assertTrue(store().save(one, claim(one)));
        assertTrue(store().save(two, claim(two)));

        store().deleteChannel(GUILD, 1);
        assertEquals(List.of(), store().log(1).days());
        assertEquals(1, store().ofGuild(GUILD).size());
        store().deleteGuild(GUILD);
        assertEquals(List.of(), store().log(2).days());
        assertEquals(0, store().ofGuild(GUILD).size());
    }

    @Test
    default void keepsTheLogChannelOfAGuildAsLongAsItHasASchedule() {
        Schedule schedule = added(CHANNEL);
        added(settings(GUILD, CHANNEL + 1, "09:00"));
        added(settings(8, 80, "09:00"));
        store().logTo(GUILD, Optional.of(1L));
        store().logTo(8, Optional.of(2L));
        store().logTo(GUILD, Optional.of(3L));
        assertEquals(Optional.of(3L), another().logChannel(GUILD));

        store().logTo(8, Optional.empty());
        assertEquals(Optional.empty(), store().logChannel(8));
        store().remove(schedule, List.of());
        assertEquals(Optional.of(3L), store().logChannel(GUILD));
        store().deleteChannel(GUILD, CHANNEL + 1);
        assertEquals(Optional.empty(), store().logChannel(GUILD));
    }

    @Test
    default void aLogChannelThatIsDeletedIsForgottenAndAChannelOfItsIdThatCanNotBeReadLeavesIt() {
        added(CHANNEL);
        added(settings(GUILD, CHANNEL + 1, "09:00"));
        store().logTo(GUILD, Optional.of(CHANNEL));
        store().removeUnreadable(GUILD, CHANNEL);
        assertEquals(Optional.of(CHANNEL), store().logChannel(GUILD));
        store().deleteChannel(GUILD, CHANNEL);
        assertEquals(Optional.empty(), store().logChannel(GUILD));
    }

    @Test
    default void forgetsTheDaysBeforeOne() {
        Schedule read = added(CHANNEL);
        assertTrue(store().save(
                        read, Step.of(read, DayEntry.begun(CHANNEL, DAY), DayEntry.begun(CHANNEL, DAY.minusDays(1)))));

        assertEquals(0, store().prune(DAY.minusDays(1), 9));
        assertEquals(1, store().prune(DAY, 9));
        assertEquals(List.of(DayEntry.begun(CHANNEL, DAY)), store().log(CHANNEL).days());
    }

    @Test
    default void forgetsNoMoreDaysAtOnceThanItIsAskedTo() {
        Schedule read = added(CHANNEL);
        assertTrue(store().save(
                        read, Step.of(read, DayEntry.begun(CHANNEL, DAY), DayEntry.begun(CHANNEL, DAY.minusDays(1)))));

        assertEquals(1, store().prune(DAY.plusDays(1), 1));
        assertEquals(1, store().prune(DAY.plusDays(1), 2));
        assertEquals(List.of(), store().log(CHANNEL).days());
    }

    @Test
    default void theNextDayIsPlannedByTheSettingsAsTheyAreNow() {
        Schedule read = added(CHANNEL);
        assertTrue(store().save(read, claim(read)));
        store().change(
                        CHANNEL,
                        known -> Optional.of(Step.of(
                                known.changed(settings(GUILD, CHANNEL, "21:00"), 6, store().log(CHANNEL), DUE))));
        Schedule settled = store().change(CHANNEL, known -> Optional.of(Step.of(known.settled(DAY))))
                .orElseThrow();

        assertEquals(new Due(DAY.plusDays(1), Instant.parse("2026-11-25T20:00:00Z")), settled.due());
    }
}
