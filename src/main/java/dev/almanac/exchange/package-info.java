/** Brings a timeline in from the files that people keep their history in, and out into them. */
@NullMarked
package dev.almanac.exchange;

import org.jspecify.annotations.NullMarked;
