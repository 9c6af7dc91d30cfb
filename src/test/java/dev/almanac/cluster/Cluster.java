package dev.almanac.cluster;

import static org.awaitility.Awaitility.await;

import dev.almanac.crash.Program;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.store.DailyFile;
import dev.almanac.daily.store.DailyServer;
import dev.almanac.daily.store.RestartablePostgresql;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Processes of the program, their database and their Discord. Whatever ends is started again after a while. */
final class Cluster implements AutoCloseable {
    static final int SHARDS = 8;

    private static final int PROCESSES = 3;

    /** For {@code ALMANAC_SHARDS_HERE}: so none has all of them, and two have room for those of the third. */
    private static final int MOST_OF_A_PROCESS = 4;

    /** How many shards may identify in five seconds, whichever process runs them. */
    private static final int CONCURRENCY = 2;

    /** The bot as it is. */
    static final List<String> SOUND = Stream.concat(
                    Program.RUN.stream(), Stream.of("--shards-here", String.valueOf(MOST_OF_A_PROCESS)))
            .toList();

    private static final Duration FROZEN = Duration.ofSeconds(30);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(8);
    private static final Duration LONGEST_WAIT_FOR_A_MESSAGE = Duration.ofSeconds(30);
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final DiscordStandIn discord;
    private final RestartablePostgresql server;
    private final DailyServer schedules;
    private final List<Member> members;
    private final Takeovers takeovers = new Takeovers();
    private final List<String> endedByThemselves = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private final List<Future<?>> arranged = new CopyOnWriteArrayList<>();
    private int unstruck;
    private final AtomicBoolean ending = new AtomicBoolean();

    /**
     * A database that is started, and processes that aren't.
     *
     * @param ground an empty folder
     * @param command what the processes run
     */
    Cluster(Path ground, Duration nonceWindow, List<String> command) throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), SHARDS);
        discord.messages().rememberNoncesFor(nonceWindow);
        discord.gateway().limitIdentifies(CONCURRENCY);
        server = new RestartablePostgresql(Files.createDirectory(ground.resolve("data")));
        server.start();
        schedules = new DailyServer(server.port());
        Path elsewhere = Files.createDirectory(ground.resolve("elsewhere"));
        Program program = new Program(discord, schedules.setting(), nonceWindow, elsewhere, List.of(), command);
        members = IntStream.range(0, PROCESSES)
                .mapToObj(number -> new Member(program, ground.resolve("process-" + number)))
                .toList();
    }

    DiscordStandIn discord() {
        return discord;
    }

    RestartablePostgresql server() {
        return server;
    }

    DailyServer schedules() {
        return schedules;
    }

    Takeovers takeovers() {
        return takeovers;
    }

    /** What processes ended with that nobody had killed. */
    synchronized List<String> endedByThemselves() {
        return List.copyOf(endedByThemselves);
    }

    /** Returns when all shards are connected. */
    void start() {
        members.forEach(Member::start);
        untilAllAreConnected();
        arranged.add(later.scheduleWithFixedDelay(this::watch, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    }

    void untilAllAreConnected() {
        await().atMost(LONGEST_START).until(() -> discord.gateway().connected() >= SHARDS);
    }

    void untilItKnowsItsCommands() {
        await().atMost(LONGEST_START).until(() -> !discord.commands().isEmpty());
    }

    /** How many shards each process has. */
    Map<String, Long> division() {
        return schedules.holders().values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void watch() {
        try {
            members.forEach(this::startAgain);
            takeovers.seen(schedules.holders());
        } catch (RuntimeException away) {
            // The database is; takeovers are seen when it is back.
            takeovers.unseen();
        }
    }

    private synchronized void startAgain(Member member) {
        Optional<Integer> exit = member.exit();
        if (exit.isEmpty() || ending.get() || !member.mayStart(BEFORE_RESTART)) {
            return;
        }
        if (exit.get() != Member.KILLED) {
            endedByThemselves.add(member + " with " + exit.get());
        }
        member.start();
    }

    /** One that runs. */
    Optional<Member> any(RandomGenerator random) {
        List<Member> running = members.stream()
                .filter(member -> member.isRunning() && !member.isFrozen())
                .toList();
        return running.isEmpty() ? Optional.empty() : Optional.of(running.get(random.nextInt(running.size())));
    }

    /** The one that claimed the day of a channel; any other while the database can't say. */
    Optional<Member> owner(long channel, RandomGenerator random) {
        try {
            Optional<String> owner = schedules.owner(channel);
            return members.stream()
                    .filter(member -> owner.isPresent() && member.name().equals(owner))
                    .findFirst();
        } catch (RuntimeException away) {
            return any(random);
        }
    }

    void kill(Member member) {
        Optional<String> name = member.name();
        member.kill();
        name.ifPresent(takeovers::gone);
    }

    /** Stops each of them in turn and starts it again, the next one when it is there; how long each took to stop. */
    List<Duration> restartOneAfterTheOther() {
        return members.stream().map(this::restart).toList();
    }

    /** No other thread starts it meanwhile. */
    private synchronized Duration restart(Member member) {
        Duration stopping = member.stop();
        member.start();
        await().atMost(LONGEST_START)
                .ignoreExceptions()
                .until(() ->
                        member.name().filter(schedules.processes()::contains).isPresent());
        return stopping;
    }

    void freeze(Member member) {
        member.freeze();
        member.name().ifPresent(takeovers::gone);
        arranged.add(later.schedule(member::wake, FROZEN.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Once, with the channel of a message that comes and isn't looked at yet; returns after that, or when none came for a while. */
    void withNextArrival(Consumer<Long> does) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean begun = new AtomicBoolean();
        discord.faults().onArrival(Faults.ANYWHERE, body -> {
            if (!begun.getAndSet(true)) {
                String nonce = body.path("nonce").asText();
                does.accept(Long.parseLong(nonce.substring(0, nonce.indexOf('-')), Character.MAX_RADIX));
                done.countDown();
            }
        });
        came(done, begun);
    }

    /** Once, with the channel of a message that is stored and not answered yet; returns as above. */
    void withNextMessage(Consumer<Long> does) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean begun = new AtomicBoolean();
        discord.faults().afterStoring(Faults.ANYWHERE, post -> {
            if (!begun.getAndSet(true)) {
                does.accept(post.channel());
                done.countDown();
            }
        });
        came(done, begun);
    }

    private void came(CountDownLatch done, AtomicBoolean begun) throws InterruptedException {
        if (!done.await(LONGEST_WAIT_FOR_A_MESSAGE.toMillis(), TimeUnit.MILLISECONDS)) {
            begun.set(true);
            unstruck++;
        }
    }

    /** How many blows waited for a message that didn't come. */
    int unstruck() {
        return unstruck;
    }

    /** Does nothing more to it, and waits until each day of so many channels is settled. */
    List<DayEntry> settled(int number) {
        discord.faults().clear();
        members.forEach(Member::wake);
        List<DayEntry> days = new ArrayList<>();
        await().atMost(LONGEST_SETTLING)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    days.clear();
                    days.addAll(schedules.days());
                    return days.stream().filter(DayEntry::isSettled).count() == number;
                });
        return List.copyOf(days);
    }

    /** Each channel of a guild. */
    List<DailyFile.Place> places(long guild) {
        return discord.guilds().channels(guild).stream()
                .map(channel -> new DailyFile.Place(guild, channel))
                .toList();
    }

    @Override
    public void close() throws IOException {
        ending.set(true);
        arranged.forEach(arrangement -> arrangement.cancel(true));
        later.shutdownNow();
        members.forEach(Member::kill);
        discord.close();
        server.close();
    }
}
