package dev.almanac.daily;

import dev.almanac.chat.Reply;
import java.time.LocalDate;
import java.util.List;

/**
 * A post, ready to be sent.
 *
 * @param marker the id of its first container, by which it is found again: the due day as yyyymmdd; 0 for none
 * @param nonce by which Discord recognises it when it is sent twice; at most 25 characters
 * @param role the one to mention; 0 for none
 * @param publish whether it is to be crossposted: no buttons then but links, and its whole text
 * @param events the ids of the events that it tells
 */
public record Post(
        long guild,
        long channel,
        Reply reply,
        int marker,
        String nonce,
        long role,
        boolean silent,
        boolean publish,
        List<String> events) {
    public Post {
        events = List.copyOf(events);
    }

    Post with(Reply other) {
        return new Post(guild, channel, other, marker, nonce, role, silent, publish, events);
    }

    /** The due day as the id of a post's first container: 20261124. */
    public static int marker(LocalDate day) {
        return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    }
}
