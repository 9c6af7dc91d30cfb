package dev.almanac.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final Question LIST = Question.of("search")
            .with("words", "\"cold; war\" 100%|")
            .with("from", "1867")
            .onPage(3);

    @Test
    void anOpenedEventSaysWhichListItIsFrom() {
        assertEquals(
                Question.of("event")
                        .with("event", "abcdefgh")
                        .with("list", "search;3;words=\"cold%3B war\" 100%25%7C;from=1867"),
                LIST.opening("abcdefgh"));
        assertEquals(Optional.of(LIST), LIST.opening("abcdefgh").list());
        assertEquals(
                Optional.empty(), Question.of("event").with("event", "abcdefgh").list());
    }

    @Property
    void whateverIsWrittenIsReadBack(@ForAll String value) {
        Question question = LIST.with("words", value.replaceAll("[\\n\\r\\u0085\\u2028\\u2029]", ""));

        assertEquals(Optional.of(question), Question.read(question.written()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "year",
                "year;0",
                "year;x",
                ";1",
                "year;1;",
                "year;1;year",
                "year;1;year=",
                "Year;1",
                "year;1;=x"
            })
    void readsNothingElse(String forged) {
        assertEquals(Optional.empty(), Question.read(forged));
    }
}
