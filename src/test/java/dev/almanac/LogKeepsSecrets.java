package dev.almanac;

import dev.almanac.standin.DiscordStandIn;
import dev.almanac.standin.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the test meanwhile the program logged a token, or something that somebody wrote. What comes into the log between two tests
 * counts for the second.
 */
public final class LogKeepsSecrets implements AfterEachCallback {
    private static final Path LOG = Path.of(System.getProperty("almanac.tests.log", ""));

    /** The test's own, and the beginning of what any request says of its token. */
    private static final List<String> TOKENS =
            List.of(DiscordStandIn.TOKEN, "Bot " + DiscordStandIn.TOKEN, "\"token\":\"");

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(LogKeepsSecrets.class);

    /** Where reading goes on, and what was said lately: a line may come after the test that caused it. */
    private static final class Read {
        private long offset;
        private Set<String> lately = new HashSet<>();
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        Read read = test.getRoot().getStore(HERE).getOrComputeIfAbsent("read", key -> new Read(), Read.class);
        Set<String> said = new HashSet<>(Said.taken());
        Set<String> both = new HashSet<>(said);
        both.addAll(read.lately);
        read.lately = said;
        List<String> found = secrets(since(read), both);
        if (!found.isEmpty()) {
            throw new AssertionError("The log has what nobody may read there:\n" + String.join("\n", found));
        }
    }

    private static String since(Read read) throws IOException {
        if (!Files.isRegularFile(LOG)) {
            return "";
        }
        try (var in = Files.newInputStream(LOG)) {
            in.skipNBytes(Math.min(read.offset, Files.size(LOG)));
            byte[] bytes = in.readAllBytes();
            read.offset += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** The lines of a log that have a token in them, or one of these texts. */
    static List<String> secrets(String log, Collection<String> texts) {
        return log.lines()
                .filter(line -> Stream.concat(TOKENS.stream(), texts.stream()).anyMatch(line::contains))
                .toList();
    }
}
