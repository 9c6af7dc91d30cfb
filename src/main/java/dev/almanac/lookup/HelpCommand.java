package dev.almanac.lookup;

import dev.almanac.chat.Command;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.TimelineHead;
import java.util.List;
import java.util.stream.Stream;

/** {@code /help}: what can be asked here. */
public final class HelpCommand implements Command {
    private final TimelineHead head;
    private final List<Usage> others;

    /** @param others how the other commands are called, in the order to list them */
    public HelpCommand(TimelineHead head, List<Usage> others) {
        this.head = head;
        this.others = List.copyOf(others);
    }

    @Override
    public Usage usage() {
        return Usage.of("help", "What you can ask here", "/help").neverKept();
    }

    @Override
    public Reply answer(Request request) {
        List<Section> sections = Stream.concat(others.stream(), Stream.of(usage()))
                .map(usage -> new Section(usage.synopsis(), usage.description() + "." + example(usage)))
                .toList();
        return Reply.ofSections("A timeline of " + head.title(), sections).withNotice(head.description());
    }

    private static String example(Usage usage) {
        return usage.example().equals("/" + usage.name()) ? "" : " For example " + usage.example();
    }
}
