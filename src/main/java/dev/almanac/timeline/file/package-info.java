/** Reads, checks, writes and reports on the file of a timeline. */
@NullMarked
package dev.almanac.timeline.file;

import org.jspecify.annotations.NullMarked;
