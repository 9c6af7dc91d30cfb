package dev.almanac.terminal;

import dev.almanac.chat.Commands;
import dev.almanac.reading.LineReader;

/**
 * What a terminal answers with, over one timeline.
 *
 * @param lines reads what is typed
 */
public record TerminalEdition(Commands commands, LineReader lines) {}
