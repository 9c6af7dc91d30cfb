package dev.almanac.daily.engine;

import dev.almanac.chat.Reply;
import dev.almanac.daily.Post;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Postbox.Failure.Kind;
import dev.almanac.standin.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Channels as Discord keeps them: messages with their markers, nonces known for a while. A test says in advance what becomes
 * of the next requests; without a word, each is done and answered at once.
 */
public final class FakePostbox implements Postbox {
    /** A message in a channel. */
    record Message(long id, Post post, Instant at) {}

    /** A direct message. */
    record Told(long user, Reply reply) {}

    /** What becomes of a request. */
    public enum Fate {
        DONE,
        /** Done, and the answer is lost on its way. */
        DONE_IN_DOUBT,
        /** Not done, and the answer is lost on its way. */
        LOST_IN_DOUBT,
        /** Done, but the answer takes until the test lets it go. */
        DONE_SLOWLY,
        /** Under way until the test lets it go, or the process dies: it arrives two seconds later then. */
        ARRIVING_SLOWLY,
        /** Not done, and the answer takes until the test lets it go. */
        NOT_DONE_SLOWLY,
        NOT_DONE,
        NOT_ALLOWED,
        CHANNEL_GONE,
        GUILD_GONE,
        DONE_AND_DELETED,
        REFUSED
    }

    private final HandClock clock;
    private final Duration nonceWindow;
    private final List<Message> messages = new ArrayList<>();
    private final List<Told> noted = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Long> published = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final Queue<Fate> fates = new ArrayDeque<>();
    private final Queue<Runnable> slow = new ArrayDeque<>();
    private final List<Message> underWay = new ArrayList<>();
    private final List<Message> arriving = new ArrayList<>();
    private final Life life;
    private long lastId = 1000;

    /** @param life of the process that asks */
    public FakePostbox(HandClock clock, Duration nonceWindow, Life life) {
        this.clock = clock;
        this.nonceWindow = nonceWindow;
        this.life = life;
    }

    /** The process that asked is dead: nobody hears the answers any more, and what is on its way arrives. */
    public void askerDied() {
        slow.clear();
        underWay.forEach(
                sent -> arriving.add(new Message(0, sent.post(), clock.instant().plusSeconds(2))));
        underWay.clear();
    }

    private void arrive() {
        List<Message> arrived = arriving.stream()
                .filter(message -> !message.at().isAfter(clock.instant()))
                .toList();
        arriving.removeAll(arrived);
        arrived.forEach(message -> keep(message.post(), message.at()));
    }

    /** What becomes of the next requests, in their order. */
    public void next(Fate... next) {
        fates.addAll(List.of(next));
    }

    /** Lets the slow answers arrive. */
    public void answerSlowOnes() {
        for (Runnable answer = slow.poll(); answer != null; answer = slow.poll()) {
            answer.run();
        }
    }

    public List<Message> messages() {
        return messages;
    }

    /** The markers of the posts in a channel, in their order; 0 for one outside of the promise. */
    public List<Integer> markers(long channel) {
        return messages.stream()
                .map(Message::post)
                .filter(post -> post.channel() == channel)
                .map(Post::marker)
                .toList();
    }

    /** What was asked for so far, in words. */
    public List<String> asked() {
        return asked;
    }

    /** When the posts, looks and crosspostings were asked for. */
    public List<Instant> times() {
        return times;
    }

    public List<Told> told() {
        return told;
    }

    public List<Long> published() {
        return published;
    }

    private Fate fate(String what) {
        life.step();
        arrive();
        asked.add(what);
        times.add(clock.instant());
        return Optional.ofNullable(fates.poll()).orElse(Fate.DONE);
    }

    @Override
    public CompletableFuture<Long> send(Post post, BooleanSupplier still) {
        if (!still.getAsBoolean()) {
            return CompletableFuture.failedFuture(failure(Kind.NOT_DONE));
        }
        Fate fate = fate("send " + post.nonce());
        CompletableFuture<Long> answer = switch (fate) {
            case DONE, DONE_IN_DOUBT, DONE_SLOWLY -> answer(fate, keep(post, clock.instant()));
            case ARRIVING_SLOWLY -> arriving(new Message(0, post, clock.instant()));
            default -> answer(fate, 0L);
        };
        life.step();
        return answer;
    }

    private CompletableFuture<Long> arriving(Message message) {
        CompletableFuture<Long> future = new CompletableFuture<>();
        underWay.add(message);
        slow.add(() -> {
            underWay.remove(message);
            future.complete(keep(message.post(), clock.instant()));
        });
        return future;
    }

    private long keep(Post post, Instant now) {
        Optional<Message> same = messages.stream()
                .filter(message -> message.post().channel() == post.channel()
                        && message.post().nonce().equals(post.nonce())
                        && Duration.between(message.at(), now).compareTo(nonceWindow) < 0)
                .findFirst();
        if (same.isPresent()) {
            return same.get().id();
        }
        messages.add(new Message(++lastId, post, now));
        return lastId;
    }

    private <T> CompletableFuture<T> answer(Fate fate, T answer) {
        CompletableFuture<T> future = new CompletableFuture<>();
        switch (fate) {
            case DONE -> future.complete(answer);
            case DONE_IN_DOUBT, LOST_IN_DOUBT -> future.completeExceptionally(failure(Kind.IN_DOUBT));
            case DONE_SLOWLY, ARRIVING_SLOWLY -> slow.add(() -> future.complete(answer));
            case NOT_DONE_SLOWLY -> slow.add(() -> future.completeExceptionally(failure(Kind.NOT_DONE)));
            default -> future.completeExceptionally(failure(Kind.valueOf(fate.name())));
        }
        return future;
    }

    private static Failure failure(Kind kind) {
        return new Failure(kind, "Discord said " + kind);
    }

    @Override
    public CompletableFuture<Optional<Long>> find(long guild, long channel, int marker, Instant since, Instant until) {
        Fate fate = fate("find " + marker);
        Optional<Long> found = messages.stream()
                .filter(message -> message.post().channel() == channel
                        && message.post().marker() == marker
                        && !message.at().isBefore(since)
                        && !message.at().isAfter(until))
                .map(Message::id)
                .findFirst();
        return answer(fate, found);
    }

    @Override
    public CompletableFuture<Void> ask(long guild, long channel) {
        return answer(fate("ask " + channel), true).thenAccept(answered -> {});
    }

    @Override
    public CompletableFuture<Void> publish(long guild, long channel, long message) {
        Fate fate = fate("publish " + message);
        if (fate == Fate.DONE || fate == Fate.DONE_IN_DOUBT) {
            published.add(message);
        }
        return answer(fate, true).thenAccept(answered -> {});
    }

    @Override
    public CompletableFuture<Void> note(long guild, long channel, Reply reply) {
        noted.add(new Told(channel, reply));
        return CompletableFuture.completedFuture(null);
    }

    /** What channels were told, oldest first. */
    public List<Told> noted() {
        return List.copyOf(noted);
    }

    @Override
    public CompletableFuture<Void> tell(long user, Reply reply) {
        Fate fate = fate("tell " + user);
        if (fate == Fate.DONE) {
            told.add(new Told(user, reply));
        }
        return answer(fate, true).thenAccept(answered -> {});
    }
}
