package dev.almanac.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That messages are taken, refused, found and published as Discord does it. */
class MessagesTest {
    private static final long ANNA = 101_000_000_000_000_001L;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private DiscordStandIn discord;
    private RestClient bot;
    private Place place;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        bot = new RestClient(discord);
        place = discord.guild();
    }

    @AfterEach
    void stopDiscord() {
        discord.close();
    }

    private String route(String rest) {
        return "/channels/" + place.channel() + "/messages" + rest;
    }

    private long said(String text) {
        return bot.say(place.channel(), text).body().path("id").asLong();
    }

    private List<Long> history(String query) {
        List<Long> ids = new ArrayList<>();
        bot.get(route(query))
                .body()
                .forEach(message -> ids.add(message.path("id").asLong()));
        return ids;
    }

    @Test
    void keepsWhatWasSentWithItsTime() {
        long id = said("Hello");

        Post post = discord.messages().posts(place.channel()).get(0);
        assertEquals(
                List.of(id, "Hello", clock.instant(), "", List.of(), 0, 0),
                List.of(
                        post.id(),
                        post.text(),
                        post.at(),
                        post.nonce(),
                        post.pingedRoles(),
                        post.flags(),
                        post.container()));
        assertEquals(clock.instant().toEpochMilli(), (id >> 22) + 1_420_070_400_000L);
    }

    @Test
    void idsRiseEvenWhenTheClockStandsOrGoesBack() {
        long first = said("1");
        long second = said("2");
        clock.pass(Duration.ofHours(-1));
        long third = said("3");

        assertTrue(first < second && second < third);
    }

    @Test
    void refusesWhatTheBotMayNot() {
        assertEquals("404 10003", bot.say(5, "x").refusal());
        discord.guilds().deny(place.channel(), Permission.SEND_MESSAGES);
        assertEquals("403 50013", bot.say(place.channel(), "x").refusal());
        discord.guilds().deny(place.channel(), Permission.VIEW_CHANNEL);
        assertEquals("403 50001", bot.say(place.channel(), "x").refusal());
        assertEquals("403 50001", bot.get(route("")).refusal());
        discord.guilds().allow(place.channel(), Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
        assertEquals(200, bot.say(place.channel(), "x").status());
        discord.guilds().denyInGuild(place.guild(), Permission.SEND_MESSAGES);
        assertEquals(200, bot.say(place.channel(), "x").status());

        discord.guilds().allowInGuild(place.guild(), Permission.SEND_MESSAGES);
        Place other = discord.guilds().addChannel(place.guild());
        discord.guilds().denyTo(place.guild(), other.channel(), Permission.SEND_MESSAGES);
        assertEquals("403 50013", bot.say(other.channel(), "x").refusal());
        discord.guilds().deleteChannel(other.channel());
        assertEquals("404 10003", bot.say(other.channel(), "x").refusal());
        discord.guilds().remove(place.guild());
        assertEquals("403 50001", bot.say(place.channel(), "x").refusal());
        assertEquals(
                List.of(5, 5, 2),
                List.of(
                        discord.traffic().invalid(),
                        discord.traffic().answered(403),
                        discord.traffic().answered(404)));
    }

    @Test
    void refusesWhatIsMalformed() {
        assertEquals("400 50035", bot.say(place.channel(), "x".repeat(2001)).refusal());
        assertEquals("400 50035", bot.say(place.channel(), "x", "n".repeat(26)).refusal());
        String twice = "{\"type\":10,\"id\":7,\"content\":\"x\"}";
        assertEquals(
                "400 50035",
                bot.post(route(""), "{\"flags\":32768,\"components\":[" + twice + "," + twice + "]}")
                        .refusal());
        assertEquals("400 50035", bot.get(route("?limit=101")).refusal());
    }

    @Test
    void showsTheHistoryInDiscordsOrder() {
        List<Long> ids = LongStream.range(0, 7).mapToObj(i -> said("text")).toList();
        List<Long> back =
                ids.stream().sorted((one, other) -> Long.compare(other, one)).toList();

        assertEquals(back, history(""));
        assertEquals(back.subList(0, 2), history("?limit=2"));
        assertEquals(List.of(ids.get(3), ids.get(2)), history("?limit=2&after=" + ids.get(1)));
        assertEquals(List.of(ids.get(4), ids.get(3)), history("?limit=2&before=" + ids.get(5)));
        assertEquals(List.of(ids.get(4), ids.get(3), ids.get(2)), history("?limit=3&around=" + ids.get(3)));
        assertEquals(
                List.of(), history("?after=" + Snowflakes.first(clock.instant().plusSeconds(1))));
    }

    @Test
    void withoutItsPermissionTheHistoryIsEmpty() {
        long id = said("x");
        discord.guilds().deny(place.channel(), Permission.READ_MESSAGE_HISTORY);

        assertEquals("200 0", bot.get(route("")).refusal());
        assertEquals(List.of(), history(""));
        assertEquals("403 50013", bot.get(route("/" + id)).refusal());
    }

    @Test
    void findsAndDeletesOneMessage() {
        long id = said("x");
        long annas = discord.messages().write(place.channel(), ANNA, "Hi");

        assertEquals("Hi", bot.get(route("/" + annas)).body().path("content").asText());
        assertEquals(204, bot.send("DELETE", route("/" + id), "").status());
        assertEquals("404 10008", bot.get(route("/" + id)).refusal());
        assertEquals(List.of(annas), history(""));
        assertEquals(List.of(), discord.messages().posts());
    }

    @Test
    void publishesAMessageOfAnAnnouncementChannelOnce() {
        Place news = discord.guilds().addAnnouncementChannel(place.guild());
        String message = "/channels/" + news.channel() + "/messages/"
                + bot.say(news.channel(), "x").body().path("id").asText();

        discord.faults().refuseCrossposts(news.channel(), 1, 500);
        assertEquals(500, bot.post(message + "/crosspost", "").status());
        assertFalse(discord.messages().posts(news.channel()).get(0).isCrossposted());
        assertEquals(
                1, bot.post(message + "/crosspost", "").body().path("flags").asInt());
        assertEquals("400 40033", bot.post(message + "/crosspost", "").refusal());
        assertEquals(1, bot.get(message).body().path("flags").asInt());
        assertTrue(discord.messages().posts(news.channel()).get(0).isCrossposted());
        assertEquals(
                "400 50024", bot.post(route("/" + said("x")) + "/crosspost", "").refusal());
    }

    @Test
    void pingsOnlyRolesThatMayBePinged() {
        long open = discord.guilds().addRole(place.guild(), "Open", true);
        long closed = discord.guilds().addRole(place.guild(), "Closed", false);
        String text = "<@&" + open + "> <@&" + closed + "> <@&5>";
        String only = ",\"allowed_mentions\":{\"parse\":[],\"roles\":[\"" + open + "\"]}}";

        said(text);
        discord.guilds().denyInGuild(place.guild(), Permission.MENTION_EVERYONE);
        said(text);
        discord.guilds().allowInGuild(place.guild(), Permission.MENTION_EVERYONE);
        bot.post(route(""), "{\"content\":\"" + text + "\"" + only);
        bot.post(
                route(""),
                "{\"flags\":36864,\"components\":[{\"type\":17,\"components\":[{\"type\":10,\"content\":\"" + text
                        + "\"}]}]" + only);
        bot.post(route(""), "{\"content\":\"" + text + "\",\"allowed_mentions\":{\"parse\":[]}}");

        List<Post> posts = discord.messages().posts();
        assertEquals(
                List.of(List.of(open, closed), List.of(open), List.of(open), List.of(open), List.of()),
                posts.stream().map(Post::pingedRoles).toList());
        assertEquals(
                List.of(false, false, false, true, false),
                posts.stream().map(Post::isSilent).toList());
    }

    @Test
    void seesWhenEveryoneIsPinged() {
        said("@everyone");
        bot.post(route(""), "{\"content\":\"@everyone\",\"allowed_mentions\":{\"parse\":[\"roles\"]}}");
        discord.guilds().denyInGuild(place.guild(), Permission.MENTION_EVERYONE);
        said("@here");

        assertEquals(
                List.of(true, false, false),
                discord.messages().posts().stream().map(Post::pingsEveryone).toList());
    }

    @Test
    void writesToPeopleWhoWantIt() {
        JsonNode channel = bot.post("/users/@me/channels", "{\"recipient_id\":\"" + ANNA + "\"}")
                .body();

        assertEquals(200, bot.say(channel.path("id").asLong(), "Hi").status());
        discord.refuseDirectMessages(ANNA, true);
        assertEquals("403 50007", bot.say(channel.path("id").asLong(), "Hi").refusal());
        assertEquals(
                List.of("Hi"),
                discord.directMessages(ANNA).stream().map(Post::text).toList());
    }
}
