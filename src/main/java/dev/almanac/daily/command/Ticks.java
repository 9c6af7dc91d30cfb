package dev.almanac.daily.command;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was ticked in a menu when it was shown. Of two admins who tick at once neither undoes what the other did: only what differs
 * from what was shown is changed.
 */
final class Ticks {
    private static final int HEXADECIMAL = 16;

    /** As a button carries it: a bit for each value, hexadecimal. */
    static String written(List<String> all, List<String> ticked) {
        long bits = IntStream.range(0, all.size())
                .filter(place -> ticked.contains(all.get(place)))
                .mapToLong(place -> 1L << place)
                .sum();
        return Long.toHexString(bits);
    }

    /**
     * What is ticked then.
     *
     * @param all that can be ticked, in the menu's order
     * @param shown what was ticked when the menu was shown, as {@link #written} wrote it
     * @param chosen what is ticked in it now
     * @param known what another admin may have made of it meanwhile
     * @return the chosen ones where nothing would be left
     */
    static List<String> changed(List<String> all, String shown, List<String> chosen, List<String> known) {
        long bits = shown.matches("[0-9a-f]{1,15}") ? Long.parseLong(shown, HEXADECIMAL) : 0;
        List<String> changed = IntStream.range(0, all.size())
                .filter(place -> {
                    boolean is = chosen.contains(all.get(place));
                    boolean was = (bits & 1L << place) != 0;
                    return is == was ? known.contains(all.get(place)) : is;
                })
                .mapToObj(all::get)
                .toList();
        return changed.isEmpty() ? chosen : changed;
    }

    private Ticks() {}
}
