package dev.almanac.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final List<Integer> ELEVEN = IntStream.range(0, 11).boxed().toList();

    @Test
    void holdFiveToAPage() {
        assertEquals(List.of(0, 1, 2, 3, 4), Pages.of(1, 11).cut(ELEVEN));
        assertEquals(List.of(5, 6, 7, 8, 9), Pages.of(2, 11).cut(ELEVEN));
        assertEquals(List.of(10), Pages.of(3, 11).cut(ELEVEN));
    }

    @Test
    void neverRunPastTheLast() {
        assertEquals(new Pages(3, 3), Pages.of(7, 11));
        assertEquals(new Pages(1, 1), Pages.of(2, 5));
    }

    @Test
    void areOneWhereThereIsNothing() {
        assertEquals(Pages.ONE, Pages.of(1, 0));
        assertEquals(List.of(), Pages.ONE.cut(List.of()));
    }

    @Test
    void areTurnedByChoicesInFrontOfTheOthers() {
        Question question = Question.of("year").with("year", "1867");
        Choice other = new Choice("1868 →", Question.of("year").with("year", "1868"));
        Reply reply = Reply.of("1867", List.of()).withChoices(List.of(other));

        assertEquals(
                List.of(
                        List.of("Next page", "1868 →"),
                        List.of("Previous page", "Next page", "1868 →"),
                        List.of("Previous page", "1868 →"),
                        List.of("1868 →")),
                List.of(new Pages(1, 3), new Pages(2, 3), new Pages(3, 3), Pages.ONE).stream()
                        .map(page -> reply.onPage(page, question).choices().stream()
                                .map(Choice::label)
                                .toList())
                        .toList());
        assertEquals(
                question.onPage(3),
                reply.onPage(new Pages(2, 3), question).choices().get(1).question());
    }
}
