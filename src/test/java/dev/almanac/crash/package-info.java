/** The program as a process that is killed, over and over, while its daily posts are due. */
@NullMarked
package dev.almanac.crash;

import org.jspecify.annotations.NullMarked;
