package dev.almanac.discord;

import static dev.almanac.timeline.Events.timelineOf;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Request;
import dev.almanac.daily.PostText;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.SearchCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.standin.HandClock;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.requests.restaction.WebhookMessageEditAction;
import net.dv8tion.jda.api.requests.restaction.interactions.MessageEditCallbackAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.interactions.DeferrableInteractionImpl;
import net.dv8tion.jda.internal.interactions.InteractionHookImpl;
import net.dv8tion.jda.internal.requests.Requester;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class DiscordListenerTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T11:59:00Z");

    private final FakeSettings settings = new FakeSettings();
    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1903");
    private final Commands commands = new Commands(
            List.of(
                    new YearCommand(TIMELINE, Examples.of(TIMELINE)),
                    new SearchCommand(TIMELINE, new PreparedSearch(TIMELINE), Examples.of(TIMELINE)),
                    new TimelineCommand(
                            TIMELINE, new PreparedSearch(TIMELINE), new Pictures(TIMELINE), Examples.of(TIMELINE)),
                    settings),
            new Random(1));
    private final DiscordEdition edition = DiscordEdition.over(
            TIMELINE, commands, new PostText(TIMELINE, new Pictures(TIMELINE)), new KeptMessages(), new CommandIds());
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Executor searcher = Runnable::run;
    private final DiscordListener listener = listener();
    private final ReplyCallbackAction reply = mock(ReplyCallbackAction.class);
    private final MessageEditCallbackAction edit = mock(MessageEditCallbackAction.class);

    private DiscordListener listener() {
        return new DiscordListener(
                () -> edition,
                Runnable::run,
                search -> searcher.execute(search),
                new Incoming(clock, guild -> ZoneOffset.UTC),
                new Allowance(60, clock),
                stopped);
    }

    /** Of an interaction that {@link #sentTo} reads the first answers to. */
    private static InteractionHookImpl hook() {
        InteractionHookImpl hook = mock();
        DeferrableInteractionImpl interaction = mock();
        JDAImpl jda = mock();
        when(hook.getInteraction()).thenReturn(interaction);
        when(interaction.getId()).thenReturn("1");
        when(interaction.getToken()).thenReturn("token");
        when(interaction.getJDA()).thenReturn(jda);
        Requester requester = mock();
        when(jda.getRequester()).thenReturn(requester);
        return hook;
    }

    /** Which messages an interaction was answered with at once. */
    private static List<JsonNode> sentTo(IReplyCallback event) {
        InteractionHookImpl hook = (InteractionHookImpl) event.getHook();
        Requester requester = hook.getInteraction().getJDA().getRequester();
        ArgumentCaptor<net.dv8tion.jda.api.requests.Request<?>> sent = ArgumentCaptor.captor();
        verify(requester, atLeast(0)).request(sent.capture());
        return sent.getAllValues().stream().map(DiscordListenerTest::message).toList();
    }

    private static JsonNode message(net.dv8tion.jda.api.requests.Request<?> request) {
        assertEquals("interactions/1/token/callback", request.getRoute().getCompiledRoute());
        try {
            Buffer body = new Buffer();
            requireNonNull(request.getBody()).writeTo(body);
            JsonNode answer = new ObjectMapper().readTree(body.readUtf8());
            assertEquals(4, answer.path("type").asInt());
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPrivate(JsonNode message) {
        return (message.path("flags").asInt() & Message.MessageFlag.EPHEMERAL.getValue()) != 0;
    }

    private static JsonNode only(List<JsonNode> messages) {
        assertEquals(1, messages.size());
        return messages.get(0);
    }

    private SlashCommandInteractionEvent slash(String year) {
        SlashCommandInteractionEvent event = slashOf("year");
        OptionMapping option = mock(OptionMapping.class);
        when(option.getName()).thenReturn("year");
        when(option.getAsString()).thenReturn(year);
        when(event.getOptions()).thenReturn(List.of(option));
        return event;
    }

    private SlashCommandInteractionEvent slashOf(String command) {
        SlashCommandInteractionEvent event = mock(SlashCommandInteractionEvent.class);
        when(event.getFullCommandName()).thenReturn(command);
        when(event.getOptions()).thenReturn(List.of());
        when(event.deferReply(anyBoolean())).thenReturn(reply);
        when(event.getChannelId()).thenReturn("1");
        when(event.getUser()).thenReturn(mock(User.class));
        when(event.getUserLocale()).thenReturn(DiscordLocale.RUSSIAN);
        InteractionHookImpl hook = hook();
        when(event.getHook()).thenReturn(hook);
        return event;
    }

    private ButtonInteractionEvent press(String id, long asker, long presser) {
        ButtonInteractionEvent event = mock(ButtonInteractionEvent.class);
        Message message = mock(Message.class);
        Message.InteractionMetadata metadata = mock(Message.InteractionMetadata.class);
        User asked = mock(User.class);
        User pressed = mock(User.class);
        when(asked.getIdLong()).thenReturn(asker);
        when(pressed.getIdLong()).thenReturn(presser);
        when(metadata.getUser()).thenReturn(asked);
        when(message.getInteractionMetadata()).thenReturn(metadata);
        when(event.getMessage()).thenReturn(message);
        when(event.getUser()).thenReturn(pressed);
        when(event.getUserLocale()).thenReturn(DiscordLocale.ENGLISH_US);
        when(event.getMessageIdLong()).thenReturn(TimeUtil.getDiscordTimestamp(OPENED.toEpochMilli()));
        when(event.getComponentId()).thenReturn(id);
        when(event.getChannelId()).thenReturn("1");
        when(event.editMessage(any(MessageEditData.class))).thenReturn(edit);
        InteractionHookImpl hook = hook();
        when(event.getHook()).thenReturn(hook);
        return event;
    }

    @Test
    void answersAtOnceAndNeverDefers() {
        SlashCommandInteractionEvent event = slash("1867");
        listener.onSlashCommandInteraction(event);

        JsonNode sent = only(sentTo(event));
        assertTrue(sent.toString().contains("30 March 1867"));
        assertFalse(isPrivate(sent));
        verify(event, never()).deferReply(anyBoolean());
    }

    @Test
    void turnsAPageInPlaceForTheAskerOnly() {
        ButtonInteractionEvent byAsker = press("1|t|1|year|1903", 7, 7);
        ButtonInteractionEvent byAnother = press("1|t|1|year|1903", 7, 8);
        listener.onButtonInteraction(byAsker);
        listener.onButtonInteraction(byAnother);

        verify(byAsker).editMessage(any(MessageEditData.class));
        verify(byAnother, never()).editMessage(any(MessageEditData.class));
        assertEquals(List.of(), sentTo(byAsker));
        assertTrue(isPrivate(only(sentTo(byAnother))));
    }

    @Test
    void showsAnEventPrivatelyEvenToTheAsker() {
        ButtonInteractionEvent event = press("1|s|1|year|1903", 7, 7);
        listener.onButtonInteraction(event);

        verify(event, never()).editMessage(any(MessageEditData.class));
        assertTrue(isPrivate(only(sentTo(event))));
    }

    @Test
    void aPostThatNobodyAskedForIsNeverTurnedInPlace() {
        ButtonInteractionEvent event = press("1|t|1|year|1903", 7, 7);
        when(event.getMessage().getInteractionMetadata()).thenReturn(null);
        listener.onButtonInteraction(event);

        verify(event, never()).editMessage(any(MessageEditData.class));
        assertTrue(isPrivate(only(sentTo(event))));
    }

    /** Lets what was deferred come through, and takes what its message is changed to. */
    private String deferredAnswer() {
        InteractionHook hook = mock(InteractionHook.class);
        WebhookMessageEditAction<Message> change = mock();
        when(hook.editOriginal(any(MessageEditData.class))).thenReturn(change);
        ArgumentCaptor<Consumer<InteractionHook>> deferred = ArgumentCaptor.captor();
        verify(reply).queue(deferred.capture(), any());
        deferred.getValue().accept(hook);
        ArgumentCaptor<MessageEditData> changed = ArgumentCaptor.forClass(MessageEditData.class);
        verify(hook).editOriginal(changed.capture());
        return changed.getValue().toData().toString();
    }

    @Test
    void aDeferredAnswerThatFailsTellsTheReferenceOfItsLineInTheLog() {
        settings.broken = true;
        listener.onSlashCommandInteraction(slashOf("settings"));

        assertTrue(deferredAnswer().contains("Something went wrong here"));
    }

    @Test
    void aMessageThatCannotBeBuiltTellsAReferenceToo() {
        settings.crowded = true;
        listener.onSlashCommandInteraction(slashOf("settings"));

        assertTrue(deferredAnswer().contains("Something went wrong here"));
    }

    @Test
    void whatIsTypedHasNoPanelAndWhatIsPressedHasTheTimeOfItsMessage() {
        listener.onSlashCommandInteraction(slashOf("settings"));
        deferredAnswer();
        ButtonInteractionEvent event = press("1|t|1|settings", 7, 7);
        when(event.deferEdit()).thenReturn(edit);
        listener.onButtonInteraction(event);
        ArgumentCaptor<Consumer<InteractionHook>> deferred = ArgumentCaptor.captor();
        verify(edit).queue(deferred.capture(), any());
        InteractionHook hook = mock(InteractionHook.class);
        WebhookMessageEditAction<Message> change = mock();
        when(hook.editOriginal(any(MessageEditData.class))).thenReturn(change);
        deferred.getValue().accept(hook);

        assertEquals(
                List.of(Optional.empty(), Optional.of(OPENED)),
                settings.requests.stream().map(Request::panelOpened).toList());
        assertEquals(
                List.of(Locale.forLanguageTag("ru"), Locale.US),
                settings.requests.stream().map(Request::language).toList());
    }

    @Test
    void keepsSilentWhereAnotherProcessAnswers() {
        settings.here = false;
        SlashCommandInteractionEvent slash = slashOf("settings");
        ButtonInteractionEvent press = press("1|t|1|settings", 7, 7);
        CommandAutoCompleteInteractionEvent typing = mock(CommandAutoCompleteInteractionEvent.class);
        when(typing.getFullCommandName()).thenReturn("settings");
        listener.onSlashCommandInteraction(slash);
        listener.onButtonInteraction(press);
        listener.onCommandAutoCompleteInteraction(typing);

        verify(slash, never()).deferReply(anyBoolean());
        assertEquals(List.of(), sentTo(slash));
        verify(press, never()).deferEdit();
        assertEquals(List.of(), sentTo(press));
        verify(typing, never()).replyChoices(anyCollection());
        assertEquals(List.of(), settings.requests);

        SlashCommandInteractionEvent year = slash("1867");
        listener.onSlashCommandInteraction(year);
        assertEquals(1, sentTo(year).size());
    }

    @Test
    void searchesWhereNobodyElseWaitsForIt() {
        List<Runnable> searches = new ArrayList<>();
        searcher = searches::add;
        SlashCommandInteractionEvent search = slashOf("search");
        listener.onSlashCommandInteraction(search);
        assertEquals(List.of(), sentTo(search));
        SlashCommandInteractionEvent year = slash("1867");
        listener.onSlashCommandInteraction(year);
        assertEquals(1, sentTo(year).size());

        searches.forEach(Runnable::run);
        assertEquals(1, sentTo(search).size());
    }

    @Test
    void refusesASearchTooManyKindlyAndPrivately() {
        searcher = search -> {
            throw new RejectedExecutionException();
        };
        SlashCommandInteractionEvent event = slashOf("search");
        listener.onSlashCommandInteraction(event);

        JsonNode sent = only(sentTo(event));
        assertTrue(sent.toString().contains("Too many people are searching right now."));
        assertTrue(isPrivate(sent));
    }

    @Test
    void answersNothingOnceItWasStopped() {
        SlashCommandInteractionEvent event = mock(SlashCommandInteractionEvent.class);
        stopped.set(true);
        listener.onSlashCommandInteraction(event);

        verifyNoInteractions(event);
    }
}
