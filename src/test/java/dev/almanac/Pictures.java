package dev.almanac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.almanac.timeline.file.TimelineFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures of the README: what each shows of the preview, on a day that does not move. */
final class Pictures {
    static final Path FOLDER = Path.of("docs/pictures");

    /** Beside the pictures: of each, a hash of all that it was made from. */
    static final Path MADE_FROM = FOLDER.resolve("made-from.txt");

    static final String HOW = "./mvnw test -Dtest=PicturesInBrowser -Dalmanac.pictures.write=true";

    /** Drawn with no other font, so that pictures of two machines are the same: Debian's package fonts-liberation. */
    static final String FONT = "Liberation Sans";

    private static final Path PAGE = Path.of("src/main/resources/dev/almanac/preview");
    private static final Pattern COMMAND_ID = Pattern.compile("(</[a-z ]+):\\d+(?=>)");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneId.of("UTC"));

    static final List<Picture> ALL = List.of(
            new Picture("day", "/onthisday", "{\"command\":\"onthisday\",\"options\":{}}", 1080, 560),
            new Picture("year", "/year 1867", "{\"command\":\"year\",\"options\":{\"year\":\"1867\"}}", 760, 560),
            new Picture("quiz", "/quiz", "{\"command\":\"quiz\",\"options\":{}}", 760, 430),
            new Picture(
                    "daily",
                    "/daily set history zone:UTC",
                    "{\"command\":\"daily set\",\"options\":{\"channel\":\"1400000000000000101\",\"zone\":\"UTC\"}}",
                    760,
                    520));

    /**
     * A reply, in both themes.
     *
     * @param line what is typed
     * @param asked the same as the page asks it
     */
    record Picture(String name, String line, String asked, int width, int height) {
        Path file(String theme) {
            return FOLDER.resolve(name + "-" + theme + ".png");
        }
    }

    static Preview preview() {
        return new Assembly(
                        new TimelineFile(Path.of("events.json"))
                                .read()
                                .timeline()
                                .orElseThrow(),
                        CLOCK,
                        new Random(1),
                        "1")
                .preview(0);
    }

    /**
     * A line for each picture: its name, and a hash of all that it shows: the page's files, the font, the guild and the message. Other
     * commands are no part of it, nor is the id that a command has because of them.
     */
    static String madeFrom() throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        try (Preview preview = preview()) {
            JsonNode start = new ObjectMapper()
                    .readTree(sent(HttpRequest.newBuilder(preview.address().resolve("api/start"))));
            String page = page() + FONT + start.path("guild");
            for (Picture picture : ALL) {
                String origin = preview.address().toString().replaceAll("/$", "");
                String said = sent(HttpRequest.newBuilder(preview.address().resolve("api/ask"))
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(picture.asked())));
                lines.append(picture.name())
                        .append(' ')
                        .append(hash(picture + page + COMMAND_ID.matcher(said).replaceAll("$1")))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder();
        try (Stream<Path> files = Files.list(PAGE)) {
            for (Path file : files.sorted().toList()) {
                page.append(Files.readString(file));
            }
        }
        return page.toString();
    }

    private static String sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Pictures() {}
}
