package dev.almanac.daily;

import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The daily posts of one process after the other, over one file, with a clock that a test moves. */
final class DailyRun implements AutoCloseable {
    static final long GUILD = 7;
    static final long CHANNEL = 70;
    static final long ADMIN = 5;
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path file;
    private final Timeline timeline;
    private final DailyRules rules;
    private final HandClock clock;
    private final FakeGuilds guilds = new FakeGuilds();
    private final Life life = new Life();
    private final FakePostbox postbox;
    private final DailyDatabase database;
    private Daily daily;

    DailyRun(Path folder, Timeline timeline, DailyRules rules, Instant now) {
        this.file = folder.resolve("almanac.db");
        this.timeline = timeline;
        this.rules = rules;
        this.clock = new HandClock(now);
        this.postbox = new FakePostbox(clock, rules.nonceWindow(), life);
        this.database = new DailyDatabase(file);
        this.daily = new Daily(database, timeline, guilds, postbox, life.reading(clock), rules, new ByHand());
        database.open();
    }

    /** At nine in Berlin, of all kinds, the nearest anniversary on an empty day. */
    static Settings settings() {
        return at("09:00", BERLIN);
    }

    static Settings at(String time, ZoneId zone) {
        return in(CHANNEL, time, zone);
    }

    static Settings in(long channel, String time, ZoneId zone) {
        return new Settings(
                GUILD, channel, LocalTime.parse(time), zone, EmptyDay.NEAREST, List.of(), true, false, 0, false);
    }

    Schedule set(Settings settings) {
        return schedules().set(settings, ADMIN, clock.instant());
    }

    /** Does all that can be done at this moment. */
    void work() {
        Duration longest = Duration.ofSeconds(1);
        while (daily.turn().compareTo(longest) < 0) {
            // The next turn begins what this one had no room for; the clock stands still.
        }
    }

    /** Lets time pass, and does then what can be done. */
    void pass(Duration time) {
        clock.pass(time);
        work();
    }

    /** Lets time pass until a post is due, or at most so long, and does then what can be done. */
    void passToNext(Duration longest) {
        Instant latest = clock.instant().plus(longest);
        Instant next = nextDue().filter(look -> look.isBefore(latest)).orElse(latest);
        clock.set(next.isAfter(clock.instant()) ? next : clock.instant().plusSeconds(1));
        work();
    }

    void passUntil(String moment) {
        clock.set(Instant.parse(moment));
        work();
    }

    /** The process dies, with all that it had under way, and another one begins. */
    void restart() {
        life.dieAfter(Integer.MAX_VALUE);
        postbox.askerDied();
        daily = new Daily(database, timeline, guilds, postbox, life.reading(clock), rules, new ByHand());
    }

    PostNow.Outcome postNow(long extra) {
        return daily.postNow().in(CHANNEL, extra).join();
    }

    /** What became of the channel's days, latest first: "2026-11-24 POSTED". */
    List<String> days() {
        return days(CHANNEL);
    }

    List<String> days(long channel) {
        return store().days(channel, 1000).stream()
                .map(entry ->
                        entry.day() + " " + entry.state() + (entry.reason().isEmpty() ? "" : ": " + entry.reason()))
                .toList();
    }

    DayEntry day(String day) {
        return store().entry(CHANNEL, LocalDate.parse(day)).orElseThrow();
    }

    /** Whether a day is due that is not settled yet. */
    boolean isAtIt() {
        return schedules().ofGuild(GUILD).stream()
                .anyMatch(known -> !known.due().at().isAfter(clock.instant()));
    }

    private Optional<Instant> nextDue() {
        return schedules().ofGuild(GUILD).stream()
                .map(known -> known.due().at())
                .filter(due -> due.isAfter(clock.instant()))
                .min(Comparator.naturalOrder());
    }

    Schedule schedule() {
        return schedules().of(CHANNEL).orElseThrow();
    }

    DailyStore store() {
        return database.store();
    }

    Schedules schedules() {
        return store().schedules();
    }

    Daily daily() {
        return daily;
    }

    Life life() {
        return life;
    }

    Path file() {
        return file;
    }

    HandClock clock() {
        return clock;
    }

    FakeGuilds guilds() {
        return guilds;
    }

    FakePostbox postbox() {
        return postbox;
    }

    @Override
    public void close() {
        daily.close();
    }
}
