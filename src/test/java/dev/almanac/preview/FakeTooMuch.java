package dev.almanac.preview;

import dev.almanac.chat.Choice;
import dev.almanac.chat.Command;
import dev.almanac.chat.Question;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Span;
import dev.almanac.chat.Usage;
import java.util.List;
import java.util.stream.IntStream;

/** A reply that Discord would refuse: it names more sections than a message may have components. */
final class FakeTooMuch implements Command {
    @Override
    public Usage usage() {
        return Usage.of("toomuch", "More than Discord takes", "/toomuch").neverKept();
    }

    @Override
    public Reply answer(Request request) {
        List<Section> sections = IntStream.range(0, 45)
                .mapToObj(i -> new Section("", List.of(Span.channel(i))))
                .toList();
        return Reply.ofSections("Too much", sections).withChoices(List.of(new Choice("Again", Question.of("toomuch"))));
    }
}
