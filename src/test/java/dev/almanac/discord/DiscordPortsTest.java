package dev.almanac.discord;

import static dev.almanac.discord.RunningBot.until;
import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Reply;
import dev.almanac.daily.Guilds;
import dev.almanac.daily.Post;
import dev.almanac.daily.Postbox;
import dev.almanac.daily.Postbox.Failure.Kind;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Permission;
import dev.almanac.standin.Place;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the daily posts see of Discord and ask it for, over real JDA and real sockets. */
class DiscordPortsTest {
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final Timeline TIMELINE = timelineOf("1867-03-30");

    @TempDir
    private Path folder;

    private final FakeSettings settings = new FakeSettings();
    private DiscordStandIn discord;
    private Place place;
    private RunningBot bot;

    @BeforeEach
    void start() throws IOException {
        discord = new DiscordStandIn(Clock.systemUTC(), 1);
        place = discord.guild();
        bot = RunningBot.launch(
                RunningBot.settings(discord),
                new Commands(
                        List.of(
                                new OnThisDayCommand(TIMELINE, Examples.of(TIMELINE)),
                                new TimelineCommand(
                                        TIMELINE,
                                        new PreparedSearch(TIMELINE),
                                        new Pictures(TIMELINE),
                                        Examples.of(TIMELINE)),
                                settings),
                        new Random(1)),
                TIMELINE,
                Clock.systemUTC(),
                folder);
        until(() -> guilds().presence(place.guild()) == Guilds.Presence.HERE);
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private Guilds guilds() {
        return new DiscordGuilds(bot.connection());
    }

    private Guilds.Channel seen() {
        return guilds().channel(place.guild(), place.channel()).orElseThrow();
    }

    private Kind refusal(long channel) {
        CompletionException thrown = assertThrows(
                CompletionException.class,
                () -> new DiscordPostbox(bot.connection(), new DiscordGuilds(bot.connection()))
                        .ask(place.guild(), channel)
                        .join());
        return assertInstanceOf(Postbox.Failure.class, thrown.getCause()).kind();
    }

    @Test
    void knowsThatItIsTimedOutAndUntilWhen() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        discord.guilds().timeOut(place.guild(), end);
        until(() -> seen().timedOutUntil().isPresent());

        assertEquals(new Guilds.Channel("history", List.of(), true, false, true, Optional.of(end)), seen());
        assertFalse(guilds().mayPost(place.guild(), place.channel()));

        discord.guilds().timeOut(place.guild(), null);
        until(() -> seen().timedOutUntil().isEmpty());
        assertTrue(guilds().mayPost(place.guild(), place.channel()));
    }

    @Test
    void saysWhatIsMissingBesidesATimeOut() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        discord.guilds().deny(place.channel(), Permission.SEND_MESSAGES);
        discord.guilds().timeOut(place.guild(), end);
        until(() -> seen().timedOutUntil().isPresent());

        assertEquals(
                new Guilds.Channel("history", List.of("Send Messages"), true, false, true, Optional.of(end)), seen());
    }

    @Test
    void knowsAtEachRequestWhetherTheAskerMayManageTheServer() {
        until(() -> !discord.commands().isEmpty());
        discord.slash(place, ANNA, "settings", Map.of()).join();
        discord.guilds().makeOrdinary(place.guild(), ANNA);
        discord.slash(place, ANNA, "settings", Map.of()).join();
        discord.guilds().makeOrdinary(place.guild(), ANNA, Permission.MANAGE_GUILD);
        discord.slash(place, ANNA, "settings", Map.of()).join();

        assertEquals(List.of(true, false, true), settings.managers);
    }

    private Optional<Long> found(int marker, Instant since, Instant until) {
        return new DiscordPostbox(bot.connection(), new DiscordGuilds(bot.connection()))
                .find(place.guild(), place.channel(), marker, since, until)
                .join();
    }

    @Test
    void findsWhatItPostedUnderFourThousandMessagesSince() {
        until(() -> !discord.commands().isEmpty());
        long posted = new DiscordPostbox(bot.connection(), new DiscordGuilds(bot.connection()))
                .send(
                        new Post(
                                place.guild(),
                                place.channel(),
                                Reply.of(
                                        "A day",
                                        List.of(EventCard.of(TIMELINE.events().get(0)))),
                                20261125,
                                "n",
                                0,
                                false,
                                false,
                                List.of()),
                        () -> true)
                .join();
        Instant now = Instant.now();
        for (int i = 0; i < 4_900; i++) {
            discord.messages().write(place.channel(), ANNA, "text");
        }
        Instant hour = now.plusSeconds(3600);

        assertEquals(Optional.of(posted), found(20261125, now.minusSeconds(60), hour));
        assertEquals(Optional.empty(), found(20261126, now.minusSeconds(60), hour));
        assertEquals(Optional.empty(), found(20261125, now.plusSeconds(1800), hour));
        for (int i = 0; i < 200; i++) {
            discord.messages().write(place.channel(), ANNA, "text");
        }
        CompletionException tooMany =
                assertThrows(CompletionException.class, () -> found(20261125, now.minusSeconds(60), hour));
        assertEquals(
                Kind.IN_DOUBT,
                assertInstanceOf(Postbox.Failure.class, tooMany.getCause()).kind());
    }

    @Test
    void asksDiscordItselfWhetherAChannelIsThere() {
        Place other = discord.guilds().addChannel(place.guild());
        new DiscordPostbox(bot.connection(), new DiscordGuilds(bot.connection()))
                .ask(place.guild(), place.channel())
                .join();

        discord.guilds().deny(place.channel(), Permission.VIEW_CHANNEL);
        assertEquals(Kind.NOT_ALLOWED, refusal(place.channel()));
        discord.guilds().deleteChannel(other.channel());
        assertEquals(Kind.CHANNEL_GONE, refusal(other.channel()));
    }
}
