/** What happened and when: dates, events, the index over them and the file they are kept in. Knows nothing of chat. */
@NullMarked
package dev.almanac.timeline;

import org.jspecify.annotations.NullMarked;
