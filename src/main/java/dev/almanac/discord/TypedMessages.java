package dev.almanac.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Need;
import dev.almanac.daily.DailyWork;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.Answers.Answer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines that people write to the bot: in direct messages, and in servers where a message begins or ends with its mention. Discord tells
 * the text of those two without a privileged intent (https://discord.com/developers/docs/events/gateway#message-content-intent). Nothing
 * of them is kept, or logged.
 */
final class TypedMessages extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(TypedMessages.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_OF_A_PERSON = 5;
    private static final int MOST_IN_A_CHANNEL = 20;
    private static final int MOST_COUNTED = 100_000;
    private static final String NO_TEXT = "I can only read text. Write a year, a date or a name, or help.";
    private static final String SERVER_COMMANDS =
            " works only as a command. Type a slash in the message box and choose it from the menu that opens.";

    private final Supplier<DiscordEdition> editions;
    private final Executor searcher;
    private final Incoming incoming;
    private final DailyWork daily;
    private final AtomicBoolean stopped;
    private final Cache<Long, AtomicInteger> asked;

    /**
     * A reader of messages.
     *
     * @param searcher has few threads for what takes some work, and refuses what is too much
     * @param daily is told of each message that is sent
     * @param stopped once it's true nothing is answered
     */
    TypedMessages(
            Supplier<DiscordEdition> editions,
            Executor searcher,
            Incoming incoming,
            DailyWork daily,
            AtomicBoolean stopped) {
        this.editions = editions;
        this.searcher = searcher;
        this.incoming = incoming;
        this.daily = daily;
        this.stopped = stopped;
        this.asked = Caffeine.newBuilder()
                .maximumSize(MOST_COUNTED)
                .expireAfterWrite(MINUTE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(incoming.clock().millis()))
                .build();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        if (stopped.get()
                || message.getAuthor().isBot()
                || message.getAuthor().isSystem()
                || message.isWebhookMessage()
                || message.getType().isSystem()) {
            return;
        }
        if (!event.isFromGuild()) {
            answerAside(message, message.getContentRaw());
            return;
        }
        String mention = event.getJDA().getSelfUser().getAsMention();
        String text = message.getContentRaw().strip().replace("<@!", "<@");
        boolean first = text.startsWith(mention);
        if ((first || text.endsWith(mention)) && mayAnswer(event) && isWithinLimits(event)) {
            String line =
                    first ? text.substring(mention.length()) : text.substring(0, text.length() - mention.length());
            answerAside(message, line.isBlank() ? "help" : line);
        }
    }

    private static boolean mayAnswer(MessageReceivedEvent event) {
        GuildMessageChannel channel = event.getGuildChannel();
        return channel.canTalk() && event.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_HISTORY);
    }

    private boolean isWithinLimits(MessageReceivedEvent event) {
        return count(event.getChannel().getIdLong()) <= MOST_IN_A_CHANNEL
                && count(event.getAuthor().getIdLong()) <= MOST_OF_A_PERSON;
    }

    private int count(long id) {
        return asked.get(id, anyone -> new AtomicInteger()).incrementAndGet();
    }

    /** Reading a line may search. */
    private void answerAside(Message message, String line) {
        DiscordEdition edition = editions.get();
        try {
            searcher.execute(() -> send(message, answer(message, line, edition)));
        } catch (RejectedExecutionException tooMany) {
            send(message, edition.answers().toOneTooMany());
        }
    }

    private Answer answer(Message message, String line, DiscordEdition edition) {
        Answers answers = edition.answers();
        if (line.isBlank()) {
            return answers.toMistake(NO_TEXT);
        }
        Request asked = incoming.request(Question.of("help"), message);
        try {
            Question question = edition.lines().read(line, asked.today(), asked.language());
            boolean needsServer = edition.commands()
                    .usage(question.command())
                    .map(Usage::need)
                    .filter(need -> need != Need.NOTHING)
                    .isPresent();
            return needsServer
                    ? answers.toMistake("/" + question.command() + SERVER_COMMANDS)
                    : answers.to(asked.with(question));
        } catch (BadRequest mistake) {
            return answers.toMistake(String.valueOf(mistake.getMessage()));
        }
    }

    private void send(Message message, Answer answer) {
        daily.sentBesides();
        message.reply(answer.message())
                .mentionRepliedUser(false)
                .failOnInvalidReply(false)
                .queue(null, failure -> LOG.warn("Message {} got no answer: {}", message.getId(), failure.toString()));
    }
}
