package dev.almanac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Prints where a test failed, and what the program logged meanwhile. What it logs otherwise stays in the file that the
 * system property {@code almanac.tests.log} names; without that property, as in an editor, the log is on the console anyway.
 */
public final class LogOfFailure implements BeforeEachCallback, TestWatcher {
    private static final int MOST_LINES = 200;

    private final Path log = Path.of(System.getProperty("almanac.tests.log", ""));
    private long before;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        before = Files.isRegularFile(log) ? Files.size(log) : 0;
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        System.out.println(
                "\n" + test.getRequiredTestClass().getSimpleName() + ", " + test.getDisplayName() + ", failed:");
        cause.printStackTrace(System.out);
        List<String> lines = since(before);
        if (!lines.isEmpty()) {
            System.out.println("What the program logged meanwhile:");
            lines.stream().skip(Math.max(0, lines.size() - MOST_LINES)).forEach(System.out::println);
        }
    }

    private List<String> since(long offset) {
        if (!Files.isRegularFile(log)) {
            return List.of();
        }
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("(" + log + " can't be read: " + e + ")");
        }
    }
}
