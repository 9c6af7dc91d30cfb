/** The chat in a browser page of this machine, which shows what Discord would get. */
@NullMarked
package dev.almanac.preview;

import org.jspecify.annotations.NullMarked;
