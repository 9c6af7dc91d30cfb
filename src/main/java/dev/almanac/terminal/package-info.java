/** The chat in a terminal: typed lines in, text out. */
@NullMarked
package dev.almanac.terminal;

import org.jspecify.annotations.NullMarked;
