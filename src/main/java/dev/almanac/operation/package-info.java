/** What whoever runs the bot sees of it: its figures, and whether its parts work. */
@NullMarked
package dev.almanac.operation;

import org.jspecify.annotations.NullMarked;
