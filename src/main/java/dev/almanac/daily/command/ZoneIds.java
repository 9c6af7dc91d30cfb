package dev.almanac.daily.command;

import dev.almanac.daily.Settings;
import dev.almanac.timeline.Folding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the ids of the tz database, former ones too, and offsets from UTC; each is one zone, by the id that people read. */
final class ZoneIds {
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)? ?([+-]) ?(\\d{1,2})(?::?(\\d{2}))?");

    /** Where the date line puts the offsets of inhabited places: Baker Island and Kiritimati. */
    private static final int FARTHEST_WEST = -12;

    private static final int FARTHEST_EAST = 14;

    private final Map<String, String> known = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toMap(ZoneIds::folded, Function.identity(), (one, other) -> one));
    private final Map<String, String> now = ZoneTables.rows(ZoneTables.OLD_ZONES).stream()
            .collect(Collectors.toMap(row -> folded(row.get(0)), row -> row.get(1)));

    private static String folded(String id) {
        return Folding.of(id).replace(' ', '_');
    }

    /** {@code Europe/Kyiv} for Europe/Kiev, in whichever case; empty for what is no id. */
    Optional<ZoneId> zone(String typed) {
        String id = folded(typed);
        return Optional.ofNullable(now.get(id))
                .or(() -> Optional.ofNullable(known.get(id)))
                .flatMap(Settings::zone)
                .map(ZoneIds::read);
    }

    /** {@code UTC-08:00} for {@code -8}, {@code GMT-8}, {@code UTC−08:00}; empty for what is no offset that a place has. */
    static Optional<ZoneId> offset(String typed) {
        Matcher matcher = OFFSET.matcher(Folding.of(typed));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        int hours = sign * Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : sign * Integer.parseInt(matcher.group(3));
        try {
            return hours < FARTHEST_WEST || hours > FARTHEST_EAST
                    ? Optional.empty()
                    : Optional.of(of(ZoneOffset.ofHoursMinutes(hours, minutes)));
        } catch (DateTimeException noMinutes) {
            return Optional.empty();
        }
    }

    private static ZoneId of(ZoneOffset offset) {
        return ZoneId.ofOffset("UTC", offset);
    }

    /**
     * The zone by the id that people read: {@code UTC} for Etc/UTC and GMT, {@code UTC-08:00} for Etc/GMT+8; any other as it is. The
     * signs of the tz database's own names are the other way round.
     */
    static ZoneId read(ZoneId zone) {
        boolean isPlace = zone.getId().contains("/") && !zone.getId().startsWith("Etc/");
        return isPlace || !zone.getRules().isFixedOffset()
                ? zone
                : of(zone.getRules().getOffset(Instant.EPOCH));
    }

    /** The id of a zone as people read it. */
    static String words(ZoneId zone) {
        return read(zone).getId();
    }
}
