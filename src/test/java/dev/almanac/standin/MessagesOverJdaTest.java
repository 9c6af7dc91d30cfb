package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message.MessageFlag;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That messages work over real JDA. */
class MessagesOverJdaTest {
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final int DAY = 2026_11_24;

    private final Queue<JsonNode> wire = new ConcurrentLinkedQueue<>();
    private DiscordStandIn discord;
    private Place place;
    private Place news;
    private ConnectedBot bot;

    @BeforeEach
    void connect() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 1);
        place = discord.guild();
        news = discord.guilds().addAnnouncementChannel(place.guild());
        bot = new ConnectedBot(discord);
        discord.faults().beforeStoring(Faults.ANYWHERE, wire::add);
    }

    @AfterEach
    void disconnect() {
        bot.close();
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private TextChannel channel() {
        return bot.jda().getTextChannelById(place.channel());
    }

    private static ErrorResponse refusal(Runnable asked) {
        return assertThrows(ErrorResponseException.class, asked::run).getErrorResponse();
    }

    @Test
    void sendsTheNonceToBeEnforcedAndTheContainersId() {
        net.dv8tion.jda.api.entities.Message sent = channel()
                .sendMessageComponents(
                        Container.of(TextDisplay.of("The day"), ActionRow.of(Button.secondary("more", "More")))
                                .withUniqueId(DAY))
                .useComponentsV2()
                .setNonce("channel-day")
                .setSuppressedNotifications(true)
                .complete();

        JsonNode body = wire.remove();
        assertEquals(
                List.of("channel-day", true, DAY),
                List.of(
                        body.path("nonce").asText(),
                        body.path("enforce_nonce").asBoolean(),
                        body.path("components").path(0).path("id").asInt()));
        assertEquals("channel-day", sent.getNonce());
        assertEquals(DAY, sent.getComponents().get(0).getUniqueId());
        assertTrue(sent.getFlags().contains(MessageFlag.NOTIFICATIONS_SUPPRESSED));
        Post post = discord.messages().posts(place.channel()).get(0);
        assertEquals(
                List.of(sent.getIdLong(), DAY, "The day", "channel-day", true, "more"),
                List.of(post.id(), post.container(), post.text(), post.nonce(), post.isSilent(), post.button("More")));
        assertEquals(
                sent.getIdLong(),
                channel().sendMessage("x").setNonce("channel-day").complete().getIdLong());
    }

    @Test
    void readsTheHistory() {
        long before = channel().sendMessage("old").complete().getIdLong();
        List<Long> ids = IntStream.range(0, 150)
                .mapToObj(i -> discord.messages().write(place.channel(), ANNA, "text " + i))
                .toList();

        List<net.dv8tion.jda.api.entities.Message> after =
                channel().getHistoryAfter(before, 100).complete().getRetrievedHistory();
        assertEquals(
                List.of(ids.get(99), ids.get(0)),
                List.of(after.get(0).getIdLong(), after.get(99).getIdLong()));
        assertEquals(151, channel().getIterableHistory().stream().toList().size());
        assertEquals(
                List.of(ids.get(149)),
                channel().getHistory().retrievePast(1).complete().stream()
                        .map(message -> message.getIdLong())
                        .toList());
        assertNull(channel().retrieveMessageById(before).complete().getNonce());
        channel().deleteMessageById(before).complete();
        assertEquals(
                ErrorResponse.UNKNOWN_MESSAGE,
                refusal(() -> channel().retrieveMessageById(before).complete()));
    }

    @Test
    void publishes() {
        NewsChannel channel = bot.jda().getNewsChannelById(news.channel());
        long id = channel.sendMessage("x").complete().getIdLong();

        assertTrue(channel.crosspostMessageById(id).complete().getFlags().contains(MessageFlag.CROSSPOSTED));
        assertEquals(
                ErrorResponse.ALREADY_CROSSPOSTED,
                refusal(() -> channel.crosspostMessageById(id).complete()));
    }

    @Test
    void writesDirectly() {
        bot.jda().openPrivateChannelById(ANNA).complete().sendMessage("Hi").complete();
        discord.refuseDirectMessages(ANNA, true);
        assertEquals(
                ErrorResponse.CANNOT_SEND_TO_USER,
                refusal(() -> bot.jda()
                        .openPrivateChannelById(ANNA)
                        .complete()
                        .sendMessage("Ho")
                        .complete()));

        assertEquals(
                List.of("Hi"),
                discord.directMessages(ANNA).stream().map(Post::text).toList());
    }

    @Test
    void learnsWhatDiscordRefusesAndJdaDoesNotForesee() {
        TextChannel known = channel();
        discord.gateway().holdEvents(true);
        discord.guilds().deny(place.channel(), Permission.SEND_MESSAGES);
        assertEquals(
                ErrorResponse.MISSING_PERMISSIONS,
                refusal(() -> known.sendMessage("x").complete()));
        discord.guilds().deny(place.channel(), Permission.VIEW_CHANNEL);
        assertEquals(
                ErrorResponse.MISSING_ACCESS,
                refusal(() -> known.sendMessage("x").complete()));
        discord.guilds().deleteChannel(place.channel());
        assertEquals(
                ErrorResponse.UNKNOWN_CHANNEL,
                refusal(() -> known.sendMessage("x").complete()));
    }
}
