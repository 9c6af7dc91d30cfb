package dev.almanac;

import dev.almanac.chat.Picture;
import dev.almanac.daily.ScheduleDatabase;
import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.store.DatabaseMove;
import dev.almanac.daily.store.DatabaseMove.Carried;
import dev.almanac.daily.store.DatabaseWatch;
import dev.almanac.daily.store.SqlDatabase;
import dev.almanac.discord.Connection;
import dev.almanac.discord.DiscordRefusal;
import dev.almanac.discord.DiscordSettings;
import dev.almanac.operation.Operation;
import dev.almanac.operation.Watches;
import dev.almanac.terminal.Terminal;
import dev.almanac.timeline.Edits;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.FileChanges;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile;
import dev.almanac.timeline.file.TimelineReport;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program's command line. */
@Command(
        name = "almanac",
        description =
                "Answers history questions. Without a command: answers the words, or opens a chat in this terminal.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
    /** View channels, send messages, embed links, attach files, read message history. */
    private static final int PERMISSIONS = 117760;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "A question, like: almanac today")
    private final List<String> question = new ArrayList<>();

    private final Map<String, String> environment;
    private final PrintStream out;

    private Main(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        // Pictures need no screen, and must not look for one.
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        System.exit(
                isBareQuestion(environment, arguments)
                        ? new Endings(err)
                                .of(() -> new Main(environment, out)
                                        .ask(List.of(arguments).subList(1, arguments.length)))
                        : Endings.of(commandLine(environment, out, err), arguments));
    }

    /** Whether there is nothing but a question, and no setting: to make a command line of all commands would take longer than to answer. */
    static boolean isBareQuestion(Map<String, String> environment, String... arguments) {
        return arguments.length > 1
                && arguments[0].equals("ask")
                && Stream.of(arguments).noneMatch(word -> word.startsWith("-") || word.startsWith("@"))
                && Stream.of("ALMANAC_EVENTS", "ALMANAC_ZONE").noneMatch(environment::containsKey);
    }

    /** @param environment where secrets and the platform's folders are read; options read the process's own */
    static CommandLine commandLine(Map<String, String> environment, PrintStream out, PrintStream err) {
        Main main = new Main(environment, out);
        Questions questions = new Questions(
                Terminal.isInteractive(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                out);
        CommandLine line = new CommandLine(main)
                .addSubcommand(new NewHistory(main.common::clock, questions, out))
                .addSubcommand(new ImportHistory(questions, out))
                .addSubcommand(new ExportHistory(main.common, out))
                .addSubcommand(new Doctor(main.common, environment, out))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Endings(err));
        return line.setParameterExceptionHandler(new Mistakes(line.getParameterExceptionHandler()));
    }

    @Override
    public Integer call() throws IOException {
        if (!question.isEmpty()) {
            refuseMisspeltCommand(question.get(0));
            return ask(question);
        }
        FileChanges changes = common.changes();
        Timeline timeline = common.timeline();
        Terminal terminal = assembly(timeline, changes, common.clock()).terminal(environment, out);
        if (Terminal.isInteractive()) {
            terminal.talk("Almanac: a timeline of " + timeline.head().title() + ", "
                    + count(timeline.events(), "event") + ".\n"
                    + "Type a year, a day or words, or /random. /help lists all, /quit leaves.");
        } else {
            terminal.answerAll(System.in);
        }
        return Endings.WELL;
    }

    private void refuseMisspeltCommand(String first) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<String> meant = line.getSubcommands().keySet().stream()
                .filter(name -> Edits.isSlip(name, first))
                .findFirst();
        if (meant.isPresent()) {
            throw new ParameterException(
                    line,
                    first + " isn't a command. Did you mean " + line.getCommandName() + " " + meant.get()
                            + "? To search for it: " + line.getCommandName() + " ask " + first);
        }
    }

    @Command(
            name = "ask",
            description = "Answers one question, like: almanac ask /random",
            mixinStandardHelpOptions = true)
    int ask(@Parameters(arity = "1..*", paramLabel = "WORD", description = "The question") List<String> words) {
        Terminal terminal = assembly(common.timeline(), null, common.clock()).terminal(environment, out);
        return Endings.after(terminal.ask(String.join(" ", words)));
    }

    @Command(
            name = "picture",
            description =
                    "Saves the picture of a day or of a span of years, like: almanac picture 28 november --output day.png, "
                            + "or: almanac picture /timeline",
            mixinStandardHelpOptions = true)
    int picture(
            @Parameters(arity = "0..*", paramLabel = "WORD", description = "A day, or a command; today without")
                    @Nullable
                    List<String> words,
            @Option(
                            names = "--output",
                            paramLabel = "FILE",
                            description = "Where to write the PNG. Default: day.png, or timeline.png")
                    @Nullable
                    Path output) {
        Terminal terminal = assembly(common.timeline(), null, common.clock()).terminal(environment, out);
        Optional<Picture> picture = terminal.picture(String.join(" ", words == null ? List.of() : words));
        if (picture.isEmpty()) {
            return Endings.MISTAKE;
        }
        Path file = output == null ? Path.of(picture.get().name()) : output;
        try {
            Files.write(file, picture.get().png());
        } catch (IOException e) {
            throw new CannotStart(file + " can't be written (" + e.getClass().getSimpleName()
                    + "). Name another file behind --output.");
        }
        out.println(picture.get().alt());
        out.println("Saved as " + file + ".");
        return Endings.WELL;
    }

    @Command(
            name = "check",
            description = "Checks a file of events and says everything that is wrong with it",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the timeline in use") @Nullable
                    Path file,
            @Option(
                            names = "--fix",
                            description =
                                    "Mend ids, blanks, and dates with one reading, put it in order, and say what changed")
                    boolean fix,
            @Option(
                            names = "--report",
                            description = "Show how its events are spread over the year, and its weakest days")
                    boolean report) {
        Path path = file == null ? common.events() : file;
        TimelineFile events = new TimelineFile(path);
        if (fix) {
            fixed(events, path).forEach(change -> out.println("Fixed: " + change + "."));
        }
        List<Problem> problems = events.check();
        problems.forEach(problem -> out.println(problem));
        if (!problems.isEmpty()) {
            out.println(count(problems, "problem") + ".");
            return Endings.INCOMPLETE;
        }
        events.remarks(LocalDate.now(common.clock())).forEach(remark -> out.println("Remark: " + remark));
        Timeline timeline = events.read().timeline().orElseThrow();
        out.println("No problem found: " + count(timeline.events(), "event") + ".");
        if (report) {
            out.print("\n" + TimelineReport.of(timeline));
        }
        return Endings.WELL;
    }

    @Command(
            name = "run",
            description = "Runs the bot on Discord until it is told to stop",
            footer = {
                "",
                "The bot's token is read from the variable DISCORD_TOKEN, or from the file that DISCORD_TOKEN_FILE names;"
                        + " it is never an option."
            },
            mixinStandardHelpOptions = true)
    int run(@Mixin BotOptions options) throws InterruptedException, DiscordRefusal {
        checkLog();
        DiscordSettings settings = options.discord(environment);
        FileChanges changes = common.changes();
        Timeline timeline = common.timeline();
        Clock clock = common.clockOfTheBot();
        Optional<Operation> operation = options.operation(clock, version());
        operation.ifPresent(pages -> log().info("/livez, /readyz and /metrics are at {}", pages.address()));
        ScheduleDatabase database =
                options.database(environment, operation.map(Operation::database).orElse(DatabaseWatch.NONE));
        Bot bot = new Assembly(
                        timeline,
                        changes,
                        clock,
                        new SecureRandom(),
                        version(),
                        operation.map(Operation::watches).orElse(Watches.NONE))
                .bot(settings, options.dailyRules(), database, new Connection(database.shards()));
        Thread onSignal = closeWhenTold(() -> {
            operation.ifPresent(Operation::closing);
            bot.close();
        });
        try {
            bot.run();
        } catch (DiscordRefusal | InterruptedException | RuntimeException | Error failure) {
            // Else the hook would end the process as if it had been told to stop.
            Runtime.getRuntime().removeShutdownHook(onSignal);
            bot.close();
            throw failure;
        }
        onSignal.join();
        return Endings.WELL;
    }

    /** The log itself is set up by logback.xml, long before. */
    private void checkLog() {
        String form = environment.getOrDefault("ALMANAC_LOG", "");
        if (!form.isEmpty() && !form.equals("json") && !form.equals("text")) {
            throw new CannotStart("ALMANAC_LOG is \"" + form
                    + "\", which isn't a form of the log. Write json for an object a line, or text.");
        }
    }

    @Command(
            name = "move-database",
            description = "Carries the schedules and what became of their days over into another, empty database",
            footer = {"", "Stop the bot before, and let it use the other one after. What they came from stays as it is."
            },
            mixinStandardHelpOptions = true)
    int moveDatabase(
            @Parameters(
                            paramLabel = "FROM",
                            converter = SettingTypes.Database.class,
                            description = "What ALMANAC_DATABASE was: a file, or postgresql://user@host/database")
                    Storage from,
            @Parameters(
                            paramLabel = "TO",
                            converter = SettingTypes.Database.class,
                            description = "What it will be; made where there is none")
                    Storage to) {
        try (SqlDatabase source = from.opened(environment, DatabaseWatch.NONE);
                SqlDatabase target = to.opened(environment, DatabaseWatch.NONE)) {
            Carried carried = DatabaseMove.between(source, target);
            out.println("Carried over, and counted on both sides: " + carried.schedules() + " schedules and "
                    + carried.days() + " days.");
            return Endings.WELL;
        } catch (Away | DatabaseMove.Refused refused) {
            throw new CannotStart("Nothing was carried over: " + refused.getMessage());
        }
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
                            converter = SettingTypes.Port.class,
                            description = "Where the page is served; 0 takes any free port. Default: 8425")
                    int port)
            throws InterruptedException {
        FileChanges changes = common.changes();
        Preview preview = assembly(common.timeline(), changes, common.clock()).preview(port);
        closeWhenTold(preview::close);
        out.println("The preview is at " + preview.address() + " for browsers on this machine. Ctrl-C ends it.");
        // Nothing but a signal ends it.
        new CountDownLatch(1).await();
        return Endings.WELL;
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
            out.println("\"" + applicationId + "\" isn't an application id, which has 17 to 20 digits. Find it at "
                    + "https://discord.com/developers/applications, your application, General Information.");
            return Endings.MISTAKE;
        }
        out.println("https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=bot+applications.commands&permissions=" + PERMISSIONS);
        out.println("So that people can add it to their own account as well, switch on User Install at "
                + "https://discord.com/developers/applications/" + applicationId + "/installation.");
        return Endings.WELL;
    }

    private static String count(List<?> things, String thing) {
        return things.size() + " " + thing + (things.size() == 1 ? "" : "s");
    }

    private static List<String> fixed(TimelineFile events, Path path) {
        try {
            return events.fix();
        } catch (IOException e) {
            throw new CannotStart(
                    path + " can't be written (" + e.getClass().getSimpleName() + "); it is still as it was.");
        }
    }

    private static Assembly assembly(Timeline timeline, @Nullable FileChanges changes, Clock clock) {
        return new Assembly(timeline, changes, clock, new SecureRandom(), version(), Watches.NONE);
    }

    /** When the process is told to stop, what is open is closed and the code is 0. */
    private static Thread closeWhenTold(Runnable close) {
        Thread onSignal = new Thread(() -> {
            close.run();
            // Told to stop and stopped: that isn't a failure, whatever the signal.
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        return onSignal;
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

    /** Only whoever has something to log waits until the log is set up; answering one question would take a third longer. */
    private static Logger log() {
        return LoggerFactory.getLogger(Main.class);
    }
}
