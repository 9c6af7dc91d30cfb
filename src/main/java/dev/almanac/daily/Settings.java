package dev.almanac.daily;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an admin has said about the daily post of a channel.
 *
 * @param time of the day in that zone, to the minute
 * @param zoneId an IANA zone; or what was said for one and is none, so that the post waits for it; empty where nothing was said
 * @param categories ids of those to choose from; empty for all
 * @param sensitive whether events marked as sensitive may be posted
 * @param silent whether the post notifies nobody
 * @param role the one that is mentioned; 0 for none
 * @param publish whether it is crossposted to the servers that follow the channel
 * @param picture whether the post has a picture of its day
 */
public record Settings(
        long guild,
        long channel,
        LocalTime time,
        String zoneId,
        EmptyDay empty,
        List<String> categories,
        boolean sensitive,
        boolean silent,
        long role,
        boolean publish,
        boolean picture) {
    public Settings {
        categories = List.copyOf(categories);
    }

    /** Those of a post without a picture. */
    public Settings(
            long guild,
            long channel,
            LocalTime time,
            String zoneId,
            EmptyDay empty,
            List<String> categories,
            boolean sensitive,
            boolean silent,
            long role,
            boolean publish) {
        this(guild, channel, time, zoneId, empty, categories, sensitive, silent, role, publish, false);
    }

    /** The zone; empty where none was said, or Java doesn't know it (any more). */
    public Optional<ZoneId> zone() {
        return zone(zoneId);
    }

    /** The zone of this id; empty where Java doesn't know it. */
    public static Optional<ZoneId> zone(String id) {
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(id));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The zone of a schedule that has a due day. @throws IllegalStateException where there is none */
    ZoneId knownZone() {
        return zone().orElseThrow(() -> new IllegalStateException("channel " + channel + " waits for a zone"));
    }

    /** The same by this zone. */
    public Settings withZone(ZoneId zone) {
        return new Settings(
                guild, channel, time, zone.getId(), empty, categories, sensitive, silent, role, publish, picture);
    }

    /** The same without a mention. */
    public Settings withoutRole() {
        return new Settings(guild, channel, time, zoneId, empty, categories, sensitive, silent, 0, publish, picture);
    }

    /** The same without a picture. */
    public Settings withoutPicture() {
        return new Settings(guild, channel, time, zoneId, empty, categories, sensitive, silent, role, publish, false);
    }
}
