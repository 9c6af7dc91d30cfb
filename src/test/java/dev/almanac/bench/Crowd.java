package dev.almanac.bench;

import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import java.time.Duration;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People who ask for a year, a day of the year and a random event in turn, so many at once: each asks again as soon as they have
 * their answer. There are so many of them that none has more than a person may have.
 */
final class Crowd implements AutoCloseable {
    private static final int PERSONS = 50_000;
    private static final long FIRST_PERSON = 200_000_000_000_000_000L;
    private static final int CHANNELS = 50;
    private static final int KEPT_BY_THE_STAND_IN = 1_000;
    private static final int WEIGHED = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DiscordStandIn discord;
    private final List<Place> places;
    private final List<Asking> years;
    private final List<Asking> days;
    private final ExecutorService hands = Executors.newSingleThreadExecutor();
    private long asked;

    private record Asking(String command, Map<String, String> options) {}

    /** People of one guild; they ask for years and days that this timeline knows. */
    Crowd(DiscordStandIn discord, Timeline timeline) {
        this.discord = discord;
        Place guild = discord.guilds().add(CHANNELS);
        this.places = discord.guilds().channels(guild.guild()).stream()
                .map(channel -> new Place(Place.Kind.GUILD, guild.guild(), channel, true))
                .toList();
        this.years = timeline.beginnings().stream()
                .map(year -> new Asking("year", Map.of("year", String.valueOf(year))))
                .toList();
        this.days = Stream.iterate(
                        MonthDay.of(1, 1), day -> MonthDay.from(day.atYear(2028).plusDays(1)))
                .limit(366)
                .filter(day -> !timeline.on(day).isEmpty())
                .map(day -> new Asking(
                        "onthisday",
                        Map.of(
                                "month",
                                String.valueOf(day.getMonthValue()),
                                "day",
                                String.valueOf(day.getDayOfMonth()))))
                .toList();
    }

    private Asking next(long number) {
        int turn = (int) (number / 3);
        return switch ((int) (number % 3)) {
            case 0 -> years.get(turn % years.size());
            case 1 -> days.get(turn % days.size());
            default -> new Asking("random", Map.of());
        };
    }

    /**
     * Asks for so long, and returns when everybody has their answer.
     *
     * @throws IllegalStateException when somebody is refused, or gets none within ten seconds
     */
    Round ask(int atOnce, Duration time) throws InterruptedException {
        Running running = new Running(atOnce, System.nanoTime() + time.toNanos());
        long begun = System.nanoTime();
        IntStream.range(0, atOnce).forEach(any -> hands.execute(running::ask));
        if (!running.open.await(time.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("no answer within " + PATIENCE);
        }
        if (running.failure != null) {
            throw new IllegalStateException(running.failure);
        }
        return running.round(System.nanoTime() - begun);
    }

    /** One of them, all on the one thread of {@link #hands}. */
    private final class Running {
        private final CountDownLatch open;
        private final long end;
        private long[] took = new long[1 << 16];
        private int answers;
        private long characters;
        private volatile @Nullable Throwable failure;

        Running(int atOnce, long end) {
            this.open = new CountDownLatch(atOnce);
            this.end = end;
        }

        void ask() {
            if (failure != null || System.nanoTime() > end) {
                open.countDown();
                return;
            }
            long number = asked++;
            Asking asking = next(number);
            CompletableFuture<Answer> unused = discord.slash(
                            places.get((int) (number % places.size())),
                            FIRST_PERSON + number % PERSONS,
                            asking.command(),
                            asking.options())
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .whenCompleteAsync(this::answered, hands);
        }

        private void answered(@Nullable Answer answer, @Nullable Throwable none) {
            if (answer == null || answer.isPrivate()) {
                failure = none != null ? none : new IllegalStateException("refused: " + answer);
            } else {
                if (answers == took.length) {
                    took = Arrays.copyOf(took, 2 * answers);
                }
                took[answers++] = answer.took().toNanos();
                if (answers % WEIGHED == 0) {
                    characters += answer.data().toString().length();
                }
                if (answers % KEPT_BY_THE_STAND_IN == 0) {
                    discord.forgetAnswers();
                }
            }
            ask();
        }

        Round round(long nanos) {
            long[] sorted = Arrays.copyOf(took, answers);
            Arrays.sort(sorted);
            return new Round(
                    answers,
                    (int) (characters / Math.max(1, answers / WEIGHED)),
                    Duration.ofNanos(nanos),
                    Duration.ofNanos(sorted[answers / 2]),
                    Duration.ofNanos(sorted[(int) (answers * 99L / 100)]));
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
