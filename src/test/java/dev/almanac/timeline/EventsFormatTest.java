package dev.almanac.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the reader, docs/events.md and docs/events.schema.json together. */
class EventsFormatTest {
    private static final Path PAGE = Path.of("docs/events.md");
    private static final Path SCHEMA = Path.of("docs/events.schema.json");

    @TempDir
    Path folder;

    private static String example() throws IOException {
        Matcher block = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertTrue(block.find());
        return block.group(1);
    }

    private static boolean schemaAccepts(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(text, InputFormat.JSON).isEmpty();
    }

    private boolean readerAccepts(String text) throws IOException {
        return new TimelineFile(Files.writeString(folder.resolve("events.json"), text))
                .read()
                .problems()
                .isEmpty();
    }

    @Test
    void theExampleOfThePageIsAGoodFileInCanonicalOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("events.json"), example());

        assertEquals(List.of(), new TimelineFile(file).check());
        assertEquals(List.of(), new TimelineFile(file).remarks(LocalDate.of(2026, 11, 28)));
        assertTrue(schemaAccepts(example()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"title\": \"US-Russian relations\"`|`\"title\": \"\"`",
                "`\"licence\": \"CC0-1.0\",`|``",
                "`#7A4B94`|`violet`",
                "`{\"id\": \"reform\", `|`{`",
                "`{\"id\": \"reform\"`|`{\"id\": \"The Reform\"`",
                "`\"url\": \"https://www.archives.gov/milestone-documents\"`|`\"url\": \"archives\"`",
                "`\"id\": \"alaska-purchase-treaty\"`|`\"id\": \"Alaska\"`",
                "`\"date\": \"1867-03-30\"`|`\"date\": \"30 March 1867\"`",
                "`\"date\": \"1867-03-30\"`|`\"date\": \"1867-13\"`",
                "`\"oldStyle\": \"1867-03-18\"`|`\"oldStyle\": \"18 March\"`",
                "`\"title\": \"The United States agrees to buy Alaska\",`|``",
                "`\"title\": \"The United States`|`\"title\": \" The United States`",
                "`\"weight\": 3`|`\"weight\": 4`",
                "`\"weight\": 3`|`\"weight\": \"heavy\"`",
                "`[\"seward-buys-alaska\"]`|`[\"Seward\"]`",
                "`[\"seward-buys-alaska\"]`|`\"seward-buys-alaska\"`",
                "`\"url\": \"https://upload.`|`\"url\": \"http://upload.`",
                "`\"credit\": \"National Archives\", `|``",
                "`\"keptUntil\": \"2026-02-28\"`|`\"keptUntil\": \"February 2026\"`",
                "`[\"upload.wikimedia.org\"]`|`[\"https://upload.wikimedia.org/\"]`",
                "`[\"Seward's folly\"]`|`[]`",
                "`\"events\": [\"alaska-purchase-treaty\"]`|`\"events\": []`",
                "`\"events\": [\"alaska-purchase-treaty\"]`|`\"events\": [\"alaska-purchase-treaty\"], \"name\": \"Alaska\"`",
                "`\"sign\": \"📜\"`|`\"sign\": \"\"`",
                "`[\"treaty\"]`|`[]`",
                "`[\"treaty\"]`|`\"treaty\"`",
                "`[\"treaty\"]`|`[\"treaty\", \"treaty\"]`",
                "`[\"William Seward\"]`|`[1]`",
                "`\"era\": \"reform\"`|`\"era\": \"reform\", \"sensitive\": \"no\"`",
                "`\"era\": \"reform\"`|`\"era\": \"reform\", \"confidence\": \"low\"`",
                "`\"era\": \"reform\"`|`\"era\": \"reform\", \"mood\": \"good\"`",
                "`{\"id\": \"archives\", \"section\": \"Check for the Purchase of Alaska\"}`|``",
            })
    void readerAndSchemaRefuseTheSameMistake(String right, String wrong) throws IOException {
        String mistaken = example()
                .replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(Objects.requireNonNullElse(wrong, "")));

        assertTrue(!mistaken.equals(example()));
        assertEquals(List.of(false, false), List.of(readerAccepts(mistaken), schemaAccepts(mistaken)));
    }

    @ParameterizedTest
    @CsvSource({
        "1867-03",
        "1867",
        "1872-21",
        "1780/1783",
        "1871-11/1872-02",
        "189X",
        "18XX",
        "1799/..",
        "../1867",
        "1855~",
        "1904-02-08/1904-02-09",
        "1808-08-30?",
        "1855%",
        "-0043-03-15"
    })
    void readerAndSchemaAcceptEachDateOfThePage(String date) throws IOException {
        String dated = example().replace("\"1867-03-30\"", "\"" + date + "\"").replaceFirst(" *\"oldStyle\".*\\n", "");

        assertEquals(List.of(true, true), List.of(readerAccepts(dated), schemaAccepts(dated)));
        assertTrue(Files.readString(PAGE).contains("`" + date + "`"));
    }

    @Test
    void pageAndSchemaNameEachFieldThatTheReaderKnows() throws IOException {
        String unknown = example()
                .replaceFirst("\"title\"", "\"x\": 1, \"title\"")
                .replaceFirst("\"id\": \"alaska", "\"x\": 1, \"id\": \"alaska")
                .replaceFirst("\"id\": \"archives\", \"title\"", "\"x\": 1, \"id\": \"archives\", \"title\"")
                .replaceFirst("\"id\": \"archives\", \"section\"", "\"x\": 1, \"id\": \"archives\", \"section\"")
                .replaceFirst("\"id\": \"treaty\"", "\"x\": 1, \"id\": \"treaty\"")
                .replaceFirst("\"alt\":", "\"x\": 1, \"alt\":")
                .replaceFirst("\"also\":", "\"x\": 1, \"also\":");
        Set<String> fields = new TreeSet<>();
        new TimelineFile(Files.writeString(folder.resolve("events.json"), unknown))
                .read()
                .problems()
                .forEach(problem -> fields.addAll(
                        List.of(problem.right().replace("one of ", "").split(", "))));

        assertEquals(36, fields.size(), fields.toString());
        for (String field : fields) {
            assertTrue(Files.readString(PAGE).contains("`" + field + "`"), field);
            assertTrue(Files.readString(SCHEMA).contains("\"" + field + "\""), field);
        }
    }

    @Test
    void pageAndSchemaGiveTheReadersLimits() throws IOException {
        for (int limit : List.of(
                HistoryEvent.LONGEST_ID,
                HistoryEvent.LONGEST_TITLE,
                HistoryEvent.LONGEST_TEXT,
                HistoryEvent.LONGEST_NOTE)) {
            assertTrue(Files.readString(PAGE).contains("at most " + limit), "page " + limit);
            assertTrue(Files.readString(SCHEMA).contains("\"maxLength\": " + limit), "schema " + limit);
        }
    }
}
