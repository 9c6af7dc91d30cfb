package dev.almanac.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.picture.Names.Placed;
import dev.almanac.picture.Names.Wanted;
import dev.almanac.timeline.Events;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Names NAMES = new Names(50, 1150, 3);

    private static Wanted name(double x, double width) {
        return new Wanted(Events.at("1867"), x, width);
    }

    @Test
    void beginsAtTheLineOrEndsAtIt() {
        assertEquals(List.of(new Placed(name(200, 300), 0, 50)), NAMES.placed(List.of(name(200, 300))));
        assertEquals(List.of(new Placed(name(1100, 300), 0, 800)), NAMES.placed(List.of(name(1100, 300))));
    }

    @Test
    void movesNamesThatWerePlacedBeforeSoThatAllHaveRoom() {
        Wanted march = name(480, 540);
        Wanted august = name(840, 590);
        Wanted october = name(970, 560);

        assertEquals(
                List.of(new Placed(october, 0, 410), new Placed(august, 1, 250), new Placed(march, 2, 50)),
                NAMES.placed(List.of(march, august, october)));
    }

    @Test
    void leavesOutWhatHasNoRoomAndWhatComesLaterFirst() {
        Wanted wide = name(600, 1200);
        List<Wanted> same = List.of(name(600, 500), name(620, 500), name(640, 500), name(660, 500));

        assertEquals(List.of(), NAMES.placed(List.of(wide)));
        assertEquals(
                same.subList(0, 3),
                NAMES.placed(same).stream()
                        .map(Placed::name)
                        .sorted((one, other) -> Double.compare(one.x(), other.x()))
                        .toList());
    }
}
