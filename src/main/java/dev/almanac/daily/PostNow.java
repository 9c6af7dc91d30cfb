package dev.almanac.daily;

import dev.almanac.daily.DayEntry.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Posts at once, at an admin's wish: today's post if it is not out yet, else one more outside of the promise. */
final class PostNow {
    private final DailyDatabase database;
    private final DailyPosts posts;
    private final PostText text;
    private final Postbox postbox;
    private final Clock clock;
    private final Requests requests;
    private final Executor executor;

    /** @param executor the one thread that the posts run on, too */
    PostNow(
            DailyDatabase database,
            DailyPosts posts,
            PostText text,
            Postbox postbox,
            Clock clock,
            Requests requests,
            Executor executor) {
        this.database = database;
        this.posts = posts;
        this.text = text;
        this.postbox = postbox;
        this.clock = clock;
        this.requests = requests;
        this.executor = executor;
    }

    /** What came of it. */
    enum Outcome {
        POSTED,
        /** Today's is out already. */
        OUT_ALREADY,
        /** Today's was given up, and may be out all the same. */
        MAY_BE_OUT,
        /** Nobody knows yet what became of the last attempt. */
        IN_DOUBT,
        /** It did not go out at once, and is tried again. */
        TRYING,
        /** Nothing is known of the day, and the schedule wants no other. */
        NOTHING_TO_POST,
        /** It is not active, or can't be. */
        FAILED
    }

    /**
     * Posts in a channel.
     *
     * @param extra whether to post one more where today's is out, under a nonce of this interaction; 0 for no
     */
    CompletableFuture<Outcome> in(long channel, long extra) {
        return CompletableFuture.completedFuture(channel).thenComposeAsync(known -> now(known, extra), executor);
    }

    private CompletableFuture<Outcome> now(long channel, long extra) {
        DailyStore store = database.store();
        requests.catchUp();
        Optional<Schedule> active =
                store.schedules().of(channel).filter(known -> known.state() == Schedule.State.ACTIVE);
        if (active.isEmpty()) {
            return done(Outcome.FAILED);
        }
        Settings settings = active.get().settings();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        if (requests.isUnderWay(channel)
                || isInDoubt(store, channel, today)
                || isInDoubt(store, channel, active.get().due().day())) {
            return done(Outcome.IN_DOUBT);
        }
        Optional<DayEntry> entry = store.entry(channel, today);
        boolean isOut = entry.filter(known -> known.state() == State.POSTED).isPresent();
        if (extra != 0 && (isOut || entry.filter(DayEntry::mayBeOut).isPresent())) {
            return extra(store, settings, today, now, extra);
        }
        if (isOut) {
            return done(Outcome.OUT_ALREADY);
        }
        store.makeDue(settings, new Due(today, now));
        return store.schedules()
                .of(channel)
                .map(known -> posts.look(store, known, now))
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApplyAsync(looked -> outcome(store, channel, today), executor);
    }

    private static boolean isInDoubt(DailyStore store, long channel, LocalDate day) {
        return store.entry(channel, day).filter(DayEntry::isInDoubt).isPresent();
    }

    private static CompletableFuture<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static Outcome outcome(DailyStore store, long channel, LocalDate day) {
        boolean active = store.schedules()
                .of(channel)
                .filter(known -> known.state() == Schedule.State.ACTIVE)
                .isPresent();
        Optional<DayEntry> entry = store.entry(channel, day);
        if (entry.isEmpty()) {
            return Outcome.FAILED;
        }
        return switch (entry.get().state()) {
            case POSTED -> Outcome.POSTED;
            case EMPTY -> Outcome.NOTHING_TO_POST;
            case MISSED -> entry.get().mayBeOut() ? Outcome.MAY_BE_OUT : Outcome.FAILED;
            case CLAIMED -> active ? Outcome.TRYING : Outcome.FAILED;
        };
    }

    private CompletableFuture<Outcome> extra(
            DailyStore store, Settings settings, LocalDate today, Instant now, long interaction) {
        // Today's event is among those that the channel had lately, so that another one comes first.
        return text.of(
                        settings,
                        new Due(today, now),
                        Duration.ZERO,
                        DailyPosts.lately(store, settings.channel(), LocalDate.MAX))
                .map(post -> postbox.send(text.extra(post, interaction))
                        .handle((message, thrown) -> thrown == null ? Outcome.POSTED : Outcome.FAILED))
                .orElseGet(() -> done(Outcome.NOTHING_TO_POST));
    }
}
