package dev.almanac.commands;

/**
 * A titled line or two, in help and the like.
 *
 * @param title plain text; one that begins with a slash and a command's name may be shown as a link to it
 * @param text plain text, lines separated by line feeds
 */
public record Section(String title, String text) {}
