package dev.almanac.chat;

/**
 * Something to press, or to type the number of, below a reply.
 *
 * @param label a few words
 * @param question what is then asked; resolved, so that it means the same at any later time
 */
public record Choice(String label, Question question) {}
