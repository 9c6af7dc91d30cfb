package dev.almanac.discord;

import static dev.almanac.discord.Share.LOOKS_BEFORE_COMING;
import static dev.almanac.discord.Share.LOOKS_BEFORE_MORE;
import static dev.almanac.discord.Share.LOOKS_BEFORE_TOO_MANY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.daily.ShardLeases.Seen;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final int LATER = LOOKS_BEFORE_MORE + 1;
    private static final Sharding SIXTEEN = Sharding.of(16);

    private static Set<Integer> range(int first, int end) {
        return IntStream.range(first, end).boxed().collect(Collectors.toSet());
    }

    private static Seen free(int processes, Set<Integer> free) {
        return new Seen(16, processes, free, Set.of(), Set.of());
    }

    @Test
    void aProcessThatHasJustBegunTakesOneAndLeavesTheOthersTimeToBegin() {
        Share share = new Share(SIXTEEN, true, 4);
        Seen seen = free(1, range(0, 16));

        assertEquals(List.of(0), share.next(seen, 0, 1, 1));
        assertEquals(List.of(), share.next(free(1, range(1, 16)), 1, LOOKS_BEFORE_MORE, 1));
        assertEquals(List.of(1, 2, 3, 4), share.next(free(1, range(1, 16)), 1, LATER, 1));
    }

    @Test
    void freeShardsAreDividedByTheProcessesRoundedUp() {
        Share share = new Share(SIXTEEN, true, 16);

        assertEquals(List.of(5, 6, 7, 8, 9, 10), share.next(free(3, range(5, 16)), 0, LATER, 1));
        assertEquals(List.of(15), share.next(free(3, Set.of(15)), 5, LATER, 1));
        assertEquals(List.of(), share.next(free(3, Set.of(15)), 6, LATER, 1));
    }

    @Test
    void whatNobodyTakesForAWhileIsTakenByWhoeverHasRoom() {
        Share share = new Share(SIXTEEN, true, 16);

        assertEquals(List.of(15), share.next(free(3, Set.of(15)), 6, LATER, LOOKS_BEFORE_TOO_MANY));
        assertEquals(
                List.of(),
                new Share(SIXTEEN.withMost(6), true, 16).next(free(3, Set.of(15)), 6, LATER, LOOKS_BEFORE_TOO_MANY));
    }

    @Test
    void whatADeadProcessHadIsTakenBeyondThePart() {
        Seen seen = new Seen(16, 2, Set.of(), range(0, 8), Set.of());

        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), new Share(SIXTEEN, true, 16).next(seen, 8, LATER, 1));
        assertEquals(List.of(0, 1), new Share(SIXTEEN.withMost(10), true, 16).next(seen, 8, LATER, 1));
        assertEquals(List.of(0), new Share(SIXTEEN, true, 1).next(seen, 8, LATER, 1));
    }

    @Test
    void aProcessWithADatabaseOfItsOwnTakesAllAtOnceOrItsRange() {
        Seen seen = free(1, range(0, 16));

        assertEquals(16, new Share(SIXTEEN, false, 1).next(seen, 0, 1, 1).size());
        assertEquals(List.of(4, 5), new Share(new Sharding(16, Integer.MAX_VALUE, 4, 5), false, 1).next(seen, 0, 1, 1));
        assertEquals(List.of(0, 1, 2), new Share(SIXTEEN.withMost(3), false, 1).next(seen, 0, 1, 1));
    }

    @Test
    void comesForWhatIsOfferedWhenThereIsRoomAndLetsOthersComeFirstWhoHaveLess() {
        Seen seen = new Seen(16, 3, Set.of(), Set.of(), Set.of(7, 8));
        Share share = new Share(SIXTEEN, true, 16);

        assertEquals(List.of(7, 8), share.offered(seen, 0, 1));
        assertEquals(List.of(), share.offered(seen, 6, 1));
        assertEquals(List.of(7, 8), share.offered(seen, 6, LOOKS_BEFORE_COMING));
        assertEquals(List.of(7), new Share(SIXTEEN, true, 1).offered(seen, 0, 1));
        assertEquals(List.of(), new Share(SIXTEEN.withMost(6), true, 16).offered(seen, 6, LOOKS_BEFORE_COMING));
    }
}
