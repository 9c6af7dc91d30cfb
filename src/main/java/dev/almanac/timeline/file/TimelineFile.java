package dev.almanac.timeline.file;

import dev.almanac.timeline.Citation;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.Timeline;
import dev.almanac.timeline.TimelineHead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file that an editor keeps a timeline in: JSON in UTF-8, described in docs/events.md and docs/events.schema.json. */
public final class TimelineFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final long heap;

    public TimelineFile(Path path) {
        this(path, Runtime.getRuntime().maxMemory());
    }

    /** @param heap how many bytes the program may use in all */
    TimelineFile(Path path, long heap) {
        this.path = path;
        this.heap = heap;
    }

    /**
     * What reading a file came to.
     *
     * @param timeline missing when there is any problem: a bad file is never read by halves
     * @param problems everything wrong with it, in the order of the file
     */
    public record Reading(Optional<Timeline> timeline, List<Problem> problems) {}

    /** Reads the file, whatever its order and layout. Never throws: a file that can't be read is one problem. */
    public Reading read() {
        // Where things stand matters only to whoever has to mend them.
        Parsed quick = new Parsed(false);
        return quick.problems.isEmpty() ? quick.reading() : new Parsed(true).reading();
    }

    /** Everything that is wrong with it, as {@link #read} finds it. */
    public List<Problem> check() {
        return new Parsed(true).problems.inOrder();
    }

    /**
     * What is worth a look in a file without problems: a language that isn't known, a year far ahead, an event told twice,
     * marks heaped on a letter, and where it first departs from its canonical order and layout. Empty where it has problems.
     */
    public List<Problem> remarks(LocalDate today) {
        Parsed parsed = new Parsed(true);
        Problems remarks = new Problems(path.toString());
        if (parsed.problems.isEmpty() && parsed.json instanceof Json.Fields head) {
            new Oddities(remarks, today).note(head);
        }
        List<Problem> found = new ArrayList<>(remarks.inOrder());
        if (parsed.problems.isEmpty()) {
            parsed.disorder().ifPresent(found::add);
        }
        return found;
    }

    /**
     * Mends what can be right in one way only, and puts the file into canonical order and layout. Its permissions stay. If it
     * is a symbolic link, the file that it leads to is written. What nothing can be mended of, and still has problems, stays as
     * it is.
     *
     * @return what was changed, each as a line; empty where nothing was
     * @throws IOException when it can't be written; the old file is then still whole
     */
    public List<String> fix() throws IOException {
        Parsed parsed = new Parsed(true);
        if (!(parsed.json instanceof Json.Fields head) || Mending.wouldLose(head)) {
            return List.of();
        }
        Mending mending = new Mending(path.toString());
        String mended = new CanonicalJson().print(mending.mended(head));
        List<String> changes = new ArrayList<>(mending.changes());
        if (mended.equals(parsed.text) || (changes.isEmpty() && !parsed.problems.isEmpty())) {
            return List.of();
        }
        if (parsed.problems.isEmpty() || !parsed.canonical().equals(parsed.text)) {
            changes.add(path + " is now in canonical order and layout");
        }
        WholeFile.write(path, mended);
        return changes;
    }

    /**
     * Writes a timeline in canonical order and layout, in place of whatever the file held. If it is a symbolic link, the
     * file that it leads to is written; permissions stay.
     *
     * @throws IOException when it can't be written; the old file, or none, is then still there
     */
    public void write(Timeline timeline) throws IOException {
        String text = new CanonicalJson().print(TimelineJson.of(timeline));
        Problems problems = new Problems(path.toString());
        try {
            new TimelineReader(problems).timeline(new JsonText(text).read());
        } catch (Unreadable e) {
            e.noteIn(problems);
        }
        if (!problems.isEmpty()) {
            // Its values were checked, so that this is a fault of the program.
            throw new IllegalStateException("would not be read back: " + problems.inOrder());
        }
        WholeFile.write(path, text);
    }

    /** What {@link #check} would say of an event, whose head has whatever it names; empty when it is sound. */
    public static List<Problem> problemsOf(HistoryEvent event) {
        Image image = event.image();
        TimelineHead head = new TimelineHead(
                event.id(),
                event.id(),
                "en",
                event.id(),
                Stream.ofNullable(event.era()).toList(),
                event.categories(),
                List.of(),
                event.sources().stream().map(Citation::source).distinct().toList(),
                List.of(),
                null,
                image == null ? List.of() : List.of(URI.create(image.url()).getHost()));
        Problems problems = new Problems("");
        new TimelineReader(problems).timeline(TimelineJson.of(head, List.of(event)));
        return problems.inOrder();
    }

    private final class Parsed {
        private final Problems problems = new Problems(path.toString());
        private String text = "";
        private @Nullable Json json;
        private @Nullable Timeline timeline;

        /** @param places whether its problems say where they are */
        Parsed(boolean places) {
            try {
                text = FileText.of(path, heap);
                json = new JsonText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, places).read();
                timeline = new TimelineReader(problems).timeline(json);
            } catch (Unreadable e) {
                e.noteIn(problems);
            }
        }

        Reading reading() {
            return new Reading(
                    problems.isEmpty() ? Optional.ofNullable(timeline) : Optional.empty(), problems.inOrder());
        }

        String canonical() {
            return json == null ? text : new CanonicalJson().print(json);
        }

        /** Where the file first departs from its canonical form. */
        Optional<Problem> disorder() {
            String canonical = canonical();
            if (canonical.equals(text)) {
                return Optional.empty();
            }
            if (text.startsWith(BYTE_ORDER_MARK)) {
                return Optional.of(disorder(1, "begins with a byte order mark"));
            }
            List<String> written = text.lines().toList();
            List<String> wanted = canonical.lines().toList();
            int line = 0;
            while (line < Math.min(written.size(), wanted.size())
                    && written.get(line).equals(wanted.get(line))) {
                line++;
            }
            return Optional.of(disorder(line + 1, "isn't in canonical order and layout from here on"));
        }

        private Problem disorder(int line, String wrong) {
            return new Problem(path.toString(), line, 1, "", wrong, "what ./almanac check --fix writes");
        }
    }
}
