package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.timeline.Folding;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time of day as people type it: {@code 09:00}, {@code 9}, {@code 9am}, {@code 9.30 pm}, {@code 21h}, {@code 0900},
 * {@code 12 noon}, {@code midnight}, {@code 24:00}.
 */
final class TimeText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?: ?[:.h] ?(\\d{2})|(\\d{2})| ?h)?"
            + " ?(?:([ap])\\.? ?m\\.?)?(?: ?o.?clock)?(?: ?(noon|midday|midnight))?");
    private static final int NOON = 12;
    private static final int END_OF_DAY = 24;

    /** @throws BadRequest when it is no time of day */
    static LocalTime parse(String typed) {
        String text = Folding.of(typed);
        return named(text)
                .or(() -> counted(text))
                .orElseThrow(() ->
                        new BadRequest("“" + typed + "” isn’t a time of day. Try time:09:00, time:9 or time:9am."));
    }

    private static Optional<LocalTime> named(String text) {
        return switch (text) {
            case "noon", "midday" -> Optional.of(LocalTime.NOON);
            case "midnight" -> Optional.of(LocalTime.MIDNIGHT);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalTime> counted(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        String minutes = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        boolean ofTwelve = matcher.group(4) != null;
        if (matcher.group(5) != null) {
            // 12 noon, 12:00 midnight: the word says which twelve it is.
            return hour == NOON && minute == 0 && !ofTwelve ? named(matcher.group(5)) : Optional.empty();
        }
        if (ofTwelve) {
            if (hour < 1 || hour > NOON) {
                return Optional.empty();
            }
            hour = hour % NOON + (matcher.group(4).equals("p") ? NOON : 0);
        }
        if (hour == END_OF_DAY && minute == 0) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    private TimeText() {}
}
