package dev.almanac.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked, apart from who asks and when: a command, its options as text, a page. A resolved question (see
 * {@link Command#resolve}) holds all that its answer depends on, so a button can carry it and an answer be kept under it.
 *
 * @param command its name; with a blank and the subcommand's name where it has those
 * @param page from 1
 */
public record Question(String command, Map<String, String> options, int page) {
    /** The option of {@code /event} that says which list it was opened from. */
    public static final String LIST = "list";

    private static final String SEPARATOR = ";";
    private static final Pattern WRITTEN =
            Pattern.compile("[a-z]{1,32}( [a-z]{1,32})?;[1-9]\\d{0,5}(;[a-z]{1,32}=[^;]+)*");

    public Question {
        if (page < 1) {
            throw new IllegalArgumentException("page " + page);
        }
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public static Question of(String command) {
        return new Question(command, Map.of(), 1);
    }

    /** The same with this option set, or removed where the value is empty. */
    public Question with(String option, String value) {
        if (value.equals(options.getOrDefault(option, ""))) {
            return this;
        }
        Map<String, String> changed = new LinkedHashMap<>(options);
        if (value.isEmpty()) {
            changed.remove(option);
        } else {
            changed.put(option, value);
        }
        return new Question(command, changed, page);
    }

    public Question onPage(int number) {
        return number == page ? this : new Question(command, options, number);
    }

    /** The value given; empty when the option was left out. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * What opens one event of the list that this question asks for, with the way back.
     *
     * @param event its key or id
     */
    public Question opening(String event) {
        return of("event").with("event", event).with(LIST, written());
    }

    /** The list that the event of this question was opened from; empty where there was none. */
    public Optional<Question> list() {
        return option(LIST).flatMap(Question::read);
    }

    /** All of it in one text that {@link #read} reads back: {@code year;2;year=1867}. */
    String written() {
        StringBuilder written = new StringBuilder(command).append(SEPARATOR).append(page);
        options.forEach((name, value) ->
                written.append(SEPARATOR).append(name).append('=').append(escaped(value)));
        return written.toString();
    }

    /** Reads what {@link #written} wrote; empty when the text is something else. */
    static Optional<Question> read(String written) {
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        String[] parts = written.split(SEPARATOR, -1);
        Question question = of(parts[0]).onPage(Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            question = question.with(parts[i].substring(0, equals), unescaped(parts[i].substring(equals + 1)));
        }
        return Optional.of(question);
    }

    /** Without what separates values here and in buttons. */
    private static String escaped(String value) {
        return value.replace("%", "%25").replace(SEPARATOR, "%3B").replace("|", "%7C");
    }

    private static String unescaped(String value) {
        return value.replace("%7C", "|").replace("%3B", SEPARATOR).replace("%25", "%");
    }

    /** As it can be typed: {@code /year year:1867}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("/").append(command);
        options.forEach(
                (name, value) -> line.append(' ').append(name).append(':').append(value));
        return line.append(page > 1 ? " page:" + page : "").toString();
    }
}
