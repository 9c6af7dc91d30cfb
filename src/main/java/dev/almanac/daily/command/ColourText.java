package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Suggestion;
import dev.almanac.timeline.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads and words the colour of a card: a name, {@code #RRGGBB}, or {@code kind} for that of the event's kind. */
final class ColourText {
    static final String OF_THE_KIND = "kind";

    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{6})");
    private static final int HEXADECIMAL = 16;

    /** Strong enough to be told apart on either of Discord's themes. */
    private static final List<Map.Entry<String, Integer>> NAMES = List.of(
            Map.entry("Red", 0xD83A3A),
            Map.entry("Orange", 0xE67E22),
            Map.entry("Yellow", 0xE0B000),
            Map.entry("Green", 0x2E9E5B),
            Map.entry("Teal", 0x159A9C),
            Map.entry("Blue", 0x3B82D0),
            Map.entry("Purple", 0x8E5BD0),
            Map.entry("Pink", 0xD6589F),
            Map.entry("Grey", 0x7C8794));

    /** As 0xRRGGBB; empty for that of the kind. @throws BadRequest when it is no colour */
    static OptionalInt read(String typed) {
        String text = Folding.of(typed);
        if (text.equals(OF_THE_KIND)) {
            return OptionalInt.empty();
        }
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            return OptionalInt.of(Integer.parseInt(hex.group(1), HEXADECIMAL));
        }
        String name = text.equals("gray") ? "grey" : text;
        return NAMES.stream()
                .filter(known -> known.getKey().toLowerCase(Locale.ENGLISH).equals(name))
                .findFirst()
                .map(known -> OptionalInt.of(known.getValue()))
                .orElseThrow(() ->
                        new BadRequest("“" + typed + "” isn’t a colour I know. Try colour:blue, colour:#3b82d0, or"
                                + " colour:kind for that of the event’s kind."));
    }

    static List<String> names() {
        return NAMES.stream().map(Map.Entry::getKey).toList();
    }

    /** {@code blue}, or {@code #3B82D0} where it has no name. */
    static String words(int colour) {
        return NAMES.stream()
                .filter(known -> known.getValue() == colour)
                .map(known -> known.getKey().toLowerCase(Locale.ENGLISH))
                .findFirst()
                .orElse(String.format(Locale.ROOT, "#%06X", colour));
    }

    static List<Suggestion> complete(String typed) {
        String text = Folding.of(typed);
        return Stream.concat(names().stream(), Stream.of("Kind"))
                .filter(name -> name.toLowerCase(Locale.ENGLISH).startsWith(text))
                .map(name -> new Suggestion(
                        name.equals("Kind") ? "That of the event’s kind" : name, name.toLowerCase(Locale.ENGLISH)))
                .toList();
    }

    private ColourText() {}
}
