package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That people's subcommands and buttons arrive over real JDA, and that answers may come later than at once. */
class InteractionsTest {
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final long BORIS = 101_000_000_000_000_002L;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
    private DiscordStandIn discord;
    private Place place;
    private Place news;
    private long readers;
    private ConnectedBot bot;

    @BeforeEach
    void connect() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        place = discord.guild();
        news = discord.guilds().addAnnouncementChannel(place.guild());
        readers = discord.guilds().addRole(place.guild(), "Readers", false);
        bot = new ConnectedBot(discord, event -> {
            if (event instanceof SlashCommandInteractionEvent
                    || event instanceof ButtonInteractionEvent
                    || event instanceof CommandAutoCompleteInteractionEvent) {
                events.add(event);
            }
        });
        bot.jda()
                .updateCommands()
                .addCommands(Commands.slash("daily", "The daily post")
                        .addSubcommands(
                                new SubcommandData("set", "Sets it")
                                        .addOptions(
                                                new OptionData(OptionType.CHANNEL, "channel", "Where", true)
                                                        .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS),
                                                new OptionData(
                                                        OptionType.STRING, "zone", "Where on earth", false, true),
                                                new OptionData(OptionType.ROLE, "role", "Whom it pings"),
                                                new OptionData(OptionType.BOOLEAN, "silent", "Whether it is quiet"),
                                                new OptionData(OptionType.INTEGER, "hour", "When")),
                                new SubcommandData("list", "Lists them")))
                .complete();
    }

    @AfterEach
    void disconnect() {
        bot.close();
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private <T extends GenericEvent> T next(Class<T> kind) throws InterruptedException {
        return kind.cast(Objects.requireNonNull(events.poll(20, TimeUnit.SECONDS)));
    }

    private static Answer answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static List<Container> panel(String text) {
        return List.of(Container.of(TextDisplay.of(text), ActionRow.of(Button.secondary("remove", "Remove"))));
    }

    private CompletableFuture<Answer> list() {
        return discord.slash(place, ANNA, "daily list", Map.of());
    }

    @Test
    void aSubcommandBringsItsOptionsAsTheyWereRegistered() throws InterruptedException {
        CompletableFuture<Answer> asked = discord.slash(
                place,
                ANNA,
                "daily set",
                Map.of(
                        "channel", news.channel() + "",
                        "role", readers + "",
                        "silent", "true",
                        "hour", "9",
                        "zone", "UTC"));

        SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
        assertEquals("daily set", event.getFullCommandName());
        assertEquals(
                List.of(news.channel(), readers, true, 9, "UTC"),
                List.of(
                        option(event, "channel").getAsChannel().asNewsChannel().getIdLong(),
                        option(event, "role").getAsRole().getIdLong(),
                        option(event, "silent").getAsBoolean(),
                        option(event, "hour").getAsInt(),
                        option(event, "zone").getAsString()));
        assertFalse(asked.isDone());
        assertThrows(IllegalStateException.class, () -> discord.slash(place, ANNA, "daily set", Map.of("hour", "9")));
    }

    private static OptionMapping option(SlashCommandInteractionEvent event, String name) {
        return Objects.requireNonNull(event.getOption(name));
    }

    @Test
    void completesAnOptionOfASubcommand() throws InterruptedException {
        CompletableFuture<Answer> typed =
                discord.type(place, ANNA, "daily set", "zone", "mosc", Map.of("channel", place.channel() + ""));

        CommandAutoCompleteInteractionEvent event = next(CommandAutoCompleteInteractionEvent.class);
        assertEquals("mosc", event.getFocusedOption().getValue());
        event.replyChoice("Moscow", "Europe/Moscow").complete();
        assertEquals(List.of("Moscow=Europe/Moscow"), answer(typed).choices());
    }

    @Test
    void whatPeopleMayDependsOnTheirRolesAndTheChannel() throws InterruptedException {
        discord.guilds().makeOrdinary(place.guild(), BORIS, dev.almanac.standin.Permission.MANAGE_GUILD);
        discord.guilds().denyTo(BORIS, news.channel(), dev.almanac.standin.Permission.SEND_MESSAGES);
        for (long person : List.of(ANNA, BORIS)) {
            CompletableFuture<Answer> asked =
                    discord.slash(place, person, "daily set", Map.of("channel", news.channel() + ""));
            SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
            var member = Objects.requireNonNull(event.getMember());
            boolean staff = person == ANNA;
            assertFalse(asked.isDone());
            assertEquals(
                    List.of(true, staff, staff, true),
                    List.of(
                            member.hasPermission(Permission.MANAGE_SERVER),
                            member.hasPermission(Permission.MESSAGE_MENTION_EVERYONE),
                            member.hasPermission(option(event, "channel").getAsChannel(), Permission.MESSAGE_SEND),
                            member.hasPermission(event.getGuildChannel(), Permission.MESSAGE_SEND)));
        }
    }

    @Test
    void aDeferredAnswerIsSeenWhenItIsEdited() throws InterruptedException {
        CompletableFuture<Answer> asked = list();

        var hook = next(SlashCommandInteractionEvent.class).deferReply(true).complete();
        assertFalse(asked.isDone());
        long edited = hook.editOriginalComponents(panel("Nothing yet"))
                .useComponentsV2()
                .complete()
                .getIdLong();
        Answer answer = answer(asked);
        assertEquals(
                List.of(5, true, "Nothing yet", List.of("remove"), edited),
                List.of(answer.type(), answer.isPrivate(), answer.text(), answer.buttons(), answer.message()));
        assertTrue(answer.deferredAfter().orElseThrow().compareTo(answer.took()) <= 0);
        assertEquals(edited, hook.retrieveOriginal().complete().getIdLong());
        assertEquals(Optional.empty(), discord.messages().find(place.channel(), edited));

        hook.editOriginalComponents(panel("Changed")).useComponentsV2().complete();
        assertTrue(discord.messages().shown(edited).toString().contains("Changed"));
        hook.sendMessage("More").setEphemeral(true).complete();
        hook.deleteOriginal().complete();
        assertEquals(
                ErrorResponse.UNKNOWN_MESSAGE,
                assertThrows(
                                ErrorResponseException.class,
                                () -> hook.retrieveOriginal().complete())
                        .getErrorResponse());
    }

    @Test
    void theFirstMessageBehindADeferralIsTheAnswer() throws InterruptedException {
        CompletableFuture<Answer> asked = list();

        var hook = next(SlashCommandInteractionEvent.class).deferReply(true).complete();
        hook.sendMessage("Done").complete();
        assertEquals(
                List.of("Done", true),
                List.of(answer(asked).text(), answer(asked).isPrivate()));
    }

    @Test
    void aTokenEndsAfterFifteenMinutes() throws InterruptedException {
        CompletableFuture<Answer> asked = list();
        var hook = next(SlashCommandInteractionEvent.class).deferReply(true).complete();
        clock.pass(Duration.ofMinutes(15));
        hook.editOriginal("in time").complete();
        assertEquals("in time", answer(asked).text());
        clock.pass(Duration.ofSeconds(1));

        assertEquals(
                ErrorResponse.INVALID_WEBHOOK_TOKEN,
                assertThrows(
                                ErrorResponseException.class,
                                () -> hook.editOriginal("late").complete())
                        .getErrorResponse());
    }

    @Test
    void aPrivateMessagesButtonIsThereForItsOwnerOnly() throws InterruptedException {
        CompletableFuture<Answer> asked = list();
        next(SlashCommandInteractionEvent.class)
                .replyComponents(panel("One"))
                .useComponentsV2()
                .setEphemeral(true)
                .complete();
        long message = answer(asked).message();

        CompletableFuture<Answer> pressed = discord.press(place, ANNA, message, "remove");
        var hook = next(ButtonInteractionEvent.class).deferEdit().complete();
        assertFalse(pressed.isDone());
        hook.editOriginalComponents(panel("None")).useComponentsV2().complete();
        Answer answer = answer(pressed);
        assertEquals(
                List.of(6, message, "None", true),
                List.of(answer.type(), answer.message(), answer.text(), answer.isPrivate()));
        assertThrows(IllegalStateException.class, () -> discord.press(place, BORIS, message, "remove"));
    }

    @Test
    void aPostsButtonIsThereForEveryone() throws InterruptedException {
        Objects.requireNonNull(bot.jda().getTextChannelById(place.channel()))
                .sendMessageComponents(panel("The day"))
                .useComponentsV2()
                .complete();
        Post post = discord.messages().posts(place.channel()).get(0);

        CompletableFuture<Answer> pressed = discord.press(place, BORIS, post.id(), post.button("Remove"));
        next(ButtonInteractionEvent.class).reply("No").setEphemeral(true).complete();
        assertEquals("No", answer(pressed).text());
        assertEquals(1, discord.messages().count(place.channel()));
    }
}
