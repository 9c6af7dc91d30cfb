package dev.almanac.chat;

/**
 * Something to press, or to type the number of, below a reply.
 *
 * @param label at most 34 characters, Discord's guideline for buttons
 * @param question what is then asked; resolved, so that it means the same at any later time
 */
public record Choice(String label, Question question) {}
