package dev.almanac.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked, apart from who asks and when: a command, its options as text, a page. A resolved question (see
 * {@link Command#resolve}) holds all that its answer depends on, so a button can carry it and an answer be kept under it.
 *
 * @param command its name; with a blank and the subcommand's name where it has those
 * @param page from 1
 */
public record Question(String command, Map<String, String> options, int page) {
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
        Map<String, String> changed = new LinkedHashMap<>(options);
        if (value.isEmpty()) {
            changed.remove(option);
        } else {
            changed.put(option, value);
        }
        return new Question(command, changed, page);
    }

    public Question onPage(int number) {
        return new Question(command, options, number);
    }

    /** The value given; empty when the option was left out. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
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
