package dev.almanac.daily.engine;

import dev.almanac.daily.DayEntry;
import dev.almanac.daily.DayEntry.State;
import dev.almanac.daily.DayLog;
import dev.almanac.daily.Due;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Sight;
import dev.almanac.daily.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Posts at once, at an admin's wish: today's post if it is not out yet, else one more outside of the promise. */
public final class PostNow {
    private final ScheduleDatabase database;
    private final DailyPosts posts;
    private final Supplier<PostText> text;
    private final Guilds guilds;
    private final Postbox postbox;
    private final Clock clock;
    private final Requests requests;
    private final Executor executor;

    /** @param executor the one thread that the posts run on, too */
    PostNow(
            ScheduleDatabase database,
            DailyPosts posts,
            Supplier<PostText> text,
            Guilds guilds,
            Postbox postbox,
            Clock clock,
            Requests requests,
            Executor executor) {
        this.database = database;
        this.posts = posts;
        this.text = text;
        this.guilds = guilds;
        this.postbox = postbox;
        this.clock = clock;
        this.requests = requests;
        this.executor = executor;
    }

    /** What came of it. */
    public enum Outcome {
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
    public CompletableFuture<Outcome> in(long channel, long extra) {
        return CompletableFuture.completedFuture(channel).thenComposeAsync(known -> now(known, extra), executor);
    }

    private CompletableFuture<Outcome> now(long channel, long extra) {
        ScheduleStore store = database.store();
        requests.catchUp();
        Optional<Schedule> active = posts.active(channel);
        if (active.isEmpty()) {
            return done(Outcome.FAILED);
        }
        Settings settings = active.get().settings();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone().orElseThrow());
        DayLog log = store.log(channel);
        boolean inDoubt = List.of(today, active.get().due().day()).stream()
                .flatMap(day -> log.of(day).stream())
                .anyMatch(DayEntry::isInDoubt);
        if (requests.isUnderWay(channel) || inDoubt) {
            return done(Outcome.IN_DOUBT);
        }
        Optional<DayEntry> entry = log.of(today);
        boolean isOut = entry.filter(known -> known.state() == State.POSTED).isPresent();
        if (extra != 0 && (isOut || entry.filter(DayEntry::mayBeOut).isPresent())) {
            return extra(settings, log, new Due(today, now), extra);
        }
        if (isOut) {
            return done(Outcome.OUT_ALREADY);
        }
        return store.change(
                        channel,
                        known -> known.isActive()
                                ? Optional.of(dueNow(known, store.log(channel), new Due(today, now)))
                                : Optional.empty())
                .map(known -> posts.look(store, known, now))
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApplyAsync(looked -> outcome(store, channel, today), executor);
    }

    /** Today is due now, however it was settled before. An earlier day that was still to come is given up. */
    private static Step dueNow(Schedule schedule, DayLog log, Due today) {
        List<DayEntry> days = new ArrayList<>();
        LocalDate pending = schedule.due().day();
        if (pending.isBefore(today.day())) {
            DayEntry earlier = log.of(pending).orElseGet(() -> DayEntry.begun(schedule.channel(), pending));
            if (!earlier.isSettled()) {
                days.add(earlier.missed("an admin had the next one posted first", today.at()));
            }
        }
        days.add(log.of(today.day())
                .map(DayEntry::reopened)
                .orElseGet(() -> DayEntry.begun(schedule.channel(), today.day())));
        return new Step(schedule.dueNow(today), days);
    }

    private static CompletableFuture<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    private static Outcome outcome(ScheduleStore store, long channel, LocalDate day) {
        boolean active = store.schedule(channel).filter(Schedule::isActive).isPresent();
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

    private CompletableFuture<Outcome> extra(Settings settings, DayLog log, Due today, long interaction) {
        Settings possible = Sight.of(guilds, settings).within(settings);
        // Today's event is among those that the channel had lately, so that another one comes first.
        PostText text = this.text.get();
        return text.of(possible, today, Duration.ZERO, log.eventsBeside(LocalDate.MAX))
                .map(post -> {
                    CompletableFuture<Long> sent =
                            postbox.send(text.extra(post, interaction), database.maySendStill(settings.guild()));
                    return requests.follow(settings.channel(), sent, message -> {}, failure -> {})
                            .thenApply(answered -> sent.isCompletedExceptionally() ? Outcome.FAILED : Outcome.POSTED);
                })
                .orElseGet(() -> done(Outcome.NOTHING_TO_POST));
    }
}
