/** What happened and when: dates, events and the index over them. Knows nothing of files or chat. */
@NullMarked
package dev.almanac.timeline;

import org.jspecify.annotations.NullMarked;
