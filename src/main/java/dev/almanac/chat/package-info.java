/** What can be asked: one class per command, requests in, replies out. Knows no front. */
@NullMarked
package dev.almanac.chat;

import org.jspecify.annotations.NullMarked;
