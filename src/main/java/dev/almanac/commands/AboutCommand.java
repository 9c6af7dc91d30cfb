package dev.almanac.commands;

import dev.almanac.timeline.FurtherReading;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /about}: which timeline this is, where it comes from, which version runs. */
public final class AboutCommand implements Command {
    /** Sources to a section, so that the sections of a page fit into a message. */
    private static final int SOURCES = 4;

    private final Timeline timeline;
    private final String version;
    private final Supplier<List<Section>> figures;
    private final DateWords words = new DateWords();

    /** @param figures what else the running program has to say of itself, read at each question */
    public AboutCommand(Timeline timeline, String version, Supplier<List<Section>> figures) {
        this.timeline = timeline;
        this.version = version;
        this.figures = figures;
    }

    @Override
    public Usage usage() {
        return Usage.of("about", "Which timeline this is, and its sources", "/about")
                .neverKept();
    }

    @Override
    public Reply answer(Request request) {
        TimelineHead head = timeline.head();
        List<Section> sections = new ArrayList<>();
        String span = timeline.years().map(years -> ", " + words.of(years)).orElse("");
        sections.add(new Section(
                "The timeline",
                words.count(timeline.events().size(), "event") + span + ". Licence: " + head.licence()));
        if (!head.furtherReading().isEmpty()) {
            sections.add(new Section(
                    "Further reading",
                    head.furtherReading().stream().map(AboutCommand::line).collect(Collectors.joining("\n"))));
        }
        sections.add(new Section("The program", "Almanac " + version + ", Apache-2.0"));
        sections.addAll(figures.get());
        for (int first = 0; first < head.sources().size(); first += SOURCES) {
            List<Source> some = head.sources()
                    .subList(first, Math.min(first + SOURCES, head.sources().size()));
            String numbers = head.sources().size() <= SOURCES
                    ? ""
                    : " %d to %d of %d"
                            .formatted(
                                    first + 1,
                                    first + some.size(),
                                    head.sources().size());
            sections.add(new Section(
                    "Sources" + numbers, some.stream().map(AboutCommand::line).collect(Collectors.joining("\n"))));
        }
        Pages pages = Pages.of(request.question().page(), sections.size());
        return Reply.ofSections("About this timeline of " + head.title(), pages.cut(sections))
                .withNotice(head.description())
                .onPage(pages, request.question());
    }

    private static String line(FurtherReading page) {
        return page.title() + ": " + page.url();
    }

    private static String line(Source source) {
        return source.publisher() + ": " + source.title() + " · " + source.licence();
    }
}
