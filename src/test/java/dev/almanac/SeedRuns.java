package dev.almanac;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of twelve words of the text that the timeline's first facts were taken from, as hashes: enough to tell that a
 * sentence was copied, without keeping the text. {@code java ... SeedRuns TEXT} writes them anew.
 */
final class SeedRuns {
    private static final Path HASHES = Path.of("src/test/resources/dev/almanac/seed-runs.bin");
    private static final int RUN = 12;
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private final Set<Long> hashes = new HashSet<>();

    SeedRuns() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(HASHES));
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
    }

    int size() {
        return hashes.size();
    }

    /** The runs of a text that stand in the seed, too. */
    List<String> in(String text) {
        return runs(text).filter(run -> hashes.contains(hash(run))).toList();
    }

    private static Stream<String> runs(String text) {
        List<String> words = Arrays.stream(
                        NO_WORD.split(text.toLowerCase(Locale.ROOT).replaceAll("['’]", "")))
                .filter(word -> !word.isEmpty())
                .toList();
        return IntStream.rangeClosed(0, words.size() - RUN)
                .mapToObj(first -> String.join(" ", words.subList(first, first + RUN)));
    }

    private static long hash(String run) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Set<Long> runs = runs(Files.readString(Path.of(arguments[0])))
                .map(SeedRuns::hash)
                .collect(Collectors.toCollection(TreeSet::new));
        ByteBuffer bytes = ByteBuffer.allocate(runs.size() * Long.BYTES);
        runs.forEach(bytes::putLong);
        Files.createDirectories(HASHES.getParent());
        Files.write(HASHES, bytes.array());
    }
}
