/** Several processes of the program on one PostgreSQL, of which any is killed or frozen at any moment while daily posts are due. */
@NullMarked
package dev.almanac.cluster;

import org.jspecify.annotations.NullMarked;
