package dev.almanac.daily;

import dev.almanac.chat.Reply;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Where posts go. Whatever fails ends its future with a {@link Failure}, never with anything else. */
public interface Postbox {
    /**
     * Sends it; the message's id.
     *
     * @param still asked straight before it leaves, which may be a while later; where the answer is no it fails with {@link
     *     Failure.Kind#NOT_DONE}
     */
    CompletableFuture<Long> send(Post post, BooleanSupplier still);

    /**
     * The message of ours in a channel that bears this marker and was sent between these moments; empty when there is none. Looks at
     * the newest first, and at so many messages at most: where there are more, it fails with {@link Failure.Kind#IN_DOUBT}.
     */
    CompletableFuture<Optional<Long>> find(long guild, long channel, int marker, Instant since, Instant until);

    /**
     * Asks Discord itself whether a channel is there, whatever the bot remembers; done means that it is. Fails with {@link
     * Failure.Kind#CHANNEL_GONE} once it was deleted, with {@link Failure.Kind#NOT_ALLOWED} where the bot may not see it (it may not
     * be in the guild any more), with {@link Failure.Kind#GUILD_GONE} where Discord says that the guild is gone.
     */
    CompletableFuture<Void> ask(long guild, long channel);

    /** Crossposts a message; one that is crossposted already counts as done. */
    CompletableFuture<Void> publish(long guild, long channel, long message);

    /** Tells a user something, in a direct message. */
    CompletableFuture<Void> tell(long user, Reply reply);

    /** Sends a message to a channel of a guild that is no post. */
    CompletableFuture<Void> note(long guild, long channel, Reply reply);

    /** What went wrong with a request. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Kind kind;

        /** What follows from it. */
        public enum Kind {
            /** Not done, for sure: ask again later. */
            NOT_DONE,
            /** It may have been done: find out before asking again. */
            IN_DOUBT,
            /** The bot may not do it. */
            NOT_ALLOWED,
            /** The channel does not exist any more. */
            CHANNEL_GONE,
            /** The guild does not exist any more, or the bot is not in it. */
            GUILD_GONE,
            /** It was done earlier, and what came of it is deleted by now. */
            DONE_AND_DELETED,
            /** Discord will never accept this. */
            REFUSED
        }

        /** @param message what happened, for the log and the admin's list */
        public Failure(Kind kind, String message) {
            super(message);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }
}
