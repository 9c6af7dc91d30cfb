package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of docs/performance.md that a bench writes.
 *
 * @param bench its class
 */
record PerformancePage(String bench) {
    private static final Path PAGE = Path.of("docs", "performance.md");
    private static final String END = "<!-- its end -->";

    /** Puts these lines, under when and where they were measured, in the place of those that stand there. */
    void write(List<String> lines) throws IOException {
        String text = Files.readString(PAGE);
        String begin = "<!-- the table of " + bench + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        Stream<String> all = Stream.concat(Stream.of(measured(), ""), lines.stream());
        Files.writeString(
                PAGE,
                text.substring(0, from) + String.join("\n", all.toList()) + "\n"
                        + text.substring(text.indexOf(END, from)));
    }

    /** When, on what machine, with which Java. */
    static String measured() throws IOException {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        return "Measured on " + today + ", " + machine() + ", " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version") + ".";
    }

    private static String machine() throws IOException {
        Path processor = Path.of("/proc/cpuinfo");
        String name = Files.exists(processor)
                ? Files.readAllLines(processor).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.replaceFirst(".*: ", ""))
                        .orElse("")
                : System.getProperty("os.arch");
        return name + ", " + Runtime.getRuntime().availableProcessors() + " cores";
    }
}
