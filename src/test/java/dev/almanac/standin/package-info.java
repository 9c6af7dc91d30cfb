/**
 * A small Discord on loopback, for tests over real sockets: REST and gateway as JDA sees them, refusing what Discord
 * refuses. Begin at {@link dev.almanac.standin.DiscordStandIn}.
 */
@NullMarked
package dev.almanac.standin;

import org.jspecify.annotations.NullMarked;
