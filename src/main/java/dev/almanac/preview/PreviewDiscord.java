package dev.almanac.preview;

import dev.almanac.chat.Reply;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Post;
import dev.almanac.daily.Postbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A Discord of one made-up guild, in which everything is allowed, for the daily posts of the preview. What is posted stays in
 * memory until the program ends.
 */
public final class PreviewDiscord implements Guilds, Postbox {
    private static final int MOST_POSTS = 100;

    private final PreviewGuild guild = PreviewGuild.madeUp();
    private final List<Post> posts = new ArrayList<>();

    PreviewGuild guild() {
        return guild;
    }

    /** What was posted, oldest first, without as many. */
    synchronized List<Post> posts(int without) {
        return List.copyOf(posts.subList(Math.min(without, posts.size()), posts.size()));
    }

    private boolean is(long id) {
        return guild.id().equals(String.valueOf(id));
    }

    @Override
    public Shards shards() {
        return Shards.ALL;
    }

    @Override
    public Presence presence(long id) {
        return is(id) ? Presence.HERE : Presence.UNKNOWN;
    }

    @Override
    public Optional<Channel> channel(long id, long channel) {
        return guild.channels().stream()
                .filter(known -> is(id) && known.id().equals(String.valueOf(channel)))
                .map(known -> new Channel(known.name(), List.of(), true, known.announcements(), true, Optional.empty()))
                .findFirst();
    }

    @Override
    public Optional<String> otherKind(long id, long channel) {
        return Optional.empty();
    }

    @Override
    public Optional<String> name(long id) {
        return is(id) ? Optional.of(guild.name()) : Optional.empty();
    }

    @Override
    public Locale language(long id) {
        return Locale.US;
    }

    @Override
    public List<Mentionable> mentionable(long id, long channel) {
        return guild.roles().stream()
                .filter(known -> is(id))
                .map(known -> new Mentionable(Long.parseLong(known.id()), known.name()))
                .toList();
    }

    @Override
    public Optional<Boolean> mayMention(long id, long channel, long role) {
        return guild.roles().stream()
                .filter(known -> is(id) && known.id().equals(String.valueOf(role)))
                .map(known -> true)
                .findFirst();
    }

    @Override
    public synchronized CompletableFuture<Long> send(Post post, BooleanSupplier still) {
        if (posts.size() == MOST_POSTS) {
            return CompletableFuture.failedFuture(
                    new Failure(Failure.Kind.REFUSED, "the preview keeps at most " + MOST_POSTS + " posts"));
        }
        posts.add(post);
        return CompletableFuture.completedFuture((long) posts.size());
    }

    @Override
    public synchronized CompletableFuture<Optional<Long>> find(
            long id, long channel, int marker, Instant since, Instant until) {
        for (int i = 0; i < posts.size(); i++) {
            if (posts.get(i).channel() == channel && posts.get(i).marker() == marker) {
                return CompletableFuture.completedFuture(Optional.of(i + 1L));
            }
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Void> ask(long id, long channel) {
        return channel(id, channel).isPresent()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(
                        new Failure(Failure.Kind.CHANNEL_GONE, "the preview has no channel " + channel));
    }

    @Override
    public CompletableFuture<Void> publish(long id, long channel, long message) {
        return CompletableFuture.completedFuture(null);
    }

    /** There is nobody to tell: whoever looks at the page sees it there. */
    @Override
    public CompletableFuture<Void> tell(long user, Reply reply) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> note(long id, long channel, Reply reply) {
        return CompletableFuture.completedFuture(null);
    }
}
