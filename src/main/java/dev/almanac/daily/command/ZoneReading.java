package dev.almanac.daily.command;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody means who types something for a zone.
 *
 * @param zone the one that is meant; empty where nobody can tell, or nothing is known
 * @param meanings the zones that may be meant, likeliest first; empty where nothing is known
 */
public record ZoneReading(Optional<ZoneId> zone, List<Meaning> meanings) {
    /** Nothing that is known. */
    static final ZoneReading UNKNOWN = new ZoneReading(Optional.empty(), List.of());

    private static final int MOST_IN_WORDS = 4;

    /**
     * One of several.
     *
     * @param words what sets it apart from the others: {@code Phoenix, all year}
     */
    public record Meaning(ZoneId zone, String words) {}

    public ZoneReading {
        meanings = List.copyOf(meanings);
    }

    static ZoneReading of(ZoneId zone) {
        return new ZoneReading(Optional.of(zone), List.of());
    }

    /** It is certain where clocks show the same in all of them: then it is the first. */
    static ZoneReading among(List<Meaning> meanings) {
        ZoneId first = meanings.get(0).zone();
        boolean one = meanings.stream().allMatch(other -> ZonePlace.showTheSame(first, other.zone()));
        return one ? of(first) : new ZoneReading(Optional.empty(), meanings);
    }

    /** The likeliest meanings in a sentence, by their ids and what sets them apart: {@code Asia/Kolkata (India) or ...}. */
    public String inWords() {
        List<String> words = meanings.stream()
                .limit(MOST_IN_WORDS)
                .map(meaning -> meaning.zone().getId() + " (" + meaning.words() + ")")
                .toList();
        boolean more = meanings.size() > MOST_IN_WORDS;
        int last = more ? words.size() : words.size() - 1;
        return String.join(", ", words.subList(0, last))
                + (last == 0 ? "" : " or ")
                + (more ? "another" : words.get(last));
    }
}
