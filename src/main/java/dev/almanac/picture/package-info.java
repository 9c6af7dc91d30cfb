/** Draws pictures: the plate of a day, the line of a span of years. */
@NullMarked
package dev.almanac.picture;

import org.jspecify.annotations.NullMarked;
