package dev.almanac;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Reports;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.PostText;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordBot;
import dev.almanac.discord.DiscordGuilds;
import dev.almanac.discord.DiscordPostbox;
import dev.almanac.discord.DiscordReports;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.lookup.ReportCommand;
import dev.almanac.operation.Watches;
import dev.almanac.picture.Pictures;
import dev.almanac.preview.PreviewDiscord;
import dev.almanac.preview.PreviewServer;
import dev.almanac.reading.LineReader;
import dev.almanac.reading.TextReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.terminal.Chat;
import dev.almanac.terminal.Terminal;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Builds the fronts: the one place where objects are given what they need, for the program and for tests. What is built is
 * whole, and closes everything that was built for it.
 */
public final class Assembly {
    private final Timeline timeline;
    private final PreparedSearch search;
    private final Pictures pictures;
    private final Clock clock;
    private final RandomGenerator random;
    private final String version;
    private final Watches watches;

    /** An assembly of fronts that nobody watches. */
    public Assembly(Timeline timeline, Clock clock, RandomGenerator random, String version) {
        this(timeline, clock, random, version, Watches.NONE);
    }

    /** @param clock in the zone whose today is meant by whoever names no day */
    public Assembly(Timeline timeline, Clock clock, RandomGenerator random, String version, Watches watches) {
        this.timeline = timeline;
        this.search = new PreparedSearch(timeline, watches.search());
        this.pictures = new Pictures(timeline);
        this.clock = clock;
        this.random = random;
        this.version = version;
        this.watches = watches;
    }

    /** A chat that begins when somebody types. */
    public Terminal terminal(Map<String, String> environment, PrintStream out) {
        Commands commands = commands(List.of(), Optional.empty());
        return new Terminal(
                commands,
                new Chat(commands, new LineReader(commands, timeline, false), clock, Locale.ENGLISH),
                environment,
                out);
    }

    /**
     * A bot that isn't connected yet and has opened nothing.
     *
     * @param database where schedules are kept; the bot closes it
     * @param connection that nothing uses yet
     */
    public Bot bot(DiscordSettings settings, DailyRules rules, ScheduleDatabase database, Connection connection) {
        watches.timeline().inUse(timeline);
        search.prepare();
        KeptMessages kept = new KeptMessages();
        DiscordGuilds guilds = new DiscordGuilds(connection);
        Daily daily = new Daily(
                database, postText(), guilds, new DiscordPostbox(connection, guilds), clock, rules, watches.daily());
        Optional<Reports> reports = settings.reports().map(address -> new DiscordReports(connection, address));
        Commands commands = commands(List.of(new DailyCommand(daily, timeline, guilds, clock)), reports);
        return new Bot(
                new DiscordBot(
                        settings,
                        commands,
                        new LineReader(commands, timeline, true),
                        new TextReader(timeline),
                        kept,
                        clock,
                        clock.getZone(),
                        connection,
                        daily,
                        watches.discord()),
                daily);
    }

    /**
     * A preview that is being served.
     *
     * @param port 0 for any that is free
     * @throws CannotStart when it can't be served there
     */
    public Preview preview(int port) {
        KeptMessages kept = new KeptMessages();
        PreviewDiscord discord = new PreviewDiscord();
        ForgottenFolder folder = ForgottenFolder.make();
        Path file = folder.path().resolve("preview.db");
        Daily daily = new Daily(new SqliteDatabase(file), postText(), discord, discord, clock, DailyRules.DEFAULT);
        Commands commands = commands(List.of(new DailyCommand(daily, timeline, discord, clock)), Optional.empty());
        try {
            PreviewServer server = PreviewServer.start(
                    port,
                    commands,
                    new LineReader(commands, timeline, true),
                    new MessageBodies(commands, kept),
                    discord,
                    clock);
            daily.start();
            search.prepare();
            return new Preview(server, daily, folder);
        } catch (IOException | IllegalArgumentException e) {
            daily.close();
            folder.close();
            throw new CannotStart("The preview can't be served at port " + port + " (" + e.getMessage()
                    + "). Name another, or 0 for any free port: ./almanac preview --port 0");
        }
    }

    private PostText postText() {
        return new PostText(timeline, pictures);
    }

    private Commands commands(List<Command> daily, Optional<Reports> reports) {
        Optional<Command> report = reports.map(there -> new ReportCommand(timeline, there, clock));
        return new Commands(
                AllCommands.list(timeline, search, pictures, random, version, daily, report),
                random,
                watches.answers());
    }
}
