package dev.almanac.preview;

import dev.almanac.chat.Commands;
import dev.almanac.daily.PostText;
import dev.almanac.discord.message.MessageBodies;
import dev.almanac.reading.LineReader;

/**
 * What the preview answers with, over one timeline.
 *
 * @param lines reads what is typed into the page
 * @param bodies of the same commands
 * @param posts what daily posts say
 */
public record PreviewEdition(Commands commands, LineReader lines, MessageBodies bodies, PostText posts) {}
