package dev.almanac;

import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.file.FileChanges;
import dev.almanac.timeline.file.Problem;
import dev.almanac.timeline.file.TimelineFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The settings of every command: which timeline, and whose today. */
final class CommonOptions {
    @Option(
            names = "--events",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:ALMANAC_EVENTS}",
            converter = SettingTypes.AnyFile.class,
            description = {
                "The file of events to answer from. Default: the events.json beside the program.",
                "Variable: ALMANAC_EVENTS"
            })
    private @Nullable Path events;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:ALMANAC_ZONE}",
            converter = SettingTypes.Zone.class,
            description = {
                "The time zone that says which day is today, like Europe/Berlin, Berlin or UTC+3. Default: the system's; "
                        + "UTC on Discord.",
                "Variable: ALMANAC_ZONE"
            })
    private @Nullable ZoneId zone;

    Path events() {
        return events == null ? home().resolve("events.json") : events;
    }

    /** The folder of the program: as the launcher says, else that of the jar. */
    private static Path home() {
        String given = System.getProperty("almanac.home");
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path code = Path.of(CommonOptions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(code.getParent()).orElse(code);
        } catch (URISyntaxException e) {
            throw new CannotStart(
                    "The program can't find the folder it is in (" + e.getMessage() + "). Set ALMANAC_EVENTS.");
        }
    }

    /** Notices what becomes of the file from now on. To be made before {@link #timeline} reads it. */
    FileChanges changes() {
        return new FileChanges(events(), Clock.systemUTC());
    }

    /** @throws CannotStart when the file can't be used; the message names every problem in it */
    Timeline timeline() {
        TimelineFile.Reading reading = new TimelineFile(events()).read();
        return reading.timeline()
                .orElseThrow(() -> new CannotStart(
                        reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))
                                + "\nNothing was started. Mend the file (./almanac check shows what is left), or name another in"
                                + " ALMANAC_EVENTS."));
    }

    /** The clock of whoever sits at this machine. */
    Clock clock() {
        return Clock.system(zone == null ? ZoneId.systemDefault() : zone);
    }

    /** The clock of a bot, whose people are anywhere. */
    Clock clockOfTheBot() {
        return Clock.system(zone == null ? ZoneId.of("UTC") : zone);
    }
}
