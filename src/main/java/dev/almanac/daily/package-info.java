/** The post of the day: what admins set up, when it is due, and the promise that it comes once a day. */
@NullMarked
package dev.almanac.daily;

import org.jspecify.annotations.NullMarked;
