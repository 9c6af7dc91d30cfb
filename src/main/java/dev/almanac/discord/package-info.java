/** The chat on Discord, and the only package that knows JDA: events in, messages out. */
@NullMarked
package dev.almanac.discord;

import org.jspecify.annotations.NullMarked;
