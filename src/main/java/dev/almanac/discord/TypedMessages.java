package dev.almanac.discord;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.chat.Usage.Need;
import dev.almanac.daily.DailyWork;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.Answers.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines that people write to the bot: in direct messages, and in servers where a message begins or ends with its mention. Discord tells
 * the text of those two without a privileged intent (https://discord.com/developers/docs/events/gateway#message-content-intent). Nothing
 * of them is kept, or logged.
 */
final class TypedMessages implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(TypedMessages.class);
    private static final int MENTIONS_OF_A_PERSON = 5;
    private static final int MENTIONS_IN_A_CHANNEL = 20;
    private static final String NO_TEXT = "I can only read text. Write a year, a date or a name, or help.";
    private static final String NO_PICTURE =
            "I may not attach files in this channel, so I can't show a picture here. The command /timeline shows it.";

    private static final String SERVER_COMMANDS =
            " works only as a command. Type a slash in the message box and choose it from the menu that opens.";

    private final Supplier<DiscordEdition> editions;
    private final Executor searcher;
    private final Incoming incoming;
    private final DailyWork daily;
    private final AtomicBoolean stopped;
    private final Allowance people;
    private final Allowance mentioning;
    private final Allowance channels;

    /**
     * A reader of messages.
     *
     * @param searcher has few threads for what takes some work, and refuses what is too much
     * @param daily is told of each message that is sent
     * @param people how often a person is answered, whatever they ask with
     * @param stopped once it's true nothing is answered
     */
    TypedMessages(
            Supplier<DiscordEdition> editions,
            Executor searcher,
            Incoming incoming,
            DailyWork daily,
            Allowance people,
            AtomicBoolean stopped) {
        this.editions = editions;
        this.searcher = searcher;
        this.incoming = incoming;
        this.daily = daily;
        this.stopped = stopped;
        this.people = people;
        this.mentioning = new Allowance(MENTIONS_OF_A_PERSON, incoming.clock());
        this.channels = new Allowance(MENTIONS_IN_A_CHANNEL, incoming.clock());
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof MessageReceivedEvent received) {
            onMessageReceived(received);
        }
    }

    void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        if (stopped.get()
                || message.getAuthor().isBot()
                || message.getAuthor().isSystem()
                || message.isWebhookMessage()
                || message.getType().isSystem()) {
            return;
        }
        if (!event.isFromGuild()) {
            answerDirectly(message);
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

    /** A message that is too much is told so once a minute: each refusal would be a message of its own. */
    private void answerDirectly(Message message) {
        Allowance.Taken taken = people.take(message.getAuthor().getIdLong());
        if (taken.granted()) {
            answerAside(message, message.getContentRaw());
        } else if (taken.first()) {
            send(message, editions.get().answers().toOneWhoHasHad(people.most(), taken.untilNext()));
        }
    }

    private static boolean mayAnswer(MessageReceivedEvent event) {
        GuildMessageChannel channel = event.getGuildChannel();
        return channel.canTalk() && event.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_HISTORY);
    }

    /** The person comes first: whoever writes too much takes nothing of their channel's. */
    private boolean isWithinLimits(MessageReceivedEvent event) {
        long person = event.getAuthor().getIdLong();
        return mentioning.take(person).granted()
                && people.take(person).granted()
                && channels.take(event.getChannel().getIdLong()).granted();
    }

    /** Reading a line may search. */
    private void answerAside(Message message, String line) {
        DiscordEdition edition = editions.get();
        aside(message, edition.answers(), () -> answer(message, line, edition));
    }

    private void aside(Message message, Answers answers, Runnable work) {
        try {
            searcher.execute(work);
        } catch (RejectedExecutionException tooMany) {
            send(message, answers.toOneTooMany());
        }
    }

    private void answer(Message message, String line, DiscordEdition edition) {
        Answers answers = edition.answers();
        if (line.isBlank()) {
            send(message, answers.toMistake(NO_TEXT));
            return;
        }
        Request asked = incoming.request(Question.of("help"), message);
        try {
            Question question = edition.lines().read(line, asked.today(), asked.language());
            boolean needsServer = edition.commands()
                    .usage(question.command())
                    .map(Usage::need)
                    .filter(need -> need != Need.NOTHING)
                    .isPresent();
            if (needsServer) {
                send(message, answers.toMistake("/" + question.command() + SERVER_COMMANDS));
            } else {
                answerWhenReady(message, asked.with(question), edition);
            }
        } catch (BadRequest mistake) {
            send(message, answers.toMistake(mistake));
        }
    }

    private void answerWhenReady(Message message, Request request, DiscordEdition edition) {
        Answers answers = edition.answers();
        Runnable answering = () -> send(message, shown(message, answers.to(request), answers));
        CompletableFuture<Void> readiness = edition.commands().readiness(request.question());
        if (readiness.isDone()) {
            answering.run();
        } else {
            CompletableFuture<Void> unused = readiness.thenRun(() -> aside(message, answers, answering));
        }
    }

    private void send(Message message, Answer answer) {
        daily.sentBesides();
        // While a shard moves to another process both hear a message; Discord takes two of a nonce for one.
        message.reply(answer.message())
                .setNonce(message.getId())
                .mentionRepliedUser(false)
                .failOnInvalidReply(false)
                .queue(null, failure -> LOG.warn("Message {} got no answer: {}", message.getId(), failure.toString()));
    }

    /** The answer, or why it can't be shown where it was asked for. */
    private static Answer shown(Message message, Answer answer, Answers answers) {
        boolean hidden = answer.hasPicture()
                && message.isFromGuild()
                && !message.getGuild()
                        .getSelfMember()
                        .hasPermission(message.getGuildChannel(), Permission.MESSAGE_ATTACH_FILES);
        return hidden ? answers.toMistake(NO_PICTURE) : answer;
    }
}
