package dev.almanac.discord;

import dev.almanac.chat.Question;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.Answers.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * "What happened then?" in the menu of a message: what the dates, years and names in it were, for whoever asks. Discord sends the
 * message with the question, so that this needs no intent
 * (https://discord.com/developers/docs/interactions/application-commands#message-commands).
 */
final class MessageMenu implements EventListener {
    /** What it's called in the menu. */
    static final String NAME = "What happened then?";

    private static final String NO_TEXT =
            "This message has no text to find a date or a name in. Try it on another one, or ask: ";
    private static final String NOTHING =
            "I found no date, year or name in this message that I know something about. Ask me: ";
    private static final String WORKS = "/onthisday, /year and /search find more.";

    private final Supplier<DiscordEdition> editions;
    private final Executor searcher;
    private final Incoming incoming;
    private final Allowance people;
    private final AtomicBoolean stopped;

    /**
     * A menu that answers.
     *
     * @param searcher has few threads for what takes some work, and refuses what is too much
     * @param people how often a person is answered, whatever they ask with
     * @param stopped once it's true nothing is answered
     */
    MessageMenu(
            Supplier<DiscordEdition> editions,
            Executor searcher,
            Incoming incoming,
            Allowance people,
            AtomicBoolean stopped) {
        this.editions = editions;
        this.searcher = searcher;
        this.incoming = incoming;
        this.people = people;
        this.stopped = stopped;
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof MessageContextInteractionEvent chosen) {
            onMessageContextInteraction(chosen);
        }
    }

    void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (stopped.get()) {
            return;
        }
        DiscordEdition edition = editions.get();
        Allowance.Taken taken = people.take(event.getUser().getIdLong());
        if (!taken.granted()) {
            reply(event, List.of(edition.answers().toOneWhoHasHad(people.most(), taken.untilNext())));
            return;
        }
        aside(
                () -> answer(event, edition),
                () -> reply(event, List.of(edition.answers().toOneTooMany())));
    }

    private void aside(Runnable answering, Runnable refusing) {
        try {
            searcher.execute(answering);
        } catch (RejectedExecutionException tooMany) {
            refusing.run();
        }
    }

    private void answer(MessageContextInteractionEvent event, DiscordEdition edition) {
        Answers answers = edition.answers();
        String text = event.getTarget().getContentRaw();
        ZoneId zone = incoming.zone(event);
        LocalDate written = LocalDate.ofInstant(Incoming.sent(event.getTarget().getIdLong()), zone);
        List<Question> found = edition
                .texts()
                .read(text, written, event.getUserLocale().toLocale())
                .stream()
                .filter(question -> edition.commands().answersHere(question.command()))
                .toList();
        if (found.isEmpty()) {
            reply(event, List.of(answers.toMistake((text.isBlank() ? NO_TEXT : NOTHING) + WORKS)));
            return;
        }
        CompletableFuture<Void> readiness = CompletableFuture.allOf(found.stream()
                .map(question -> edition.commands().readiness(question))
                .toArray(CompletableFuture[]::new));
        if (readiness.isDone()) {
            reply(event, answers(event, found, answers));
            return;
        }
        event.deferReply(true)
                .queue(
                        hook -> {
                            CompletableFuture<Void> unused = readiness.thenRun(() -> aside(
                                    () -> edit(event, hook, answers(event, found, answers)),
                                    () -> edit(event, hook, List.of(answers.toOneTooMany()))));
                        },
                        Incoming.failure(event));
    }

    private List<Answer> answers(MessageContextInteractionEvent event, List<Question> found, Answers answers) {
        boolean mayShow = mayShowToAll(event);
        return found.stream()
                .map(question -> incoming.request(question, event))
                .map(request -> mayShow ? answers.toBeShown(request) : answers.to(request))
                .toList();
    }

    private static void reply(MessageContextInteractionEvent event, List<Answer> all) {
        FirstAnswer.to(event, all.get(0), true).queue(hook -> further(event, hook, all), Incoming.failure(event));
    }

    private static void edit(Interaction event, InteractionHook hook, List<Answer> all) {
        hook.editOriginal(MessageEditData.fromCreateData(all.get(0).message()))
                .queue(first -> further(event, hook, all), Incoming.failure(event));
    }

    private static void further(Interaction event, InteractionHook hook, List<Answer> all) {
        all.stream()
                .skip(1)
                .forEach(answer ->
                        hook.sendMessage(answer.message()).setEphemeral(true).queue(null, Incoming.failure(event)));
    }

    /**
     * Whether others would see an answer to all: not where only the asker has installed the bot and the server doesn't let its members
     * use such apps (https://support.discord.com/hc/en-us/articles/23957313048343).
     */
    private static boolean mayShowToAll(Interaction event) {
        Member member = event.getMember();
        if (!event.isFromGuild()
                || member == null
                || event.getIntegrationOwners().isGuildIntegration()) {
            return true;
        }
        return member.hasPermission(event.getGuildChannel(), Permission.USE_EXTERNAL_APPLICATIONS);
    }
}
