/** How fast the bot is, beside one that does nothing but answer. */
@NullMarked
package dev.almanac.bench;

import org.jspecify.annotations.NullMarked;
