package dev.almanac.preview;

import dev.almanac.commands.Choice;
import dev.almanac.commands.Command;
import dev.almanac.commands.Question;
import dev.almanac.commands.Reply;
import dev.almanac.commands.Request;
import dev.almanac.commands.Section;
import dev.almanac.commands.Span;
import dev.almanac.commands.Usage;
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
