package dev.almanac.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that the page is made of: they lie beside this class, among the resources. */
final class PageFiles {
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** A file, ready to send. */
    record PageFile(String type, String text) {}

    /** The file at this path, the page itself at {@code /}; empty when there is none. */
    Optional<PageFile> at(String path) throws IOException {
        Matcher name = NAME.matcher(path.equals("/") ? "index.html" : path.substring(Math.min(1, path.length())));
        if (!name.matches()) {
            return Optional.empty();
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(name.group())) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new PageFile(
                            TYPES.getOrDefault(name.group(1), "text/plain"),
                            new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
