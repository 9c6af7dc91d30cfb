package dev.almanac.lookup;

import static dev.almanac.timeline.Events.timelineOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.chat.Commands;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.search.Scope;
import dev.almanac.timeline.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomCommandTest {
    private static final Timeline TIMELINE = timelineOf("1801", "1802", "1803", "1804", "1805", "1806", "1807");
    private static final Question PLAIN = Question.of("random");

    private static Commands commands(int seed) {
        return new Commands(
                List.of(new RandomCommand(TIMELINE, new Random(seed), Examples.of(TIMELINE))), new Random(seed));
    }

    private static Reply ask(Commands commands, Question question, String conversation) {
        return commands.answer(new Request(question, LocalDate.of(2026, 11, 24), ZoneOffset.UTC, conversation));
    }

    private static String shown(Reply reply) {
        return reply.cards().get(0).id();
    }

    @Test
    void showsNoneTwiceInAConversationUntilAllWereSeen() {
        Commands commands = commands(1);

        Set<String> seen = IntStream.range(0, 7)
                .mapToObj(i -> shown(ask(commands, PLAIN, "here")))
                .collect(Collectors.toSet());
        assertEquals(7, seen.size());
    }

    @Test
    void saysWhenAllWereSeenAndShufflesAnew() {
        Commands commands = commands(1);
        List<String> notices = IntStream.range(0, 8)
                .mapToObj(i -> ask(commands, PLAIN, "here").notice())
                .filter(notice -> !notice.isEmpty())
                .toList();

        assertEquals(List.of("That was the last of the 7 that match; next they are shuffled again."), notices);
    }

    @Test
    void conversationsAndFiltersDoNotDisturbEachOther() {
        Commands commands = commands(1);
        Set<String> here = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            here.add(shown(ask(commands, PLAIN, "here")));
            ask(commands, PLAIN, "there");
            ask(commands, PLAIN.with("from", "1803"), "here");
        }

        assertEquals(7, here.size());
    }

    @Test
    void anotherGoesOnAfterARestart() {
        Reply first = ask(commands(1), PLAIN, "here");
        Set<String> seen = new HashSet<>(Set.of(shown(first)));
        Question another = first.choices().get(0).question();
        for (int i = 0; i < 6; i++) {
            Reply next = ask(commands(100 + i), another, "here");
            seen.add(shown(next));
            another = next.choices().get(0).question();
        }

        assertEquals(7, seen.size());
    }

    @Test
    void anOldButtonRepeatsNothing() {
        Commands commands = commands(1);
        Question another = ask(commands, PLAIN, "here").choices().get(0).question();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shown.add(shown(ask(commands, another, "here")));
            shown.add(shown(ask(commands, PLAIN, "here")));
        }

        assertEquals(6, new HashSet<>(shown).size());
    }

    @Test
    void keepsToTheYearsAndTheCategory() {
        Commands commands = commands(1);
        Question filtered = PLAIN.with("from", "1806").with("to", "1803").with("category", "Treaty");

        assertEquals(
                Set.of("1803", "1804", "1805", "1806"),
                IntStream.range(0, 4)
                        .mapToObj(i -> shown(ask(commands, filtered, "here")))
                        .collect(Collectors.toSet()));
    }

    @Test
    void saysWhenNothingMatches() {
        assertEquals(
                "Nothing in this timeline of US-Russian relations matches. Try fewer conditions, or just /random.",
                ask(commands(1), PLAIN.with("category", "space"), "here").notice());
    }

    @Test
    void refusesACategoryThatIsNotThere() {
        assertEquals(
                Reply.mistake("“magic” isn't a category here. Try one of treaty, space."),
                ask(commands(1), PLAIN.with("category", "magic"), "here"));
    }

    @Test
    void startsAnewWhereAButtonIsForged() {
        for (String position : List.of("-1", "7", "99999999999", "x", "")) {
            assertEquals(
                    1,
                    ask(commands(1), PLAIN.with("seed", "!!").with("position", position), "here")
                            .cards()
                            .size());
        }
    }

    @Test
    void anotherMovesTheConversationOn() {
        Commands commands = commands(1);
        Reply first = ask(commands, PLAIN, "here");
        Reply second = ask(commands, first.choices().get(0).question(), "here");

        assertEquals(
                3,
                Set.of(shown(first), shown(second), shown(ask(commands, PLAIN, "here")))
                        .size());
    }

    @Test
    void goesOnWhereAButtonOfAnotherRunLeftOff() {
        Question another = PLAIN.with("seed", "z").with("position", "3");

        assertEquals(
                Dealing.of(TIMELINE, Scope.EVERYWHERE).at(new Shuffle(35, 3)).id(),
                shown(ask(commands(1), another, "here")));
    }

    @Test
    void showsTheOnlyMatchAgainWithoutANotice() {
        Commands commands = commands(1);
        Question only = PLAIN.with("from", "1804").with("to", "1804");

        assertEquals(
                ask(commands, only, "here").cards(), ask(commands, only, "here").cards());
        assertEquals("", ask(commands, only, "here").notice());
    }

    @Test
    void takesTheOuterEndsOfDecadesAsBounds() {
        assertEquals(
                Question.of("random").with("from", "1800").with("to", "1809"),
                new RandomCommand(TIMELINE, new Random(1), Examples.of(TIMELINE))
                        .resolve(new Request(
                                PLAIN.with("from", "1800s").with("to", "1800-09"),
                                LocalDate.EPOCH,
                                ZoneOffset.UTC,
                                "here")));
    }

    @Test
    void refusesABoundThatIsNoYear() {
        assertEquals(
                Reply.mistake("“banana” isn't a year I know. Try from:1801 to:1804."),
                ask(commands(1), PLAIN.with("to", "banana"), "here"));
    }
}
