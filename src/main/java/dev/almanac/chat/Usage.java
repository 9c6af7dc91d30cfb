package dev.almanac.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a command is called, declared once for every front, for registration and for {@code /help}.
 *
 * @param name one lower-case word
 * @param example of a call, as it is typed
 * @param subcommands each with options of its own; a command with subcommands is not called by itself
 * @param fronts where it is offered
 * @param answering how long its answer is good for, or takes
 */
public record Usage(
        String name,
        String description,
        String example,
        List<Option> options,
        List<Usage> subcommands,
        Audience audience,
        Set<Front> fronts,
        Answering answering) {

    /** Who may use it unless a server's own settings say otherwise. */
    public enum Audience {
        EVERYONE,
        /** Members with Discord's permission Manage Server. */
        SERVER_MANAGERS
    }

    /** Where people meet the bot. */
    public enum Front {
        TERMINAL,
        DISCORD,
        /** The browser page that shows what Discord would. */
        PREVIEW
    }

    /** How a front treats its answers. */
    public enum Answering {
        /** Made from memory, and the same for the same resolved question: fronts may keep it, formatted. */
        KEPT,
        /** Made from memory, anew each time. */
        AFRESH,
        /** Made from a database, to the asker only: a front says at once that it is at it, and waits on another thread. */
        DEFERRED
    }

    public Usage {
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
        fronts = Set.copyOf(fronts);
    }

    /** A command for everyone, everywhere, whose answers may be kept. */
    public static Usage of(String name, String description, String example, Option... options) {
        return new Usage(
                name,
                description,
                example,
                List.of(options),
                List.of(),
                Audience.EVERYONE,
                EnumSet.allOf(Front.class),
                Answering.KEPT);
    }

    /** The same, answered afresh each time. */
    public Usage neverKept() {
        return new Usage(name, description, example, options, subcommands, audience, fronts, Answering.AFRESH);
    }

    /** The options of a command of that name, with a subcommand behind a blank or without one; empty when there is none such. */
    public List<Option> optionsOf(String command) {
        int blank = command.indexOf(' ');
        return blank < 0
                ? options
                : subcommands.stream()
                        .filter(sub -> sub.name().equals(command.substring(blank + 1)))
                        .findFirst()
                        .map(Usage::options)
                        .orElse(List.of());
    }

    public boolean hasSubcommand(String called) {
        return subcommands.stream().anyMatch(sub -> sub.name().equals(called));
    }

    /** The options that people set, in their order. */
    public List<Option> offered() {
        return options.stream().filter(Option::isOffered).toList();
    }

    /** How it is typed: {@code /random [category] [from] [to]}, {@code /daily set | list}. */
    public String synopsis() {
        if (!subcommands.isEmpty()) {
            return "/" + name + " "
                    + subcommands.stream()
                            .filter(sub -> !sub.fronts().isEmpty())
                            .map(Usage::name)
                            .collect(Collectors.joining(" | "));
        }
        return "/" + name
                + offered().stream()
                        .map(option -> option.required() ? " " + option.name() : " [" + option.name() + "]")
                        .collect(Collectors.joining());
    }
}
