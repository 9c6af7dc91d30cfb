package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of the code is so. */
class ContributingTest {
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
    private static final Set<String> OF_THE_JDK = Set.of("RandomGenerator");
    private static final Pattern FILE = Pattern.compile("`((?:src|docs|editorial)/[^`]+)`|\\]\\((docs/[^)#]+)\\)");

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .toList();
    }

    /** A class by its name, or several by the end that their names share, like {@code InBrowser}. */
    @Test
    void namesClassesThatThereAre() throws IOException {
        List<String> named =
                found(CLASS).stream().map(found -> found.group(1)).distinct().toList();
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            List<String> files =
                    sources.map(file -> file.getFileName().toString()).toList();

            assertEquals(
                    List.of(),
                    named.stream()
                            .filter(name -> !OF_THE_JDK.contains(name))
                            .filter(name -> files.stream().noneMatch(file -> file.endsWith(name + ".java")))
                            .toList());
        }
        assertTrue(named.size() > 40);
    }

    @Test
    void namesFilesThatThereAre() throws IOException {
        List<Path> named = found(FILE).stream()
                .map(found -> Path.of(found.group(1) == null ? found.group(2) : found.group(1)))
                .distinct()
                .toList();

        assertEquals(
                List.of(), named.stream().filter(path -> !Files.exists(path)).toList());
        assertTrue(named.size() > 5);
    }
}
