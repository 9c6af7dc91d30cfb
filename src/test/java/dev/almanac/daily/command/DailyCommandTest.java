package dev.almanac.daily.command;

import static dev.almanac.daily.engine.DailyRun.ADMIN;
import static dev.almanac.daily.engine.DailyRun.CHANNEL;
import static dev.almanac.daily.engine.DailyRun.GUILD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.almanac.chat.Asker;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.EventCard;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.chat.Suggestion;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.EmptyDay;
import dev.almanac.daily.PostText;
import dev.almanac.daily.Rhythm;
import dev.almanac.daily.Schedule;
import dev.almanac.daily.ScheduleStore;
import dev.almanac.daily.Settings;
import dev.almanac.daily.Step;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.engine.DailyRun;
import dev.almanac.daily.engine.FakeGuilds;
import dev.almanac.daily.engine.FakePostbox;
import dev.almanac.daily.engine.FakePostbox.Fate;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.picture.Mark;
import dev.almanac.picture.Pictures;
import dev.almanac.timeline.Events;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an admin reads. Replies are compared with the text files beside this test; with {@code -Dalmanac.replies.write=true} they are
 * written anew, to be read.
 */
class DailyCommandTest {
    private static final Timeline TIMELINE = Events.timelineOf("1900-11-24", "1926-11-25");
    private static final Path TEXTS = Path.of("src/test/resources/dev/almanac/daily/command");
    private static final String HERE = String.valueOf(CHANNEL);

    @TempDir
    Path folder;

    private final Set<Long> notWritable = new HashSet<>();
    private final Set<Long> notMentionable = new HashSet<>();
    private DailyRun run;
    private Commands commands;
    private long interaction = 35;

    @BeforeEach
    void begin() {
        run = new DailyRun(folder, TIMELINE, DailyRules.DEFAULT, Instant.parse("2026-11-24T07:00:00Z"));
        commands = new Commands(
                List.of(new DailyCommand(run.daily(), TIMELINE, run.guilds(), run.clock())), new Random(1));
    }

    @AfterEach
    void end() {
        run.close();
    }

    private final Asker.Rights rights = new Asker.Rights() {
        @Override
        public boolean mayManageServer() {
            return true;
        }

        @Override
        public boolean maySend(long channel) {
            return !notWritable.contains(channel);
        }

        @Override
        public boolean mayMention(long channel, long role) {
            return !notMentionable.contains(role);
        }
    };

    private Reply ask(String subcommand, String... options) {
        Question question = Question.of("daily " + subcommand);
        for (int i = 0; i < options.length; i += 2) {
            question = question.with(options[i], options[i + 1]);
        }
        return askAs(ADMIN, GUILD, question);
    }

    private Reply askAs(long user, long guild, Question question) {
        return commands.answer(new Request(
                question,
                LocalDate.ofInstant(run.clock().instant(), ZoneOffset.UTC),
                ZoneOffset.UTC,
                HERE,
                new Asker(guild, user, ++interaction, rights)));
    }

    private Reply press(Reply reply, String label) {
        return askAs(ADMIN, GUILD, question(reply, label));
    }

