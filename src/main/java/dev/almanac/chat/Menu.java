package dev.almanac.chat;

import java.util.List;

/**
 * Values of one option to choose from.
 *
 * @param label what is chosen, in a few words
 * @param question what is asked when something is chosen, without it; else resolved
 * @param option the one of that question's command that takes the chosen value; several with commas between them
 * @param several whether more than one may be chosen at once; at least one always is
 * @param items from 1 to 25
 */
public record Menu(String label, Question question, String option, boolean several, List<Item> items) {
    /**
     * One value.
     *
     * @param value without a comma
     * @param detail more about it in a few words; empty for nothing
     * @param chosen whether it is what holds now
     */
    public record Item(String value, String label, String detail, boolean chosen) {}

    public Menu {
        items = List.copyOf(items);
    }

    /** What is asked by choosing these values. */
    public Question choosing(List<String> values) {
        return question.with(option, String.join(",", values));
    }

    /** Each item by itself. */
    public List<Choice> choices() {
        return items.stream()
                .map(item -> new Choice(item.label(), choosing(List.of(item.value()))))
                .toList();
    }
}
