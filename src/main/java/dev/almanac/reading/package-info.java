/** Reads what people type: dates in any usual form, commands, and whole lines. */
@NullMarked
package dev.almanac.reading;

import org.jspecify.annotations.NullMarked;
