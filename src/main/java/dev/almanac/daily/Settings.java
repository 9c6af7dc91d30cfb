package dev.almanac.daily;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
 * @param rhythm the days that it is due on, and what it tells
 * @param intro the server's own words above it; empty for none; at most {@link #LONGEST_INTRO} UTF-16 units
 * @param colour of its first card, as 0xRRGGBB; empty for that of the event's kind
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
        boolean picture,
        Rhythm rhythm,
        String intro,
        OptionalInt colour) {
    /** How many UTF-16 units the server's own words may take. */
    public static final int LONGEST_INTRO = 200;

    public Settings {
        categories = List.copyOf(categories);
        if (intro.length() > LONGEST_INTRO) {
            throw new IllegalArgumentException(intro.length() + " UTF-16 units of introduction");
        }
    }

    /** Those of a post that is due every day, without a picture, words or a colour of the server's own. */
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
        this(
                guild,
                channel,
                time,
                zoneId,
                empty,
                categories,
                sensitive,
                silent,
                role,
                publish,
                false,
                Rhythm.EVERY_DAY,
                "",
                OptionalInt.empty());
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
        return with(zone.getId(), role, picture);
    }

    /** The same without a mention. */
    public Settings withoutRole() {
        return with(zoneId, 0, picture);
    }

    /** The same with a picture, or without. */
    public Settings withPicture(boolean has) {
        return with(zoneId, role, has);
    }

    private Settings with(String zoneThen, long roleThen, boolean pictureThen) {
        return new Settings(
                guild,
                channel,
                time,
                zoneThen,
                empty,
                categories,
                sensitive,
                silent,
                roleThen,
                publish,
                pictureThen,
                rhythm,
                intro,
                colour);
    }
}
