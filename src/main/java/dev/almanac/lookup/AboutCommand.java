package dev.almanac.lookup;

import dev.almanac.chat.Command;
import dev.almanac.chat.DateWords;
import dev.almanac.chat.Pages;
import dev.almanac.chat.Reply;
import dev.almanac.chat.Request;
import dev.almanac.chat.Section;
import dev.almanac.chat.Usage;
import dev.almanac.timeline.FurtherReading;
import dev.almanac.timeline.Source;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /about}: which timeline this is, where it comes from, which version runs. */
public final class AboutCommand implements Command {
    /** More would be a list that nobody reads; each event names its own. */
    private static final int MOST_SOURCES = 8;

    private final Timeline timeline;
    private final String version;
    private final Section sources;
    private final DateWords words = new DateWords();

    public AboutCommand(Timeline timeline, String version) {
        this.timeline = timeline;
        this.version = version;
        this.sources = sources(timeline);
    }

    private static Section sources(Timeline timeline) {
        Map<String, Long> events = timeline.events().stream()
                .flatMap(event -> event.sources().stream()
                        .map(citation -> citation.source().id())
                        .distinct())
                .collect(Collectors.groupingBy(source -> source, Collectors.counting()));
        List<Source> all = timeline.head().sources().stream()
                .sorted(Comparator.comparing((Source source) -> events.getOrDefault(source.id(), 0L))
                        .reversed())
                .toList();
        String named = all.stream().limit(MOST_SOURCES).map(AboutCommand::line).collect(Collectors.joining("\n"));
        int others = all.size() - MOST_SOURCES;
        return others <= 0
                ? new Section("Sources", named)
                : new Section(
                        "The sources used most",
                        named + "\nand " + new DateWords().count(others, "other") + ", which the events name.");
    }

    @Override
    public Usage usage() {
        return Usage.of("about", "What this timeline is, and where it comes from", "/about")
                .neverKept();
    }

    @Override
    public Reply answer(Request request) {
        TimelineHead head = timeline.head();
        List<Section> sections = new ArrayList<>();
        String span = timeline.years().map(years -> ", " + words.of(years)).orElse("");
        String kept = head.keptUntil() == null ? "" : ", kept until " + words.of(head.keptUntil());
        sections.add(new Section(
                "The timeline",
                words.count(timeline.events().size(), "event") + span + kept + ". Licence: " + head.licence()));
        if (!head.furtherReading().isEmpty()) {
            sections.add(new Section(
                    "Further reading",
                    head.furtherReading().stream().map(AboutCommand::line).collect(Collectors.joining("\n"))));
        }
        sections.add(new Section("The program", "Almanac " + version + ", Apache-2.0"));
        sections.add(sources);
        Pages pages = Pages.of(request.question().page(), sections.size());
        return Reply.ofSections("About this timeline of " + head.title(), pages.cut(sections))
                .withNotice(head.description())
                .onPage(pages, request.question());
    }

    private static String line(FurtherReading page) {
        return page.title() + ": " + page.url();
    }

    private static String line(Source source) {
        return source.named() + " · " + source.licence();
    }
}
