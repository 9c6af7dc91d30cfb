/** Finds events by words. */
@NullMarked
package dev.almanac.search;

import org.jspecify.annotations.NullMarked;
