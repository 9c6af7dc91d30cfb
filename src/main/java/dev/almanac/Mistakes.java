package dev.almanac;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Says in our own words which setting can't be used; anything else that is wrong on the command line in picocli's. */
final class Mistakes implements IParameterExceptionHandler {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Z_]+)}");

    private final IParameterExceptionHandler others;

    /** @param others what answers all other mistakes */
    Mistakes(IParameterExceptionHandler others) {
        this.others = others;
    }

    /** The environment variable that an option is read from where it isn't given; empty when there is none. */
    static Optional<String> variable(ArgSpec option) {
        return Optional.ofNullable(((AnnotatedElement) option.userObject()).getAnnotation(Option.class))
                .map(annotation -> VARIABLE.matcher(annotation.defaultValue()))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) throws Exception {
        if (!(mistake.getCause() instanceof WrongValue wrong) || !(mistake.getArgSpec() instanceof OptionSpec option)) {
            return others.handleParseException(mistake, arguments);
        }
        CommandLine line = mistake.getCommandLine();
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            // Whoever asks for help may want to know what the setting should be.
            asked(line, arguments).usage(line.getOut());
            return Endings.WELL;
        }
        line.getErr().println(wrong.sentence(name(option, arguments), mistake.getValue()));
        return Endings.CONFIGURATION;
    }

    private static CommandLine asked(CommandLine line, String[] arguments) {
        CommandLine asked = line;
        for (String argument : arguments) {
            asked = asked.getSubcommands().getOrDefault(argument, asked);
        }
        return asked;
    }

    /** What whoever gave the value called it. */
    private static String name(OptionSpec option, String[] arguments) {
        String name = option.longestName();
        boolean typed =
                Arrays.stream(arguments).anyMatch(argument -> argument.equals(name) || argument.startsWith(name + "="));
        return typed ? name : variable(option).orElse(name);
    }
}
