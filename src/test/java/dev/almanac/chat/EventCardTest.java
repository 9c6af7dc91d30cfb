package dev.almanac.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.EventCard.SourceLine;
import dev.almanac.timeline.Citation;
import dev.almanac.timeline.Source;
import org.junit.jupiter.api.Test;

class EventCardTest {
    private static final Source SHORT = new Source("s", "Founders Online", "National Archives", "", "public domain");
    private static final Source LONG = new Source(
            "l", "United States Relations with Russia: To World War Two", "State Department", "", "public domain");

    @Test
    void aSourceIsNamedByItsTitleAndInFullByItsPublisherToo() {
        Citation letter = new Citation(SHORT, "Dana to Adams", "https://example.org");

        assertEquals(new SourceLine("Founders Online, “Dana to Adams”", "https://example.org"), SourceLine.of(letter));
        assertEquals(
                new SourceLine("National Archives: Founders Online, “Dana to Adams”", "https://example.org"),
                SourceLine.inFull(letter));
    }

    @Test
    void aPublicationCalledLikeItsPublisherIsNamedOnce() {
        Source magazine = new Source("m", "AmericaSpace", "AmericaSpace", "", "all rights reserved");

        assertEquals(
                new SourceLine("AmericaSpace, “Ten days”", ""),
                SourceLine.inFull(new Citation(magazine, "Ten days", "")));
    }

    @Test
    void aLongTitleStepsBackBehindItsPublisherWhereASectionIsNamed() {
        assertEquals(
                new SourceLine("State Department, “First Minister”", ""),
                SourceLine.of(new Citation(LONG, "First Minister", "")));
        assertEquals(
                new SourceLine("United States Relations with Russia: To World War Two", ""),
                SourceLine.of(new Citation(LONG, "", "")));
    }
}
