/** The commands over the timeline, and the readers of days and years. */
@NullMarked
package dev.almanac.lookup;

import org.jspecify.annotations.NullMarked;
