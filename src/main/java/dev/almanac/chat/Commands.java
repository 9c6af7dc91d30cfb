package dev.almanac.chat;

import dev.almanac.chat.AnswerWatch.Outcome;
import dev.almanac.chat.Usage.Answering;
import dev.almanac.chat.Usage.Need;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** All commands: the one place that every front asks. Any number of threads may ask at once. */
public final class Commands {
    private static final Set<Answering> KEPT = EnumSet.of(Answering.KEPT, Answering.SEARCHED);

    private final Map<String, Called> byName;
    private final RandomGenerator random;
    private final AnswerWatch watch;

    /** A command with how it is called, which is written once: every answer looks there several times. */
    private record Called(Command command, Usage usage) {
        Called(Command command) {
            this(command, command.usage());
        }

        String name() {
            return usage.name();
        }
    }

    /** Commands that nobody watches. */
    public Commands(List<Command> commands, RandomGenerator random) {
        this(commands, random, AnswerWatch.NONE);
    }

    /** @param random draws the references that tie a failure someone sees to its line in the log */
    public Commands(List<Command> commands, RandomGenerator random, AnswerWatch watch) {
        this.byName = commands.stream()
                .map(Called::new)
                .collect(Collectors.toMap(
                        Called::name,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException("two commands have the name " + one.name());
                        },
                        LinkedHashMap::new));
        this.random = random;
        this.watch = watch;
    }

    /** How each is called, in their order. */
    public List<Usage> usages() {
        return byName.values().stream().map(Called::usage).toList();
    }

    /** The usage of a command of that name, with or without a subcommand behind a blank. */
    public Optional<Usage> usage(String command) {
        return called(command).map(Called::usage);
    }

    /** Whether this process answers a command of that name now; see {@link Command#answersHere}. */
    public boolean answersHere(String command) {
        return called(command).map(known -> known.command().answersHere()).orElse(true);
    }

    /** Done when a question can be answered; see {@link Command#readiness}. */
    public CompletableFuture<Void> readiness(Question question) {
        return called(question.command())
                .map(known -> known.command().readiness(question))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /**
     * What a front asks for in a form before it asks this question: what people set of a command that only buttons ask, where the button
     * leaves out what is required. Empty where the question is complete.
     */
    public List<Option> form(Question question) {
        return usage(question.command())
                .filter(usage -> usage.need() == Need.BUTTON)
                .map(usage -> usage.offered())
                .filter(offered -> offered.stream()
                        .anyMatch(option -> option.required()
                                && question.option(option.name()).isEmpty()))
                .orElse(List.of());
    }

    /** Answers a request, in the form of a reply. */
    public Reply answer(Request request) {
        return answer(request, reply -> reply);
    }

    /**
     * Answers a request in a front's form. Never throws for what a command or the form does: a mistake and a failure are answers, too.
     * A failure of either is logged here, once, with the reference that the asker is shown.
     */
    public <T> T answer(Request request, Form<T> form) {
        // In a terminal nobody tells lines of the log apart; and fronts ask themselves a few questions before anybody
        // does, to be warm.
        if (!request.asker().isKnown()) {
            return guarded(request, form).answer();
        }
        long began = System.nanoTime();
        String name = nameOf(request.question().command());
        MDC.put("command", name);
        if (request.asker().guild() != 0) {
            MDC.put("guild", String.valueOf(request.asker().guild()));
        }
        try {
            Answered<T> answered = guarded(request, form);
            watch.answered(name, answered.outcome(), Duration.ofNanos(System.nanoTime() - began));
            return answered.answer();
        } finally {
            MDC.remove("command");
            MDC.remove("guild");
        }
    }

    /** An answer in a front's form, and what it is. */
    private record Answered<T>(T answer, Outcome outcome) {}

    private <T> Answered<T> guarded(Request request, Form<T> form) {
        try {
            return answered(request, form);
        } catch (RuntimeException failure) {
            String reference = HexFormat.of().toHexDigits((short) random.nextInt());
            log().error(
                            "/{} failed, reference {}; the asker was told so",
                            request.question().command(),
                            reference,
                            failure);
            return new Answered<>(form.of(Reply.failure(reference)), Outcome.FAILURE);
        }
    }

    /** The question is resolved once: the same is answered, kept under, and carried by the choices of the reply. */
    private <T> Answered<T> answered(Request request, Form<T> form) {
        Request resolved;
        Reply reply;
        boolean kept;
        try {
            resolved = resolved(request);
            Called called = known(resolved.question());
            kept = KEPT.contains(called.usage().answering());
            Optional<T> ready = kept ? form.kept(resolved.question()) : Optional.empty();
            if (ready.isPresent()) {
                return new Answered<>(ready.get(), Outcome.KEPT);
            }
            reply = called.command().answer(resolved);
        } catch (BadRequest mistake) {
            return new Answered<>(form.of(mistake.reply()), Outcome.MISTAKE);
        }
        T answer = form.of(reply);
        if (kept && !reply.isPrivate()) {
            form.keep(resolved.question(), answer);
        }
        return new Answered<>(answer, outcome(reply.kind()));
    }

    private static Outcome outcome(Reply.Kind kind) {
        return switch (kind) {
            case ANSWER -> Outcome.ANSWER;
            case PRIVATE -> Outcome.PRIVATE;
            case MISTAKE -> Outcome.MISTAKE;
            case FAILURE -> Outcome.FAILURE;
        };
    }

    /** What a command is called in figures and logs: nothing that somebody typed. */
    private String nameOf(String asked) {
        return usage(asked)
                .map(usage -> usage.subcommands().isEmpty() ? usage.name() : usage.name() + subcommand(usage, asked))
                .orElse("unknown");
    }

    private static String subcommand(Usage usage, String asked) {
        return usage.subcommands().stream()
                .map(sub -> " " + sub.name())
                .filter(asked::endsWith)
                .findFirst()
                .orElse("");
    }

    /** What to offer for a half-typed option; empty when nothing fits, or nothing can be known. */
    public List<Suggestion> complete(String command, String option, String typed) {
        return called(command)
                .filter(found -> found.usage().optionsOf(command).stream()
                        .anyMatch(one -> one.name().equals(option) && typed.length() <= one.longest()))
                .map(found -> found.command().complete(option, typed))
                .orElse(List.of());
    }

    private Request resolved(Request request) {
        Question question = request.question();
        Called called = known(question);
        for (Option option : options(called.usage(), question)) {
            question = question.with(option.name(), read(called.usage(), option, question));
        }
        return request.with(called.command().resolve(request.with(question)));
    }

    private static String read(Usage usage, Option option, Question question) {
        String given = question.option(option.name()).map(String::strip).orElse("");
        if (given.isEmpty() && option.required()) {
            throw new BadRequest("/" + question.command() + " needs " + option.name() + ": " + option.description()
                    + ". Try " + usage.example() + ".");
        }
        if (given.isEmpty()) {
            return given;
        }
        if (given.length() > option.longest()) {
            throw new BadRequest("“" + PlainText.cut(given, 21) + "” is too long for " + option.name()
                    + ": at most " + option.longest() + " characters. Try "
                    + usage.example() + ".");
        }
        return option.choices().stream()
                .filter(choice ->
                        choice.name().equalsIgnoreCase(given) || choice.value().equalsIgnoreCase(given))
                .findFirst()
                .map(Suggestion::value)
                .orElse(given);
    }

    private static List<Option> options(Usage usage, Question question) {
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

    private Called known(Question question) {
        return called(question.command())
                .orElseThrow(() ->
                        new BadRequest("There is no command /" + question.command() + " here. /help lists them all."));
    }

    private Optional<Called> called(String name) {
        int blank = name.indexOf(' ');
        return Optional.ofNullable(byName.get(blank < 0 ? name : name.substring(0, blank)));
    }

    /** Only whoever has something to log waits until the log is set up; answering one question would take a third longer. */
    private static Logger log() {
        return LoggerFactory.getLogger(Commands.class);
    }
}
