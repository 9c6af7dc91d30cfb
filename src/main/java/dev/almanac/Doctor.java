package dev.almanac;

import dev.almanac.daily.ScheduleStore.Away;
import dev.almanac.daily.store.DatabaseStanding;
import dev.almanac.discord.Checkup;
import dev.almanac.discord.Checkup.NoAnswer;
import dev.almanac.discord.Checkup.Server;
import dev.almanac.discord.Checkup.Standing;
import dev.almanac.discord.DiscordRefusal;
import dev.almanac.discord.DiscordSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code almanac doctor}: one line for each thing that must hold, with what mends it. */
@Command(
        name = "doctor",
        description = {
            "Checks what the bot needs, with the settings of run: token, installation, identifies, clock, database, events,"
                    + " commands that double the menu. Ends with 0 when all is well, else with 78.",
            "It connects nothing and changes nothing, so a running bot goes on undisturbed."
        },
        mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
    private static final String PORTAL = "https://discord.com/developers/applications/";

    /** From here on a look for a post in doubt can miss it; see docs/promise.md. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    /** A clock that is well keeps nearer than this; the date of an answer has whole seconds. */
    private static final Duration DOUBTFUL_CLOCK = Duration.ofSeconds(5);

    /** Nobody waits that long while posts go out at the usual pace. */
    private static final Duration LONG_BACKLOG = Duration.ofMinutes(15);

    @Mixin
    private final BotOptions options = new BotOptions();

    @Option(
            names = "--fix",
            description = "Remove the commands that are registered for single servers; those that are everywhere stay.")
    private boolean fix;

    private final CommonOptions common;
    private final Map<String, String> environment;
    private final PrintStream out;
    private boolean well = true;

    Doctor(CommonOptions common, Map<String, String> environment, PrintStream out) {
        this.common = common;
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() {
        events();
        database();
        try {
            discord(options.discord(environment));
        } catch (CannotStart noToken) {
            mend("token", String.valueOf(noToken.getMessage()));
        }
        return well ? Endings.WELL : Endings.CONFIGURATION;
    }

    private void ok(String what, String words) {
        out.println("ok    " + what + ": " + words);
    }

    private void mend(String what, String words) {
        well = false;
        out.println("MEND  " + what + ": " + words.replace("\n", "\n      "));
    }

    private void events() {
        try {
            ok("events", common.timeline().events().size() + " in " + common.events() + ".");
        } catch (CannotStart unusable) {
            mend("events", String.valueOf(unusable.getMessage()));
        }
    }

    private void database() {
        try {
            Storage storage = options.storage(environment);
            storage.standing(environment, common.clockOfTheBot().instant())
                    .ifPresentOrElse(
                            this::database,
                            () -> ok("database", "there is none yet; the first start makes " + storage + "."));
        } catch (Away | CannotStart unusable) {
            mend("database", String.valueOf(unusable.getMessage()));
        }
    }

    private void database(DatabaseStanding standing) {
        if (standing.tooOld()) {
            mend("database", "it is " + standing.product() + ", and PostgreSQL 15 or later is needed.");
        } else if (standing.schema() > standing.ours()) {
            mend(
                    "database",
                    standing.product() + ", whose tables are of version " + standing.schema() + "; this program knows "
                            + standing.ours() + ". Start the newer version, or restore a back-up.");
        } else if (standing.refusal().isPresent()) {
            mend(
                    "database",
                    standing.product() + " doesn't let its user make and write tables ("
                            + standing.refusal().get() + "). Make that user the owner of the database.");
        } else {
            ok("database", standing.product() + ", " + schema(standing) + ".");
            backlog(standing);
        }
    }

    private static String schema(DatabaseStanding standing) {
        if (standing.schema() == 0) {
            return "empty; the next start makes the tables";
        }
        return "tables of version " + standing.schema()
                + (standing.schema() < standing.ours() ? "; the next start makes " + standing.ours() + " of it" : "");
    }

    private void backlog(DatabaseStanding standing) {
        long posts = standing.backlog().posts();
        Duration waiting = standing.backlog()
                .since()
                .map(since -> Duration.between(since, common.clockOfTheBot().instant()))
                .orElse(Duration.ZERO);
        if (waiting.compareTo(LONG_BACKLOG) > 0) {
            mend(
                    "backlog",
                    count(posts, "channel") + " whose time has come, the first for " + words(waiting)
                            + ". Start the bot, or see in its log and in /readyz what it waits for.");
        } else {
            ok("backlog", count(posts, "channel") + " whose time has come.");
        }
    }

    private void discord(DiscordSettings settings) {
        try (Checkup checkup = new Checkup(settings, common.clockOfTheBot())) {
            Standing standing = checkup.standing();
            ok(
                    "token",
                    "Discord knows it as that of " + standing.name() + ", application " + standing.application() + ".");
            installation(standing);
            identifies(settings, standing);
            clock(standing);
            commands(checkup, standing);
        } catch (DiscordRefusal refusal) {
            mend("token", String.valueOf(refusal.getMessage()));
        } catch (NoAnswer away) {
            mend(
                    "token",
                    settings.api() + " can't be asked (" + away.getMessage()
                            + "). Let this machine reach it, or mend DISCORD_API_URL.");
        }
    }

    private void installation(Standing standing) {
        if (standing.forUsers() && standing.forServers()) {
            ok("installation", "servers and people can add it.");
            return;
        }
        String missing = standing.forServers() ? "User Install" : standing.forUsers() ? "Guild Install" : "both";
        mend(
                "installation",
                (standing.forServers() ? "people" : "servers") + " can't add it. Tick " + missing + " at " + PORTAL
                        + standing.application() + "/installation.");
    }

    private void identifies(DiscordSettings settings, Standing standing) {
        int shards = settings.sharding().isAdvised()
                ? standing.shards()
                : settings.sharding().total();
        String left = standing.identifiesLeft() + " of " + standing.identifies() + " are left today, and a start takes "
                + shards;
        if (standing.identifiesLeft() < 2 * shards) {
            mend("identifies", left + ". Find out what starts the bot over and over, and start it again tomorrow.");
        } else {
            ok("identifies", left + ".");
        }
    }

    private void clock(Standing standing) {
        if (standing.clockAhead().isEmpty()) {
            mend("clock", "Discord's answer has no date to compare it with. Look for a proxy in DISCORD_API_URL.");
            return;
        }
        Duration ahead = standing.clockAhead().get();
        Duration off = ahead.abs();
        String words =
                "this machine's is " + words(off) + (ahead.isNegative() ? " behind" : " ahead of") + " Discord's";
        if (off.compareTo(DOUBTFUL_CLOCK) < 0) {
            ok("clock", "this machine's agrees with Discord's.");
        } else {
            mend(
                    "clock",
                    words + (off.compareTo(WRONG_CLOCK) < 0 ? "" : ", and more than 5 minutes can cost a post")
                            + ". Let NTP set it: timedatectl set-ntp true");
        }
    }

    private void commands(Checkup checkup, Standing standing) throws DiscordRefusal, NoAnswer {
        List<Server> doubled = standing.servers().stream()
                .filter(server -> server.commands() > 0)
                .toList();
        String looked = count(standing.servers().size(), "server") + " looked at";
        if (doubled.isEmpty()) {
            ok("commands", "none is registered for a single server (" + looked + ").");
            return;
        }
        String names = doubled.stream().map(Server::name).limit(5).collect(Collectors.joining(", "))
                + (doubled.size() > 5 ? " and " + (doubled.size() - 5) + " more" : "");
        if (!fix) {
            mend(
                    "commands",
                    "people see them twice in " + names
                            + ". ./almanac doctor --fix removes the ones of single servers.");
            return;
        }
        for (Server server : doubled) {
            checkup.removeCommands(standing.application(), server.id());
        }
        ok("commands", "removed those of single servers in " + names + ".");
    }

    private static String count(long things, String thing) {
        return things + " " + thing + (things == 1 ? "" : "s");
    }

    private static String words(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " s" : String.format(Locale.ROOT, "%,d min", time.toMinutes());
    }
}
