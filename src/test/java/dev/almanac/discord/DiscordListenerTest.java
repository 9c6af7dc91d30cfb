package dev.almanac.discord;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.almanac.chat.Commands;
import dev.almanac.discord.message.Answers;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.ReplyMessage;
import dev.almanac.lookup.YearCommand;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.requests.restaction.interactions.MessageEditCallbackAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class DiscordListenerTest {
    private final Commands commands =
            new Commands(List.of(new YearCommand(timelineOf("1867-03-30", "1903"))), new Random(1));
    private final DiscordListener listener = new DiscordListener(
            commands,
            new Answers(commands, new ReplyMessage(commands, name -> "/" + name), new KeptMessages()),
            Runnable::run,
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
            guild -> ZoneOffset.UTC);
    private final ReplyCallbackAction reply = mock(ReplyCallbackAction.class);
    private final MessageEditCallbackAction edit = mock(MessageEditCallbackAction.class);

    private SlashCommandInteractionEvent slash(String year) {
        SlashCommandInteractionEvent event = mock(SlashCommandInteractionEvent.class);
        OptionMapping option = mock(OptionMapping.class);
        when(option.getName()).thenReturn("year");
        when(option.getAsString()).thenReturn(year);
        when(event.getFullCommandName()).thenReturn("year");
        when(event.getOptions()).thenReturn(List.of(option));
        when(event.getChannelId()).thenReturn("1");
        when(event.getUser()).thenReturn(mock(User.class));
        when(event.reply(any(MessageCreateData.class))).thenReturn(reply);
        when(reply.setEphemeral(anyBoolean())).thenReturn(reply);
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
        when(event.getComponentId()).thenReturn(id);
        when(event.getChannelId()).thenReturn("1");
        when(event.reply(any(MessageCreateData.class))).thenReturn(reply);
        when(event.editMessage(any(MessageEditData.class))).thenReturn(edit);
        when(reply.setEphemeral(anyBoolean())).thenReturn(reply);
        return event;
    }

    @Test
    void answersAtOnceAndNeverDefers() {
        SlashCommandInteractionEvent event = slash("1867");
        listener.onSlashCommandInteraction(event);

        ArgumentCaptor<MessageCreateData> sent = ArgumentCaptor.forClass(MessageCreateData.class);
        verify(event).reply(sent.capture());
        assertTrue(sent.getValue().toData().toString().contains("30 March 1867"));
        verify(reply).setEphemeral(false);
        verify(event, never()).deferReply();
    }

    @Test
    void turnsAPageInPlaceForTheAskerOnly() {
        ButtonInteractionEvent byAsker = press("1|t|1|year|1903", 7, 7);
        ButtonInteractionEvent byAnother = press("1|t|1|year|1903", 7, 8);
        listener.onButtonInteraction(byAsker);
        listener.onButtonInteraction(byAnother);

        verify(byAsker).editMessage(any(MessageEditData.class));
        verify(byAnother, never()).editMessage(any(MessageEditData.class));
        verify(byAnother).reply(any(MessageCreateData.class));
        verify(reply).setEphemeral(true);
    }

    @Test
    void showsAnEventPrivatelyEvenToTheAsker() {
        ButtonInteractionEvent event = press("1|s|1|year|1903", 7, 7);
        listener.onButtonInteraction(event);

        verify(event, never()).editMessage(any(MessageEditData.class));
        verify(reply).setEphemeral(true);
    }

    @Test
    void aPostThatNobodyAskedForIsNeverTurnedInPlace() {
        ButtonInteractionEvent event = press("1|t|1|year|1903", 7, 7);
        when(event.getMessage().getInteractionMetadata()).thenReturn(null);
        listener.onButtonInteraction(event);

        verify(event, never()).editMessage(any(MessageEditData.class));
        verify(reply).setEphemeral(true);
    }

    @Test
    void answersNothingOnceItWasStopped() {
        SlashCommandInteractionEvent event = mock(SlashCommandInteractionEvent.class);
        listener.stop();
        listener.onSlashCommandInteraction(event);

        verifyNoInteractions(event);
    }
}
