package dev.almanac.discord;

import static dev.almanac.timeline.Events.timelineOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.almanac.standin.Answer;
import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Faults;
import dev.almanac.standin.HandClock;
import dev.almanac.standin.Permission;
import dev.almanac.standin.Place;
import dev.almanac.standin.Post;
import dev.almanac.standin.Trouble;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Daily posts over real JDA, real sockets and a real database, against our own Discord; only the clock is moved by hand. */
@Order(Integer.MAX_VALUE)
class DailyPostOnDiscordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long ANNA = 101_000_000_000_000_001L;
    private static final long BORIS = 101_000_000_000_000_002L;
    private static final Timeline TIMELINE = timelineOf("1867-03-30", "1903-11-25", "1825-11-25", "1933-11-26");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<RunningBot> bots = new ArrayList<>();
    private DiscordStandIn discord;
    private Place guild;

    @BeforeEach
    void startDiscord() throws IOException {
        discord = new DiscordStandIn(clock, 1);
        guild = discord.guild();
    }

    @AfterEach
    void stopAll() {
        bots.forEach(RunningBot::close);
        discord.close();
        assertEquals(List.of(), discord.unknownRoutes());
    }

    private RunningBot start() {
        int before = discord.gateway().identifies();
        RunningBot running = RunningBot.launch(RunningBot.settings(discord), TIMELINE, clock, folder);
        bots.add(running);
        until(() -> running.run().isCompletedExceptionally()
                || (discord.gateway().identifies() == before + 1
                        && !discord.commands().isEmpty()));
        return running;
    }

    private void stop(RunningBot running) {
        running.close();
        bots.remove(running);
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    /** Asks the bot itself, so seldom that a person's sixty answers last: its clock stands still. */
    private static void untilSaid(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(400)).until(condition::getAsBoolean);
    }

    private static Answer answer(CompletableFuture<Answer> asked) {
        return asked.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private Answer daily(String subcommand, Map<String, String> options) {
        return answer(discord.slash(guild, ANNA, "daily " + subcommand, options));
    }

    private Answer set(String time) {
        return daily("set", Map.of("channel", channel(), "time", time, "zone", "Europe/Moscow"));
    }

    private String channel() {
        return String.valueOf(guild.channel());
    }

    private List<Post> posts() {
        return discord.messages().posts(guild.channel());
    }

    private void untilPosted(int number) {
        until(() -> posts().size() == number);
    }

    /** Neither JDA nor what is below it sends again by itself: only the promise knows whether it may. */
    @Test
    void aMessageWhoseAnswerIsLostIsLookedForAndNotSentAgain() {
        discord.messages().rememberNoncesFor(Duration.ZERO);
        start();
        set("09:00");
        discord.faults().cutAfterStoring(guild.channel(), 1);

        clock.pass(Duration.ofHours(18));
        until(() -> {
            clock.pass(Duration.ofSeconds(1));
            return asked("GET /channels/{channel}/messages") > 0;
        });
        assertEquals(1, posts().size());
        assertEquals(1, asked("POST /channels/{channel}/messages"));
    }

    /** The answer to that is lost, so it's said again, and refused: 40060. Else people would see "is thinking" for ever. */
    @Test
    void whatDiscordWasToldIsComingComesThoughDiscordWasToldTwice() {
        start();
        for (Trouble trouble : List.of(
                Trouble.cut().butDone(),
                Trouble.status(500).butDone(),
                Trouble.page(502, "Bad Gateway").butDone(),
                Trouble.half())) {
            discord.faults().next(Faults.ANSWERS, 1, trouble);

            assertTrue(daily("list", Map.of()).text().startsWith("## "));
            assertEquals(0, discord.faults().left());
        }
    }

    private int asked(String route) {
        return discord.traffic().byRoute().getOrDefault(route, 0);
    }

    @Test
    void setsUpAPostAndSendsItOnceADay() {
        start();
        Answer set = set("09:00");
        assertTrue(set.isPrivate());
        assertTrue(set.deferredAfter().isPresent());
        assertEquals("""
                ## Daily post: Set up
                <#%1$s>, every day at 09:00 in Europe/Moscow, where it is 15:00 now.
                **Next post**
                Wednesday, 25 November, 09:00 in Europe/Moscow, by your clock <t:1795586400:f>, <t:1795586400:R>.
                **What is posted**
                Events of all kinds. On the 362 days of the year without any: the nearest anniversary. It has a picture of its day.
                **Check**
                ✓ The bot sees the channel and may send messages in it.
                ✓ It may read the channel’s history, so after a crash it can tell what was posted.""".formatted(channel()), set.text());

        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        untilPosted(1);
        Post post = posts().get(0);
        assertEquals(20261125, post.container());
        assertTrue(post.text().startsWith("## On this day, 25 November\n"), post.text());
        assertTrue(post.text().contains("123 years ago"), post.text());
        assertEquals(1, pictures(post.body()));
        assertEquals(
                List.of("25 November. 1825, Title of 1825-11-25 (Treaty); 1903, Title of 1903-11-25 (Treaty). "
                        + "On a line of time: 1825–1933."),
                post.body().findValuesAsText("description"));

        clock.set(Instant.parse("2026-11-26T06:00:01Z"));
        untilPosted(2);
        assertEquals(20261126, posts().get(1).container());
    }

    @Test
    void showsTheNextPostWithItsPictureInTheAnswerToACommand() {
        start();
        set("09:00");

        Answer preview = daily("preview", Map.of("channel", channel()));

        assertTrue(preview.isPrivate());
        JsonNode shown = discord.messages().newestAnswer();
        assertEquals(1, pictures(shown));
        assertTrue(shown.toString().contains("25 November"), shown.toString());
        assertEquals(64, shown.path("flags").asInt() & 64);
    }

    /** How many pictures a message shows; each is a PNG of 1200 by 400. */
    private static int pictures(JsonNode message) {
        List<JsonNode> shown = message.findValues("media");
        for (JsonNode media : shown) {
            byte[] png =
                    Base64.getDecoder().decode(media.path("proxy_url").asText().replaceFirst(".*,", ""));
            ByteBuffer header = ByteBuffer.wrap(png, 16, 8);
            assertEquals(1200, header.getInt());
            assertEquals(400, header.getInt());
        }
        return shown.size();
    }

    @Test
    void postsWithoutItsPictureWhereItMayNotAttachFilesAndSaysSo() {
        start();
        set("09:00");
        discord.guilds().deny(guild.channel(), Permission.ATTACH_FILES);
        untilSaid(() -> daily("check", Map.of("channel", channel()))
                .text()
                .contains("– It may not attach files, so the post comes without its picture: allow Attach Files."));

        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        untilPosted(1);
        assertEquals(0, pictures(posts().get(0).body()));
        assertEquals(20261125, posts().get(0).container());

        discord.guilds().allow(guild.channel(), Permission.ATTACH_FILES);
        until(() -> !daily("check", Map.of("channel", channel())).text().contains("attach files"));
        clock.set(Instant.parse("2026-11-26T06:00:01Z"));
        untilPosted(2);
        assertEquals(1, pictures(posts().get(1).body()));
    }

    @Test
    void waitsForAZoneUntilSomebodyPressesOne() {
        RunningBot first = start();
        Answer set = daily("set", Map.of("channel", channel(), "time", "9.30 pm"));
        assertTrue(set.isPrivate());
        assertTrue(set.text().contains("every day at 21:30.\n"), set.text());
        assertTrue(set.text().contains("None until a time zone is chosen below."), set.text());

        clock.set(Instant.parse("2026-11-26T12:00:00Z"));
        stop(first);
        start();
        untilSaid(() ->
                daily("list", Map.of()).text().contains("no zone yet\nEvents of all kinds\nWaits for a time zone"));
        assertEquals(0, posts().size());
        Answer list = daily("list", Map.of());
        Answer panel = answer(discord.press(guild, ANNA, list.message(), list.button("Choose a zone for #history")));
        Answer chosen = choose(ANNA, panel, "Choose a time zone", "New York · 07:00");
        assertTrue(
                chosen.text().contains("every day at 21:30 in America/New\\_York, where it is 07:00 now."),
                chosen.text());

        clock.set(Instant.parse("2026-11-27T02:30:01Z"));
        untilPosted(1);
        assertEquals(20261126, posts().get(0).container());
    }

    @Test
    void moreOfAPostIsPrivateForWhoeverAsks() {
        start();
        set("16:00");
        clock.set(Instant.parse("2026-11-25T13:00:01Z"));
        untilPosted(1);
        Post post = posts().get(0);

        Answer more = answer(discord.press(guild, BORIS, post.id(), post.button("More of this day")));
        assertTrue(more.isPrivate());
        assertTrue(more.text().contains("25 November"), more.text());
    }

    @Test
    void repeatsNoPostAfterARestartWhereverItWasInterrupted() {
        RunningBot first = start();
        set("09:00");
        discord.faults().refuseAfterStoring(guild.channel(), 1, 500);
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        untilPosted(1);
        stop(first);

        clock.pass(Duration.ofMinutes(30));
        start();
        untilSaid(() -> daily("list", Map.of()).text().contains("Last: 25 November, posted at 09:0"));
        assertEquals(1, posts().size());
    }

    @Test
    void postsLateAndSaysSoWhenItWasDown() {
        RunningBot first = start();
        set("09:00");
        stop(first);
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        start();
        untilPosted(1);
        assertTrue(
                posts().get(0).text().contains("Late: this was due at 09:00"),
                posts().get(0).text());

        untilSaid(() -> daily("list", Map.of()).text().contains("posted at 11:00, 2 h late"));
    }

    @Test
    void stopsWithoutThePermissionTellsWhoSetItUpAndGoesOnWithIt() {
        start();
        set("09:00");
        Place log = discord.guilds().addChannel(guild.guild());
        untilSaid(() -> daily("log", Map.of("channel", String.valueOf(log.channel())))
                .text()
                .contains("is told when a daily post of this server stops"));
        discord.guilds().deny(guild.channel(), Permission.SEND_MESSAGES);
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        until(() -> discord.directMessages(ANNA).size() == 1);
        String why = """
                <#%s>: the bot lacks there: Send Messages. It stopped <t:1795586401:f>.
                **What to do**
                /daily panel in your server says what is missing, and where to allow it. The post goes on by itself when \
                it can.""".formatted(channel());
        assertEquals(
                "## The daily post has stopped\nIn the server “Guild " + guild.guild() + "”, " + why,
                discord.directMessages(ANNA).get(0).text());
        until(() -> discord.messages().posts(log.channel()).size() == 1);
        assertEquals(
                "## The daily post has stopped\n" + why,
                discord.messages().posts(log.channel()).get(0).text());
        assertEquals(0, posts().size());

        discord.guilds().allow(guild.channel(), Permission.SEND_MESSAGES);
        untilPosted(1);
        assertEquals(1, discord.directMessages(ANNA).size());
        assertEquals(0, discord.traffic().invalid());
    }

    @Test
    void panelsObeyOnlyWhoOpenedThem() {
        start();
        Answer set = set("09:00");
        long forwarded = discord.earlierMessage(guild, ANNA, set.button("Remove"));
        Answer stranger = answer(discord.press(guild, BORIS, forwarded, set.button("Remove")));
        assertEquals(
                "Only whoever opened this panel may use its buttons. Open your own with </daily panel:ID>.",
                stranger.text().replaceAll(":\\d+>", ":ID>"));

        Answer asked = answer(discord.press(guild, ANNA, set.message(), set.button("Remove")));
        Answer removed = answer(discord.press(guild, ANNA, asked.message(), asked.button("Yes, remove it")));
        assertTrue(removed.text().startsWith("## Daily post removed"), removed.text());
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        assertTrue(daily("list", Map.of()).text().contains("No channel of this server has a daily post yet."));
        assertEquals(0, posts().size());
    }

    @Test
    void postsNowOnceAndOneMoreOnlyWhenAskedAgain() {
        start();
        Answer set = set("09:00");
        Answer sure = answer(discord.press(guild, ANNA, set.message(), set.button("Post now")));
        assertEquals(0, posts().size());
        Answer posted = answer(discord.press(guild, ANNA, sure.message(), sure.button("Yes, post it")));
        assertTrue(posted.text().startsWith("## Daily post: Posted"), posted.text());
        assertEquals(1, posts().size());

        Answer out = answer(discord.press(guild, ANNA, posted.message(), posted.button("Post now")));
        assertTrue(out.text().startsWith("## Daily post: Today’s is out already"), out.text());
        answer(discord.press(guild, ANNA, out.message(), out.button("Post one more")));
        assertEquals(2, posts().size());

        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        untilPosted(3);
    }

    @Test
    void publishesMentionsAndKeepsQuietAsAsked() {
        start();
        Place news = discord.guilds().addAnnouncementChannel(guild.guild());
        long role = discord.guilds().addRole(guild.guild(), "Friends of history", true);
        Answer set = answer(discord.slash(
                guild,
                ANNA,
                "daily set",
                Map.of(
                        "channel", String.valueOf(news.channel()),
                        "time", "9am",
                        "zone", "moscow",
                        "role", String.valueOf(role),
                        "silent", "yes",
                        "publish", "yes")));
        assertTrue(set.text().contains("✓ It is an announcement channel: posts are published."), set.text());
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        until(() -> discord.messages().posts(news.channel()).stream().anyMatch(Post::isCrossposted));
        Post post = discord.messages().posts(news.channel()).get(0);
        assertEquals(List.of(role), post.pingedRoles());
        assertTrue(post.isSilent());
        assertEquals(-1, post.body().toString().indexOf("custom_id"));
    }

    private Answer press(long user, Answer on, String label) {
        return answer(discord.press(guild, user, on.message(), on.button(label)));
    }

    private Answer choose(long user, Answer on, String menu, String... labels) {
        return answer(discord.choose(guild, user, on.message(), on.menu(menu), labels));
    }

    /** Typed without an option; each admin has a panel of their own, and neither undoes what the other did. */
    @Test
    void onePanelSetsUpShowsAndChangesAPostForTwoAdminsAtOnce() {
        start();
        Answer none = daily("panel", Map.of());
        assertTrue(none.text().contains("has no daily post yet."), none.text());
        Answer zone = press(ANNA, none, "Set it up");
        Answer panel = choose(ANNA, zone, "Choose a time zone", "UTC · 12:00");
        assertTrue(panel.text().contains("every day at 09:00 in UTC"), panel.text());
        Answer others = answer(discord.slash(guild, BORIS, "daily panel", Map.of()));

        Answer times = choose(ANNA, panel, "Change a setting", "Time");
        Answer notification = choose(BORIS, others, "Change a setting", "Notification");
        Answer silent = press(BORIS, notification, "Silent");
        assertTrue(
                silent.text().contains("It comes silently: nobody gets a push or desktop notification."),
                silent.text());
        Answer changed = choose(ANNA, times, "Choose a time", "21:00");
        assertTrue(changed.text().contains("every day at 21:00 in UTC, where it is 12:00 now."), changed.text());
        assertTrue(changed.text().contains("It comes silently"), changed.text());

        clock.set(Instant.parse("2026-11-24T21:00:01Z"));
        untilPosted(1);
        assertTrue(posts().get(0).isSilent());
    }

    private Answer part(Answer panel, String title) {
        return choose(ANNA, panel, "Change a setting", title);
    }

    @Test
    void changesEachThingOfAPostInItsPanel() {
        start();
        Place news = discord.guilds().addAnnouncementChannel(guild.guild());
        long friends = discord.guilds().addRole(guild.guild(), "Friends of history", true);
        discord.guilds().addRole(guild.guild(), "Moderators", false);
        discord.guilds().denyInGuild(guild.guild(), Permission.MENTION_EVERYONE);
        Answer panel = answer(discord.slash(
                guild,
                ANNA,
                "daily set",
                Map.of(
                        "channel", String.valueOf(news.channel()),
                        "zone", "moscow",
                        "intro", "**Good** morning, @everyone!")));
        panel = choose(ANNA, part(panel, "Time"), "Choose a time", "21:00");
        panel = choose(ANNA, part(panel, "Time zone"), "Choose a time zone", "UTC · 12:00");
        panel = choose(ANNA, part(panel, "Days"), "Choose the days", "Tuesday", "Thursday");
        Answer kinds = part(panel, "Kinds of events");
        panel = choose(ANNA, kinds, "Choose the kinds", kinds.options().get(0));
        panel = press(ANNA, part(panel, "Empty days"), "Nothing");
        panel = press(ANNA, part(panel, "Sensitive events"), "Leave them out");
        Answer roles = part(panel, "Role to mention");
        assertEquals(List.of("Nobody", "@Friends of history"), roles.options());
        panel = choose(ANNA, roles, "Choose a role", "@Friends of history");
        panel = press(ANNA, part(panel, "Notification"), "Silent");
        panel = choose(ANNA, part(panel, "Colour"), "Choose a colour", "Teal");
        panel = press(ANNA, part(panel, "Picture"), "Without");
        panel = press(ANNA, part(panel, "Publishing"), "Publish");
        panel = press(ANNA, part(panel, "Introduction"), "Remove it");

        assertEquals("""
                ## Daily post: Changed
                <#%s>, every Tuesday and Thursday at 21:00 in UTC, where it is 12:00 now.
                **Next post**
                Tuesday, 24 November, 21:00 in UTC, by your clock <t:1795554000:f>, <t:1795554000:R>.
                **What is posted**
                Events of these kinds: Treaty, without sensitive ones. On the 362 days of the year without any: nothing, so the \
                channel stays silent then. It mentions <@&%s>, but silently: its members see the mention, and get no push or \
                desktop notification. Its card is teal. It is published to the servers that follow the channel.
                **Check**
                ✓ The bot sees the channel and may send messages in it.
                ✓ It may read the channel’s history, so after a crash it can tell what was posted.
                ✓ It may mention the role.
                ✓ It is an announcement channel: posts are published.""".formatted(news.channel(), friends), panel.text());
    }

    @Test
    void aWeekIsOnePostOnItsDay() {
        start();
        Answer panel = set("09:00");
        Answer days = choose(ANNA, panel, "Change a setting", "Days");
        Answer monday = press(ANNA, days, "Once a week");
        Answer week = choose(ANNA, monday, "Change a setting", "Days");
        Answer weekly = choose(ANNA, week, "Choose the day", "Wednesday");
        assertTrue(weekly.text().contains(", once a week, on Wednesday, at 09:00 in Europe/Moscow"), weekly.text());

        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        untilPosted(1);
        assertEquals(20261125, posts().get(0).container());
        assertTrue(
                posts().get(0).text().startsWith("## This week in history, 25 November to 1 December\n"),
                posts().get(0).text());
        assertTrue(
                posts().get(0).text().contains("**Thursday, 26 November**\n93 years ago"),
                posts().get(0).text());
        Answer day = answer(
                discord.press(guild, BORIS, posts().get(0).id(), posts().get(0).button("26 November")));
        assertTrue(day.isPrivate());

        clock.set(Instant.parse("2026-12-01T06:00:01Z"));
        clock.set(Instant.parse("2026-12-02T06:00:01Z"));
        untilPosted(2);
        assertEquals(20261202, posts().get(1).container());
    }

    @Test
    void deletesWhatItKnowsOfAGuildThatRemovesIt() {
        start();
        set("09:00");
        discord.guilds().remove(guild.guild());
        discord.guilds().invite(guild.guild());
        untilSaid(() -> daily("list", Map.of()).text().contains("No channel of this server has a daily post yet."));
    }

    @Test
    void takesAGuildInAnOutageAtTheStartForNoOrphan() {
        RunningBot first = start();
        set("09:00");
        stop(first);
        discord.guilds().beginOutage(guild.guild());
        start();
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        clock.pass(Duration.ofMinutes(5));
        discord.guilds().endOutage(guild.guild());
        untilPosted(1);
    }

    @Test
    void waitsWhileAGuildIsAwayAndPostsWhenItIsBack() {
        start();
        set("09:00");
        discord.guilds().beginOutage(guild.guild());
        clock.set(Instant.parse("2026-11-25T06:00:01Z"));
        clock.pass(Duration.ofMinutes(5));
        discord.guilds().endOutage(guild.guild());
        untilPosted(1);
        assertEquals(1, posts().size());
    }
}
