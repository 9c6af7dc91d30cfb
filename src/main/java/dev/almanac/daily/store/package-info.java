/** All SQL: schedules and what became of their days, in a database. */
@NullMarked
package dev.almanac.daily.store;

import org.jspecify.annotations.NullMarked;
