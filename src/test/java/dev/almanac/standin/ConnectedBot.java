package dev.almanac.standin;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;

/** A bot that does nothing by itself, over real JDA. */
final class ConnectedBot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JDA jda;
    private final Queue<GenericEvent> events = new ConcurrentLinkedQueue<>();

    /** Connects and waits until it is ready. */
    ConnectedBot(DiscordStandIn discord, EventListener... listeners) {
        jda = JDABuilder.createLight(DiscordStandIn.TOKEN, EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiBase() + "/"))
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return discord.gateway().url();
                    }
                })
                // Else JDA ignores what a channel denies to one person.
                .enableCache(CacheFlag.MEMBER_OVERRIDES)
                .setEnableShutdownHook(false)
                .addEventListeners((EventListener) events::add)
                .addEventListeners((Object[]) listeners)
                .build();
        try {
            jda.awaitReady();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JDA jda() {
        return jda;
    }

    /** Waits for an event of this kind, taking those before it away. */
    <T extends GenericEvent> T next(Class<T> kind) {
        until(() -> {
            while (!events.isEmpty() && !kind.isInstance(events.peek())) {
                events.remove();
            }
            return !events.isEmpty();
        });
        return kind.cast(events.remove());
    }

    static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        jda.shutdownNow();
        try {
            if (!jda.awaitShutdown(PATIENCE)) {
                throw new IllegalStateException("it does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
