package dev.almanac.timeline.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file an editor keeps a timeline in: JSON in UTF-8, described in docs/events.md and docs/events.schema.json. */
public final class TimelineFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;

    public TimelineFile(Path path) {
        this.path = path;
    }

    /**
     * What reading a file came to.
     *
     * @param timeline missing when there is any problem: a bad file is never read by halves
     * @param problems everything wrong with it, in the order of the file
     */
    public record Reading(Optional<Timeline> timeline, List<Problem> problems) {}

    /** Reads the file, whatever its order and layout. Never throws: an unreadable file is one problem. */
    public Reading read() {
        return new Parsed().reading();
    }

    /** As {@link #read}, and notes besides where the file departs from its canonical order and layout. */
    public List<Problem> check() {
        Parsed parsed = new Parsed();
        return parsed.problems.isEmpty() ? parsed.disorder().stream().toList() : parsed.problems.inOrder();
    }

    /**
     * Puts the file into canonical order and layout; its content stays. Does nothing when it has problems.
     *
     * @return whether the file was changed
     * @throws IOException when it can't be written; the old file is then still whole
     */
    public boolean fix() throws IOException {
        Parsed parsed = new Parsed();
        if (!parsed.problems.isEmpty() || parsed.disorder().isEmpty()) {
            return false;
        }
        // Beside the file, with the rights of a new file: a temporary one would be its owner's only.
        Path draft = path.resolveSibling(path.getFileName() + ".draft");
        Files.writeString(draft, parsed.canonical());
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private final class Parsed {
        private final Problems problems = new Problems(path.toString());
        private String text = "";
        private @Nullable Json json;
        private @Nullable Timeline timeline;

        Parsed() {
            try {
                text = Files.readString(path, StandardCharsets.UTF_8);
                json = Json.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
                timeline = new TimelineReader(problems).timeline(json);
            } catch (JsonProcessingException e) {
                Json.Place place = new Json.Place(
                        e.getLocation().getLineNr(), e.getLocation().getColumnNr());
                problems.add(place, "", "no JSON from here on: " + e.getOriginalMessage(), "");
            } catch (MalformedInputException e) {
                problems.add(new Json.Place(1, 1), "", "is not in UTF-8", "the file saved as UTF-8");
            } catch (IOException e) {
                problems.add(new Json.Place(1, 1), "", "can't be read (" + e + ")", "a file of events");
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
            List<String> written = text.lines().toList();
            List<String> wanted = canonical.lines().toList();
            int line = 0;
            while (line < Math.min(written.size(), wanted.size())
                    && written.get(line).equals(wanted.get(line))) {
                line++;
            }
            return Optional.of(new Problem(
                    path.toString(),
                    line + 1,
                    1,
                    "",
                    "not in canonical order and layout from here on",
                    "what ./almanac check --fix writes"));
        }
    }
}
