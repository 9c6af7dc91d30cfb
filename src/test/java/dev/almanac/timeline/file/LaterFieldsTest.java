package dev.almanac.timeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.almanac.timeline.AlsoKnown;
import dev.almanac.timeline.Category;
import dev.almanac.timeline.HistoryEvent;
import dev.almanac.timeline.Image;
import dev.almanac.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event weighs, stands for and shows; what a head says of names, pictures and signs. */
class LaterFieldsTest {
    private static final String FILE = """
            {
              "title": "Alaska",
              "description": "How it changed hands.",
              "language": "en",
              "licence": "CC0-1.0",
              "keptUntil": "2026-02-28",
              "categories": [
                {"id": "treaty", "title": "Treaty", "colour": "#7A4B94", "sign": "📜"}
              ],
              "imageHosts": ["upload.wikimedia.org"],
              "names": [
                {"name": "William Seward", "also": ["Стюард"]},
                {"name": "Sitka", "also": ["New Archangel"]},
                {"also": ["Seward's folly"], "events": ["alaska-purchase", "treaty-signed"]}
              ],
              "sources": [
                {"id": "book", "title": "A Book", "publisher": "A Press", "licence": "CC0-1.0"}
              ],
              "events": [
                {
                  "id": "alaska-purchase",
                  "date": "1867-03-30",
                  "title": "Alaska is sold",
                  "text": "It was sold.",
                  "categories": ["treaty"],
                  "people": ["William Seward"],
                  "weight": 3,
                  "formerly": ["treaty-signed"],
                  "image": {"alt": "A cheque", "credit": "National Archives", "url": "https://upload.wikimedia.org/a.jpg", "licence": "public domain"},
                  "sources": [
                    {"id": "book"}
                  ]
                },
                {
                  "id": "alaska-handed-over",
                  "date": "1867-10-18",
                  "title": "Sitka changes its flag",
                  "text": "It did.",
                  "categories": ["treaty"],
                  "sources": [
                    {"id": "book"}
                  ]
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    private List<String> check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("events.json"), text);
        return new TimelineFile(file)
                .check().stream()
                        .map(problem -> problem.toString().replaceFirst("^.*?\"", "\""))
                        .toList();
    }

    private Timeline read() throws IOException {
        return new TimelineFile(Files.writeString(folder.resolve("events.json"), FILE))
                .read()
                .timeline()
                .orElseThrow();
    }

    @Test
    void isSoundAndInItsCanonicalForm() throws IOException {
        assertEquals(List.of(), check(FILE));
        assertEquals(List.of(), new TimelineFile(folder.resolve("events.json")).remarks(LocalDate.of(2026, 11, 28)));
    }

    @Test
    void readsWhatAnEventWeighsStandsForAndShows() throws IOException {
        Timeline timeline = read();
        HistoryEvent sold = timeline.byId("alaska-purchase").orElseThrow();

        assertEquals(3, sold.weight());
        assertEquals(List.of("treaty-signed"), sold.formerly());
        assertEquals(
                new Image("https://upload.wikimedia.org/a.jpg", "A cheque", "National Archives", "public domain"),
                sold.image());
        assertEquals(Optional.of(sold), timeline.byId("treaty-signed"));
        assertEquals(2, timeline.byId("alaska-handed-over").orElseThrow().weight());
    }

    @Test
    void readsWhatAHeadSaysOfNamesPicturesAndSigns() throws IOException {
        Timeline timeline = read();

        assertEquals(
                List.of(
                        new AlsoKnown("William Seward", List.of(), List.of("Стюард")),
                        new AlsoKnown("Sitka", List.of(), List.of("New Archangel")),
                        new AlsoKnown("", List.of("alaska-purchase", "treaty-signed"), List.of("Seward's folly"))),
                timeline.head().names());
        assertEquals(LocalDate.of(2026, 2, 28), timeline.head().keptUntil());
        assertEquals(List.of("upload.wikimedia.org"), timeline.head().imageHosts());
        assertEquals(
                List.of(new Category("treaty", "Treaty", 0x7A4B94, "📜")),
                timeline.head().categories());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"weight\": 3`|`\"weight\": 0`|`\"weight\": is 0; would be right: a whole number from 1 to 3`",
                "`\"weight\": 3`|`\"weight\": 2.5`|`\"weight\": is 2.5; would be right: a whole number from 1 to 3`",
                "`\"formerly\": [\"treaty-signed\"]`|`\"formerly\": [\"treaty-signed\", \"alaska-handed-over\"]`"
                        + "|`\"formerly\": an event has the id \"alaska-handed-over\"; would be right: ids that no event has any more`",
                "`\"formerly\": [\"treaty-signed\"]`|`\"formerly\": [\"treaty-signed\", \"alaska-purchase\"]`"
                        + "|`\"formerly\": an event has the id \"alaska-purchase\"; would be right: ids that no event has any more`",
                "`\"formerly\": [\"treaty-signed\"]`|`\"formerly\": [\"treaty-signed\", \"e573107\", \"e1236486\"]`"
                        + "|`\"formerly\": \"e1236486\" has the key d5zq3ywa, which \"e573107\" has as well; would be right: another id`",
                "`\"text\": \"It did.\",`|`\"text\": \"It did.\", \"formerly\": [\"treaty-signed\"],`"
                        + "|`\"formerly\": another event stands for \"treaty-signed\", too; would be right: each id at one event`",
                "`https://upload.wikimedia.org`|`https://example.org`"
                        + "|`\"url\": is at \"example.org\", which imageHosts in the head doesn't list; would be right: upload.wikimedia.org`",
                "`https://upload`|`http://upload`"
                        + "|`\"url\": \"http://upload.wikimedia.org/a.jpg\" isn't an https address; would be right: https://upload.wikimedia.org/picture.jpg`",
                "`\"name\": \"William Seward\"`|`\"name\": \"Seward\"`"
                        + "|`\"name\": \"Seward\" stands in no event's people, places or title; would be right: a name as an event has it`",
                "`\"name\": \"Sitka\"`|`\"name\": \"Sit\"`"
                        + "|`\"name\": \"Sit\" stands in no event's people, places or title; would be right: a name as an event has it`",
                "`\"alaska-purchase\", \"treaty-signed\"]`|`\"alaska-purchase\", \"treaty-broken\"]`"
                        + "|`\"events\": no event has the id \"treaty-broken\"; would be right: ids of events`",
                "`\"name\": \"Sitka\",`|``|`\"name\": and \"events\" are both missing; would be right: one of them`",
                "`[\"New Archangel\"]`|`[]`|`\"also\": names nothing; would be right: what else people call it`",
                "`2026-02-28`|`2026-02-30`|`\"keptUntil\": \"2026-02-30\" isn't a day; would be right: 2026-02-28`",
                "`📜`|`§`|`\"sign\": \"§\" isn't one emoji; would be right: 🚀`",
                "`📜`|`📜📜`|`\"sign\": \"📜📜\" isn't one emoji; would be right: 🚀`",
            })
    void refuses(String right, String wrong, String problem) throws IOException {
        String mistaken = FILE.replace(right, wrong == null ? "" : wrong);

        assertEquals(problem, check(mistaken).get(0));
    }

    @ParameterizedTest
    @CsvSource({"⚖️", "🚀", "👩‍🚀", "🇺🇸", "⚔", "✏️", "1️⃣"})
    void takesAnyOneEmojiForASign(String sign) throws IOException {
        assertEquals(List.of(), check(FILE.replace("📜", sign)));
    }
}
