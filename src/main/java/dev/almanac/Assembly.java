package dev.almanac;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Reports;
import dev.almanac.daily.DailyRules;
import dev.almanac.daily.PostText;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.command.ZoneText;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.CommandIds;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordBot;
import dev.almanac.discord.DiscordEdition;
import dev.almanac.discord.DiscordGuilds;
import dev.almanac.discord.DiscordPostbox;
import dev.almanac.discord.DiscordReports;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.lookup.ReportCommand;
import dev.almanac.lookup.SentReports;
import dev.almanac.operation.Watches;
import dev.almanac.picture.Pictures;
import dev.almanac.preview.PreviewDiscord;
import dev.almanac.preview.PreviewEdition;
import dev.almanac.preview.PreviewServer;
import dev.almanac.reading.LineReader;
import dev.almanac.search.PreparedSearch;
import dev.almanac.terminal.Chat;
import dev.almanac.terminal.Terminal;
import dev.almanac.terminal.TerminalEdition;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.FileChanges;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Builds the fronts: the one place where objects are given what they need, for the program and for tests. What is built is
 * whole, and closes everything that was built for it.
 */
public final class Assembly {
    private final Timeline timeline;
    private final @Nullable FileChanges changes;
    private final Clock clock;
    private final RandomGenerator random;
    private final String version;
    private final Watches watches;

    /** Fronts over one timeline, which never changes, that nobody watches. */
    public Assembly(Timeline timeline, Clock clock, RandomGenerator random, String version) {
        this(timeline, null, clock, random, version, Watches.NONE);
    }

    /**
     * Fronts over the timeline of a file, which take it anew whenever it has changed.
     *
     * @param timeline as it was read after the changes were begun to be looked for
     * @param changes serve one front; null where the timeline never changes
     * @param clock in the zone whose today is meant by whoever names no day
     */
    public Assembly(
            Timeline timeline,
            @Nullable FileChanges changes,
            Clock clock,
            RandomGenerator random,
            String version,
            Watches watches) {
        this.timeline = timeline;
        this.changes = changes;
        this.clock = clock;
        this.random = random;
        this.version = version;
        this.watches = watches;
    }

    /** A chat that begins when somebody types. */
    public Terminal terminal(Map<String, String> environment, PrintStream out) {
        Reload<TerminalEdition> reload = new Reload<>(changes, watches.timeline(), clock);
        reload.build(timeline, next -> {
            Commands commands = commands(
                    next, new PreparedSearch(next, watches.search()), new Pictures(next), List.of(), Optional.empty());
            return new TerminalEdition(commands, new LineReader(commands, next, false));
        });
        // What became of the file is told between two lines.
        reload.begin(state -> {});
        return new Terminal(reload, reload::state, new Chat(reload, clock, Locale.ENGLISH), environment, out);
    }

    /**
     * A bot that isn't connected yet and has opened nothing.
     *
     * @param database where schedules are kept; the bot closes it
     * @param connection that nothing uses yet
     */
    public Bot bot(DiscordSettings settings, DailyRules rules, ScheduleDatabase database, Connection connection) {
        Reload<DiscordEdition> reload = new Reload<>(changes, watches.timeline(), clock);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        CommandIds ids = new CommandIds();
        DiscordGuilds guilds = new DiscordGuilds(connection);
        Daily daily = new Daily(
                database,
                () -> reload.get().posts(),
                guilds,
                new DiscordPostbox(connection, guilds),
                clock,
                rules,
                watches.daily());
        ZoneText zones = new ZoneText();
        CompletableFuture<Void> unused = ready.thenRunAsync(zones::prepare);
        SentReports sent = new SentReports(clock);
        Optional<Reports> reports = settings.reports().map(address -> new DiscordReports(connection, address));
        reload.build(timeline, next -> {
            KeptMessages kept = new KeptMessages();
            Pictures pictures = new Pictures(next);
            Commands commands = commands(
                    next,
                    search(next, ready),
                    pictures,
                    List.of(new DailyCommand(daily, next, guilds, clock, zones)),
                    reports.map(there -> new ReportCommand(next, there, sent)));
            return DiscordEdition.over(next, commands, new PostText(next, pictures), kept, ids);
        });
        DiscordBot discord = new DiscordBot(
                settings,
                reload,
                ids,
                clock,
                clock.getZone(),
                connection,
                database.identifyTurns(),
                daily,
                watches.discord(),
                ready);
        return new Bot(discord, daily, reload);
    }

    /**
     * A preview that is being served.
     *
     * @param port 0 for any that is free
     * @throws CannotStart when it can't be served there
     */
    public Preview preview(int port) {
        Reload<PreviewEdition> reload = new Reload<>(changes, watches.timeline(), clock);
        PreviewDiscord discord = new PreviewDiscord();
        ForgottenFolder folder = ForgottenFolder.make();
        Path file = folder.path().resolve("preview.db");
        Daily daily = new Daily(
                new SqliteDatabase(file), () -> reload.get().posts(), discord, discord, clock, DailyRules.DEFAULT);
        reload.build(timeline, next -> {
            KeptMessages kept = new KeptMessages();
            Pictures pictures = new Pictures(next);
            Commands commands = commands(
                    next,
                    search(next, CompletableFuture.completedFuture(null)),
                    pictures,
                    List.of(new DailyCommand(daily, next, discord, clock)),
                    Optional.empty());
            return new PreviewEdition(
                    commands,
                    new LineReader(commands, next, true),
                    new MessageBodies(commands, kept),
                    new PostText(next, pictures));
        });
        try {
            PreviewServer server = PreviewServer.start(port, reload, reload::state, discord, clock);
            daily.start();
            reload.begin(Reload::log);
            return new Preview(server, daily, folder, reload);
        } catch (IOException | IllegalArgumentException e) {
            daily.close();
            folder.close();
            throw new CannotStart("The preview can't be served at port " + port + " (" + e.getMessage()
                    + "). Name another, or 0 for any free port: ./almanac preview --port 0");
        }
    }

    /**
     * Whoever asks first needn't wait for the first search; a later one is whole before it is in use.
     *
     * @param before what is done first
     */
    private PreparedSearch search(Timeline next, CompletableFuture<Void> before) {
        PreparedSearch search = new PreparedSearch(next, watches.search());
        if (next == timeline) {
            search.prepareAfter(before);
        } else {
            search.build();
        }
        return search;
    }

    private Commands commands(
            Timeline over, PreparedSearch search, Pictures pictures, List<Command> daily, Optional<Command> report) {
        return new Commands(
                AllCommands.list(over, search, pictures, random, version, daily, report), random, watches.answers());
    }
}
