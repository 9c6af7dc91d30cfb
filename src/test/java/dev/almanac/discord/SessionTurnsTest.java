package dev.almanac.discord;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.almanac.daily.IdentifyTurns;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.standin.DiscordStandIn;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTurnsTest {
    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<JDA> givenUp = new CopyOnWriteArrayList<>();
    private final JDA session = mock(JDA.class);
    private final List<JDA.Status> statuses = new CopyOnWriteArrayList<>();
    private final AtomicLong nanoseconds = new AtomicLong();
    private volatile boolean away;
    private final AtomicLong frozenFor = new AtomicLong();
    private final IdentifyTurns shared = new IdentifyTurns() {
        @Override
        public Duration take(int bucket, Duration longest) {
            if (away) {
                nanoseconds.addAndGet(Duration.ofSeconds(16).toNanos());
                throw new Away("gone", true);
            }
            asked.add("take " + bucket + " for " + longest.toMillis());
            nanoseconds.addAndGet(frozenFor.getAndSet(0));
            Duration wait = waits.poll();
            return wait == null ? Duration.ZERO : wait;
        }

        @Override
        public void used(int bucket, Duration length) {
            if (away) {
                throw new Away("gone", true);
            }
            asked.add("used " + bucket + " for " + length.toMillis());
        }
    };
    private final ScheduledExecutorService gateway = Executors.newSingleThreadScheduledExecutor();
    private final SessionTurns turns = new SessionTurns(shared, givenUp::add, nanoseconds::get);

    @AfterEach
    void close() {
        turns.close();
        gateway.shutdownNow();
    }

    private SessionConnectNode node(int shard, boolean reconnect) {
        SessionConnectNode node = mock(SessionConnectNode.class);
        when(node.getJDA()).thenReturn(session);
        when(node.getShardInfo()).thenReturn(new JDA.ShardInfo(shard, 16));
        when(node.isReconnect()).thenReturn(reconnect);
        when(session.getStatus()).thenReturn(JDA.Status.AWAITING_LOGIN_CONFIRMATION);
        return node;
    }

    private void untilAsked(String... all) {
        await().untilAsserted(() -> assertEquals(List.of(all), asked));
    }

    private void untilGivenUp() {
        await().until(() -> givenUp.equals(List.of(session)));
    }

    @Test
    void aSessionIdentifiesWhenTheTurnOfItsBucketHasCome() throws Exception {
        turns.advised(new GatewayAdvice("ws://127.0.0.1:1", 16, 4, 1000));
        waits.add(Duration.ofMillis(30));
        SessionConnectNode node = node(6, false);

        turns.appendSession(node);

        verify(node, timeout(10_000)).run(true);
        untilAsked("take 2 for 15000", "take 2 for 15000", "used 2 for 5500");
        assertEquals(List.of(), givenUp);
    }

    /** JDA would wait in it for up to two minutes, and then try again and again. */
    @Test
    void aSessionThatWasOverIsGivenUpAndJdaNeverConnectsItAnew() throws Exception {
        SessionConnectNode node = node(0, true);

        turns.appendSession(node);

        untilGivenUp();
        verify(node, never()).run(anyBoolean());
        assertEquals(List.of(), asked);
    }

    @Test
    void aSessionThatCannotBeConnectedIsGivenUpAfterOneTry() throws Exception {
        SessionConnectNode node = node(0, false);
        doThrow(new IllegalStateException("refused")).when(node).run(true);

        turns.appendSession(node);

        untilGivenUp();
        verify(node).run(true);
        untilAsked("take 0 for 15000", "used 0 for 5500");
    }

    @Test
    void aSessionThatIsRemovedWhileItWaitsIsNeverConnected() throws Exception {
        turns.advised(new GatewayAdvice("ws://127.0.0.1:1", 16, 16, 1000));
        waits.add(Duration.ofMillis(200));
        SessionConnectNode node = node(0, false);
        turns.appendSession(node);
        await().until(() -> asked.size() == 1);

        turns.removeSession(node);

        waits.add(Duration.ofMillis(400));
        SessionConnectNode other = node(1, false);
        turns.appendSession(other);
        verify(other, timeout(10_000)).run(true);
        untilAsked("take 0 for 15000", "take 1 for 15000", "take 1 for 15000", "used 1 for 5500");
        verify(node, never()).run(anyBoolean());
    }

    /** By now it may be another one's turn. */
    @Test
    void whoeverWasFrozenWhileItAskedAsksAgain() throws Exception {
        frozenFor.set(Duration.ofSeconds(30).toNanos());
        SessionConnectNode node = node(0, false);

        turns.appendSession(node);

        verify(node, timeout(10_000)).run(true);
        untilAsked("take 0 for 15000", "take 0 for 15000", "used 0 for 5500");
    }

    /** Other processes have lost it as well, and would all identify at once. */
    @Test
    void aDatabaseThatIsAwayForAMomentIsWaitedFor() throws Exception {
        away = true;
        SessionConnectNode node = node(0, false);

        turns.appendSession(node);
        await().until(() -> nanoseconds.get() > 0);
        away = false;

        verify(node, timeout(10_000)).run(true);
        untilAsked("take 0 for 15000", "used 0 for 5500");
    }

    @Test
    void whereTheDatabaseStaysAwayAProcessGoesByItsOwnTurns() throws Exception {
        away = true;
        SessionConnectNode node = node(0, false);

        turns.appendSession(node);

        verify(node, timeout(10_000)).run(true);
        assertEquals(Duration.ofSeconds(32).toNanos(), nanoseconds.get());
    }

    /**
     * A session over real JDA.
     *
     * @param connecting how long the process is frozen after it has connected
     */
    private JDA connected(DiscordStandIn discord, Duration connecting) throws Exception {
        DiscordSettings settings =
                new DiscordSettings(DiscordStandIn.TOKEN, discord.apiBase(), Sharding.of(1), false, Optional.empty());
        turns.advised(GatewayAdvice.ask(new OkHttpClient(), settings));
        EventListener freeze = event -> {
            if (event instanceof StatusChangeEvent change) {
                statuses.add(change.getNewStatus());
                if (change.getNewStatus() == JDA.Status.IDENTIFYING_SESSION) {
                    nanoseconds.addAndGet(connecting.toNanos());
                }
            }
        };
        return JDABuilder.createLight(DiscordStandIn.TOKEN, EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(settings.base()))
                .setSessionController(turns)
                .setGatewayPool(gateway, false)
                .setEnableShutdownHook(false)
                .addEventListeners(freeze, turns)
                .build();
    }

    /** By then it may be another one's turn. */
    @Test
    void whoeverWasFrozenWhileItConnectedNeverIdentifies() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            JDA late = connected(discord, Duration.ofSeconds(10));

            // JDA isn't asked: being shut down while it connects, it goes on to other statuses after its last one.
            await().until(() -> statuses.containsAll(List.of(JDA.Status.SHUTDOWN, JDA.Status.DISCONNECTED)));
            assertEquals(0, discord.gateway().identifies());
            await().untilAsserted(() -> assertEquals(List.of(late), givenUp));
        }
    }

    @Test
    void whoeverConnectsInItsTurnIdentifies() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            JDA inTime = connected(discord, Duration.ofSeconds(9));

            inTime.awaitReady();
            assertEquals(1, discord.gateway().identifies());
            assertEquals(List.of(), givenUp);
            inTime.shutdownNow();
        }
    }

    /** The turn is as old as its own, not as the question that the database left without an answer for 16 seconds. */
    @Test
    void whoeverGoesByItsOwnTurnsIdentifiesHoweverLongTheDatabaseTookToFail() throws Exception {
        away = true;
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            JDA alone = connected(discord, Duration.ofSeconds(9));

            await().atMost(Duration.ofSeconds(20)).until(() -> discord.gateway().identifies() == 1);
            assertEquals(List.of(), givenUp);
            alone.shutdownNow();
        }
    }

    /** What it resumes was identified in its turn. */
    @Test
    void whoeverResumesNeedsNoTurn() throws Exception {
        try (DiscordStandIn discord = new DiscordStandIn(Clock.systemUTC(), 1)) {
            JDA resuming = connected(discord, Duration.ofSeconds(9));
            resuming.awaitReady();

            discord.gateway().askToReconnect();

            await().until(() -> discord.gateway().resumes() == 1);
            assertEquals(List.of(), givenUp);
            resuming.shutdownNow();
        }
    }
}
