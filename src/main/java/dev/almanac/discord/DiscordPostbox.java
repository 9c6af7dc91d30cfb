package dev.almanac.discord;

import dev.almanac.chat.Reply;
import dev.almanac.daily.Post;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Postbox.Failure.Kind;
import dev.almanac.discord.message.ReplyMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;

/** Sends posts through JDA, and tells what Discord answered in the terms of the promise. */
public final class DiscordPostbox implements Postbox {
    private static final int LONGEST_REQUEST_SECONDS = 45;
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final Connection connection;
    private final DiscordGuilds guilds;

    public DiscordPostbox(Connection connection, DiscordGuilds guilds) {
        this.connection = connection;
        this.guilds = guilds;
    }

    @Override
    public CompletableFuture<Long> send(Post post, BooleanSupplier still) {
        return asked(() -> channel(post.guild(), post.channel())
                        .sendMessage(setting().of(post))
                        .setNonce(post.nonce())
                        .setSuppressedNotifications(post.silent())
                        .addCheck(still))
                .thenApply(ISnowflake::getIdLong);
    }

    @Override
    public CompletableFuture<Optional<Long>> find(long guild, long channel, int marker, Instant since, Instant until) {
        return find(guild, channel, marker, TimeUtil.getDiscordTimestamp(until.toEpochMilli() + 1), since, 1);
    }

    private CompletableFuture<Optional<Long>> find(
            long guild, long channel, int marker, long before, Instant since, int page) {
        return asked(() -> channel(guild, channel).getHistoryBefore(before, PAGE))
                .thenCompose(history -> {
                    List<Message> messages = history.getRetrievedHistory();
                    List<Message> inTime = messages.stream()
                            .filter(message ->
                                    !message.getTimeCreated().toInstant().isBefore(since))
                            .toList();
                    Optional<Long> found = inTime.stream()
                            .filter(message -> isMarked(message, marker))
                            .map(ISnowflake::getIdLong)
                            .findFirst();
                    if (found.isPresent() || messages.size() < PAGE || inTime.size() < messages.size()) {
                        return CompletableFuture.completedFuture(found);
                    }
                    if (page == MOST_PAGES) {
                        throw new Failure(
                                Kind.IN_DOUBT,
                                "the channel has had more than " + PAGE * MOST_PAGES
                                        + " messages in that time, and the newest of them are others");
                    }
                    long oldest = inTime.get(inTime.size() - 1).getIdLong();
                    return find(guild, channel, marker, oldest, since, page + 1);
                });
    }

    private static boolean isMarked(Message message, int marker) {
        return message.getAuthor().getIdLong() == message.getJDA().getSelfUser().getIdLong()
                && message.getComponents().stream().anyMatch(component -> component.getUniqueId() == marker);
    }

    @Override
    public CompletableFuture<Void> ask(long guild, long channel) {
        // JDA offers this request only for channels that it knows already.
        return asked(() ->
                new RestActionImpl<Void>(session(guild), Route.Channels.GET_CHANNEL.compile(String.valueOf(channel))));
    }

    @Override
    public CompletableFuture<Void> publish(long guild, long channel, long message) {
        return asked(() -> {
                    if (channel(guild, channel) instanceof NewsChannel news) {
                        return news.crosspostMessageById(message)
                                .map(done -> true)
                                .onErrorMap(ErrorResponse.ALREADY_CROSSPOSTED::test, before -> true);
                    }
                    throw new Failure(Kind.REFUSED, "it isn't an announcement channel");
                })
                .thenApply(done -> null);
    }

    @Override
    public CompletableFuture<Void> tell(long user, Reply reply) {
        return asked(() -> anySession()
                        .openPrivateChannelById(user)
                        .flatMap(direct -> direct.sendMessage(setting().of(reply))))
                .thenApply(sent -> null);
    }

    @Override
    public CompletableFuture<Void> note(long guild, long channel, Reply reply) {
        return asked(() -> channel(guild, channel).sendMessage(setting().of(reply)))
                .thenApply(sent -> null);
    }

    private ReplyMessage setting() {
        return connection.replyMessage().orElseThrow(DiscordPostbox::notConnected);
    }

    /** The session of a guild's shard. */
    private JDA session(long guild) {
        return connection.session(guilds.shards().of(guild)).orElseThrow(DiscordPostbox::notConnected);
    }

    /** Direct messages go out on any. */
    private JDA anySession() {
        return connection.sessions().values().stream().findAny().orElseThrow(DiscordPostbox::notConnected);
    }

    private static Failure notConnected() {
        return new Failure(Kind.NOT_DONE, "not connected to Discord");
    }

    private GuildMessageChannel channel(long guild, long channel) {
        return guilds.messageChannel(guild, channel)
                .orElseThrow(() -> new Failure(Kind.NOT_DONE, "the bot doesn't see the channel"));
    }

    /** Something that makes a request; making it may fail before anything is sent. */
    private interface Asking<T> {
        RestAction<T> request();
    }

    private static <T> CompletableFuture<T> asked(Asking<T> asking) {
        try {
            return asking.request()
                    .timeout(LONGEST_REQUEST_SECONDS, TimeUnit.SECONDS)
                    .submit()
                    .handle((answer, thrown) -> {
                        if (thrown != null) {
                            throw failure(thrown);
                        }
                        return answer;
                    });
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(
                    thrown instanceof Failure || thrown instanceof InsufficientPermissionException
                            ? failure(thrown)
                            : new Failure(Kind.NOT_DONE, thrown.toString()));
        }
    }

    /** What Discord's answer means for a post. */
    private static Failure failure(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof Failure failure) {
            return failure;
        }
        if (cause instanceof InsufficientPermissionException missing) {
            return new Failure(
                    Kind.NOT_ALLOWED, "missing: " + missing.getPermission().getName());
        }
        if (cause instanceof CancellationException) {
            return new Failure(Kind.NOT_DONE, "another process of this bot has taken over");
        }
        if (cause instanceof RateLimitedException) {
            return new Failure(Kind.NOT_DONE, "Discord asked to wait");
        }
        if (cause instanceof ErrorResponseException refused) {
            return new Failure(
                    kind(refused), "Discord answered " + refused.getErrorCode() + " " + refused.getMeaning());
        }
        return new Failure(Kind.IN_DOUBT, cause.toString());
    }

    private static Kind kind(ErrorResponseException refused) {
        int status = refused.getResponse().code;
        return switch (refused.getErrorResponse()) {
            case UNKNOWN_CHANNEL -> Kind.CHANNEL_GONE;
            case UNKNOWN_GUILD -> Kind.GUILD_GONE;
            case UNKNOWN_MESSAGE -> Kind.DONE_AND_DELETED;
            case MISSING_ACCESS, MISSING_PERMISSIONS -> Kind.NOT_ALLOWED;
            default -> kind(status, refused.getResponse().getException());
        };
    }

    private static Kind kind(int status, @Nullable Exception unanswered) {
        if (status == 403) {
            return Kind.NOT_ALLOWED;
        }
        if (status == 401 || status == 429) {
            return Kind.NOT_DONE;
        }
        if (status >= 400 && status < 500) {
            return Kind.REFUSED;
        }
        boolean neverLeft = unanswered instanceof ConnectException || unanswered instanceof UnknownHostException;
        return neverLeft ? Kind.NOT_DONE : Kind.IN_DOUBT;
    }
}
