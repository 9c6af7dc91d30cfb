package dev.almanac.daily.engine;

import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.picture.Pictures;
import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Timeline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The daily posts of one process after the other, over one file, with a clock that a test moves. */
public final class DailyRun implements AutoCloseable {
    public static final long GUILD = 7;
    public static final long CHANNEL = 70;
    public static final long ADMIN = 5;
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path file;
    private final Timeline timeline;
    private final DailyRules rules;
    private final HandClock clock;
    private final FakeGuilds guilds = new FakeGuilds();
    private final Life life = new Life();
    private final FakeWatch watch = new FakeWatch();
    private final FakePostbox postbox;
    private final SharedDatabase database;
    private Daily daily;

    public DailyRun(Path folder, Timeline timeline, DailyRules rules, Instant now) {
        this.file = folder.resolve("almanac.db");
        this.timeline = timeline;
        this.rules = rules;
        this.clock = new HandClock(now);
        this.postbox = new FakePostbox(clock, rules.nonceWindow(), life);
        this.database = new SharedDatabase(new SqliteDatabase(file));
        this.daily = new Daily(
                database,
                () -> new PostText(timeline, new Pictures(timeline)),
                guilds,
                postbox,
                life.reading(clock),
                rules,
                watch,
                new ByHand());
        database.open();
    }

    /** At nine in Berlin, of all kinds, the nearest anniversary on an empty day. */
    public static Settings settings() {
        return at("09:00", BERLIN);
    }

    public static Settings at(String time, ZoneId zone) {
        return in(CHANNEL, time, zone);
    }

    public static Settings in(long channel, String time, ZoneId zone) {
        return new Settings(
                GUILD,
                channel,
                LocalTime.parse(time),
                zone.getId(),
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                0,
                false);
    }

    /** At nine in Berlin, in this rhythm. */
    public static Settings in(Rhythm rhythm) {
        return new Settings(
                GUILD,
                CHANNEL,
                LocalTime.of(9, 0),
                BERLIN.getId(),
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

    static Settings mentioning(long role) {
        return new Settings(
                GUILD,
                CHANNEL,
                LocalTime.of(9, 0),
                BERLIN.getId(),
                EmptyDay.NEAREST,
                List.of(),
                true,
                false,
                role,
                false);
    }

    static Settings waitingFor(String zone) {
        return new Settings(
                GUILD, CHANNEL, LocalTime.of(9, 0), zone, EmptyDay.NEAREST, List.of(), true, false, 0, false);
    }

    /** Runs a statement beside the program. */
    public void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute(statement);
        }
    }

    public Schedule set(Settings settings) {
        return admin().set(settings, clock.instant());
    }

    FakeWatch watch() {
        return watch;
    }

    /** Does all that can be done at this moment. */
    public void work() {
        Duration longest = Duration.ofSeconds(1);
        while (daily.turn().compareTo(longest) < 0) {
            // The next turn begins what this one had no room for; the clock stands still.
        }
    }

    /** Lets time pass, and does then what can be done. */
    public void pass(Duration time) {
        clock.pass(time);
        work();
    }

    /** Lets time pass until a post is due, or at most so long, and does then what can be done. */
    public void passToNext(Duration longest) {
        Instant latest = clock.instant().plus(longest);
        Instant next = nextDue().filter(look -> look.isBefore(latest)).orElse(latest);
        clock.set(next.isAfter(clock.instant()) ? next : clock.instant().plusSeconds(1));
        work();
    }

    public void passUntil(String moment) {
        clock.set(Instant.parse(moment));
        work();
    }

    /** The process dies, with all that it had under way, and another one begins. */
    public void restart() {
        life.dieAfter(Integer.MAX_VALUE);
        postbox.askerDied();
        daily = new Daily(
                database,
                () -> new PostText(timeline, new Pictures(timeline)),
                guilds,
                postbox,
                life.reading(clock),
                rules,
                watch,
                new ByHand());
    }

    public PostNow.Outcome postNow(long extra) {
        return daily.postNow().in(CHANNEL, extra).join();
    }

    /** What became of the channel's days, latest first: "2026-11-24 POSTED". */
    public List<String> days() {
        return days(CHANNEL);
    }

    public List<String> days(long channel) {
        return store().log(channel).days().stream()
                .map(entry ->
                        entry.day() + " " + entry.state() + (entry.reason().isEmpty() ? "" : ": " + entry.reason()))
                .toList();
    }

    public DayEntry day(String day) {
        return store().log(CHANNEL).of(LocalDate.parse(day)).orElseThrow();
    }

    /** Whether a day is due that is not settled yet. */
    boolean isAtIt() {
        return store().ofGuild(GUILD).schedules().stream()
                .anyMatch(known -> !known.due().at().isAfter(clock.instant()));
    }

    private Optional<Instant> nextDue() {
        return store().ofGuild(GUILD).schedules().stream()
                .map(known -> known.due().at())
                .filter(due -> due.isAfter(clock.instant()))
                .min(Comparator.naturalOrder());
    }

    public Schedule schedule() {
        return store().schedule(CHANNEL).orElseThrow();
    }

    public ScheduleStore store() {
        return database.store();
    }

    public SharedDatabase database() {
        return database;
    }

    public Admin admin() {
        return new Admin(store(), ADMIN);
    }

    public Daily daily() {
        return daily;
    }

    public Life life() {
        return life;
    }

    public Path file() {
        return file;
    }

    public HandClock clock() {
        return clock;
    }

    public FakeGuilds guilds() {
        return guilds;
    }

    public FakePostbox postbox() {
        return postbox;
    }

    @Override
    public void close() {
        daily.close();
    }
}
