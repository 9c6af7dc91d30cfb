package dev.almanac.terminal;

import dev.almanac.commands.Commands;
import dev.almanac.commands.Option;
import dev.almanac.commands.Suggestion;
import dev.almanac.commands.Usage;
import dev.almanac.commands.Usage.Front;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, and behind them what their options offer. */
final class LineCompleter implements Completer {
    private final Commands commands;

    LineCompleter(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            Stream.concat(
                            commands.usages().stream()
                                    .filter(usage -> usage.fronts().contains(Front.TERMINAL))
                                    .map(usage ->
                                            candidate("/" + usage.name(), "/" + usage.name(), usage.description())),
                            Stream.of(candidate("/quit", "/quit", "Leave")))
                    .forEach(candidates::add);
            return;
        }
        String name = line.words().get(0).replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        Optional<Usage> usage = commands.usage(name);
        usage.flatMap(found -> option(found, line.wordIndex()))
                .map(option -> suggestions(name, option, line.word()))
                .orElse(List.of())
                .forEach(suggestion -> candidates.add(candidate(suggestion.value(), suggestion.name(), "")));
    }

    private static Optional<Option> option(Usage usage, int wordIndex) {
        List<Option> offered = usage.offered();
        return offered.isEmpty() ? Optional.empty() : Optional.of(offered.get(Math.min(wordIndex, offered.size()) - 1));
    }

    private List<Suggestion> suggestions(String command, Option option, String typed) {
        return option.kind() == Option.Kind.COMPLETED
                ? commands.complete(command, option.name(), typed)
                : option.choices().stream()
                        .map(choice ->
                                new Suggestion(choice.name(), choice.name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    private static Candidate candidate(String value, String shown, String description) {
        return new Candidate(value, shown, null, description.isEmpty() ? null : description, null, null, true);
    }
}
