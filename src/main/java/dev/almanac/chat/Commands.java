package dev.almanac.chat;

import dev.almanac.chat.Usage.Answering;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All commands: the one place that every front asks. Any number of threads may ask at once. */
public final class Commands {
    /** Discord completes and sends whatever is typed; more than this is no year, day or title. */
    public static final int LONGEST_OPTION = 60;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Map<String, Command> byName;
    private final RandomGenerator random;

    /** @param random draws the references that tie a failure someone sees to its line in the log */
    public Commands(List<Command> commands, RandomGenerator random) {
        this.byName = commands.stream()
                .collect(Collectors.toMap(
                        command -> command.usage().name(),
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException(
                                    "two commands of the name " + one.usage().name());
                        },
                        LinkedHashMap::new));
        this.random = random;
    }

    /** How each is called, in their order. */
    public List<Usage> usages() {
        return byName.values().stream().map(Command::usage).toList();
    }

    /** The usage of a command of that name, with or without a subcommand behind a blank. */
    public Optional<Usage> usage(String command) {
        return command(command).map(Command::usage);
    }

    /** Answers a request. Never throws: a mistake and a failure are replies, too; a failure is logged here, once. */
    public Reply answer(Request request) {
        try {
            Request resolved = resolved(request);
            return known(resolved.question()).answer(resolved);
        } catch (BadRequest mistake) {
            return Reply.mistake(String.valueOf(mistake.getMessage()));
        } catch (RuntimeException failure) {
            String reference = HexFormat.of().toHexDigits((short) random.nextInt());
            LOG.error(
                    "/{} failed, reference {}; the asker was told so",
                    request.question().command(),
                    reference,
                    failure);
            return Reply.failure(reference);
        }
    }

    /** The resolved question that the answer to this request may be kept under; empty when it must be made afresh. */
    public Optional<Question> keptUnder(Request request) {
        try {
            Request resolved = resolved(request);
            return known(resolved.question()).usage().answering() == Answering.KEPT
                    ? Optional.of(resolved.question())
                    : Optional.empty();
        } catch (RuntimeException notAnswerable) {
            return Optional.empty();
        }
    }

    /** What to offer for a half-typed option; empty when nothing fits, or nothing can be known. */
    public List<Suggestion> complete(String command, String option, String typed) {
        return typed.length() > LONGEST_OPTION
                ? List.of()
                : command(command).map(found -> found.complete(option, typed)).orElse(List.of());
    }

    private Request resolved(Request request) {
        Question question = request.question();
        Command command = known(question);
        for (Option option : options(command, question)) {
            question = question.with(option.name(), read(command, option, question));
        }
        return request.with(command.resolve(request.with(question)));
    }

    private static String read(Command command, Option option, Question question) {
        String given = question.option(option.name()).map(String::strip).orElse("");
        if (given.isEmpty() && option.required()) {
            throw new BadRequest("/" + question.command() + " needs " + option.name() + ": " + option.description()
                    + ". Try " + command.usage().example() + ".");
        }
        if (given.length() > LONGEST_OPTION) {
            throw new BadRequest("“" + PlainText.cut(given, 21) + "” is too long for " + option.name()
                    + ": at most " + LONGEST_OPTION + " characters. Try "
                    + command.usage().example() + ".");
        }
        return option.choices().stream()
                .filter(choice ->
                        choice.name().equalsIgnoreCase(given) || choice.value().equalsIgnoreCase(given))
                .findFirst()
                .map(Suggestion::value)
                .orElse(given);
    }

    private static List<Option> options(Command command, Question question) {
        Usage usage = command.usage();
        List<Option> options = usage.optionsOf(question.command());
        question.options().keySet().stream()
                .filter(name ->
                        options.stream().noneMatch(option -> option.name().equals(name)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new BadRequest("/" + question.command() + " has no option “" + unknown + "”. Try "
                            + usage.example() + ".");
                });
        return options;
    }

    private Command known(Question question) {
        return command(question.command())
                .orElseThrow(
                        () -> new BadRequest("There is no command /" + question.command() + " here. /help lists all."));
    }

    private Optional<Command> command(String name) {
        int blank = name.indexOf(' ');
        return Optional.ofNullable(byName.get(blank < 0 ? name : name.substring(0, blank)));
    }
}
