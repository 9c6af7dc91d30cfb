/** Replies as Discord’s messages: rendering, limits, button ids, kept answers. */
@NullMarked
package dev.almanac.discord.message;

import org.jspecify.annotations.NullMarked;
