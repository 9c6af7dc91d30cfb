package dev.almanac.terminal;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Commands;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import dev.almanac.chat.Usage;
import java.time.Month;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads a typed line as a question. Options stand in their order or as {@code name:value}; words left over belong to the
 * last one, so {@code /event sale of alaska} needs no quotation marks. A line without a slash may begin with a command, too;
 * else it is read as a day where it names a month, as years where it has a digit.
 */
final class TypedLine {
    private static final String PAGE = "page:";
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.name().substring(0, 3))
            .collect(Collectors.joining("|", "(?is).*\\b(", ")[a-z]*\\b.*"));

    private final Commands commands;

    TypedLine(Commands commands) {
        this.commands = commands;
    }

    /** @throws BadRequest when the line names no command */
    Question parse(String line) {
        String text = line.strip();
        if (!text.startsWith("/")) {
            boolean named = commands.usage(text.toLowerCase(Locale.ROOT)).isPresent();
            return parse("/" + (named ? text : commandFor(text) + " " + text));
        }
        Deque<String> words = new ArrayDeque<>(Arrays.asList(text.substring(1).split("\\s+")));
        String name = words.removeFirst().toLowerCase(Locale.ROOT);
        Usage usage = commands.usage(name)
                .filter(found -> found.isOffered(false))
                .orElseThrow(() -> new BadRequest("There is no command /" + name + " here. /help lists them all."));
        if (usage.subcommands().isEmpty()) {
            return options(Question.of(name), usage.options(), words);
        }
        String wanted = words.isEmpty() ? "" : words.removeFirst().toLowerCase(Locale.ROOT);
        Usage subcommand = usage.subcommands().stream()
                .filter(sub -> sub.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadRequest("/" + name + " needs one of these after it: "
                        + usage.subcommands().stream().map(Usage::name).collect(Collectors.joining(", ")) + "."));
        return options(Question.of(name + " " + wanted), subcommand.options(), words);
    }

    private static String commandFor(String text) {
        if (text.matches(MONTHS)) {
            return "onthisday";
        }
        if (text.chars().anyMatch(Character::isDigit)) {
            return "year";
        }
        throw new BadRequest("“" + text
                + "” isn't a command I know. Try /year 1867, /onthisday march 30 or /random; /help lists them all.");
    }

    private static Question options(Question question, List<Option> options, Iterable<String> words) {
        Question read = question;
        String last = "";
        for (String word : words) {
            if (word.matches(PAGE + "[1-9]\\d{0,5}")) {
                read = read.onPage(Integer.parseInt(word.substring(PAGE.length())));
                continue;
            }
            String named = named(word, options);
            String free = named.isEmpty() ? nextFree(read, options) : "";
            if (!named.isEmpty()) {
                last = named;
                read = read.with(last, word.substring(last.length() + 1));
            } else if (!free.isEmpty()) {
                last = free;
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

    private static String nextFree(Question question, List<Option> options) {
        boolean oneTakesRest = options.stream().anyMatch(Option::takesRest);
        return options.stream()
                .filter(option -> option.isOffered() && option.takesRest() == oneTakesRest)
                .map(Option::name)
                .filter(name -> question.option(name).isEmpty())
                .findFirst()
                .orElse("");
    }
}
