package dev.almanac;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Reply;
import dev.almanac.daily.command.DailyCommand;
import dev.almanac.daily.engine.Daily;
import dev.almanac.daily.store.SqliteDatabase;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordBot;
import dev.almanac.discord.DiscordRefusal;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.discord.message.KeptMessages;
import dev.almanac.terminal.Chat;
import dev.almanac.terminal.Terminal;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile;
import dev.almanac.timeline.file.TimelineReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program's command line. Everything long-lived is made here, and closed here. */
@Command(
        name = "almanac",
        description = "Answers history questions. Without a command: a chat in this terminal.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
    private static final int MISTAKE = 2;
    private static final int FAILURE = 70;
    /** EX_CONFIG of sysexits.h: starting again changes nothing until a setting is mended. */
    private static final int CONFIGURATION = 78;
    /** EX_TEMPFAIL of sysexits.h: starting again helps. */
    private static final int START_AGAIN = 75;

    /** View channels, send messages, embed links, read message history. */
    private static final int PERMISSIONS = 84992;

    private final Map<String, String> environment;
    private final PrintStream out;

    private Main(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main(System.getenv(), out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof DiscordRefusal refusal) {
                        err.println(refusal.getMessage());
                        return refusal.heals() ? START_AGAIN : CONFIGURATION;
                    }
                    if (failure instanceof Config.Invalid || failure instanceof Stop) {
                        err.println(failure.getMessage());
                        return CONFIGURATION;
                    }
                    throw failure;
                });
        System.exit(line.execute(arguments));
    }

    /** Nothing can be started; the message says why. */
    private static final class Stop extends RuntimeException {
        Stop(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() throws IOException {
        Config config = config();
        Timeline timeline = timeline(config);
        Terminal terminal = terminal(config, timeline);
        if (Terminal.isInteractive()) {
            terminal.talk("Almanac: a timeline of " + timeline.head().title() + ", "
                    + count(timeline.events(), "event") + ".\n"
                    + "Try /year 1867, /onthisday or /random. /help lists all, /quit leaves.");
        } else {
            terminal.answerAll(System.in);
        }
        return 0;
    }

    @Command(
            name = "ask",
            description = "Answers one question, like: almanac ask /year 1867",
            mixinStandardHelpOptions = true)
    int ask(@Parameters(arity = "1..*", paramLabel = "WORD", description = "The question") List<String> words) {
        Config config = config();
        Reply reply = terminal(config, timeline(config)).ask(String.join(" ", words));
        return switch (reply.kind()) {
            case MISTAKE -> MISTAKE;
            case FAILURE -> FAILURE;
            default -> 0;
        };
    }

    @Command(
            name = "check",
            description = "Checks a file of events and tells everything that is wrong with it",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the timeline in use") @Nullable
                    Path file,
            @Option(names = "--fix", description = "Write it in canonical order and layout, if nothing else is wrong")
                    boolean fix,
            @Option(names = "--report", description = "Tell how its events lie over the year, and its weakest days")
                    boolean report) {
        Path path = file == null ? config().events() : file;
        TimelineFile events = new TimelineFile(path);
        if (fix && isFixed(events, path)) {
            out.println(path + " is now in canonical order and layout.");
        }
        List<Problem> problems = events.check();
        problems.forEach(problem -> out.println(problem));
        if (!problems.isEmpty()) {
            out.println(count(problems, "problem") + ".");
            return 1;
        }
        Timeline timeline = events.read().timeline().orElseThrow();
        out.println("No problem found: " + count(timeline.events(), "event") + ".");
        if (report) {
            out.print("\n" + TimelineReport.of(timeline));
        }
        return 0;
    }

    @Command(
            name = "run",
            description = "Runs the bot on Discord until it is told to stop",
            mixinStandardHelpOptions = true)
    int run() throws InterruptedException, DiscordRefusal {
        Config config = config();
        DiscordSettings settings = config.discord();
        Timeline timeline = timeline(config);
        Clock clock = Clock.systemUTC();
        KeptMessages kept = new KeptMessages();
        Connection connection = new Connection();
        Daily daily = new Daily(
                new SqliteDatabase(config.database()),
                timeline,
                connection.guilds(),
                connection.postbox(),
                clock,
                config.dailyRules());
        Commands commands = AllCommands.over(
                timeline,
                new SecureRandom(),
                version(),
                kept::figures,
                List.of(new DailyCommand(daily, timeline, connection.guilds(), clock)));
        DiscordBot bot = new DiscordBot(
                settings, commands, kept, clock, config.zone().orElse(ZoneId.of("UTC")), connection, daily);
        Thread onSignal = new Thread(() -> {
            bot.close();
            daily.close();
            // Told to stop and stopped: that is no failure, whatever the signal.
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            bot.run();
        } catch (DiscordRefusal | RuntimeException | Error failure) {
            // Else the hook would end the process as if it had been told to stop.
            Runtime.getRuntime().removeShutdownHook(onSignal);
            bot.close();
            daily.close();
            throw failure;
        }
        onSignal.join();
        return 0;
    }

    @Command(
            name = "preview",
            description = "Shows the bot in a browser page of this machine, as Discord would, until it is told to stop",
            mixinStandardHelpOptions = true)
    int preview(
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "8425",
                            description =
                                    "Where the page is served, ${DEFAULT-VALUE} unless you say; 0 takes a free one")
                    int port)
            throws InterruptedException {
        Config config = config();
        Preview preview = new Preview(timeline(config), clock(config), new SecureRandom(), version(), port);
        out.println("The preview is at " + preview.address() + " for browsers on this machine. Ctrl-C ends it.");
        preview.runUntilTold();
        return 0;
    }

    @Command(
            name = "invite",
            description = "Prints the link that adds the bot to a server",
            mixinStandardHelpOptions = true)
    int invite(
            @Parameters(
                            paramLabel = "APPLICATION-ID",
                            description = "The number on the application's page, General Information")
                    String applicationId) {
        if (!applicationId.matches("\\d{17,20}")) {
            out.println("\"" + applicationId + "\" is no application id: it has 17 to 20 digits. Find it at "
                    + "https://discord.com/developers/applications, your application, General Information.");
            return MISTAKE;
        }
        out.println("https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=bot+applications.commands&permissions=" + PERMISSIONS);
        out.println("So that people can add it to their own account as well, switch on User Install at "
                + "https://discord.com/developers/applications/" + applicationId + "/installation.");
        return 0;
    }

    private static String count(List<?> things, String thing) {
        return things.size() + " " + thing + (things.size() == 1 ? "" : "s");
    }

    private static boolean isFixed(TimelineFile events, Path path) {
        try {
            return events.fix();
        } catch (IOException e) {
            throw new Stop(path + " can't be written (" + e.getClass().getSimpleName() + "); it is still as it was.");
        }
    }

    private Config config() {
        return Config.ofProgram(environment);
    }

    private static Timeline timeline(Config config) {
        TimelineFile.Reading reading = new TimelineFile(config.events()).read();
        return reading.timeline()
                .orElseThrow(() -> new Stop(
                        reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                                + "\nNothing was started: mend the file (./almanac check shows what is left), or name another in"
                                + " ALMANAC_EVENTS."));
    }

    private Terminal terminal(Config config, Timeline timeline) {
        Commands commands = AllCommands.over(timeline, new SecureRandom(), version(), List::of, List.of());
        return new Terminal(commands, new Chat(commands, clock(config), Locale.getDefault()), environment, out);
    }

    /** The clock of whoever sits at this machine. */
    private static Clock clock(Config config) {
        return Clock.system(config.zone().orElseGet(ZoneId::systemDefault));
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Almanac " + version()};
        }
    }
}
