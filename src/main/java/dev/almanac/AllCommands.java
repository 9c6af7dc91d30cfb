package dev.almanac;

import dev.almanac.commands.AboutCommand;
import dev.almanac.commands.Command;
import dev.almanac.commands.Commands;
import dev.almanac.commands.EventCommand;
import dev.almanac.commands.HelpCommand;
import dev.almanac.commands.OnThisDayCommand;
import dev.almanac.commands.RandomCommand;
import dev.almanac.commands.Section;
import dev.almanac.commands.YearCommand;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The list of all commands, in the order in which help shows them. */
final class AllCommands {
    /** @param daily {@code /daily}, where there is something to post to; else empty */
    static Commands over(
            Timeline timeline,
            RandomGenerator random,
            String version,
            Supplier<List<Section>> figures,
            List<Command> daily) {
        List<Command> lookups = List.of(
                new OnThisDayCommand(timeline),
                new YearCommand(timeline),
                new RandomCommand(timeline, random),
                new EventCommand(timeline),
                new AboutCommand(timeline, version, figures));
        List<Command> commands = Stream.concat(lookups.stream(), daily.stream()).toList();
        Command help = new HelpCommand(
                timeline.head(), commands.stream().map(Command::usage).toList());
        return new Commands(Stream.concat(commands.stream(), Stream.of(help)).toList(), random);
    }

    private AllCommands() {}
}
