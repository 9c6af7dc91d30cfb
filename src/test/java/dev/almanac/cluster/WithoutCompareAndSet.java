package dev.almanac.cluster;

import dev.almanac.Assembly;
import dev.almanac.Bot;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.DayEntry;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.ShardLeases;
import dev.almanac.daily.Step;
import dev.almanac.daily.store.PostgresqlAddress;
import dev.almanac.daily.store.PostgresqlDatabase;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.Sharding;
import dev.almanac.timeline.file.TimelineFile;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The bot without what keeps its processes apart: each has all shards, whoever else has them, and saves a schedule a moment after it was read,
 * whatever became of it since.
 */
final class WithoutCompareAndSet {
    private static final Duration BETWEEN_READ_AND_SAVE = Duration.ofMillis(50);

    private WithoutCompareAndSet() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        PostgresqlDatabase real = new PostgresqlDatabase(
                PostgresqlAddress.of(setting(environment, "ALMANAC_DATABASE")).orElseThrow());
        // The leases of a process that shares its database with none: it's never opened.
        ShardLeases all = new SqliteDatabase(Path.of("never.db")).shards();
        ScheduleDatabase database = with(
                ScheduleDatabase.class,
                real,
                Map.of(
                        "shards", nothing -> all,
                        "store", nothing -> savingAnyway(real.store()),
                        "maySend", guild -> true,
                        "maySendStill", guild -> (BooleanSupplier) () -> true));
        Bot bot = new Assembly(
                        new TimelineFile(Path.of(System.getProperty("almanac.home"), "events.json"))
                                .read()
                                .timeline()
                                .orElseThrow(),
                        Clock.systemUTC(),
                        new Random(),
                        "test")
                .bot(
                        new DiscordSettings(
                                setting(environment, "DISCORD_TOKEN"),
                                URI.create(setting(environment, "DISCORD_API_URL")),
                                Sharding.of(Cluster.SHARDS),
                                false,
                                Optional.empty()),
                        DailyRules.DEFAULT,
                        database,
                        new Connection(all));
        bot.run();
    }

    private static String setting(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    private static ScheduleStore savingAnyway(ScheduleStore real) {
        return with(ScheduleStore.class, real, Map.of("save", arguments -> {
            if (arguments.length == 1) {
                return real.save((DayEntry) arguments[0]);
            }
            // So that others read it meanwhile, however fast the machine is.
            LockSupport.parkNanos(BETWEEN_READ_AND_SAVE.toNanos());
            Schedule read = (Schedule) arguments[0];
            Step changed = (Step) arguments[1];
            return real.save(real.schedule(read.channel()).orElse(read), changed);
        }));
    }

    /** What {@code real} does, but for methods of these names. */
    private static <T> T with(Class<T> type, T real, Map<String, Function<Object[], Object>> instead) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Function<Object[], Object> other = instead.get(method.getName());
                    if (other != null) {
                        return other.apply(arguments);
                    }
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
