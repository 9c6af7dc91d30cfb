package dev.almanac.terminal;

import dev.almanac.chat.Command;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Suggestion;
import dev.almanac.chat.Usage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.CompletionMatcherImpl;
import org.jspecify.annotations.Nullable;

/** Completes commands, and behind them what their options offer. */
final class LineCompleter implements Completer {
    /** Where nothing begins as typed, takes whatever is offered: an event is found by any word of its title. */
    static final class Matcher extends CompletionMatcherImpl {
        @Override
        protected void defaultMatchers(
                Map<LineReader.Option, Boolean> options,
                boolean prefix,
                CompletingParsedLine line,
                boolean caseInsensitive,
                int errors,
                String originalGroupName) {
            super.defaultMatchers(options, prefix, line, caseInsensitive, errors, originalGroupName);
            matchers = List.of(matchers.get(0), offered -> offered);
        }
    }

    private static final int SHOWN = 25;

    private final Supplier<Commands> commands;

    LineCompleter(Supplier<Commands> commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line.wordIndex() == 0) {
            commands.get().usages().stream()
                    .filter(usage -> usage.isOffered(false))
                    .forEach(usage ->
                            add("/" + usage.name(), "/" + usage.name(), null, usage.description(), candidates));
            add("/quit", "/quit", null, "Leave", candidates);
            return;
        }
        String name = line.words().get(0).replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        List<Suggestion> offered = commands.get()
                .usage(name)
                .flatMap(found -> option(found, line.wordIndex()))
                .map(option -> suggestions(name, option, line.word()))
                .orElse(List.of());
        String headline = headline(offered.size());
        offered.stream()
                .limit(SHOWN)
                .forEach(suggestion -> add(suggestion.value(), suggestion.name(), headline, null, candidates));
    }

    /** What stands above the suggestions: how many are left out; null where all are shown. */
    private static @Nullable String headline(int offered) {
        if (offered <= SHOWN) {
            return null;
        }
        String left = offered < Command.MOST_OFFERED ? offered - SHOWN + " more" : "more";
        return "The first " + SHOWN + " … and " + left;
    }

    private static Optional<Option> option(Usage usage, int wordIndex) {
        List<Option> offered = usage.offered();
        return offered.isEmpty() ? Optional.empty() : Optional.of(offered.get(Math.min(wordIndex, offered.size()) - 1));
    }

    private List<Suggestion> suggestions(String command, Option option, String typed) {
        return option.kind() == Option.Kind.COMPLETED
                ? commands.get().complete(command, option.name(), typed)
                : option.choices().stream()
                        .map(choice ->
                                new Suggestion(choice.name(), choice.name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /** Adds behind the others: JLine sorts by the last number, and would by the alphabet without it. */
    private static void add(
            String value,
            String shown,
            @Nullable String headline,
            @Nullable String description,
            List<Candidate> candidates) {
        candidates.add(new Candidate(value, shown, headline, description, null, null, true, candidates.size()));
    }
}
