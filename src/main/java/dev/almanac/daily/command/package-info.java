/** {@code /daily}: what an admin says and sees. */
@NullMarked
package dev.almanac.daily.command;

import org.jspecify.annotations.NullMarked;