    private static Question question(Reply reply, String label) {
        return Stream.concat(reply.choices().stream(), reply.menus().stream().flatMap(menu -> menu.choices().stream()))
                .filter(choice -> choice.label().equals(label))
                .map(Choice::question)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + label + " in " + text(reply)));
    }

    /** Opens this part of the panel. */
    private Reply part(String title) {
        return press(ask("panel"), title);
    }

    /** Ticks these in the only menu. */
    private Reply tick(Reply reply, String... labels) {
        Menu menu = reply.menus().get(0);
        List<String> values = menu.items().stream()
                .filter(item -> List.of(labels).contains(item.label()))
                .map(Menu.Item::value)
                .toList();
        assertEquals(labels.length, values.size(), text(reply));
        return askAs(ADMIN, GUILD, menu.choosing(values));
    }

    /** Asks for a post at once, and says yes. */
    private Reply postNow(Reply panel) {
        return press(press(panel, "Post now"), "Yes, post it");
    }

    /** Of the first menu. */
    private static List<String> labels(Reply reply) {
        return reply.menus().get(0).items().stream().map(Menu.Item::label).toList();
    }

    private static void assertSays(String name, Reply reply) throws IOException {
        assertEquals(Reply.Kind.PRIVATE, reply.kind());
        if (Boolean.getBoolean("almanac.replies.write")) {
            Files.writeString(TEXTS.resolve("DailyCommandTest." + name), text(reply));
            return;
        }
        try (InputStream in =
                Objects.requireNonNull(DailyCommandTest.class.getResourceAsStream("DailyCommandTest." + name), name)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), text(reply));
        }
    }

    /** A reply as a text: what is shown in some special manner stands in angle brackets. */
    private static String text(Reply reply) {
        StringBuilder text = new StringBuilder("# " + reply.heading() + "\n");
        for (Section section : reply.sections()) {
            text.append(section.title().isEmpty() ? "" : "## " + section.title() + "\n")
                    .append(section.spans().stream().map(DailyCommandTest::text).collect(Collectors.joining()))
                    .append("\n");
        }
        text.append(reply.notice().isEmpty() ? "" : "(" + reply.notice() + ")\n");
        for (Menu menu : reply.menus()) {
            text.append("{" + menu.label() + (menu.several() ? ", several" : "") + "} " + menu.choosing(List.of("?"))
                    + "\n");
            menu.items()
                    .forEach(item -> text.append(item.chosen() ? "  ✓ " : "  ")
                            .append(item.label())
                            .append(item.detail().isEmpty() ? "" : " | " + item.detail())
                            .append(" = " + item.value() + "\n"));
        }
        reply.choices().forEach(choice -> text.append("[" + choice.label() + "] " + choice.question() + "\n"));
        return text.toString();
    }

    private static String text(Span span) {
        return switch (span.kind()) {
            case WORDS -> span.value();
            case MOMENT, FROM_NOW ->
                "<" + span.kind() + " " + Instant.ofEpochSecond(Long.parseLong(span.value())) + ">";
            default -> "<" + span.kind() + " " + span.value() + ">";
        };
    }

    private Reply setUp() {
        return ask("set", "channel", HERE, "zone", "berlin");
    }

    private void sql(String statement) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + run.file())) {
            other.createStatement().execute(statement);
        }
    }

    @Test
    void settingUpSaysWhatWillHappen() throws IOException {
        assertSays("set.txt", setUp());
    }

    @Test
    void settingAgainChangesOnlyWhatIsSaid() throws IOException {
        run.guilds().channelIs(CHANNEL, FakeGuilds.announcements());
        setUp();

        assertSays(
                "changed.txt",
                ask(
                        "set",
                        "channel",
                        HERE,
                        "time",
                        "6pm",
                        "empty",
                        "nothing",
                        "categories",
                        "treaty",
                        "sensitive",
                        "no",
                        "silent",
                        "yes",
                        "role",
                        "99",
                        "publish",
                        "yes"));
    }

    @Test
    void theGuildsLastZoneIsTheDefaultOfItsNextChannel() {
        setUp();
        ask("set", "channel", "71");

        assertEquals(
                Optional.of(DailyRun.BERLIN),
                run.store().schedule(71).orElseThrow().settings().zone());
    }

    @Test
    void withoutAZoneItWaitsAndAsks() throws IOException {
        Reply panel = ask("set", "channel", HERE);
        assertSays("waiting.txt", panel);
        assertSays("waiting-list.txt", ask("list"));
        run.pass(Duration.ofDays(3));
        assertEquals(List.of(), run.postbox().asked());
        assertEquals(List.of(), run.days());
        assertEquals(
                "Daily post: Nothing was posted", ask("post", "channel", HERE).heading());

        assertSays("chosen.txt", press(panel, "New York · 02:00"));
        run.pass(Duration.ofHours(7));
        assertEquals(List.of("2026-11-27 POSTED"), run.days());
    }

    @Test
    void theListLeadsToTheChoiceOfAZone() {
        ask("set", "channel", HERE, "zone", "cst");
        Reply panel = press(ask("list"), "Choose a zone for #history");

        assertEquals(
                "Daily post: Time zone chosen", press(panel, "China · 15:00").heading());
        assertEquals("Asia/Shanghai", run.schedule().settings().zoneId());
    }

    @Test
    void anAbbreviationOfSeveralMeaningsWaitsWithThemInAMenu() throws IOException {
        assertSays("waiting-est.txt", ask("set", "channel", HERE, "zone", "EST"));
        assertEquals(Schedule.State.WAITING, run.schedule().state());

        Reply panel = ask("check", "channel", HERE);
        press(panel, "New York, with summer time · 02:00");
        assertEquals("America/New_York", run.schedule().settings().zoneId());
        assertEquals(Instant.parse("2026-11-24T14:00:00Z"), run.schedule().due().at());
    }

    @Test
    void wordsThatAreNoZoneWaitAndTheLanguageOfTheServerGuesses() {
        run.guilds().languageIs(Locale.forLanguageTag("ru"));
        Reply panel = ask("set", "channel", HERE, "zone", "Atlantis");

        assertTrue(text(panel).contains("“Atlantis” isn’t a time zone I know. Choose one below"), text(panel));
        assertEquals(
                List.of(
                        "Moscow · 10:00",
                        "Yekaterinburg · 12:00",
                        "Novosibirsk · 14:00",
                        "Samara · 11:00",
                        "UTC · 07:00"),
                labels(panel).subList(0, 5));
        assertTrue(text(ask("check", "channel", HERE)).contains("“atlantis” isn’t a time zone I know."));
    }

    @Test
    void aMisspeltZoneIsOfferedFirst() {
        Reply panel = ask("set", "channel", HERE, "zone", "Europe/Moskow");

        assertTrue(
                text(panel).contains("“Europe/Moskow” isn’t a time zone I know. Did you mean Moscow? Choose one below"),
                text(panel));
        assertEquals("Moscow · 10:00", labels(panel).get(0));
        assertEquals(Schedule.State.WAITING, run.schedule().state());
    }

    @Test
    void unclearWordsLeaveAZoneThatIsKnownAsItIs() throws IOException {
        setUp();
        assertSays("unclear.txt", ask("set", "channel", HERE, "time", "10", "zone", "cst"));

        assertEquals(Schedule.State.ACTIVE, run.schedule().state());
        assertEquals(Instant.parse("2026-11-24T09:00:00Z"), run.schedule().due().at());
    }

    @Test
    void choosingAZoneOfAPausedPostLeavesItPaused() {
        Reply panel = ask("set", "channel", HERE);
        ask("pause", "channel", HERE);
        press(panel, "UTC · 07:00");
        assertEquals(Schedule.State.PAUSED, run.schedule().state());

        ask("resume", "channel", HERE);
        assertEquals(Schedule.State.ACTIVE, run.schedule().state());
    }

    @Test
    void aButtonOfAZoneSetsNothingUpAgain() {
        Reply panel = ask("set", "channel", HERE);
        press(ask("remove", "channel", HERE), "Yes, remove it");

        assertEquals(
                Reply.mistake("That channel has no daily post. Try /daily set to give it one, or /daily list to see"
                        + " which have."),
                press(panel, "UTC · 07:00"));
    }

    @Test
    void whoeverMayNotPostThereChoosesNoZoneEither() {
        Reply panel = ask("set", "channel", HERE);
        notWritable.add(CHANNEL);

        assertEquals(Reply.Kind.MISTAKE, press(panel, "UTC · 07:00").kind());
        assertEquals(Schedule.State.WAITING, run.schedule().state());
    }

    @Test
    void peopleReadUtcWhateverItIsCalled() {
        ask("set", "channel", HERE, "zone", "Etc/UTC");
        assertEquals("UTC", run.schedule().settings().zoneId());
        assertTrue(text(ask("list")).contains("at 09:00, UTC"));
    }

    @Test
    void settingAtTheDueTimeSaysThatTodaysIsBeingPosted() throws IOException {
        setUp();
        run.postbox().next(Fate.NOT_DONE);
        run.pass(Duration.ofHours(1));

        assertSays("pending.txt", ask("set", "channel", HERE, "time", "8"));
    }

    @Test
    void listSaysWhatComesHowItWentAndWhoChangedWhat() throws IOException {
        assertSays("list-empty.txt", ask("list"));
        setUp();
        ask("set", "channel", "71", "time", "12:00", "zone", "UTC");
        ask("set", "channel", "72", "time", "23:00", "zone", "UTC");
        ask("set", "channel", "73", "time", "12:30", "zone", "UTC");
        run.pass(Duration.ofDays(2).plusMinutes(90));
        ask("pause", "channel", "72");
        run.guilds().channelIs(73, FakeGuilds.channelThat(true, "View Channel"));
        run.pass(Duration.ofHours(6));

        assertSays("list.txt", ask("list"));
    }

    @Test
    void aLongListHasPages() {
        for (int channel = 1; channel <= 7; channel++) {
            ask("set", "channel", String.valueOf(channel));
        }
        Reply first = ask("list");

        assertEquals(5, first.sections().size());
        assertEquals(2, press(first, "Next page").sections().size());
    }

    @Test
    void pausesAndResumes() throws IOException {
        setUp();
        assertSays("paused.txt", ask("pause", "channel", HERE));
        run.pass(Duration.ofDays(1));
        assertEquals(List.of(), run.postbox().messages());

        assertEquals("Daily post: Resumed", ask("resume", "channel", HERE).heading());
        assertEquals(
                "Daily post: It was not paused", ask("resume", "channel", HERE).heading());
        assertEquals(Instant.parse("2026-11-25T08:00:00Z"), run.schedule().due().at());
    }

    @Test
    void removesWhenAskedTwice() throws IOException {
        setUp();
        Reply sure = ask("remove", "channel", HERE);
        assertSays("remove.txt", sure);
        assertEquals("Daily post", press(sure, "Back").heading());

        assertSays("removed.txt", press(sure, "Yes, remove it"));
        assertEquals(
                Reply.mistake("That channel has no daily post. Try /daily set to give it one, or /daily list to see"
                        + " which have."),
                press(sure, "Yes, remove it"));
    }

    @Test
    void previewsTheNextPostToTheAdminOnly() {
        setUp();
        Reply preview = ask("preview", "channel", HERE);

        assertEquals(
                Reply.of(
                                "On this day, 24 November",
                                List.of(EventCard.of(Events.at("1900-11-24")).labelled("126 years ago")))
                        .inPrivate()
                        .withPicture(new Pictures(TIMELINE)
                                .ofDay(MonthDay.of(11, 24), List.of(new Mark(Events.at("1900-11-24"), 1900))))
                        .withNotice("Preview of 24 November, for you only."),
                preview);
        press(part("Picture"), "Without");
        assertEquals(
                List.of(new Choice(
                        "Back", Question.of("daily panel").with("channel", HERE).with("by", String.valueOf(ADMIN)))),
                ask("preview", "channel", HERE).choices());
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void previewsThatNothingWillBePosted() throws IOException {
        ask("set", "channel", HERE, "zone", "utc", "categories", "space", "empty", "nothing");

        assertSays("nothing.txt", ask("preview", "channel", HERE));
        ask("set", "channel", HERE, "empty", "nearest");
        assertSays("nothing-ever.txt", ask("preview", "channel", HERE));
    }

    @Test
    void checkSaysWhatToClick() throws IOException {
        ask("set", "channel", HERE, "zone", "berlin", "role", "99");
        run.guilds().roleIs(99, false);
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(false, "Send Messages", "Embed Links"));
        run.pass(Duration.ofHours(1));
        assertSays("check.txt", ask("check", "channel", HERE));

        run.guilds().hide(CHANNEL);
        assertTrue(text(ask("check", "channel", HERE)).contains("✗ The bot can’t find the channel."));
    }

    @Test
    void checkGoesOnWithWhatCan() {
        setUp();
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true, "Send Messages"));
        run.pass(Duration.ofHours(1));
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true));

        assertEquals("Daily post: It goes on", ask("check", "channel", HERE).heading());
        run.pass(Duration.ofMinutes(1));
        assertEquals(List.of("2026-11-24 POSTED"), run.days());
    }

    @Test
    void checkTakesAnOrphanBack() {
        setUp();
        run.store()
                .change(
                        CHANNEL,
                        known -> Optional.of(Step.of(known.gone(run.clock().instant()))));
        assertTrue(text(ask("list")).contains("Stopped: the bot seemed to have left this server"));

        assertEquals("Daily post: It goes on", ask("check", "channel", HERE).heading());
        assertEquals(Schedule.State.ACTIVE, run.schedule().state());
    }

    @Test
    void postsNowAndAsksOnceMore() throws IOException {
        Reply panel = setUp();
        Reply sure = press(panel, "Post now");
        assertSays("post-now.txt", sure);
        assertEquals(List.of(), run.postbox().asked());
        assertEquals("Daily post: Posted", press(sure, "Yes, post it").heading());

        Reply again = press(panel, "Post now");
        assertSays("out-already.txt", again);
        assertEquals("Daily post: Posted", press(again, "Post one more").heading());
        assertEquals(List.of(20261124, 20261124), run.postbox().markers(CHANNEL));
    }

    @Test
    void saysHowPostingNowWent() {
        Reply panel = setUp();
        run.postbox().next(Fate.NOT_DONE, Fate.LOST_IN_DOUBT);
        assertEquals("Daily post: It is on its way", postNow(panel).heading());
        assertEquals("Daily post: It is on its way", postNow(panel).heading());
        assertEquals(
                "Daily post: It is on its way; look again in a minute",
                press(panel, "Post now").heading());

        ask("pause", "channel", HERE);
        assertEquals("Daily post: Nothing was posted", press(panel, "Post now").heading());
        ask("resume", "channel", HERE);
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(false));
        run.clock().pass(Duration.ofHours(1));
        assertEquals("Daily post: Today’s may be out already", postNow(panel).heading());
        run.guilds().channelIs(CHANNEL, FakeGuilds.channelThat(true, "Send Messages"));
        assertEquals("Daily post: It could not be posted", postNow(panel).heading());
    }

    @Test
    void mentionsNoRoleAnyMoreWhenAskedTo() {
        ask("set", "channel", HERE, "role", "99");
        ask("set", "channel", "71", "role", "99");
        Reply without = ask("unmention", "channel", HERE);

        assertEquals("Daily post: No role is mentioned", without.heading());
        assertEquals(0, run.schedule().settings().role());
        assertEquals(99, run.store().schedule(71).orElseThrow().settings().role());
    }

    @Test
    void aButtonIsForWhoOpenedThePanelOnly() {
        Reply panel = setUp();

        for (Choice choice : panel.choices()) {
            assertEquals(
                    Reply.mistake(
                            "Only whoever opened this panel may use its buttons. Open your own with /daily panel."),
                    askAs(ADMIN + 1, GUILD, choice.question()));
        }
        assertEquals(List.of(), run.postbox().asked());
    }

    @Test
    void aChannelOfAnotherGuildIsRefused() {
        setUp();

        for (String subcommand : List.of("pause", "resume", "remove", "preview", "check", "post", "unmention")) {
            assertEquals(
                    Reply.mistake("That channel has no daily post. Try /daily set to give it one, or /daily list to"
                            + " see which have."),
                    askAs(ADMIN, GUILD + 1, Question.of("daily " + subcommand).with("channel", HERE)));
        }
        run.guilds().hide(CHANNEL);
        assertEquals(
                Reply.mistake("That channel can’t be posted to. Choose a text or announcement channel that the bot can"
                        + " see."),
                askAs(ADMIN, GUILD + 1, Question.of("daily set").with("channel", HERE)));
        assertEquals(GUILD, run.schedule().guild());
    }

    @Test
    void refusesMistakesAndSaysWhatWorks() {
        notWritable.add(71L);
        notMentionable.add(98L);
        run.guilds().roleIs(97, false);
        run.guilds().channelIs(72, FakeGuilds.channelThat(true, "Send Messages", "Embed Links"));

        assertEquals(
                Reply.mistake("/daily works in servers only: invite the bot to yours, then try /daily set there."),
                askAs(ADMIN, 0, Question.of("daily list")));
        assertEquals(
                Reply.mistake("“here” isn’t a channel. Choose one of those that are offered."),
                ask("set", "channel", "here"));
        assertEquals(
                Reply.mistake("“9999999999999999999” isn’t a channel. Choose one of those that are offered."),
                ask("set", "channel", "9999999999999999999"));
        assertEquals(
                Reply.mistake("“soon” isn’t a time of day. Try time:09:00, time:9 or time:9am."),
                ask("set", "channel", HERE, "time", "soon"));
        assertEquals(
                Reply.mistake("You may not send messages in #history, so you can’t have the bot do it. Choose a channel"
                        + " that you can write in."),
                ask("set", "channel", "71"));
        assertEquals(
                Reply.mistake("In #history the bot lacks: Send Messages, Embed Links. Open the channel’s settings,"
                        + " Permissions, add Almanac, allow that, and try again."),
                ask("set", "channel", "72"));
        assertEquals(
                Reply.mistake(
                        "#history isn’t an announcement channel, so nothing can be published from it. Leave publish"
                                + " out, or choose an announcement channel."),
                ask("set", "channel", HERE, "publish", "yes"));
        assertEquals(
                Reply.mistake("@everyone is never mentioned. Choose another role, or none."),
                ask("set", "channel", HERE, "role", String.valueOf(GUILD)));
        assertEquals(
                Reply.mistake("You may not mention that role, so you can’t have the bot do it. Choose a role that"
                        + " everyone may mention, or ask someone with the permission Mention All Roles."),
                ask("set", "channel", HERE, "role", "98"));
        assertEquals(
                Reply.mistake("The bot may not mention that role. Allow anyone to mention it (Server Settings, Roles),"
                        + " or give the bot the permission Mention All Roles."),
                ask("set", "channel", HERE, "role", "97"));
        assertEquals(Reply.mistake("I don’t know /daily dance. Try /daily set or /daily list."), ask("dance"));
        assertEquals(List.of(), run.store().ofGuild(GUILD).schedules());
    }

    @Test
    void saysSoWhereTheDatabaseCannotBeWritten() throws SQLException {
        sql("CREATE TRIGGER full BEFORE INSERT ON schedule BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");

        assertEquals(
                Reply.mistake("The schedules can’t be read or written right now, and nothing was changed. Look-ups like"
                        + " /onthisday go on, and posts catch up when it works again. Try again in some minutes."),
                setUp());
    }

    @Test
    void saysSoWhereAnotherProcessHoldsTheDatabase() {
        try (Daily daily = new Daily(
                new SqliteDatabase(run.file()),
                () -> new PostText(TIMELINE, new Pictures(TIMELINE)),
                run.guilds(),
                run.postbox(),
                run.clock(),
                DailyRules.DEFAULT)) {
            commands =
                    new Commands(List.of(new DailyCommand(daily, TIMELINE, run.guilds(), run.clock())), new Random(1));

            assertEquals(
                    Reply.mistake(
                            "The schedules can’t be read or written right now, and nothing was changed. Look-ups like"
                                    + " /onthisday go on, and posts catch up when it works again. Try again in some minutes."),
                    ask("list"));
        }
    }

    @Test
    void completesZonesAndCategories() {
        assertEquals(
                "Europe/Moscow",
                commands.complete("daily set", "zone", "mosc").get(0).value());
        assertEquals(List.of(new Suggestion("space", "space")), commands.complete("daily set", "categories", "sp"));
    }

    @Test
    void thePanelSaysAllAboutAPost() throws IOException {
        assertSays("none-yet.txt", ask("panel"));
        run.guilds().roleIs(98, true);
        run.guilds().roleIs(97, false);
        press(press(press(ask("panel"), "Set it up"), "Time zone"), "UTC · 07:00");
        run.pass(Duration.ofDays(1).plusHours(3));

        assertSays("panel.txt", ask("panel"));
        assertSays("panel-time.txt", part("Time"));
        assertSays("panel-zone.txt", part("Time zone"));
        assertSays("panel-kinds.txt", part("Kinds of events"));
        assertSays("panel-empty.txt", part("Empty days"));
        assertSays("panel-sensitive.txt", part("Sensitive events"));
        assertSays("panel-role.txt", part("Role to mention"));
        assertSays("panel-notification.txt", part("Notification"));
        assertSays("panel-colour.txt", part("Colour"));
        assertSays("panel-picture.txt", part("Picture"));
        assertSays("panel-intro.txt", part("Introduction"));
        assertSays("panel-publishing.txt", part("Publishing"));
    }

    @Test
    void eachPartOfThePanelChangesWhatItSaysAndNothingElse() {
        run.guilds().roleIs(98, true);
        run.guilds().channelIs(CHANNEL, FakeGuilds.announcements());
        setUp();
        assertTrue(text(press(part("Time"), "21:00")).contains("every day at 21:00 in Europe/Berlin"));
        press(part("Time zone"), "UTC · 07:00");
        tick(part("Kinds of events"), "Treaty", "Space");
        tick(part("Kinds of events"), "Treaty");
        press(part("Empty days"), "Nothing");
        press(part("Role to mention"), "@Role 98");
        press(part("Sensitive events"), "Leave them out");
        press(part("Notification"), "Silent");
        press(part("Publishing"), "Publish");
        press(part("Picture"), "Without");

        assertEquals(
                new Settings(
                        GUILD,
                        CHANNEL,
                        LocalTime.of(21, 0),
                        "UTC",
                        EmptyDay.NOTHING,
                        List.of("treaty"),
                        false,
                        true,
                        98,
                        true),
                run.schedule().settings());
        press(part("Kinds of events"), "All kinds");
        assertEquals(List.of(), run.schedule().settings().categories());
        press(part("Role to mention"), "Nobody");
        press(ask("panel"), "Pause");
        assertEquals(Schedule.State.PAUSED, run.schedule().state());
        assertEquals("Daily post: Resumed", press(ask("panel"), "Resume").heading());
    }

    /** Both have the panel open: neither undoes what the other did. */
    @Test
    void ofTwoAdminsWithAPanelOpenNoneUndoesWhatTheOtherDid() throws Exception {
        setUp();
        Question panel = Question.of("daily panel").with("channel", HERE);
        List<String> labels = List.of("Treaty", "Space");
        CyclicBarrier together = new CyclicBarrier(labels.size());
        CompletableFuture.allOf(IntStream.range(0, labels.size())
                        .mapToObj(admin -> {
                            Reply kinds = askAs(100 + admin, GUILD, panel.with("part", "kinds"));
                            return CompletableFuture.runAsync(
                                    () -> {
                                        try {
                                            together.await();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                        askAs(100 + admin, GUILD, question(kinds, labels.get(admin)));
                                    },
                                    work -> new Thread(work).start());
                        })
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertEquals(
                Set.of("treaty", "space"), Set.copyOf(run.schedule().settings().categories()));
    }

    @Test
    void choosesTheDaysOfTheWeekOrAWeek() throws IOException {
        setUp();
        press(part("Days"), "Weekdays");
        tick(part("Days"), "Monday", "Tuesday", "Thursday", "Friday", "Saturday");
        assertSays("panel-days.txt", part("Days"));
        assertEquals(Rhythm.ofDigits("12456", false), run.schedule().settings().rhythm());

        press(part("Days"), "Once a week");
        assertEquals(Rhythm.weekly(DayOfWeek.MONDAY), run.schedule().settings().rhythm());
        press(part("Days"), "Friday");
        assertSays("panel-weekly.txt", part("Days"));
        assertSays("weekly.txt", ask("panel"));
        assertEquals(Instant.parse("2026-11-27T08:00:00Z"), run.schedule().due().at());
        run.pass(Duration.ofDays(4));
        assertEquals(List.of("2026-11-27 MISSED: the bot could not post within 6 hours of its time"), run.days());
    }

    @Test
    void theServersOwnWordsAndColourAreShownAndCanBeTakenAway() throws IOException {
        ask("set", "zone", "berlin", "intro", "Good *morning* @everyone", "colour", "#00ff01");
        assertSays("panel-own-intro.txt", part("Introduction"));
        assertSays("panel-teal.txt", press(part("Colour"), "Teal"));
        assertEquals(
                "Preview of 24 November, for you only.\nGood *morning* @everyone",
                ask("preview").notice());

        press(part("Introduction"), "Remove it");
        press(part("Colour"), "That of the event’s kind");
        assertEquals(DailyRun.settings().withPicture(true), run.schedule().settings());
        assertEquals(
                Reply.mistake(
                        "“" + "x".repeat(20) + "…” is too long for intro: at most 200 characters. Try /daily panel."),
                ask("set", "intro", "x".repeat(201)));
    }

    @Test
    void refusesThreadsForumsAndVoiceChats() {
        run.guilds().channelIsA(CHANNEL, "a thread");
        run.guilds().channelIsA(72, "a forum");
        Reply thread = Reply.mistake(
                "That is a thread, and daily posts go to text and announcement channels only. Choose one of those with"
                        + " channel.");

        assertEquals(thread, ask("panel"));
        assertEquals(thread, ask("set"));
        assertEquals(
                Reply.mistake(
                        "That is a forum, and daily posts go to text and announcement channels only. Choose one of those"
                                + " with channel."),
                ask("set", "channel", "72"));
        ask("set", "channel", "71");
        assertTrue(text(ask("panel")).contains("<CHANNEL 71>"));
    }

    @Test
    void aChannelOfTheServerIsToldWhenAPostStops() {
        Reply none = Reply.ofSections(
                        "Daily posts: Log",
                        List.of(new Section(
                                "",
                                "Only whoever set a daily post up is told when it stops, in a direct message. To tell a channel of"
                                        + " this server too, name it, like /daily log channel:#moderators.")))
                .inPrivate();
        assertEquals(none, ask("log"));
        assertEquals(
                Reply.mistake(
                        "No channel of this server has a daily post yet, so there is nothing to tell. Try /daily set"
                                + " first."),
                ask("log", "channel", "75"));
        setUp();
        Reply told = ask("log", "channel", "75");
        assertEquals(
                Reply.ofSections(
                                "Daily posts: Log",
                                List.of(
                                        new Section(
                                                "",
                                                List.of(
                                                        Span.channel(75),
                                                        Span.words(
                                                                " is told when a daily post of this server stops, why and since"
                                                                        + " when. So is whoever set the post up, in a direct message.")))))
                        .inPrivate()
                        .withChoices(List.of(new Choice(
                                "Tell no channel",
                                Question.of("daily log")
                                        .with("channel", "75")
                                        .with("by", String.valueOf(ADMIN))
                                        .with("to", "none")))),
                told);
        assertEquals(Optional.of(75L), run.store().logChannel(GUILD));
        assertEquals(told, ask("log"));

        assertEquals(none, press(told, "Tell no channel"));
        notWritable.add(76L);
        assertEquals(Reply.Kind.MISTAKE, ask("log", "channel", "76").kind());
        assertEquals(Optional.empty(), run.store().logChannel(GUILD));
    }

    @Test
    void daysAndWeeklyExcludeEachOther() {
        assertEquals(
                Reply.mistake("A post is either due on days of the week or weekly. Give days or weekly, not both."),
                ask("set", "days", "weekdays", "weekly", "monday"));
        ask("set", "zone", "utc", "weekly", "monday");
        assertEquals(Rhythm.weekly(DayOfWeek.MONDAY), run.schedule().settings().rhythm());
        ask("set", "time", "10");
        assertEquals(Rhythm.weekly(DayOfWeek.MONDAY), run.schedule().settings().rhythm());
        ask("set", "days", "weekends");
        assertEquals(Rhythm.WEEKENDS, run.schedule().settings().rhythm());
    }

    @Test
    void aPressThatChangesNothingIsNotSaved() {
        setUp();
        Schedule before = run.schedule();
        press(part("Time"), "09:00");

        assertEquals(before, run.schedule());
    }

    @Test
    void aButtonOfThePanelSetsNothingUpAgain() {
        setUp();
        Reply time = part("Time");
        press(ask("remove"), "Yes, remove it");

        assertEquals(Reply.Kind.MISTAKE, press(time, "21:00").kind());
        assertEquals(List.of(), run.store().ofGuild(GUILD).schedules());
    }

    @Test
    void whoIsFirstSetsItUp() {
        Reply panel = ask("panel");
        setUp();

        assertEquals("Daily post: Set up already", press(panel, "Set it up").heading());
        assertEquals(DailyRun.BERLIN, run.schedule().settings().zone().orElseThrow());
    }

    @Test
    void theChannelIsTheOneWhereItIsAskedOrTheOnlyOneWithAPost() {
        assertEquals(
                Reply.mistake(
                        "No channel of this server has a daily post yet. Try /daily set to give this one a post."),
                ask("pause"));
        ask("set", "channel", "71", "zone", "utc");
        assertEquals("Daily post: Paused", ask("pause").heading());
        assertEquals("Daily post: Changed", ask("set", "time", "10").heading());
        ask("set", "channel", "72");
        assertEquals(
                Reply.mistake("Several channels of this server have a daily post, and this isn’t one of them. Name one"
                        + " with channel, like /daily pause channel:#history."),
                ask("pause"));
        assertTrue(text(ask("panel")).contains("<CHANNEL 70> has no daily post yet."));
        assertEquals("Daily post: Set up", ask("set", "zone", "berlin").heading());
        assertEquals("Daily post: Paused", ask("pause").heading());
        assertEquals(Schedule.State.PAUSED, run.schedule().state());
    }

    @Test
    void postingNowSaysWhomItMentions() {
        ask("set", "zone", "berlin", "role", "99");
        assertTrue(text(press(ask("panel"), "Post now")).contains("It mentions <ROLE 99>.\n"));
        ask("set", "silent", "yes");
        Reply sure = press(ask("panel"), "Post now");
        assertTrue(text(sure).contains("It mentions <ROLE 99>, but silently.\n"));
        press(sure, "Yes, post it");
        assertTrue(text(press(ask("panel"), "Post now")).contains("It mentions <ROLE 99>, but silently.\n"));
    }

    private Reply press(Reply panel, String label, Asker.Rights now, Duration after) {
        Instant opened = run.clock().instant();
        run.clock().pass(after);
        return commands.answer(new Request(
                        question(panel, label),
                        LocalDate.ofInstant(opened, ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        HERE,
                        new Asker(GUILD, ADMIN, ++interaction, now))
                .pressedOn(opened));
    }

    @Test
    void whoeverHasLostManageServerPressesInVain() {
        Reply panel = setUp();

        assertEquals(
                Reply.mistake(
                        "This button needs the permission Manage Server, which you don’t have any more. Nothing was"
                                + " changed. Ask someone who has it, or who may give it to you."),
                press(panel, "Remove", Asker.Rights.NONE, Duration.ZERO));
    }

    /** Whom only the server's settings for integrations allowed: nobody can look that up when a button is pressed. */
    @Test
    void whoeverHasNoManageServerPressesForAQuarterOfAnHour() {
        setUp();
        Reply panel = commands.answer(new Request(
                Question.of("daily check").with("channel", HERE),
                LocalDate.of(2026, 11, 24),
                ZoneOffset.UTC,
                HERE,
                new Asker(GUILD, ADMIN, ++interaction, Asker.Rights.NONE)));

        assertEquals(
                "Remove the daily post?",
                press(panel, "Remove", Asker.Rights.NONE, Duration.ofMinutes(14))
                        .heading());
        assertEquals(
                Reply.mistake(
                        "This panel has been open for too long. Nothing was changed. Open it anew with /daily panel."),
                press(panel, "Remove", Asker.Rights.NONE, Duration.ofMinutes(15)));
    }

    @Test
    void ofTwoThatSetUpAtOnceOneReadsSetUp() throws Exception {
        int many = 4;
        CyclicBarrier together = new CyclicBarrier(many);
        List<CompletableFuture<String>> replies = IntStream.range(0, many)
                .mapToObj(admin -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                together.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return askAs(
                                            100 + admin,
                                            GUILD,
                                            Question.of("daily set").with("channel", HERE))
                                    .heading();
                        },
                        work -> new Thread(work).start()))
                .toList();

        assertEquals(
                List.of("Daily post: Changed", "Daily post: Changed", "Daily post: Changed", "Daily post: Set up"),
                replies.stream().map(CompletableFuture::join).sorted().toList());
    }

    @Test
    void twoAdminsThatChangeDifferentOptionsAtOnceBothSucceed() throws Exception {
        setUp();
        List<Question> changes = List.of(
                Question.of("daily set").with("channel", HERE).with("time", "21:00"),
                Question.of("daily set").with("channel", HERE).with("silent", "yes"),
                Question.of("daily set").with("channel", HERE).with("empty", "nothing"),
                Question.of("daily set").with("channel", HERE).with("sensitive", "no"));
        CyclicBarrier together = new CyclicBarrier(changes.size());
        CompletableFuture.allOf(changes.stream()
                        .map(change -> CompletableFuture.runAsync(
                                () -> {
                                    try {
                                        together.await();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                    askAs(ADMIN, GUILD, change);
                                },
                                work -> new Thread(work).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        Settings settings = run.schedule().settings();
        assertEquals(
                new Settings(
                                GUILD,
                                CHANNEL,
                                LocalTime.of(21, 0),
                                "Europe/Berlin",
                                EmptyDay.NOTHING,
                                List.of(),
                                false,
                                true,
                                0,
                                false)
                        .withPicture(true),
                settings);
    }

    @Test
    void whatNoClientCanNameAnyMoreIsRemovedFromTheList() throws Exception {
        setUp();
        run.sql("UPDATE schedule SET empty_day = 'SOMETIMES'");
        Reply list = ask("list");
        assertTrue(text(list).contains("the bot can’t read what it has stored for this channel"), text(list));

        assertEquals("Daily post removed", press(list, "Remove " + CHANNEL).heading());
        assertEquals(0, run.store().ofGuild(GUILD).size());
    }

    @Test
    void aChannelThatIsNotSeenIsRemovedFromTheList() {
        setUp();
        run.guilds().hide(CHANNEL);
        run.postbox().next(FakePostbox.Fate.NOT_ALLOWED);
        run.pass(Duration.ofHours(1));

        Reply ask = press(ask("list"), "Remove " + CHANNEL);
        assertEquals("Daily post removed", press(ask, "Yes, remove it").heading());
        assertEquals(0, run.store().ofGuild(GUILD).size());
    }

    @Test
    void twelveCategoriesCanBeChosen() {
        String twelve = String.join(", ", Collections.nCopies(12, "treaty"));
        Reply panel = ask("set", "channel", HERE, "zone", "Berlin", "categories", twelve);

        assertEquals(Reply.Kind.PRIVATE, panel.kind());
    }

    @Test
    void answersNowhereWhereAnotherProcessDoesThePosts() {
        SqliteDatabase second = new SqliteDatabase(run.file());
        assertThrows(ScheduleStore.Away.class, second::open);
        try (Daily daily = new Daily(
                second,
                () -> new PostText(TIMELINE, new Pictures(TIMELINE)),
                run.guilds(),
                run.postbox(),
                run.clock(),
                DailyRules.DEFAULT)) {
            assertFalse(new DailyCommand(daily, TIMELINE, run.guilds(), run.clock()).answersHere());
        }
        assertTrue(new DailyCommand(run.daily(), TIMELINE, run.guilds(), run.clock()).answersHere());
    }

    @Test
    void checkAdvisesWhatFitsTheCause() {
        setUp();
        run.guilds().channelIs(CHANNEL, FakeGuilds.timedOutUntil(Instant.parse("2026-11-24T20:30:00Z")));

        String check = text(ask("check", "channel", HERE));
        assertTrue(
                check.contains(
                        "✗ A moderator has timed the bot out until 24 November, 20:30 UTC. Whoever may time members"
                                + " out can end that sooner: the bot’s profile, Remove Timeout."),
                check);
    }
}
