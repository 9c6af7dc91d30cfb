package dev.almanac.bench;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.openjdk.jmh.results.RunResult;

/** The growth of look-ups as a picture, both axes logarithmic. */
final class Curves {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    /** Writes {@code growth.png}. */
    static void draw(Map<String, Map<Integer, RunResult>> byName, Path folder) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("events")
                .yAxisTitle("µs")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true).setChartBackgroundColor(Color.WHITE);
        byName.forEach((name, bySize) -> {
            List<Integer> sizes = List.copyOf(bySize.keySet());
            List<Double> micros = bySize.values().stream()
                    .map(result -> result.getPrimaryResult().getScore())
                    .toList();
            chart.addSeries(name, sizes, micros).setMarker(SeriesMarkers.CIRCLE);
        });
        Files.createDirectories(folder);
        BitmapEncoder.saveBitmap(chart, folder.resolve("growth").toString(), BitmapFormat.PNG);
    }

    private Curves() {}
}
