package dev.almanac.chat;

/**
 * Something to choose for an option.
 *
 * @param name the words shown
 * @param value what the option then holds
 */
public record Suggestion(String name, String value) {}
