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

    private static final String DAY = "{\"command\":\"onthisday\",\"options\":{}}";
    private static final String SET =
            "{\"command\":\"daily set\",\"options\":{\"channel\":\"1400000000000000101\",\"zone\":\"UTC\"}}";
    private static final String SPAN = "{\"command\":\"timeline\",\"options\":{\"from\":\"1941\",\"to\":\"1945\"}}";

    /** The width of a page beside others, and that of a phone. */
    private static final int WIDE = 760;

    private static final int PHONE = 390;

    static final List<Picture> ALL = List.of(
            new Picture("post", "/daily set history zone:UTC", SET, WIDE, 900).pressing("Post now", "Yes, post it"),
            new Picture("post-phone", "/daily set history zone:UTC", SET, PHONE, 1010)
                    .pressing("Post now", "Yes, post it"),
            new Picture("day", "/onthisday", DAY, 1080, 560),
            new Picture("timeline", "/timeline 1941 1945", SPAN, WIDE, 600),
            new Picture("timeline-phone", "/timeline 1941 1945", SPAN, PHONE, 460),
            new Picture("year", "/year 1867", "{\"command\":\"year\",\"options\":{\"year\":\"1867\"}}", WIDE, 560),
            new Picture("quiz", "/quiz", "{\"command\":\"quiz\",\"options\":{}}", WIDE, 430),
            new Picture("daily", "/daily set history zone:UTC", SET, WIDE, 620),
            new Picture("daily-phone", "/daily set history zone:UTC", SET, PHONE, 800));

    /**
     * A reply, in both themes.
     *
     * @param line what is typed
     * @param asked the same as the page asks it
     * @param presses the buttons that are pressed then, one after the other; what is posted by that is shown alone
     */
    record Picture(String name, String line, String asked, List<String> presses, int width, int height) {
        Picture(String name, String line, String asked, int width, int height) {
            this(name, line, asked, List.of(), width, height);
        }

        Picture pressing(String... labels) {
            return new Picture(name, line, asked, List.of(labels), width, height);
        }

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
