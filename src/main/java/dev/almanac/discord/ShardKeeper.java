package dev.almanac.discord;

import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.ShardLeases;
import dev.almanac.daily.ShardLeases.Seen;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the sessions of this process in step with its leases: takes the shards that are its part, connects what it has, and closes what
 * another process has. One thread looks.
 *
 * <p>While the database is away nothing is taken and nothing closed: whoever asks is answered, by this process or by another one that took
 * over meanwhile, and Discord takes the first answer. Posts need a lease that is counted on.
 */
final class ShardKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ShardKeeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration WHILE_COMING = Duration.ofMillis(250);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final DiscordSettings settings;
    private final Connection connection;
    private final ShardLeases leases;
    private final ShardSessions sessions;
    private final DailyNews news;
    private final DiscordWatch watch;
    private final Registering registering;
    private final Set<Integer> coming = new HashSet<>();
    private @Nullable GatewayAdvice advice;
    private Set<Integer> idle = Set.of();
    private int waiting;
    private int offered;
    private int looks;
    private Duration wait = FIRST_WAIT;
    private String lastProblem = "";
    private boolean told;
    private volatile boolean stopped;

    /** Whoever looks after the commands that Discord knows. */
    interface Registering {
        /** This process has the lease of a shard that is connected. */
        void has(int shard);
    }

    ShardKeeper(
            DiscordSettings settings,
            Connection connection,
            ShardSessions sessions,
            DailyNews news,
            DiscordWatch watch,
            Registering registering) {
        this.settings = settings;
        this.connection = connection;
        this.leases = connection.leases();
        this.sessions = sessions;
        this.news = news;
        this.watch = watch;
        this.registering = registering;
    }

    /**
     * Looks once, and does what is to be done.
     *
     * @return how long to wait before the next look
     * @throws DiscordRefusal when Discord doesn't accept the token
     */
    Duration look() throws DiscordRefusal {
        if (stopped) {
            return BETWEEN_LOOKS;
        }
        try {
            GatewayAdvice known = advice == null ? ask() : advice;
            advice = known;
            sessions.advised(known);
            Duration next = lookOrGoOn(known);
            wait = FIRST_WAIT;
            return next;
        } catch (InvalidTokenException e) {
            throw ClosedForGood.refusedToken();
        } catch (IOException | ErrorResponseException | CompletionException | IllegalStateException away) {
            // Thrown where the network is away or something else answers in Discord's place; anything else is our
            // fault.
            String why = String.valueOf(away.getMessage()).lines().findFirst().orElse("");
            LOG.warn("{} can't be reached ({}). Trying again in {} s", settings, why, wait.toSeconds());
            Duration now = wait;
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            return now;
        }
    }

    private Duration lookOrGoOn(GatewayAdvice known) {
        try {
            Duration next = look(known);
            tell("");
            return next;
        } catch (Away away) {
            tell(String.valueOf(away.getMessage()));
            beginWhatIsMissing();
            return BETWEEN_LOOKS;
        }
    }

    /** Asks nothing of the database. */
    private void beginWhatIsMissing() {
        leases.taken().stream()
                .filter(shard -> connection.session(shard).isEmpty())
                .forEach(this::run);
    }

    private GatewayAdvice ask() throws IOException, DiscordRefusal {
        GatewayAdvice answer = GatewayAdvice.ask(sessions.http(), settings);
        LOG.info(
                "Discord advises {} shards, lets {} identify at once, and the bot {} times more today",
                answer.shards(),
                answer.concurrency(),
                answer.identifiesLeft());
        return answer;
    }

    /** A problem is told when it's met for the second time: the database may only be being opened. */
    private void tell(String problem) {
        if (problem.isEmpty() && told) {
            LOG.info("Shards are taken again");
        }
        if (!problem.isEmpty() && problem.equals(lastProblem) && !told) {
            LOG.warn("No shard is taken for now: {}", problem);
        }
        told = problem.equals(lastProblem) && !problem.isEmpty();
        lastProblem = problem;
    }

    private Duration look(GatewayAdvice known) {
        if (leases.total() == 0) {
            agree(known);
        }
        Seen seen = leases.look();
        if (seen.total() != leases.total()) {
            agree(known);
            return BETWEEN_LOOKS;
        }
        looks++;
        if (!coming.isEmpty()) {
            leases.renew();
        }
        leaveWhatOthersHave(seen);
        take(seen, known);
        come(seen, known);
        leases.taken().forEach(this::run);
        return coming.isEmpty() && seen.offered().isEmpty() ? BETWEEN_LOOKS : WHILE_COMING;
    }

    /** Begins, or begins anew where the number of shards has changed. */
    private void agree(GatewayAdvice known) {
        Sharding sharding = settings.sharding();
        if (leases.total() != 0) {
            LOG.warn("The number of shards has changed from {}; all are connected anew", leases.total());
            connection.sessions().keySet().forEach(this::end);
            leases.taken().forEach(leases::giveBack);
            advice = null;
        }
        int wanted = sharding.isAdvised() ? known.shards() : sharding.total();
        int agreed = leases.agree(wanted);
        if (agreed != wanted && agreed != 0 && sharding.isAdvised()) {
            agreed = leases.agree(agreed);
        }
        if (leases.total() == 0) {
            throw new Away(
                    "other processes still run " + (agreed == 0 ? "under another number" : agreed + " shards")
                            + "; this one begins with " + wanted + " when they have ended.",
                    true);
        }
    }

    private void end(int shard) {
        news.forget(shard);
        coming.remove(shard);
        sessions.end(shard);
    }

    private void leaveWhatOthersHave(Seen seen) {
        Set<Integer> taken = leases.taken();
        for (int shard : connection.sessions().keySet()) {
            boolean stillToBeHad = coming.contains(shard)
                    && (seen.offered().contains(shard)
                            || seen.free().contains(shard)
                            || seen.ended().contains(shard));
            if (!taken.contains(shard) && !stillToBeHad) {
                LOG.info("Another process has shard {}; it's closed here", shard);
                if (coming.contains(shard)) {
                    leases.offers().stayAway(shard);
                }
                end(shard);
            }
        }
    }

    private void take(Seen seen, GatewayAdvice known) {
        tellWhatWaits(seen);
        Set<Integer> left = new HashSet<>(coming);
        left.removeIf(shard -> !seen.free().contains(shard) && !seen.ended().contains(shard));
        left.forEach(this::take);
        share(known).next(seen, leases.taken().size(), looks, waiting).forEach(this::take);
    }

    private void tellWhatWaits(Seen seen) {
        Set<Integer> now = new TreeSet<>(seen.free());
        now.addAll(seen.ended());
        // A process with a database of its own knows of its own shards only.
        now.removeIf(shard -> !leases.isShared() && !settings.sharding().includes(shard));
        waiting = now.equals(idle) && seen.offered().isEmpty() ? waiting + 1 : 0;
        idle = now;
        boolean nobodyHasRoom = waiting > Share.LOOKS_BEFORE_TOO_MANY;
        if (waiting == Share.LOOKS_BEFORE_TOO_MANY + 1 && !now.isEmpty()) {
            LOG.warn("No process has room for shards {}. Raise ALMANAC_SHARDS_HERE, or start another process.", now);
        }
        watch.shardsWait(nobodyHasRoom ? Set.copyOf(now) : Set.of());
    }

    private Share share(GatewayAdvice known) {
        return new Share(
                settings.sharding(), leases.isShared(), 1 + known.concurrency() / (int) SessionTurns.TURN.toSeconds());
    }

    private void take(int shard) {
        if (!leases.taken().contains(shard) && leases.take(shard)) {
            LOG.info("This process has taken shard {} of {}", shard, leases.total());
        }
    }

    /** Connects what closing processes offer, and waits for their leases. */
    private void come(Seen seen, GatewayAdvice known) {
        offered = seen.offered().isEmpty() ? 0 : offered + 1;
        for (int shard : share(known).offered(seen, leases.taken().size() + coming.size(), offered)) {
            if (!leases.taken().contains(shard)
                    && !coming.contains(shard)
                    && leases.offers().come(shard)) {
                LOG.info("Shard {} is offered; it's connected here, too", shard);
                coming.add(shard);
                sessions.begin(shard, leases.total());
            }
        }
        coming.stream()
                .filter(shard -> connection.session(shard).isEmpty())
                .forEach(shard -> sessions.begin(shard, leases.total()));
        coming.stream().filter(connection::isConnected).forEach(leases.offers()::arrived);
    }

    private void run(int shard) {
        if (connection.session(shard).isEmpty()) {
            if (!stopped) {
                sessions.begin(shard, leases.total());
                news.tellWhenAllAreReady();
            }
        } else if (coming.remove(shard)) {
            LOG.info("This process has shard {} now", shard);
            leases.offers().stayAway(shard);
            news.tellWhenAllAreReady();
            registering.has(shard);
        }
    }

    /** Takes and begins nothing any more. */
    void stop() {
        stopped = true;
    }
}
