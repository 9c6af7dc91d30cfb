package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day as people type it: {@code 09:00}, {@code 9}, {@code 9am}, {@code 21.30}, {@code 0900}, {@code noon}. */
final class TimeText {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2})(?:\\s*[:.h]\\s*(\\d{2})|(\\d{2}))?\\s*(?:([ap])\\.?\\s*m\\.?)?(?:\\s*o.?clock)?");
    private static final int NOON = 12;

    /** @throws BadRequest when it is no time of day */
    static LocalTime parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ENGLISH);
        if (text.equals("noon")) {
            return LocalTime.NOON;
        }
        if (text.equals("midnight")) {
            return LocalTime.MIDNIGHT;
        }
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw noTime(typed);
        }
        int hour = Integer.parseInt(matcher.group(1));
        String minutes = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (matcher.group(4) != null) {
            if (hour < 1 || hour > NOON) {
                throw noTime(typed);
            }
            hour = hour % NOON + (matcher.group(4).equals("p") ? NOON : 0);
        }
        if (hour > 23 || minute > 59) {
            throw noTime(typed);
        }
        return LocalTime.of(hour, minute);
    }

    private static BadRequest noTime(String typed) {
        return new BadRequest("“" + typed + "” isn’t a time of day. Try time:09:00, time:9 or time:9am.");
    }

    private TimeText() {}
}
