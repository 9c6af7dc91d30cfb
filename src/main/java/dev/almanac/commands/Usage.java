package dev.almanac.commands;

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
 * @param kept whether fronts may keep its formatted answer under the resolved question
 */
public record Usage(
        String name,
        String description,
        String example,
        List<Option> options,
        List<Usage> subcommands,
        Audience audience,
        Set<Front> fronts,
        boolean kept) {

    /** Who may use it unless a server's own settings say otherwise. */
    public enum Audience {
        EVERYONE,
        /** Members with Discord's permission Manage Server. */
        SERVER_MANAGERS
    }

    /** Where people meet the bot. */
    public enum Front {
        TERMINAL,
        DISCORD
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
                true);
    }

    /** The same, answered afresh each time. */
    public Usage neverKept() {
        return new Usage(name, description, example, options, subcommands, audience, fronts, false);
    }

    /** The options that people set, in their order. */
    public List<Option> offered() {
        return options.stream().filter(Option::isOffered).toList();
    }

    /** How it is typed: {@code /random [category] [from] [to]}. */
    public String synopsis() {
        return "/" + name
                + offered().stream()
                        .map(option -> option.required() ? " " + option.name() : " [" + option.name() + "]")
                        .collect(Collectors.joining());
    }
}
