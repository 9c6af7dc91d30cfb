package dev.almanac.discord.message;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Menu;
import dev.almanac.chat.Option;
import dev.almanac.chat.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button or a menu does, written whole into its {@code custom_id}, so that it works after a restart and for ever:
 * {@code 1|t|2|year|1867} is version 1, turn to page 2 of {@code /year 1867}. Option values stand in the order in which
 * the command declares its options; so options are only ever added at the end, or the version is raised.
 */
public record ButtonId(Action action, Question question) {
    /** Discord's limit: https://discord.com/developers/docs/components/reference#button. */
    static final int LONGEST = 100;

    /** The {@code custom_id} of a menu whose values are such ids themselves. */
    static final String MENU = "1|m";

    /** Stands for what will be chosen. */
    private static final String CHOSEN = "?";

    private static final String VERSION = "1";
    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");
    private static final int VALUES = 4;

    /** What becomes of the answer. */
    enum Action {
        /** It takes the place of the message when the asker presses. */
        TURN("t"),
        /** It is shown to whoever presses. */
        SHOW("s"),
        /** Of a menu: what is chosen is opened from this list as {@link #TURN} would. */
        OPEN("o"),
        /** Of a menu: what is chosen becomes the option that is {@link #CHOSEN} here, and is asked as {@link #TURN} would. */
        CHOOSE("c"),
        /** It is shown to everyone there, in a message of its own. */
        SHOW_TO_ALL("a");

        private final String letter;

        Action(String letter) {
            this.letter = letter;
        }
    }

    /** Whether its answer takes the place of the message when the asker presses, if it can. */
    boolean turns() {
        return action == Action.TURN;
    }

    /** Whether its answer is a message for everyone, unless it is private by itself. */
    boolean isForEveryone() {
        return action == Action.SHOW_TO_ALL;
    }

    /**
     * The whole of it as a {@code custom_id}.
     *
     * @throws IllegalStateException when it doesn't fit or can't be read back; options and their lengths belong to commands, so that
     *     is a fault of the one whose reply offers it
     */
    String written(Commands commands) {
        List<String> parts =
                new ArrayList<>(List.of(VERSION, action.letter, String.valueOf(question.page()), question.command()));
        options(question.command(), commands)
                .forEach(option -> parts.add(question.option(option.name()).orElse("")));
        while (parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        String written = String.join("|", parts);
        boolean readable = parse(written, commands).equals(Optional.of(this));
        if (!readable || written.length() > LONGEST) {
            throw new IllegalStateException("no button can carry " + question + ": " + written);
        }
        return written;
    }

    /** Empty when it is none of ours: forged, or of a version that is no longer known. */
    public static Optional<ButtonId> parse(String written, Commands commands) {
        List<String> parts = Arrays.asList(SEPARATOR.split(written, -1));
        if (parts.size() < VALUES
                || !parts.get(0).equals(VERSION)
                || !PAGE.matcher(parts.get(2)).matches()) {
            return Optional.empty();
        }
        List<Option> options = options(parts.get(3), commands);
        if (parts.size() - VALUES > options.size()) {
            return Optional.empty();
        }
        Question question = Question.of(parts.get(3)).onPage(Integer.parseInt(parts.get(2)));
        for (int i = VALUES; i < parts.size(); i++) {
            question = question.with(options.get(i - VALUES).name(), parts.get(i));
        }
        Question read = question;
        return Arrays.stream(Action.values())
                .filter(action -> action.letter.equals(parts.get(1)))
                .findFirst()
                .map(action -> new ButtonId(action, read));
    }

    static ButtonId choosing(Menu menu) {
        return new ButtonId(Action.CHOOSE, menu.choosing(List.of(CHOSEN)));
    }

    /**
     * What is asked by choosing values of a menu.
     *
     * @param customId of the menu: the list whose events the values name by their keys, the question whose option they are, or
     *     {@link #MENU}
     * @param values those that were chosen; empty for none
     */
    public static Optional<ButtonId> chosen(String customId, List<String> values, Commands commands) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return customId.equals(MENU)
                ? parse(values.get(0), commands)
                : parse(customId, commands)
                        .flatMap(menu -> menu.asked(values))
                        .map(question -> new ButtonId(Action.TURN, question));
    }

    private Optional<Question> asked(List<String> values) {
        return switch (action) {
            case OPEN -> Optional.of(question.opening(values.get(0)));
            case CHOOSE ->
                question.options().entrySet().stream()
                        .filter(option -> option.getValue().equals(CHOSEN))
                        .findFirst()
                        .map(option -> question.with(option.getKey(), String.join(",", values)));
            case TURN, SHOW, SHOW_TO_ALL -> Optional.empty();
        };
    }

    private static List<Option> options(String command, Commands commands) {
        return commands.usage(command).map(usage -> usage.optionsOf(command)).orElse(List.of());
    }
}
