package dev.almanac.chat;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a command is called, declared once for every front, for registration and for {@code /help}.
 *
 * @param name one lower-case word
 * @param example of a call, as it is typed
 * @param subcommands each with options of its own; a command with subcommands is not called by itself
 * @param need what a front must have to offer it
 * @param answering how long its answer is good for, or takes
 */
public record Usage(
        String name,
        String description,
        String example,
        List<Option> options,
        List<Usage> subcommands,
        Audience audience,
        Need need,
        Answering answering) {

    /** Who may use it unless a server's own settings say otherwise. */
    public enum Audience {
        EVERYONE,
        /** Members who may change the settings of their server. */
        SERVER_MANAGERS
    }

    /** What a front must have to offer it. */
    public enum Need {
        /** Any front will do. */
        NOTHING,
        /** A server, with channels to post in. */
        SERVER,
        /** A button that asks it: nobody types it, in any front. What people set of it, they set in a form that the button opens. */
        BUTTON
    }

    /** How a front treats its answers. */
    public enum Answering {
        /** Made from memory, and the same for the same resolved question: fronts may keep it, formatted. */
        KEPT,
        /**
         * The same, but it takes some work: fronts may keep it, and make it where others need not wait for it, not too many at a
         * time.
         */
        SEARCHED,
        /** Made from memory, anew each time. */
        AFRESH,
        /** Made from a database or over a network, for the asker only: a front says at once that it's working, and waits on another thread. */
        DEFERRED
    }

    public Usage {
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
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
                Need.NOTHING,
                Answering.KEPT);
    }

    /** The same, answered afresh each time. */
    public Usage neverKept() {
        return new Usage(name, description, example, options, subcommands, audience, need, Answering.AFRESH);
    }

    /** The same, answered with some work. */
    public Usage searching() {
        return new Usage(name, description, example, options, subcommands, audience, need, Answering.SEARCHED);
    }

    /** The same, answered for the asker only, with something that takes a while. */
    public Usage deferred() {
        return new Usage(name, description, example, options, subcommands, audience, need, Answering.DEFERRED);
    }

    /** The same, asked by buttons only. */
    public Usage byButtonsOnly() {
        return new Usage(name, description, example, options, subcommands, audience, Need.BUTTON, answering);
    }

    /**
     * Whether a front offers it.
     *
     * @param servers whether that front has servers to post in
     */
    public boolean isOffered(boolean servers) {
        return need == Need.NOTHING || (need == Need.SERVER && servers);
    }

    /** The subcommands that people type, in their order. */
    public List<Usage> typed() {
        return subcommands.stream().filter(sub -> sub.need() != Need.BUTTON).toList();
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
            return "/" + name + " " + typed().stream().map(Usage::name).collect(Collectors.joining(" | "));
        }
        return "/" + name
                + offered().stream()
                        .map(option -> option.required() ? " " + option.name() : " [" + option.name() + "]")
                        .collect(Collectors.joining());
    }
}
