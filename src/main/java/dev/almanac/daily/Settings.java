package dev.almanac.daily;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What an admin has said about the daily post of a channel.
 *
 * @param time of the day in that zone, to the minute
 * @param categories ids of those to choose from; empty for all
 * @param sensitive whether events marked as sensitive may be posted
 * @param silent whether nobody is notified
 * @param role the one that is mentioned; 0 for none
 * @param publish whether it is crossposted to the servers that follow the channel
 */
public record Settings(
        long guild,
        long channel,
        LocalTime time,
        ZoneId zone,
        EmptyDay empty,
        List<String> categories,
        boolean sensitive,
        boolean silent,
        long role,
        boolean publish) {
    public Settings {
        categories = List.copyOf(categories);
    }

    /** The same without a mention. */
    public Settings withoutRole() {
        return new Settings(guild, channel, time, zone, empty, categories, sensitive, silent, 0, publish);
    }
}
