package dev.almanac.reading;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Choice;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.Edits;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a command that is typed with its slash. Options stand in their order or as {@code name:value}, whose value may have blanks;
 * words left over belong to the last one, so {@code /event sale of alaska} needs no quotation marks.
 */
final class TypedCommand {
    private static final String PAGE = "page:";
    private static final int LONGEST_OFFERED = 60;

    private final Commands commands;
    private final boolean servers;

    /** @param servers whether the front has servers to post in */
    TypedCommand(Commands commands, boolean servers) {
        this.commands = commands;
        this.servers = servers;
    }

    /** The command of that name, as far as people type it here. */
    Optional<Usage> usage(String name) {
        return commands.usage(name)
                .filter(found -> found.isOffered(servers) && found.name().equals(name));
    }

    /** @throws BadRequest when the line names no command, with the one that it may have meant */
    Question parse(String line) {
        Deque<String> words =
                new ArrayDeque<>(Arrays.asList(line.strip().substring(1).strip().split("\\s+")));
        String name = words.removeFirst().toLowerCase(Locale.ROOT);
        Usage usage = usage(name).orElseThrow(() -> unknown(name, String.join(" ", words)));
        if (usage.subcommands().isEmpty()) {
            return options(Question.of(name), usage.options(), words);
        }
        String wanted = words.isEmpty() ? "" : words.removeFirst().toLowerCase(Locale.ROOT);
        Usage subcommand = usage.typed().stream()
                .filter(sub -> sub.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadRequest("/" + name + " needs one of these after it: "
                        + usage.typed().stream().map(Usage::name).collect(Collectors.joining(", ")) + "."));
        return options(Question.of(name + " " + wanted), subcommand.options(), words);
    }

    private BadRequest unknown(String name, String rest) {
        Optional<String> near = commands.usages().stream()
                .filter(usage -> usage.isOffered(servers))
                .map(Usage::name)
                .filter(known -> isNear(known, name))
                .min(Comparator.comparingInt(known -> Edits.between(known, name)));
        if (near.isEmpty()) {
            return new BadRequest("There is no command /" + name + " here. /help lists them all.");
        }
        String meant = ("/" + near.get() + " " + rest).strip();
        return new BadRequest(
                "There is no command /" + name + " here. Did you mean " + meant + "?",
                choice(meant).stream().toList());
    }

    /** The command that somebody meant whose fingers slipped. */
    Optional<String> slip(String typed) {
        return commands.usages().stream()
                .filter(usage -> usage.isOffered(servers))
                .map(Usage::name)
                .filter(known -> Edits.isSlip(known, typed))
                .findFirst();
    }

    private static boolean isNear(String known, String typed) {
        boolean begins = typed.length() >= 2 && known.startsWith(typed);
        return begins || (typed.length() > 2 && Edits.between(known, typed) <= (known.length() > 5 ? 2 : 1));
    }

    Optional<Choice> choice(String meant) {
        try {
            return meant.length() > LONGEST_OFFERED || meant.contains("|")
                    ? Optional.empty()
                    : Optional.of(new Choice(meant, parse(meant)));
        } catch (BadRequest unreadable) {
            return Optional.empty();
        }
    }

    private static Question options(Question question, List<Option> options, Iterable<String> words) {
        Question read = question;
        String last = "";
        boolean named = false;
        for (String word : words) {
            if (word.matches(PAGE + "[1-9]\\d{0,5}")) {
                read = read.onPage(Integer.parseInt(word.substring(PAGE.length())));
                continue;
            }
            String name = named(word, options);
            String free = name.isEmpty() ? nextFree(read, options, word, named ? last : "") : "";
            if (!name.isEmpty()) {
                last = name;
                named = true;
                read = read.with(last, word.substring(last.length() + 1));
            } else if (!free.isEmpty()) {
                last = free;
                named = false;
                read = read.with(last, word);
            } else if (!last.isEmpty()) {
                read = read.with(last, read.option(last).map(so -> so + " ").orElse("") + word);
            } else {
                throw new BadRequest(
                        "/" + question.command() + " takes no options. Try just /" + question.command() + ".");
            }
        }
        return read;
    }

    private static String named(String word, List<Option> options) {
        int colon = word.indexOf(':');
        return options.stream()
                .map(Option::name)
                .filter(name -> colon > 0 && name.equalsIgnoreCase(word.substring(0, colon)))
                .findFirst()
                .orElse("");
    }

    /**
     * The option that a word without a name begins; empty where it goes on with the last.
     *
     * @param named the option named last; empty where the last had no name
     */
    private static String nextFree(Question question, List<Option> options, String word, String named) {
        boolean oneTakesRest = options.stream().anyMatch(Option::takesRest);
        boolean goesOn = options.stream().anyMatch(option -> option.name().equals(named) && takesWords(option));
        return options.stream()
                .filter(option -> option.isOffered() && option.takesRest() == oneTakesRest)
                .filter(option -> question.option(option.name()).isEmpty())
                .filter(option -> !goesOn || isChoice(option, word))
                .map(Option::name)
                .findFirst()
                .orElse("");
    }

    private static boolean takesWords(Option option) {
        return option.choices().isEmpty()
                && (option.kind() == Option.Kind.TEXT || option.kind() == Option.Kind.COMPLETED);
    }

    private static boolean isChoice(Option option, String word) {
        return option.choices().stream()
                .anyMatch(choice ->
                        choice.name().equalsIgnoreCase(word) || choice.value().equalsIgnoreCase(word));
    }
}
