package dev.almanac.discord;

import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import dev.almanac.chat.Usage;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.Answers.Answer;
import dev.almanac.discord.message.ButtonId;
import dev.almanac.discord.message.FormMessage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord's events in, answers out. It runs on JDA's gateway thread, where everything of a shard waits for it: answers come
 * from memory, requests are only queued.
 */
final class DiscordListener implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordListener.class);

    private final Supplier<DiscordEdition> editions;
    private final Executor worker;
    private final Executor searcher;
    private final Incoming incoming;
    private final Allowance people;
    private final AtomicBoolean stopped;

    /**
     * A listener that answers.
     *
     * @param editions what is in use; each event is answered with one of them
     * @param worker has threads that may wait
     * @param searcher has few threads for what takes some work, and refuses what is too much
     * @param people how often a person is answered, whatever they ask with
     * @param stopped once it's true nothing is answered
     */
    DiscordListener(
            Supplier<DiscordEdition> editions,
            Executor worker,
            Executor searcher,
            Incoming incoming,
            Allowance people,
            AtomicBoolean stopped) {
        this.worker = worker;
        this.searcher = searcher;
        this.editions = editions;
        this.incoming = incoming;
        this.people = people;
        this.stopped = stopped;
    }

    /** Makes one answer with each command that is answered at once, so that whoever asks first doesn't wait for classes to load. */
    void warmUp() {
        DiscordEdition edition = editions.get();
        ZoneId zone = incoming.zones().apply(0);
        int characters = edition.commands().usages().stream()
                .filter(usage ->
                        usage.answering() != Usage.Answering.DEFERRED && usage.answering() != Usage.Answering.SEARCHED)
                .map(usage -> new Request(Question.of(usage.name()), incoming.today(zone), zone, "warm-up"))
                .mapToInt(request -> edition.answers().to(request).json(false).size())
                .sum();
        LOG.debug("Warmed up with {} characters of answers", characters);
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof SlashCommandInteractionEvent slash) {
            onSlashCommandInteraction(slash);
        } else if (event instanceof CommandAutoCompleteInteractionEvent typed) {
            onCommandAutoCompleteInteraction(typed);
        } else if (event instanceof ButtonInteractionEvent button) {
            onButtonInteraction(button);
        } else if (event instanceof StringSelectInteractionEvent menu) {
            onStringSelectInteraction(menu);
        } else if (event instanceof ModalInteractionEvent form) {
            onModalInteraction(form);
        }
    }

    void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        DiscordEdition edition = editions.get();
        if (stopped.get()
                || !edition.commands().answersHere(event.getFullCommandName())
                || !mayHaveOneMore(event, edition)) {
            return;
        }
        Answers answers = edition.answers();
        Question question = Question.of(event.getFullCommandName());
        for (OptionMapping option : event.getOptions()) {
            question = question.with(option.getName(), option.getAsString());
        }
        Request request = incoming.request(question, event);
        CompletableFuture<Void> readiness = edition.commands().readiness(question);
        if (answers.isDeferred(question)) {
            event.deferReply(true)
                    .queue(
                            hook -> later(event, () -> reply(event, hook, false, answers.to(request))),
                            Incoming.failure(event));
        } else if (!readiness.isDone()) {
            event.deferReply()
                    .queue(
                            hook -> search(
                                    readiness,
                                    answers,
                                    request.question().command(),
                                    () -> reply(event, hook, true, answers.to(request)),
                                    () -> reply(event, hook, true, answers.toOneTooMany())),
                            Incoming.failure(event));
        } else {
            search(
                    answers,
                    request.question().command(),
                    () -> reply(event, answers.to(request)),
                    () -> reply(event, answers.toOneTooMany()));
        }
    }

    /** Answers here, or where there is time to search. */
    private void search(Answers answers, String command, Runnable answering, Runnable refusing) {
        if (!answers.isSearched(command)) {
            answering.run();
            return;
        }
        try {
            searcher.execute(answering);
        } catch (RejectedExecutionException tooMany) {
            refusing.run();
        }
    }

    /** The same as soon as that is possible. */
    private void search(
            CompletableFuture<Void> readiness, Answers answers, String command, Runnable answering, Runnable refusing) {
        CompletableFuture<Void> unused = readiness.thenRun(() -> search(answers, command, answering, refusing));
    }

    /** Answers on a thread that may wait. */
    private void later(Interaction event, Runnable answering) {
        try {
            worker.execute(answering);
        } catch (RejectedExecutionException stopping) {
            Incoming.failure(event).accept(stopping);
        }
    }

    private static void edit(Interaction event, InteractionHook hook, Answer answer) {
        hook.editOriginal(MessageEditData.fromCreateData(answer.message())).queue(null, Incoming.failure(event));
    }

    void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        DiscordEdition edition = editions.get();
        if (stopped.get() || !edition.commands().answersHere(event.getFullCommandName())) {
            return;
        }
        search(
                edition.answers(),
                event.getFullCommandName(),
                () -> offer(event, edition.answers()),
                () -> event.replyChoices().queue(null, Incoming.failure(event)));
    }

    private static void offer(CommandAutoCompleteInteractionEvent event, Answers answers) {
        List<Choice> choices = answers
                .completions(
                        event.getFullCommandName(),
                        event.getFocusedOption().getName(),
                        event.getFocusedOption().getValue())
                .stream()
                .map(suggestion -> new Choice(suggestion.name(), suggestion.value()))
                .toList();
        event.replyChoices(choices).queue(null, Incoming.failure(event));
    }

    void onButtonInteraction(ButtonInteractionEvent event) {
        DiscordEdition edition = editions.get();
        pressed(event, edition, ButtonId.parse(event.getComponentId(), edition.commands()));
    }

    void onStringSelectInteraction(StringSelectInteractionEvent event) {
        DiscordEdition edition = editions.get();
        pressed(event, edition, ButtonId.chosen(event.getComponentId(), event.getValues(), edition.commands()));
    }

    private void pressed(
            GenericComponentInteractionCreateEvent event, DiscordEdition edition, Optional<ButtonId> pressed) {
        Answers answers = edition.answers();
        boolean elsewhere = pressed.filter(button ->
                        !edition.commands().answersHere(button.question().command()))
                .isPresent();
        if (stopped.get() || elsewhere || !mayHaveOneMore(event, edition)) {
            return;
        }
        if (pressed.isEmpty()) {
            reply(event, answers.toUnknownButton());
            return;
        }
        ButtonId button = pressed.get();
        List<Option> form = edition.commands().form(button.question());
        if (!form.isEmpty()) {
            String title = edition.commands()
                    .usage(button.question().command())
                    .map(Usage::description)
                    .orElseThrow();
            event.replyModal(FormMessage.of(event.getComponentId(), title, form))
                    .queue(null, Incoming.failure(event));
            return;
        }
        Request request = incoming.request(button.question(), event).pressedOn(Incoming.sent(event.getMessageIdLong()));
        boolean byAsker = isAsker(event);
        if (answers.isDeferred(button.question())) {
            event.deferEdit()
                    .queue(
                            hook -> later(event, () -> turn(event, hook, button, answers.to(request), byAsker)),
                            Incoming.failure(event));
            return;
        }
        CompletableFuture<Void> readiness = edition.commands().readiness(button.question());
        if (!readiness.isDone()) {
            event.deferEdit()
                    .queue(
                            hook -> search(
                                    readiness,
                                    answers,
                                    button.question().command(),
                                    () -> turn(event, hook, button, answers.to(request), byAsker),
                                    () -> turn(event, hook, button, answers.toOneTooMany(), byAsker)),
                            Incoming.failure(event));
            return;
        }
        search(
                answers,
                button.question().command(),
                () -> turn(event, button, answers.to(request), byAsker),
                () -> turn(event, button, answers.toOneTooMany(), byAsker));
    }

    void onModalInteraction(ModalInteractionEvent event) {
        DiscordEdition edition = editions.get();
        Answers answers = edition.answers();
        Optional<ButtonId> opened = ButtonId.parse(event.getModalId(), edition.commands());
        if (stopped.get() || opened.isEmpty()) {
            return;
        }
        Question question = opened.get().question();
        for (ModalMapping field : event.getValues()) {
            question = question.with(field.getCustomId(), field.getAsString());
        }
        Request request = incoming.request(question, event);
        event.deferReply(true)
                .queue(hook -> later(event, () -> edit(event, hook, answers.to(request))), Incoming.failure(event));
    }

    private static void turn(
            GenericComponentInteractionCreateEvent event, ButtonId button, Answer answer, boolean byAsker) {
        if (answer.turns(button, byAsker)) {
            event.editMessage(MessageEditData.fromCreateData(answer.message())).queue(null, Incoming.failure(event));
        } else {
            FirstAnswer.to(event, answer, answer.isPrivate(button, byAsker)).queue(null, Incoming.failure(event));
        }
    }

    private static void turn(Interaction event, InteractionHook hook, ButtonId button, Answer answer, boolean byAsker) {
        if (answer.turns(button, byAsker)) {
            edit(event, hook, answer);
        } else {
            hook.sendMessage(answer.message())
                    .setEphemeral(answer.isPrivate(button, byAsker))
                    .queue(null, Incoming.failure(event));
        }
    }

    private static boolean isAsker(GenericComponentInteractionCreateEvent event) {
        // JDA may know only the id of a private message; nobody but the asker sees its buttons.
        Message message = event.getMessage();
        if (message == null || event.getChannelType() == ChannelType.PRIVATE) {
            return true;
        }
        long presser = event.getUser().getIdLong();
        Message.InteractionMetadata asked = message.getInteractionMetadata();
        if (asked != null) {
            return asked.getUser().getIdLong() == presser;
        }
        Message question = message.getReferencedMessage();
        return question != null && question.getAuthor().getIdLong() == presser;
    }

    /**
     * Answers where it is seen that an answer is coming. The answer takes the place of that; where an edit can't bring it, as a message of
     * its own: with a picture, and where all see that something is coming which is for the asker alone.
     */
    private static void reply(Interaction event, InteractionHook hook, boolean seenByAll, Answer answer) {
        if (!answer.hasPicture() && !(seenByAll && answer.isPrivate())) {
            edit(event, hook, answer);
            return;
        }
        hook.deleteOriginal()
                .flatMap(deleted -> hook.sendMessage(answer.message()).setEphemeral(!seenByAll || answer.isPrivate()))
                .queue(null, Incoming.failure(event));
    }

    /** Takes one of the answers that a person may have, or tells them when they can go on. */
    private boolean mayHaveOneMore(IReplyCallback event, DiscordEdition edition) {
        Allowance.Taken taken = people.take(event.getUser().getIdLong());
        if (!taken.granted()) {
            reply(event, edition.answers().toOneWhoHasHad(people.most(), taken.untilNext()));
        }
        return taken.granted();
    }

    private static void reply(IReplyCallback event, Answer answer) {
        FirstAnswer.to(event, answer, answer.isPrivate()).queue(null, Incoming.failure(event));
    }
}
