/** Carries out what is decided: the loop, and what keeps schedules in step with Discord. */
@NullMarked
package dev.almanac.daily.engine;

import org.jspecify.annotations.NullMarked;
