package dev.almanac.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How long look-ups take and what they allocate, from a hundred events to a million: prints a table, and draws the curves. */
class LookUpsBench {
    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Test
    void fromAHundredEventsToAMillion() throws RunnerException, IOException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(LookUps.class.getName().replace(".", "\\."))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .jvmArgs("-Xmx5g", "-XX:+UseSerialGC")
                .warmupIterations(QUICK ? 2 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(QUICK ? 2 : 3)
                .measurementTime(TimeValue.seconds(1));
        Collection<RunResult> results =
                new Runner((QUICK ? options.param("size", "100", "10000") : options).build()).run();
        Map<String, Map<Integer, RunResult>> byName = new TreeMap<>();
        results.forEach(result -> byName.computeIfAbsent(name(result), none -> new TreeMap<>())
                .put(Integer.valueOf(result.getParams().getParam("size")), result));
        List<String> lines = table(byName);
        lines.forEach(System.out::println);
        if (!QUICK) {
            Curves.draw(byName, Path.of("docs", "performance"));
            lines.addAll(List.of("", "![The same as curves, both axes logarithmic](performance/growth.png)"));
            new PerformancePage("LookUpsBench").write(lines);
        }
    }

    private static String name(RunResult result) {
        String whole = result.getParams().getBenchmark();
        return whole.substring(whole.lastIndexOf('.') + 1)
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> table(Map<String, Map<Integer, RunResult>> byName) {
        List<String> lines = new ArrayList<>();
        Collection<Integer> sizes = byName.values().iterator().next().keySet();
        StringBuilder head = new StringBuilder("| µs, bytes allocated; events: |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int size : sizes) {
            head.append(String.format(Locale.ROOT, " %,d |", size));
            rule.append("---|");
        }
        lines.add(head.toString());
        lines.add(rule.toString());
        byName.forEach((name, bySize) -> {
            StringBuilder line = new StringBuilder("| " + name + " |");
            bySize.values()
                    .forEach(result -> line.append(String.format(
                            Locale.ROOT,
                            " %,.2f, %,.0f |",
                            result.getPrimaryResult().getScore(),
                            allocated(result))));
            lines.add(line.toString());
        });
        return lines;
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                .getScore();
    }
}
