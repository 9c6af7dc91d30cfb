package dev.almanac;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.lookup.AboutCommand;
import dev.almanac.lookup.EventCommand;
import dev.almanac.lookup.Examples;
import dev.almanac.lookup.HelpCommand;
import dev.almanac.lookup.OnThisDayCommand;
import dev.almanac.lookup.QuizCommand;
import dev.almanac.lookup.RandomCommand;
import dev.almanac.lookup.SearchCommand;
import dev.almanac.lookup.TimelineCommand;
import dev.almanac.lookup.YearCommand;
import dev.almanac.picture.Pictures;
import dev.almanac.search.PreparedSearch;
import dev.almanac.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The list of all commands, in the order in which help shows them. */
final class AllCommands {
    /**
     * All of them.
     *
     * @param daily {@code /daily}, where there is something to post to; else empty
     * @param report what reports a mistake, where somebody takes reports
     */
    static Commands over(
            Timeline timeline,
            PreparedSearch search,
            Pictures pictures,
            RandomGenerator random,
            String version,
            List<Command> daily,
            Optional<Command> report) {
        return new Commands(list(timeline, search, pictures, random, version, daily, report), random);
    }

    static List<Command> list(
            Timeline timeline,
            PreparedSearch search,
            Pictures pictures,
            RandomGenerator random,
            String version,
            List<Command> daily,
            Optional<Command> report) {
        Examples examples = Examples.of(timeline);
        EventCommand event = new EventCommand(timeline, search, examples);
        List<Command> lookups = List.of(
                new OnThisDayCommand(timeline, examples),
                new YearCommand(timeline, examples),
                new SearchCommand(timeline, search, examples),
                new TimelineCommand(timeline, search, pictures, examples),
                new RandomCommand(timeline, random, examples),
                new QuizCommand(timeline, random, examples),
                report.isPresent() ? event.takingReports() : event,
                new AboutCommand(timeline, version));
        List<Command> commands = Stream.concat(lookups.stream(), daily.stream()).toList();
        Command help = new HelpCommand(
                timeline.head(), commands.stream().map(Command::usage).toList());
        return Stream.of(commands.stream(), Stream.of(help), report.stream())
                .flatMap(Function.identity())
                .toList();
    }

    private AllCommands() {}
}
