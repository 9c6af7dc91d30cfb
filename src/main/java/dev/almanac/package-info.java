/** Builds and starts the program. */
@NullMarked
package dev.almanac;

import org.jspecify.annotations.NullMarked;
